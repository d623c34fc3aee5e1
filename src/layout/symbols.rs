//! A placed page → its symbols, arrows and labels on the draw list.

use super::PT;
use super::chart::NodeKind;
use super::columns::{LABEL, LABEL_GAP, Labels, along_slope};
use super::draw::{Area, Colour, Connector, Draw, Face, Page, Place, Point, Seg, Shape, Stroke};
use super::geometry::Placing;
use super::meaning::Role;
use super::pen::{FIRM, Pen, corners};
use super::route::{Exit, Placed, Side, Way, Wire};
use super::typeset::{Style, Typesetter};
use crate::model::{CellAt, Symbol};
use crate::vocabulary::form_words::{END, IN_DOUBT, START};
use std::collections::BTreeMap;

const LETTERS: Style = Style { face: Face::Bold, size: 7 * PT };
/// Handle of a curve that makes a quarter of a circle, in thousandths of its radius.
const QUARTER: i32 = 552;
/// The grounds of capsules, boxes, diamonds and pentagons.
const TINTS: [Colour; 4] = [Colour(217, 234, 211), Colour(228, 238, 248), Colour(255, 242, 204), Colour(236, 236, 236)];
/// Length and half the breadth of an arrow's head.
const HEAD: (i32, i32) = (5 * PT, 2 * PT);

/// The letters of the pentagons: one for each cell that is reached from another page.
pub(super) type Letters = BTreeMap<CellAt, usize>;

