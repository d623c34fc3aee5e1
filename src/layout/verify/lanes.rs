//! Actor columns are equally wide, the symbols of all cells too and no narrower than 9 mm where there is room; capsules say
//! their word in letters that are read; and where there is room arrows keep 2 mm from the lines between columns.

use super::super::PT;
use super::super::columns::{BORDER, HEAD_ROOM, LABEL, LABEL_GAP, PITCH, SYMBOLS};
use super::super::draw::{Area, Draw, Page, Place, Shape};
use super::pieces::{Piece, frames, lies_in, pieces, text_area};
use super::{Book, Fault, Guarantee};
use crate::vocabulary::form_words::{END, START};

/// Columns may be wider than others by what rounding leaves.
const ROUNDING: i32 = 2;
/// A column has room for symbols of the least width where it is so much wider, in hundredths.
const ROOMY: i32 = 134;

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut symbol = None;
    let clear = book.pages.iter().flat_map(|page| page.labels.iter().map(|label| kept_off(page, *label)));
    let clear = clear.max().unwrap_or(0).max(HEAD_ROOM);
    for (number, page) in book.numbered() {
        let columns = columns(page);
        let mut fault = |at, what| faults.push(Fault::new(Guarantee::Lanes, number, at, what));
        let widths = || columns.iter().map(|area| area.w);
        let (least, most) = (widths().min().unwrap_or(0), widths().max().unwrap_or(0));
        if most - least > ROUNDING {
            fault(columns[0], ("kolom pelaksana tidak sama lebar", "actor columns differ in width"));
        }
        for place in page.shapes.iter().filter(|place| place.own_cell().is_some()) {
            let width = *symbol.get_or_insert(place.area.w);
            if place.area.w != width || width < SYMBOLS[0] && least * 100 >= SYMBOLS[0] * ROOMY {
                fault(place.area, ("simbol tidak selebar yang lain", "a symbol is not as wide as others"));
            }
        }
        let wordless =
            |place: &&Place| place.shape == Shape::Capsule && place.area.w >= SYMBOLS[0] && !says(page, place.area);
        for place in page.shapes.iter().filter(wordless) {
            fault(place.area, ("kapsul tanpa kata yang terbaca", "a capsule has no word that can be read"));
        }
        let lanes: Vec<Piece> = page.connectors.iter().flat_map(|it| pieces(&it.points)).filter(is_upright).collect();
        for column in &columns {
            if let Some(lane) = lanes.iter().find(|lane| is_close(page, (*column, clear), &lanes, **lane)) {
                let what = ("panah terlalu dekat garis kolom", "an arrow is too near the line between columns");
                fault(Area::new(lane.0.x, lane.0.y.min(lane.1.y), 0, (lane.0.y - lane.1.y).abs()), what);
            }
        }
    }
    faults
}

/// The frames of the actor columns in the first row of the page.
fn columns(page: &Page) -> Vec<Area> {
    let Some(row) = page.strips.first().map(|strip| strip.actors) else { return Vec::new() };
    let own = |frame: &Area| (frame.y, frame.h) == (row.y, row.h) && lies_in(*frame, row);
    let mut columns: Vec<Area> = frames(page).filter(own).collect();
    columns.sort_by_key(|area| area.x);
    columns
}

/// It shows a word of capsules, in letters smaller than those of labels only where these would be too wide.
fn says(page: &Page, area: Area) -> bool {
    page.ops.iter().any(|op| match op {
        Draw::Text { text, size, width, .. } if text == START || text == END => {
            let too_wide = || width * LABEL.size / size.max(&1) > area.w - 2 * PT;
            text_area(op).is_some_and(|it| lies_in(it, area)) && (*size >= LABEL.size || too_wide())
        }
        _ => false,
    })
}

/// How far a label beside a symbol keeps arrows away from it.
fn kept_off(page: &Page, label: Area) -> i32 {
    let beside = |place: &&Place| label.y < place.area.bottom() && place.area.y < label.bottom();
    let beyond = |place: &Place| {
        let aside = if label.centre().x > place.area.centre().x {
            label.right() - place.area.right()
        } else {
            place.area.x - label.x
        };
        aside + LABEL_GAP
    };
    page.shapes
        .iter()
        .filter(|place| place.own_cell().is_some())
        .filter(beside)
        .map(beyond)
        .filter(|it| *it > 0)
        .min()
        .unwrap_or(0)
}

fn is_upright((from, to): &Piece) -> bool {
    from.x == to.x && from.y != to.y
}

/// The lane lies in that column, nearer to one of its lines than it need.
fn is_close(page: &Page, (column, clear): (Area, i32), lanes: &[Piece], lane: Piece) -> bool {
    let x = lane.0.x;
    let aside = (x - column.x).min(column.right() - x);
    if !(0..BORDER).contains(&aside) {
        return false;
    }
    let left = x - column.x == aside;
    let symbols = page
        .shapes
        .iter()
        .filter(|place| place.own_cell().is_some() && column.x < place.area.x && place.area.right() < column.right());
    let Some(symbol) = symbols.map(|place| place.area.w).max() else { return false };
    let gutter = (column.w - symbol) / 2;
    let beside = |x: i32| {
        if left {
            (column.x..column.x + gutter).contains(&x)
        } else {
            (column.right() - gutter..column.right()).contains(&x)
        }
    };
    let mut own: Vec<i32> = lanes.iter().map(|lane| lane.0.x).filter(|x| beside(*x)).collect();
    own.sort_unstable();
    own.dedup();
    gutter >= BORDER + clear + (own.len() as i32 - 1) * PITCH
}
