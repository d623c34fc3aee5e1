//! Painted paths → what they are by their form alone: level and upright strokes, closed outlines, lines with bends, heads of
//! arrows. Producers draw each of these in several ways; after this they are one.

use super::arrow;
use super::ink::{Paint, Part, Path, frame_of};
use crate::source::{Frame, Point};

/// Widest bar that stands for a stroke, in points.
const THIN: f32 = 3.2;

/// Widest and tallest that a head is.
const LARGEST_HEAD: f32 = 24.0;

/// The paths of a page, sorted.
#[derive(Debug, Default)]
pub(super) struct Traces {
    /// Level and upright strokes: rules, or parts of lines.
    pub strokes: Vec<Stroke>,
    /// Closed outlines and filled areas.
    pub outlines: Vec<Outline>,
    /// Lines that are no single level or upright stroke, and arrows drawn as one area.
    pub lines: Vec<Line>,
    /// Heads of arrows drawn by themselves.
    pub heads: Vec<Head>,
}

/// A level or upright stroke.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    /// Level, else upright.
    pub is_level: bool,
    /// Where it runs: its height, or its distance from the left.
    pub at: f32,
    /// Where it begins, along itself.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
    /// With gaps.
    pub is_dashed: bool,
    /// Seen on paper.
    pub is_seen: bool,
}

/// A closed outline, a filled area, or both in one.
#[derive(Debug, Clone)]
pub(super) struct Outline {
    /// Its corners.
    pub points: Vec<Point>,
    /// The box around them.
    pub frame: Frame,
    /// A line runs around it.
    pub is_ringed: bool,
    /// Filled with a colour that is not white.
    pub is_coloured: bool,
    /// Its place in the order of painting.
    pub order: u32,
}

/// A line from an end to an end.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Its ends and bends.
    pub points: Vec<Point>,
    /// Whether a head stands at its first and its last point.
    pub heads: [bool; 2],
    /// With gaps.
    pub is_dashed: bool,
}

/// The head of an arrow: three corners.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    /// Its corners.
    pub corners: [Point; 3],
    /// The box around them.
    pub frame: Frame,
}

impl Stroke {
    /// Its two ends.
    pub fn ends(&self) -> [Point; 2] {
        let end = |along: f32| {
            if self.is_level { Point { x: along, y: self.at } } else { Point { x: self.at, y: along } }
        };
        [end(self.from), end(self.to)]
    }

    /// Of two points, where they lie level or upright.
    pub fn between(one: Point, other: Point) -> Option<Self> {
        let (wide, tall) = ((one.x - other.x).abs(), (one.y - other.y).abs());
        let is_level = tall <= (wide * 0.02).max(0.7) && wide > tall;
        let is_upright = wide <= (tall * 0.02).max(0.7) && tall > wide;
        let (at, from, to) = match () {
            () if is_level => ((one.y + other.y) / 2.0, one.x, other.x),
            () if is_upright => ((one.x + other.x) / 2.0, one.y, other.y),
            () => return None,
        };
        Some(Self { is_level, at, from: from.min(to), to: from.max(to), is_dashed: false, is_seen: true })
    }

    /// The middle line of a bar.
    pub fn of_bar(frame: Frame) -> Option<Self> {
        let (wide, tall) = (frame.width(), frame.height());
        let centre = frame.centre();
        let stroke = |is_level: bool, at: f32, from: f32, to: f32| {
            Some(Self { is_level, at, from, to, is_dashed: false, is_seen: true })
        };
        match () {
            () if tall <= THIN && wide > tall => stroke(true, centre.y, frame.left, frame.right),
            () if wide <= THIN && tall > wide => stroke(false, centre.x, frame.top, frame.bottom),
            () => None,
        }
    }
}

impl Line {
    /// The point where it begins, or ends.
    pub fn end(&self, is_last: bool) -> Point {
        let at = if is_last { self.points.len().saturating_sub(1) } else { 0 };
        self.points.get(at).copied().unwrap_or_default()
    }
}

