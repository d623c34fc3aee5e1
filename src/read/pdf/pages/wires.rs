//! Loose strokes, lines and heads → connectors: pieces that meet end to end are one line with bends, a head belongs to the line
//! that runs into it, and what underlines a text is no line at all.

use super::lines;
use super::rules::merged;
use super::traces::{Head, Line, Stroke, corners};
use crate::source::{Frame, Point};
use std::collections::BTreeMap;

/// Ends so near to each other meet.
const MEET: f32 = 1.6;

/// A head lies so far at most from the end of its line.
const HEAD_REACH: f32 = 3.0;

/// Pieces of lines on one page that are looked at.
const MOST_PIECES: usize = 4_000;

/// Ends of pieces, by squares of the page.
struct Ends {
    squares: BTreeMap<(i32, i32), Vec<(usize, bool)>>,
    side: f32,
}

impl Ends {
    fn of(pieces: &[Line], side: f32) -> Self {
        let mut squares: BTreeMap<(i32, i32), Vec<(usize, bool)>> = BTreeMap::new();
        for (index, piece) in pieces.iter().enumerate() {
            for is_last in [false, true] {
                squares.entry(square(piece.end(is_last), side)).or_default().push((index, is_last));
            }
        }
        Self { squares, side }
    }

    /// The ends in this square and around it; of many in one place only the first.
    fn near(&self, at: Point) -> impl Iterator<Item = (usize, bool)> {
        let (x, y) = square(at, self.side);
        // A damaged file draws far off the page, where squares end.
        let beside = |at: i32| at.saturating_sub(1)..=at.saturating_add(1);
        let around = beside(x).flat_map(move |x| beside(y).map(move |y| (x, y)));
        around.filter_map(|key| self.squares.get(&key)).flat_map(|it| it.iter().take(12).copied())
    }
}

fn square(at: Point, side: f32) -> (i32, i32) {
    ((at.x / side).floor() as i32, (at.y / side).floor() as i32)
}

/// The connectors among these pieces.
pub(super) fn join(loose: &[Stroke], drawn: Vec<Line>, heads: &[Head], shapes: &[Frame]) -> Vec<Line> {
    let seen: Vec<Stroke> = loose.iter().filter(|it| it.is_seen).copied().collect();
    let of_stroke =
        |stroke: Stroke| Line { points: stroke.ends().to_vec(), heads: [false; 2], is_dashed: stroke.is_dashed };
    let mut pieces: Vec<Line> = merged(&seen).into_iter().map(of_stroke).chain(drawn).collect();
    pieces.retain(|piece| piece.points.len() > 1 && !is_inside_one(piece, shapes));
    pieces.truncate(MOST_PIECES);
    once(&mut pieces);
    crown(&mut pieces, heads);
    chained(pieces, shapes)
}

/// Both ends lie within one shape, away from its edge: a line of its own decoration.
fn is_inside_one(piece: &Line, shapes: &[Frame]) -> bool {
    let inside = |frame: &Frame, at: Point| frame.distance(at) < 0.8;
    shapes.iter().any(|frame| piece.points.iter().all(|it| inside(frame, *it)))
}

/// Lines drawn twice are taken once.
fn once(pieces: &mut Vec<Line>) {
    let mut seen = std::collections::BTreeSet::new();
    pieces.retain(|piece| {
        let (one, other) = (square(piece.end(false), 2.0), square(piece.end(true), 2.0));
        seen.insert((one.min(other), one.max(other), piece.points.len()))
    });
}

/// Gives each head to the line that runs into it; the line then ends at its tip.
fn crown(pieces: &mut [Line], heads: &[Head]) {
    let ends = Ends::of(pieces, 16.0);
    for head in heads {
        let centre = head.frame.centre();
        let reach = |(index, is_last): &(usize, bool)| head.frame.distance(pieces[*index].end(*is_last));
        let mut near: Vec<(f32, usize, bool)> = Vec::new();
        for end in ends.near(centre) {
            let distance = reach(&end);
            if distance <= HEAD_REACH {
                near.push((distance, end.0, end.1));
            }
        }
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        near.dedup_by_key(|it| (it.1, it.2));
        let Some(nearest) = near.first().map(|it| it.0) else { continue };
        for (_, index, is_last) in near.into_iter().filter(|it| it.0 <= nearest + 0.8) {
            let piece = &mut pieces[index];
            let end = piece.end(is_last);
            let before = if is_last { piece.points[piece.points.len() - 2] } else { piece.points[1] };
            let (x, y) = (end.x - before.x, end.y - before.y);
            let along = |corner: &Point| (corner.x - end.x) * x + (corner.y - end.y) * y;
            let tip = head.corners.iter().copied().max_by(|a, b| along(a).total_cmp(&along(b))).unwrap_or(end);
            let at = if is_last { piece.points.len() - 1 } else { 0 };
            piece.points[at] = straight(before, end, tip);
            piece.heads[usize::from(is_last)] = true;
        }
    }
}

/// The tip, on the line that leads to it.
fn straight(before: Point, end: Point, tip: Point) -> Point {
    match Stroke::between(before, end) {
        Some(stroke) if stroke.is_level => Point { y: end.y, ..tip },
        Some(_) => Point { x: end.x, ..tip },
        None => tip,
    }
}

