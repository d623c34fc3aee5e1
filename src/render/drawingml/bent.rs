//! A line of upright and level pieces → the connector preset of DrawingML that runs the same way.
//!
//! A `bentConnectorN` has N pieces. It starts level at the upper left corner of its box and ends at the lower right one, and each
//! bend between lies at a share of its width or height. Others come from mirrors, and those that start upright from a turn.

use super::space::{Frame, Spot};

/// Least side of a box that bends are a share of: of nothing there is no share. Office programs take a point, too.
const LEAST: i64 = 12_700;
/// What a share is counted in.
const WHOLE: i64 = 100_000;
const PRESETS: [&str; 5] =
    ["straightConnector1", "bentConnector2", "bentConnector3", "bentConnector4", "bentConnector5"];

/// A connector: its preset and how it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bent {
    /// Name of the preset.
    pub preset: &'static str,
    /// Its box before it is turned.
    pub frame: Frame,
    /// It is turned clockwise by a quarter around its middle, after it is mirrored.
    pub is_turned: bool,
    /// Mirrored left to right, and top to bottom.
    pub mirrored: [bool; 2],
    /// Its shares `adj1`, `adj2`, `adj3`, as many as its preset has, in hundred-thousandths.
    pub adjusts: Vec<i64>,
}

impl Bent {
    /// The connector through these corners; none where they are no line of one to five upright and level pieces.
    pub fn through(corners: &[Spot]) -> Option<Self> {
        let corners = bends(corners);
        let pieces = corners.len().checked_sub(1)?;
        let preset = *PRESETS.get(pieces.checked_sub(1)?)?;
        let upright = corners[0].x == corners[1].x;
        if corners.windows(2).any(|pair| pair[0].x != pair[1].x && pair[0].y != pair[1].y) {
            return None;
        }
        // Along the first piece, and across it.
        let turned = upright && pieces > 1;
        let mut ways: Vec<(i64, i64)> =
            corners.iter().map(|it| if turned { (it.y, it.x) } else { (it.x, it.y) }).collect();
        widen(&mut ways);
        let (start, end) = (ways[0], ways[pieces]);
        let along = |at: usize| share(ways[at].0 - start.0, end.0 - start.0);
        let across = |at: usize| share(ways[at].1 - start.1, end.1 - start.1);
        let adjusts = match pieces {
            3 => vec![along(1)],
            4 => vec![along(1), across(2)],
            5 => vec![along(1), across(2), along(3)],
            _ => Vec::new(),
        };
        let place =
            |(along, across): (i64, i64)| if turned { Spot::new(across, along) } else { Spot::new(along, across) };
        let frame = Frame::around(&[place(start), place(end)]);
        let (frame, mirrored) = match turned {
            // Turned by a quarter, what ran right runs down, and what ran down runs left.
            true => (frame.on_its_side(), [end.0 < start.0, end.1 > start.1]),
            false => (frame, [end.0 < start.0, end.1 < start.1]),
        };
        Some(Self { preset, frame, is_turned: turned, mirrored, adjusts })
    }

    /// The box that it takes up between its ends.
    pub fn upright(&self) -> Frame {
        if self.is_turned { self.frame.on_its_side() } else { self.frame }
    }
}

fn share(part: i64, whole: i64) -> i64 {
    let whole = if whole == 0 { LEAST } else { whole };
    (part.saturating_mul(WHOLE) / whole).clamp(i64::from(i32::MIN), i64::from(i32::MAX))
}

/// Corners at which the line turns, and its ends.
fn bends(corners: &[Spot]) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::with_capacity(corners.len());
    for corner in corners.iter().copied() {
        if kept.last() == Some(&corner) {
            continue;
        }
        if let [.., first, second] = kept[..] {
            let straight =
                (first.x == second.x && second.x == corner.x) || (first.y == second.y && second.y == corner.y);
            if straight {
                kept.pop();
            }
        }
        kept.push(corner);
    }
    kept
}