/// Sorts the paths of a page.
pub(super) fn sort(paths: &[Path]) -> Traces {
    let mut traces = Traces::default();
    for path in paths {
        match path.paint {
            Paint::Fill => traces.filled(path),
            Paint::Stroke { is_dashed } => {
                path.parts.iter().for_each(|part| traces.stroked(part, is_dashed, path));
            }
        }
    }
    traces.outlines = united(std::mem::take(&mut traces.outlines));
    traces
}

impl Traces {
    fn filled(&mut self, path: &Path) {
        if let Some(points) = ring(&path.parts) {
            self.outline(points, true, false, path.order);
            return;
        }
        if let Some(line) = dashes(&path.parts) {
            match line.points.as_slice() {
                [one, other] => self.strokes.extend(Stroke::between(*one, *other).map(|stroke| Stroke {
                    is_dashed: true,
                    is_seen: !path.is_white,
                    ..stroke
                })),
                _ => self.lines.push(line),
            }
            return;
        }
        for part in &path.parts {
            self.area(part, path);
        }
    }

    /// One filled part.
    fn area(&mut self, part: &Part, path: &Path) {
        let points = corners(&part.points, true);
        let Some(frame) = frame_of(points.iter().copied()).filter(|_| points.len() > 2) else { return };
        if is_upright_box(&points, frame)
            && let Some(stroke) = Stroke::of_bar(frame)
        {
            self.strokes.push(Stroke { is_seen: !path.is_white, ..stroke });
            return;
        }
        if path.is_white {
            self.outline(points, false, false, path.order);
            return;
        }
        if let Some(corners) = head(&points, frame) {
            self.heads.push(Head { corners, frame });
            return;
        }
        if let Some((outer, inner)) = retraced(&points)
            && let Some(points) = ring(&[outer, inner])
        {
            self.outline(points, true, false, path.order);
            return;
        }
        let may_be_arrow = points.len() == 7 || thickness(&points) <= THIN;
        if let Some(line) = may_be_arrow.then(|| arrow::of_area(&points)).flatten() {
            self.lines.push(line);
            return;
        }
        self.outline(points, false, true, path.order);
    }

    fn stroked(&mut self, part: &Part, is_dashed: bool, path: &Path) {
        let points = corners(&part.points, part.is_closed);
        let Some(frame) = frame_of(points.iter().copied()) else { return };
        let is_seen = !path.is_white;
        if part.is_closed && points.len() > 2 {
            match Stroke::of_bar(frame) {
                Some(stroke) => self.strokes.push(Stroke { is_dashed, is_seen, ..stroke }),
                None => match head(&points, frame).filter(|_| points.len() == 3) {
                    Some(corners) => self.heads.push(Head { corners, frame }),
                    None => self.outline(points, is_seen, false, path.order),
                },
            }
            return;
        }
        if let [one, other] = points.as_slice()
            && let Some(stroke) = Stroke::between(*one, *other)
        {
            self.strokes.push(Stroke { is_dashed, is_seen, ..stroke });
            return;
        }
        if let [one, tip, other] = points.as_slice()
            && is_open_head(*one, *tip, *other)
        {
            self.heads.push(Head { corners: [*one, *tip, *other], frame });
            return;
        }
        if is_seen && points.len() > 1 {
            self.lines.push(Line { points, heads: [false; 2], is_dashed });
        }
    }

    fn outline(&mut self, points: Vec<Point>, is_ringed: bool, is_coloured: bool, order: u32) {
        if let Some(frame) = frame_of(points.iter().copied()) {
            self.outlines.push(Outline { points, frame, is_ringed, is_coloured, order });
        }
    }
}