/// Pieces whose ends meet, two at a place that is no shape's edge, as one line each.
fn chained(mut pieces: Vec<Line>, shapes: &[Frame]) -> Vec<Line> {
    let ends = Ends::of(&pieces, 2.0 * MEET);
    let is_free = |piece: &Line, is_last: bool| {
        let at = piece.end(is_last);
        !piece.heads[usize::from(is_last)] && shapes.iter().all(|frame| frame.distance(at) > MEET)
    };
    let mut partners: BTreeMap<(usize, bool), (usize, bool)> = BTreeMap::new();
    for (index, piece) in pieces.iter().enumerate() {
        for is_last in [false, true] {
            let at = piece.end(is_last);
            let mut met: Vec<(usize, bool)> = ends
                .near(at)
                .filter(|it| *it != (index, is_last) && pieces[it.0].end(it.1).distance(at) <= MEET)
                .collect();
            met.dedup();
            if let [other] = met.as_slice()
                && other.0 != index
                && is_free(piece, is_last)
                && is_free(&pieces[other.0], other.1)
            {
                partners.insert((index, is_last), *other);
            }
        }
    }
    partners = partners.iter().filter(|(one, other)| partners.get(other) == Some(one)).map(|(a, b)| (*a, *b)).collect();
    let mut is_used = vec![false; pieces.len()];
    let mut out = Vec::new();
    for start in 0..pieces.len() {
        let is_start = [false, true].iter().any(|is_last| !partners.contains_key(&(start, *is_last)));
        if is_used[start] || !is_start {
            continue;
        }
        let goes_on_at_first = !partners.contains_key(&(start, true));
        out.push(chain(&mut pieces, &partners, &mut is_used, (start, goes_on_at_first)));
    }
    let left = (0..pieces.len()).filter(|at| !is_used[*at]);
    out.extend(left.map(|at| pieces[at].clone()));
    out
}

/// The line that begins with a piece, turned round where it goes on at its first point.
fn chain(
    pieces: &mut [Line],
    partners: &BTreeMap<(usize, bool), (usize, bool)>,
    is_used: &mut [bool],
    start: (usize, bool),
) -> Line {
    let (mut at, mut is_turned) = start;
    let mut line = Line { is_dashed: pieces[at].is_dashed, ..Line::default() };
    line.heads[0] = pieces[at].heads[usize::from(is_turned)];
    loop {
        is_used[at] = true;
        let piece = &mut pieces[at];
        if is_turned {
            piece.points.reverse();
            piece.heads.reverse();
        }
        let skip = usize::from(!line.points.is_empty());
        line.points.extend(piece.points.iter().skip(skip));
        line.heads[1] = piece.heads[1];
        line.is_dashed &= piece.is_dashed;
        match partners.get(&(at, !is_turned)) {
            Some((next, is_last)) if !is_used[*next] => {
                at = *next;
                is_turned = *is_last;
            }
            _ => break,
        }
    }
    line.points = corners(&line.points, false);
    line
}

/// A level stroke under the words of a line of text, or through them.
pub(super) fn is_under(stroke: &Stroke, texts: &[lines::Line]) -> bool {
    stroke.is_level
        && texts.iter().any(|line| {
            let frame = line.frame();
            let overlap = stroke.to.min(frame.right) - stroke.from.max(frame.left);
            (line.base - 0.6 * line.size..=line.base + 0.35 * line.size).contains(&stroke.at)
                && overlap >= 0.7 * (stroke.to - stroke.from)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::pdf::pages::ink::frame_of;

    fn stroke(is_level: bool, at: f32, from: f32, to: f32) -> Stroke {
        Stroke { is_level, at, from, to, is_dashed: false, is_seen: true }
    }

    #[test]
    fn strokes_that_meet_are_one_line_up_to_the_tip_of_its_head() {
        let loose = [stroke(true, 20.0, 40.0, 80.0), stroke(false, 80.0, 20.0, 50.0), stroke(true, 50.0, 80.0, 96.0)];
        let corners = [Point { x: 96.0, y: 47.0 }, Point { x: 102.0, y: 50.0 }, Point { x: 96.0, y: 53.0 }];
        let head = Head { corners, frame: frame_of(corners).unwrap() };
        let joined = join(&loose, Vec::new(), &[head], &[]);
        assert_eq!(joined.len(), 1);
        let line = &joined[0];
        assert_eq!(line.points.len(), 4);
        let tip = if line.heads[1] { line.end(true) } else { line.end(false) };
        assert_eq!(tip, Point { x: 102.0, y: 50.0 });
        assert_eq!(line.heads.iter().filter(|it| **it).count(), 1);
    }

    #[test]
    fn what_is_drawn_far_off_the_page_stops_nothing() {
        for far in [1e30, -1e30, f32::INFINITY] {
            let loose = [stroke(true, far, 40.0, 80.0), stroke(false, 80.0, 20.0, far)];
            join(&loose, Vec::new(), &[], &[]);
        }
    }

    #[test]
    fn two_arrows_that_end_at_one_box_stay_two() {
        let frame = Frame { left: 40.0, top: 10.0, right: 80.0, bottom: 30.0 };
        let loose = [stroke(false, 60.0, 30.0, 60.0), stroke(true, 30.0, 60.0, 120.0)];
        assert_eq!(join(&loose, Vec::new(), &[], &[frame]).len(), 2);
    }
}
