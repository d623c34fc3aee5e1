//! No arrow and no symbol leaves the actor columns, and nothing leaves the sheet.

use super::super::draw::{Area, Draw, Page, Point};
use super::pieces::{around, corners, lies_in, text_area};
use super::{Book, Fault, Guarantee};

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, page) in book.numbered() {
        let ends = |area: Area| [Point::new(area.x, area.y), Point::new(area.right(), area.bottom())];
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
        off_sheet(number, page, &mut faults);
    }
    faults
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
