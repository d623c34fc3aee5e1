//! No arrow and no symbol leaves the actor columns, a symbol stands in the cell of its step and actor, and nothing leaves the
//! sheet.

use super::super::draw::{Area, Draw, Page, Place, Strip};
use super::pieces::{around, corners, ends, frames, lies_in, text_area};
use super::{Book, Fault, Guarantee};
use crate::model::CellAt;
use std::collections::BTreeMap;

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    let columns = columns(book);
    for (number, page) in book.numbered() {
        let room = around(page.strips.iter().flat_map(|strip| ends(strip.actors)));
        for connector in &page.connectors {
            let area = around(connector.points.iter().copied());
            if !lies_in(area, room) {
                let what = ("keluar dari kolom pelaksana", "leaves the actor columns");
                faults.push(book.arrow_fault(Guarantee::Inside, number, &connector.edge, what).at(area));
            }
        }
        for place in page.shapes.iter().filter(|place| !lies_in(place.area, room)) {
            let what = ("simbol di luar kolom pelaksana", "a symbol outside the actor columns");
            faults.push(Fault::new(Guarantee::Inside, number, place.area, what));
        }
        for place in page.shapes.iter().filter(|place| !is_at_home(page, place, &columns)) {
            let what =
                ("simbol di luar sel langkah dan pelaksananya", "a symbol outside the cell of its step and actor");
            faults.push(Fault::new(Guarantee::Inside, number, place.area, what));
        }
        off_sheet(number, page, &mut faults);
    }
    faults
}

/// The actor column of each cell, from 0.
fn columns(book: &Book) -> BTreeMap<CellAt, usize> {
    let levels = book.chart.levels.iter();
    levels.flat_map(|level| level.nodes.iter().filter_map(|node| Some((node.kind.cell()?, node.column)))).collect()
}

/// It stands in the row and column of its cell, if it is the symbol of one.
fn is_at_home(page: &Page, place: &Place, columns: &BTreeMap<CellAt, usize>) -> bool {
    let Some(cell) = place.own_cell() else { return true };
    let Some(column) = columns.get(&cell) else { return false };
    let fields = page.strips.iter().filter(|strip| strip.row == cell.0).filter_map(|strip| field(page, strip, *column));
    fields.into_iter().any(|field| lies_in(place.area, field))
}

/// The frame of an actor column in that part of a row.
fn field(page: &Page, strip: &Strip, column: usize) -> Option<Area> {
    let of_row = |frame: &Area| (frame.y, frame.h) == (strip.actors.y, strip.actors.h) && lies_in(*frame, strip.actors);
    let mut fields: Vec<Area> = frames(page).filter(of_row).collect();
    fields.sort_by_key(|frame| frame.x);
    fields.get(column).copied()
}

fn off_sheet(number: usize, page: &Page, faults: &mut Vec<Fault>) {
    let sheet = Area::new(0, 0, page.width, page.height);
    for op in &page.ops {
        let area = match op {
            Draw::Path { segs, .. } => around(corners(segs)),
            Draw::Text { .. } => text_area(op).unwrap_or_default(),
            Draw::Link { area, .. } | Draw::Image { area, .. } => *area,
        };
        if !lies_in(area, sheet) {
            let what = ("ada yang keluar dari kertas", "something leaves the sheet");
            faults.push(Fault::new(Guarantee::Sheet, number, area, what));
        }
    }
}
