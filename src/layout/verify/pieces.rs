//! Questions about the straight pieces of arrows, the boxes of texts and the lines of the table.

use super::super::draw::{Area, Draw, Page, Point, Seg, Shape, Stroke};
use super::super::pen::{self, THIN};

/// Share of the size that letters rise above, and hang below, the baseline, in hundredths.
const RISE: i32 = 70;
const HANG: i32 = 20;

/// A straight line from one place to another.
pub(super) type Piece = (Point, Point);

/// The pieces between corners.
pub(super) fn pieces(points: &[Point]) -> Vec<Piece> {
    points.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// The least area around it; flat.
pub(super) fn bounds((from, to): Piece) -> Area {
    Area::new(from.x.min(to.x), from.y.min(to.y), (from.x - to.x).abs(), (from.y - to.y).abs())
}

/// The least area around points.
pub(super) fn around(points: impl IntoIterator<Item = Point>) -> Area {
    let mut points = points.into_iter();
    let Some(first) = points.next() else { return Area::default() };
    let (mut low, mut high) = (first, first);
    for point in points {
        low = Point::new(low.x.min(point.x), low.y.min(point.y));
        high = Point::new(high.x.max(point.x), high.y.max(point.y));
    }
    Area::new(low.x, low.y, high.x - low.x, high.y - low.y)
}

/// The areas share more than an edge.
pub(super) fn overlap(one: Area, other: Area) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

/// The one area lies in the other.
pub(super) fn lies_in(one: Area, other: Area) -> bool {
    one.x >= other.x && one.y >= other.y && one.right() <= other.right() && one.bottom() <= other.bottom()
}

/// The point is in the area or on its edge.
pub(super) fn stands_in(point: Point, area: Area) -> bool {
    (area.x..=area.right()).contains(&point.x) && (area.y..=area.bottom()).contains(&point.y)
}

/// The piece runs through the inside of the area.
pub(super) fn runs_through(piece: Piece, area: Area) -> bool {
    let line = bounds(piece);
    line.x < area.right()
        && area.x < line.right().max(line.x + 1)
        && line.y < area.bottom()
        && area.y < line.bottom().max(line.y + 1)
}

/// The pieces share more than a point.
pub(super) fn lie_on_each_other(one: Piece, other: Piece) -> bool {
    let (a, b) = (bounds(one), bounds(other));
    let upright = a.w == 0 && b.w == 0 && a.x == b.x && a.y.max(b.y) < a.bottom().min(b.bottom());
    let level = a.h == 0 && b.h == 0 && a.y == b.y && a.x.max(b.x) < a.right().min(b.right());
    upright || level
}

/// The point is on the piece.
pub(super) fn stands_on(point: Point, piece: Piece) -> bool {
    stands_in(point, bounds(piece))
}

/// The box of the letters that an operation writes; none where it writes none.
pub(super) fn text_area(op: &Draw) -> Option<Area> {
    let Draw::Text { at, size, width, upwards, .. } = op else { return None };
    let (rise, hang) = (size * RISE / 100, size * HANG / 100);
    Some(match upwards {
        false => Area::new(at.x, at.y - rise, *width, rise + hang),
        true => Area::new(at.x - rise, at.y - width, rise + hang, *width),
    })
}

/// Corners of an outline.
pub(super) fn corners(segs: &[Seg]) -> Vec<Point> {
    let end = |seg: &Seg| match seg {
        Seg::Move(at) | Seg::Line(at) | Seg::Curve(.., at) => *at,
    };
    segs.iter().map(end).collect()
}

/// The frames of the table and of the identity page.
pub(super) fn frames(page: &Page) -> impl Iterator<Item = Area> {
    page.ops.iter().filter_map(|op| match op {
        Draw::Path { segs, closed: true, stroke: Some(Stroke { width: THIN, .. }), .. } => Some(around(corners(segs))),
        _ => None,
    })
}

/// The lines of these frames, each once.
pub(super) fn frame_lines(page: &Page) -> Vec<Piece> {
    let mut lines: Vec<Piece> = frames(page).flat_map(sides).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn sides(area: Area) -> [Piece; 4] {
    let [left_top, right_top, right_bottom, left_bottom] = pen::corners(area);
    [(left_top, right_top), (right_top, right_bottom), (left_bottom, right_bottom), (left_top, left_bottom)]
}

/// The upper left and the lower right corner.
pub(super) fn ends(area: Area) -> [Point; 2] {
    [Point::new(area.x, area.y), Point::new(area.right(), area.bottom())]
}

/// What a symbol covers for sure: labels may stand in the corners around a diamond.
pub(super) fn inner(shape: Shape, area: Area) -> Area {
    match shape {
        Shape::Diamond => Area::around(area.centre(), area.w / 2, area.h / 2),
        _ => area,
    }
}