/// Moves an end by a point where the box between them would have no width or no height to take shares of: into its symbol,
/// under which the line is hidden.
fn widen(ways: &mut [(i64, i64)]) {
    let last = ways.len() - 1;
    if last >= 3 && (ways[last].0 - ways[0].0).abs() < LEAST {
        let ahead = (ways[1].0 - ways[0].0).signum();
        let gap = ways[last].0 - ways[0].0;
        ways[0].0 = ways[last].0 - ahead * LEAST.max(gap.abs());
    }
    if last >= 4 && (ways[last].1 - ways[0].1).abs() < LEAST {
        let ahead = (ways[last].1 - ways[last - 1].1).signum();
        let gap = ways[last].1 - ways[0].1;
        let ahead = if ahead == 0 { 1 } else { ahead };
        ways[last].1 = ways[0].1 + ahead * LEAST.max(gap.abs());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PT: i64 = 12_700;

    /// The corners of a connector, as an office program draws it.
    fn drawn(it: &Bent) -> Vec<(i64, i64)> {
        let adjust = |at: usize| it.adjusts[at] as f64 / WHOLE as f64;
        let inner: Vec<(f64, f64)> = match it.preset {
            "straightConnector1" => vec![],
            "bentConnector2" => vec![(1.0, 0.0)],
            "bentConnector3" => vec![(adjust(0), 0.0), (adjust(0), 1.0)],
            "bentConnector4" => vec![(adjust(0), 0.0), (adjust(0), adjust(1)), (1.0, adjust(1))],
            _ => vec![(adjust(0), 0.0), (adjust(0), adjust(1)), (adjust(2), adjust(1)), (adjust(2), 1.0)],
        };
        let (w, h) = (it.frame.w as f64, it.frame.h as f64);
        let middle = (it.frame.at.x as f64 + w / 2.0, it.frame.at.y as f64 + h / 2.0);
        let place = |(u, v): (f64, f64)| {
            let (x, y) = ((u - 0.5) * w, (v - 0.5) * h);
            let (x, y) = (if it.mirrored[0] { -x } else { x }, if it.mirrored[1] { -y } else { y });
            let (x, y) = if it.is_turned { (-y, x) } else { (x, y) };
            (((middle.0 + x) / 127.0).round() as i64, ((middle.1 + y) / 127.0).round() as i64)
        };
        [(0.0, 0.0)].into_iter().chain(inner).chain([(1.0, 1.0)]).map(place).collect()
    }

    #[track_caller]
    fn runs(preset: &str, points: &[(i64, i64)]) {
        let corners: Vec<Spot> = points.iter().map(|(x, y)| Spot::new(x * PT, y * PT)).collect();
        let bent = Bent::through(&corners).unwrap();
        assert_eq!(bent.preset, preset);
        let wanted: Vec<(i64, i64)> = points.iter().map(|(x, y)| (x * 100, y * 100)).collect();
        let near =
            |one: &(i64, i64), other: &(i64, i64)| (one.0 - other.0).abs() <= 100 && (one.1 - other.1).abs() <= 100;
        let drawn = drawn(&bent);
        assert_eq!(drawn.len(), wanted.len());
        assert!(drawn.iter().zip(&wanted).all(|(is, want)| near(is, want)), "{drawn:?} {wanted:?}");
    }

    #[test]
    fn every_line_of_the_layout_is_a_connector() {
        runs("straightConnector1", &[(10, 10), (10, 60)]);
        runs("straightConnector1", &[(60, 10), (10, 10)]);
        runs("bentConnector2", &[(10, 10), (60, 10), (60, 90)]);
        runs("bentConnector2", &[(60, 90), (60, 10), (10, 10)]);
        runs("bentConnector3", &[(10, 10), (10, 30), (90, 30), (90, 80)]);
        runs("bentConnector3", &[(90, 80), (30, 80), (30, 10), (10, 10)]);
        runs("bentConnector4", &[(10, 10), (10, 30), (90, 30), (90, 80), (70, 80)]);
        runs("bentConnector4", &[(70, 80), (90, 80), (90, 5), (10, 5), (10, 10)]);
        runs("bentConnector5", &[(10, 10), (10, 30), (90, 30), (90, 80), (40, 80), (40, 100)]);
        runs("bentConnector5", &[(50, 50), (70, 50), (70, 20), (20, 20), (20, 90), (40, 90)]);
    }

    #[test]
    fn a_line_that_comes_back_to_where_it_began_is_off_by_a_point_at_most() {
        runs("bentConnector3", &[(60, 10), (80, 10), (80, 90), (60, 90)]);
        runs("bentConnector3", &[(60, 10), (40, 10), (40, 90), (60, 90)]);
        runs("bentConnector4", &[(60, 10), (80, 10), (80, 0), (30, 0), (30, 10)]);
        runs("bentConnector5", &[(60, 10), (60, 30), (90, 30), (90, 0), (60, 0), (60, 10)]);
    }

    #[test]
    fn slopes_and_points_are_no_connectors() {
        assert_eq!(Bent::through(&[Spot::new(0, 0), Spot::new(5, 9)]), None);
        assert_eq!(Bent::through(&[Spot::new(3, 3), Spot::new(3, 3)]), None);
        assert_eq!(Bent::through(&[]), None);
    }
}
