//! Small words beside the pentagons of a page, where they have room: on which page, and at which step, work goes on.

use super::PT;
use super::columns::{Columns, LABEL_GAP};
use super::draw::{Area, Connector, Draw, Page, Point};
use super::pen::{Align, Pen};
use super::typeset::Style;

const LETTERS: Style = Style { face: super::Face::Regular, size: 6 * PT };
/// Least space between the words and anything else.
const AROUND: i32 = PT / 2;

/// Where the words may stand to their pentagon, the best place first.
const PLACES: [Place; 4] = [Place::Under, Place::Over, Place::Right, Place::Left];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Under,
    Over,
    Right,
    Left,
}

/// Writes the words beside the pentagon that is this symbol of the page; gives whether there was room.
pub(super) fn write(pen: &mut Pen, columns: &Columns, symbol: usize, words: &str) -> bool {
    let Some(spot) = spot(pen, columns, symbol, words) else { return false };
    let (area, lines, align) = spot;
    pen.lines(area, LETTERS, align, &lines);
    true
}

/// The first free area for the words, as few lines of them as fit.
fn spot(pen: &Pen, columns: &Columns, symbol: usize, words: &str) -> Option<(Area, Vec<String>, Align)> {
    let page = &*pen.page;
    let post = page.shapes.get(symbol)?.area;
    let centre = post.centre();
    let strip = page.strips.iter().find(|strip| within(centre.y, strip.actors.y, strip.actors.bottom()))?;
    let (left, right) =
        columns.edges.windows(2).map(|pair| (pair[0], pair[1])).find(|it| within(centre.x, it.0, it.1))?;
    let field = Area::new(left, strip.actors.y, right - left, strip.actors.h);
    let room = Area::new(field.x + PT, field.y + PT, field.w - 2 * PT, field.h - 2 * PT);
    let mut found = PLACES.iter().filter_map(|place| {
        let width = match place {
            Place::Under | Place::Over => room.w,
            Place::Right => room.right() - post.right() - LABEL_GAP,
            Place::Left => post.x - room.x - LABEL_GAP,
        };
        let lines = pen.type_.wrap_evenly(LETTERS, width.max(0), words);
        let wide = lines.iter().map(|line| pen.type_.width(LETTERS, line)).max()?;
        let high = lines.len() as i32 * LETTERS.leading();
        let area = match place {
            Place::Under => Area::new(centre.x - wide / 2, post.bottom(), wide, high),
            Place::Over => Area::new(centre.x - wide / 2, post.y - high - PT, wide, high),
            Place::Right => Area::new(post.right() + LABEL_GAP, centre.y - high / 2, wide, high),
            Place::Left => Area::new(post.x - LABEL_GAP - wide, centre.y - high / 2, wide, high),
        };
        let whole = wide <= width && lines.join(" ") == words;
        let inside =
            area.x >= room.x && area.right() <= room.right() && area.y >= room.y && area.bottom() <= room.bottom();
        let align = if matches!(place, Place::Under | Place::Over) { Align::Centre } else { Align::Left };
        (whole && inside && is_free(page, area, symbol)).then_some((lines.len(), area, lines, align))
    });
    let first = found.next()?;
    let best = found.fold(first, |best, it| if it.0 < best.0 { it } else { best });
    Some((best.1, best.2, best.3))
}

fn within(value: i32, from: i32, to: i32) -> bool {
    from <= value && value <= to
}

/// No symbol but the pentagon itself, no text and no line of an arrow or between boxes lies there.
fn is_free(page: &Page, area: Area, symbol: usize) -> bool {
    let area = Area::new(area.x - AROUND, area.y, area.w + 2 * AROUND, area.h);
    let apart = |other: Area| {
        other.x >= area.right() || area.x >= other.right() || other.y >= area.bottom() || area.y >= other.bottom()
    };
    let other = |(at, place): (usize, &super::draw::Place)| at == symbol || apart(place.area);
    let clear = |connector: &Connector| connector.points.windows(2).all(|pair| apart(around(pair[0], pair[1])));
    let unjoined = |(left, right): &(usize, usize)| {
        let ends = page.shapes.get(*left).zip(page.shapes.get(*right)).map(|(left, right)| (left.area, right.area));
        ends.is_none_or(|(left, right)| apart(around(left.centre(), right.centre())))
    };
    let unwritten = |op: &Draw| match op {
        Draw::Text { at, size, width, upwards: false, .. } => apart(Area::new(at.x, at.y - size, *width, *size)),
        _ => true,
    };
    page.shapes.iter().enumerate().all(other)
        && page.labels.iter().all(|label| apart(*label))
        && page.connectors.iter().all(clear)
        && page.joins.0.iter().all(unjoined)
        && page.ops.iter().all(unwritten)
}

/// What a piece of an arrow takes up.
fn around(from: Point, to: Point) -> Area {
    let (x, y) = (from.x.min(to.x), from.y.min(to.y));
    Area::new(x - PT, y - PT, (from.x - to.x).abs() + 2 * PT, (from.y - to.y).abs() + 2 * PT)
}