/// Draws arrows first, symbols over them, labels last; `role` says of each symbol, by position, what it means. Gives the arrows,
/// by position, at which a letter stands in place of words of their own, with both.
pub(super) fn draw<'r>(
    pen: &mut Pen,
    placing: &Placing<'r>,
    letters: &Letters,
    role: &dyn Fn(usize) -> Role,
) -> Vec<(usize, [&'r str; 2])> {
    let routing = placing.routing;
    pen.page.shapes = (0..routing.nodes.len())
        .map(|at| {
            let placed = &routing.nodes[at];
            Place { shape: shape(placed, letters), area: placing.area(at), cell: placed.node.kind.cell() }
        })
        .collect();
    draw_joins(pen, placing);
    routing.wires.iter().for_each(|wire| draw_wire(pen, placing, wire));
    for at in 0..routing.nodes.len() {
        let before = pen.page.ops.len();
        draw_symbol(pen, placing, at);
        pen.page.mark(before, role(at));
    }
    let mut lettered = Vec::new();
    for (at, wire) in routing.wires.iter().enumerate() {
        let Some(text) = placing.columns.labels.text(wire, routing) else { continue };
        let (before, start) = (pen.page.ops.len(), pen.page.connectors[at].points[0]);
        let sloped = routing.nodes[wire.from].symbol() == Some(Symbol::Decision);
        let rise = if sloped { placing.columns.rise } else { LABEL_GAP };
        let letter = Labels::Letters.text(wire, routing).unwrap_or(text);
        let stands_free = |text: &str| {
            let (_, area) = label_place(pen.type_, wire.way, start, (text, rise));
            !crosses_a_line(pen.page, &placing.columns.edges, area)
        };
        // A word that would run over a line of the table gives way to its letter.
        let text = if stands_free(text) || !stands_free(letter) { text } else { letter };
        draw_label(pen, wire.way, start, (text, rise));
        pen.page.mark(before, role(wire.from));
        if let Some(words) = Labels::own(wire, routing).filter(|words| *words != text) {
            lettered.push((at, [text, words]));
        }
    }
    lettered
}

fn shape(placed: &Placed, letters: &Letters) -> Shape {
    match placed.node.kind {
        NodeKind::Finish | NodeKind::Cell(_, Symbol::Start | Symbol::End) => Shape::Capsule,
        NodeKind::Joint | NodeKind::Cell(_, Symbol::Process) => Shape::Box,
        NodeKind::Cell(_, Symbol::Document) => Shape::Sheet,
        NodeKind::Cell(_, Symbol::Decision) => Shape::Diamond,
        NodeKind::Elsewhere(cell) => Shape::Pentagon(letters.get(&cell).copied().unwrap_or(0)),
        NodeKind::Unseen(_, number) => Shape::Reference(number),
    }
}

/// Joins the boxes of those who act together.
fn draw_joins(pen: &mut Pen, placing: &Placing) {
    let routing = placing.routing;
    for (level, ends) in &routing.joins {
        let members = &routing.levels[*level].1;
        let own = |column: usize| members.iter().copied().find(|at| routing.nodes[*at].node.column == column);
        if let (Some(left), Some(right)) = (own(ends.0), own(ends.1)) {
            pen.page.joins.0.push((left, right));
            let (left, right) = (placing.area(left), placing.area(right));
            let y = left.centre().y;
            pen.line(Point::new(left.right(), y), Point::new(right.x, y), FIRM);
        }
    }
}

fn draw_wire(pen: &mut Pen, placing: &Placing, wire: &Wire) {
    let points = placing.points(wire);
    match wire.edge.dashed {
        true => pen.dashed(&points, FIRM),
        false => pen.open(&points, FIRM),
    }
    if let [.., before, last] = points[..] {
        draw_head(pen, before, last);
    }
    pen.page.connectors.push(Connector { edge: wire.edge, part: wire.part, points, ends: (wire.from, wire.to) });
}

/// A head, shorter where the last piece of the arrow is.
fn draw_head(pen: &mut Pen, before: Point, last: Point) {
    let (x, y) = ((last.x - before.x).signum(), (last.y - before.y).signum());
    let room = (last.x - before.x).abs() + (last.y - before.y).abs();
    let length = HEAD.0.min(room * 4 / 5);
    let breadth = HEAD.1 * length / HEAD.0;
    let back = Point::new(last.x - x * length, last.y - y * length);
    let wing = |side: i32| Point::new(back.x - side * y * breadth, back.y + side * x * breadth);
    pen.solid(&[last, wing(1), wing(-1)]);
}

/// Where the label of an arrow begins, and what it takes up. It stands beside the first piece of the arrow: over a level one as
/// far as given, and over the slope of its diamond; right of an upright one.
fn label_place(type_: &Typesetter, way: Way, start: Point, (text, rise): (&str, i32)) -> (Point, Area) {
    let width = type_.width(LABEL, text);
    let over = start.y - rise;
    let under = start.y + LABEL.size - PT / 2;
    let aside = LABEL_GAP - along_slope(rise - LABEL_GAP);
    let at = match way.exit {
        Exit::Beside(Side::Right) => Point::new(start.x + aside, over),
        Exit::Beside(Side::Left) => Point::new(start.x - aside - width, over),
        Exit::Below { shift, .. } if shift < 0 => Point::new(start.x - LABEL_GAP - width, under),
        Exit::Below { .. } => Point::new(start.x + LABEL_GAP, under),
    };
    (at, Area::new(at.x, at.y - LABEL.size * 3 / 4, width, LABEL.size * 3 / 4))
}

/// A line between columns or rows runs through the area.
fn crosses_a_line(page: &Page, edges: &[i32], area: Area) -> bool {
    let rows = page.strips.iter().flat_map(|strip| [strip.actors.y, strip.actors.bottom()]);
    edges.iter().any(|edge| area.x < *edge && *edge < area.right())
        || rows.into_iter().any(|edge| area.y < edge && edge < area.bottom())
}

fn draw_label(pen: &mut Pen, way: Way, start: Point, (text, rise): (&str, i32)) {
    let (at, area) = label_place(pen.type_, way, start, (text, rise));
    // Arrows that share their start share its label.
    if !pen.page.labels.contains(&area) {
        pen.page.labels.push(area);
        pen.text(at, LABEL, text);
    }
}

fn draw_symbol(pen: &mut Pen, placing: &Placing, at: usize) {
    let placed = &placing.routing.nodes[at];
    let Place { shape, area, .. } = pen.page.shapes[at];
    let ground = pen.ground(tint(shape));
    match shape {
        Shape::Box => pen.outline(&corners(area), ground, FIRM),
        Shape::Diamond => pen.outline(&diamond(area), ground, FIRM),
        Shape::Sheet => sheet(pen, area, ground),
        Shape::Pentagon(letter) => {
            pen.outline(&pentagon(area), ground, FIRM);
            let (word, head) = (letter_word(letter), Area { h: area.h * 4 / 5, ..area });
            // After Z there are two letters, which need smaller type.
            let smaller = (8..=14).rev().map(|half_points| Style::bold(half_points * PT / 2));
            let mut styles = std::iter::once(LETTERS).chain(smaller);
            let fitting = styles.find(|style| pen.type_.width(*style, &word) <= area.w);
            pen.caption(head, fitting.unwrap_or(LETTERS), &word);
        }
        Shape::Reference(_) => {
            pen.outline(&pentagon(area), ground, FIRM);
            pen.caption(Area { h: area.h * 4 / 5, ..area }, LETTERS, IN_DOUBT);
        }
        Shape::Capsule => {
            capsule(pen, area, ground);
            let word = if placed.symbol() == Some(Symbol::Start) { START } else { END };
            let inner = Area { x: area.x + PT, w: area.w - 2 * PT, ..area };
            // Only columns narrower than any real form has leave less than the usual size.
            let sizes = (6..=12).rev().map(|half_points| Style::regular(half_points * PT / 2));
            let fitting = sizes.into_iter().find(|style| pen.type_.width(*style, word) <= inner.w);
            pen.caption(inner, fitting.unwrap_or(LABEL), word);
        }
    }
}

fn tint(shape: Shape) -> Colour {
    match shape {
        Shape::Capsule => TINTS[0],
        Shape::Box | Shape::Sheet => TINTS[1],
        Shape::Diamond => TINTS[2],
        Shape::Pentagon(_) | Shape::Reference(_) => TINTS[3],
    }
}

/// A, B, … Z, AA, AB, …
pub(super) fn letter_word(letter: usize) -> String {
    let last = char::from(b'A' + (letter % 26) as u8);
    match letter / 26 {
        0 => last.to_string(),
        more => letter_word(more - 1) + &last.to_string(),
    }
}

fn diamond(area: Area) -> [Point; 4] {
    let centre = area.centre();
    [
        Point::new(centre.x, area.y),
        Point::new(area.right(), centre.y),
        Point::new(centre.x, area.bottom()),
        Point::new(area.x, centre.y),
    ]
}

fn pentagon(area: Area) -> [Point; 5] {
    let shoulder = area.y + area.h * 2 / 3;
    [
        Point::new(area.x, area.y),
        Point::new(area.right(), area.y),
        Point::new(area.right(), shoulder),
        Point::new(area.centre().x, area.bottom()),
        Point::new(area.x, shoulder),
    ]
}

/// A box whose lower edge is a wave; where arrows leave, in its middle, it is as low as the box.
fn sheet(pen: &mut Pen, area: Area, fill: Option<Colour>) {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let (middle, eighth, rise) = (area.centre().x, area.w / 8, (area.h / 4).min(4 * PT));
    let at = Point::new;
    let segs = vec![
        Seg::Move(at(left, top)),
        Seg::Line(at(right, top)),
        Seg::Line(at(right, bottom - rise)),
        Seg::Curve(at(right - eighth, bottom - rise), at(middle + 2 * eighth, bottom), at(middle, bottom)),
        Seg::Curve(at(middle - 2 * eighth, bottom), at(left + eighth, bottom), at(left, bottom - rise / 3)),
    ];
    pen.page.ops.push(Draw::Path { segs, closed: true, fill, stroke: Some(Stroke { width: FIRM, dashed: false }) });
}

fn capsule(pen: &mut Pen, area: Area, fill: Option<Colour>) {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let r = (area.h / 2).min(area.w / 2);
    let k = r * (1000 - QUARTER) / 1000;
    let at = Point::new;
    let segs = vec![
        Seg::Move(at(left + r, top)),
        Seg::Line(at(right - r, top)),
        Seg::Curve(at(right - k, top), at(right, top + k), at(right, top + r)),
        Seg::Line(at(right, bottom - r)),
        Seg::Curve(at(right, bottom - k), at(right - k, bottom), at(right - r, bottom)),
        Seg::Line(at(left + r, bottom)),
        Seg::Curve(at(left + k, bottom), at(left, bottom - k), at(left, bottom - r)),
        Seg::Line(at(left, top + r)),
        Seg::Curve(at(left, top + k), at(left + k, top), at(left + r, top)),
    ];
    pen.page.ops.push(Draw::Path { segs, closed: true, fill, stroke: Some(Stroke { width: FIRM, dashed: false }) });
}

#[cfg(test)]
mod tests {
    use super::letter_word;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 701, 702].map(letter_word), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