/// Outlines with one box are one: filled and then stroked, or a white area under a ring.
fn united(mut outlines: Vec<Outline>) -> Vec<Outline> {
    outlines.sort_by(|a, b| a.frame.left.total_cmp(&b.frame.left).then(a.order.cmp(&b.order)));
    let mut out: Vec<Outline> = Vec::new();
    for outline in outlines {
        // Boxes of one left edge stand close together in this order; a page that has more of them has no flow.
        let near = out.iter_mut().rev().take(40).find(|it| same(it.frame, outline.frame, 2.0));
        match near {
            Some(known) => {
                if outline.is_ringed && !known.is_ringed {
                    known.points = outline.points;
                    known.frame = outline.frame;
                }
                known.is_ringed |= outline.is_ringed;
                known.is_coloured |= outline.is_coloured;
                known.order = known.order.max(outline.order);
            }
            None => out.push(outline),
        }
    }
    out.sort_by_key(|it| it.order);
    out
}

/// Both boxes have the same edges but for so much.
pub(super) fn same(one: Frame, other: Frame, most: f32) -> bool {
    (one.left - other.left).abs() <= most
        && (one.right - other.right).abs() <= most
        && (one.top - other.top).abs() <= most
        && (one.bottom - other.bottom).abs() <= most
}

/// The corners without those on a straight line between their neighbours.
pub(super) fn corners(points: &[Point], is_closed: bool) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        while let [.., before, last] = out.as_slice()
            && is_between(*before, *last, *point)
        {
            out.pop();
        }
        out.push(*point);
    }
    if is_closed {
        while out.len() > 3 && is_between(out[out.len() - 2], out[out.len() - 1], out[0]) {
            out.pop();
        }
        while out.len() > 3 && is_between(out[out.len() - 1], out[0], out[1]) {
            out.remove(0);
        }
    }
    out
}

/// The middle point lies on the way from the one to the other, not beyond.
fn is_between(one: Point, middle: Point, other: Point) -> bool {
    let (first, second) = ((middle.x - one.x, middle.y - one.y), (other.x - middle.x, other.y - middle.y));
    let cross = first.0 * second.1 - first.1 * second.0;
    let along = first.0 * second.0 + first.1 * second.1;
    let length = one.distance(other).max(0.01);
    along >= 0.0 && (cross / length).abs() < 0.1
}

/// Four corners, all in the corners of the box.
pub(super) fn is_upright_box(points: &[Point], frame: Frame) -> bool {
    let near = |value: f32, one: f32, other: f32| (value - one).abs() < 0.6 || (value - other).abs() < 0.6;
    points.len() == 4
        && points.iter().all(|it| near(it.x, frame.left, frame.right) && near(it.y, frame.top, frame.bottom))
}

/// Twice the area inside these corners.
pub(super) fn double_area(points: &[Point]) -> f32 {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>().abs()
}

/// How thick an area would be if it were the trace of a pen.
fn thickness(points: &[Point]) -> f32 {
    let next = points.iter().cycle().skip(1);
    let around: f32 = points.iter().zip(next).map(|(a, b)| a.distance(*b)).sum();
    double_area(points) / around.max(0.1)
}

/// An outline drawn as an area: one part close inside the other.
fn ring(parts: &[Part]) -> Option<Vec<Point>> {
    let [one, other] = parts else { return None };
    let (first, second) = (frame_of(one.points.iter().copied())?, frame_of(other.points.iter().copied())?);
    let (outer, outside, inside) =
        if first.width() >= second.width() { (one, first, second) } else { (other, second, first) };
    let gaps = [
        inside.left - outside.left,
        outside.right - inside.right,
        inside.top - outside.top,
        outside.bottom - inside.bottom,
    ];
    let is_close = gaps.iter().all(|gap| (0.05..=4.5).contains(gap));
    let is_large = inside.width() > 6.0 && inside.height() > 6.0;
    (is_close && is_large).then(|| corners(&outer.points, true))
}

/// One part that goes round, comes back to its first corner and goes round again inside.
fn retraced(points: &[Point]) -> Option<(Part, Part)> {
    let first = *points.first()?;
    let at = (3..points.len().saturating_sub(3)).find(|at| points[*at].distance(first) < 0.3)?;
    let part = |points: &[Point]| Part { points: points.to_vec(), is_closed: true };
    Some((part(&points[..at]), part(&points[at + 1..])))
}

/// Three or more short bars one behind the other, each level or upright: a line with gaps, with a bend where they turn.
fn dashes(parts: &[Part]) -> Option<Line> {
    /// Longest dash, and longest gap.
    const LONGEST: f32 = 14.0;
    if parts.len() < 3 {
        return None;
    }
    let frames: Option<Vec<Frame>> = parts.iter().map(|part| frame_of(part.points.iter().copied())).collect();
    let frames = frames?;
    let is_short = |frame: &Frame| frame.width().max(frame.height()) <= LONGEST;
    let is_level = |frame: &Frame| frame.width() > frame.height();
    let is_next = |pair: &[Frame]| {
        let turns = is_level(&pair[0]) != is_level(&pair[1]);
        pair[1].distance(pair[0].centre()) <= LONGEST * 1.5 && (turns || !pair[0].overlaps(pair[1]))
    };
    if !frames.iter().all(is_short) || !frames.windows(2).all(is_next) {
        return None;
    }
    // A piece around a corner is no bar, and what is left over at an end says nothing of the way.
    let is_long = |frame: &&Frame| frame.width().max(frame.height()) > 1.6;
    let bars: Vec<Stroke> = frames.iter().filter(is_long).filter_map(|frame| Stroke::of_bar(*frame)).collect();
    let (first, second, last) = (bars.first()?, bars.get(1)?, bars.last()?);
    if bars.len() + 4 < frames.len() {
        return None;
    }
    let far = |stroke: &Stroke, from: Point| {
        let [one, other] = stroke.ends();
        if one.distance(from) > other.distance(from) { one } else { other }
    };
    let mut points = vec![far(first, second.ends()[0])];
    for pair in bars.windows(2) {
        match (pair[0].is_level, pair[1].is_level) {
            (true, false) => points.push(Point { x: pair[1].at, y: pair[0].at }),
            (false, true) => points.push(Point { x: pair[0].at, y: pair[1].at }),
            _ if (pair[0].at - pair[1].at).abs() > 0.8 => return None,
            _ => {}
        }
    }
    points.push(far(last, bars[bars.len() - 2].ends()[0]));
    Some(Line { points, heads: [false; 2], is_dashed: true })
}

/// A small triangle, or one with a notch in its base: its two barbs with the tip between.
fn head(points: &[Point], frame: Frame) -> Option<[Point; 3]> {
    if frame.width() > LARGEST_HEAD || frame.height() > LARGEST_HEAD || frame.width().max(frame.height()) < 1.5 {
        return None;
    }
    match points {
        [a, b, c] => Some([*a, *b, *c]),
        [_, _, _, _] => {
            let notch = (0..4).find(|at| is_notch(points, *at))?;
            let corner = |step: usize| points[(notch + step) % 4];
            Some([corner(1), corner(2), corner(3)])
        }
        _ => None,
    }
}

/// The corner of four that lies inside the triangle of the others.
fn is_notch(points: &[Point], at: usize) -> bool {
    let corner = |step: usize| points[(at + step) % points.len()];
    let side = |a: Point, b: Point, p: Point| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    let (a, b, c, p) = (corner(1), corner(2), corner(3), corner(0));
    let signs = [side(a, b, p), side(b, c, p), side(c, a, p)];
    signs.iter().all(|it| *it > 0.0) || signs.iter().all(|it| *it < 0.0)
}

/// Two short strokes that meet in a point, as wide open as heads are.
fn is_open_head(one: Point, tip: Point, other: Point) -> bool {
    let (left, right) = (one.distance(tip), other.distance(tip));
    let wide = one.distance(other);
    let is_even = (left - right).abs() < 0.25 * left.max(right);
    is_even && (2.0..=14.0).contains(&left) && wide < 1.3 * left && wide > 0.3 * left
}
