//! No arrow crosses a symbol, a label or text, and every piece of it is upright or level.

use super::super::draw::{Area, Connector, Page, Shape};
use super::pieces::{Piece, bounds, pieces, runs_through, text_area};
use super::{Book, Fault, Guarantee};

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, page) in book.numbered() {
        let texts: Vec<Area> = page.ops.iter().filter_map(text_area).filter(|area| !is_label(page, *area)).collect();
        for connector in &page.connectors {
            let fault = |what| book.arrow_fault(Guarantee::Clear, number, &connector.edge, what);
            for piece in pieces(&connector.points) {
                let crossed = |areas: &[Area]| areas.iter().find(|area| runs_through(piece, **area)).copied();
                if piece.0.x != piece.1.x && piece.0.y != piece.1.y {
                    faults.push(fault(("miring", "is slanted")).at(bounds(piece)));
                }
                if let Some(area) = crossed_symbol(page, connector, piece) {
                    faults.push(fault(("memotong simbol", "crosses a symbol")).at(area));
                }
                if let Some(area) = crossed(&page.labels) {
                    faults.push(fault(("memotong tulisan Ya/Tidak", "crosses a label")).at(area));
                }
                if let Some(area) = crossed(&texts) {
                    faults.push(fault(("memotong tulisan", "crosses text")).at(area));
                }
            }
        }
    }
    faults
}

/// The text of a label: it starts where the label does.
fn is_label(page: &Page, area: Area) -> bool {
    page.labels
        .iter()
        .any(|label| (label.x, label.w) == (area.x, area.w) && label.y <= area.bottom() && area.y <= label.bottom())
}

/// An arrow that leaves a diamond beside its tip starts inside the area around it, which is not crossing it.
fn crossed_symbol(page: &Page, connector: &Connector, piece: Piece) -> Option<Area> {
    let others = page.shapes.iter().enumerate().filter(|(at, place)| {
        let own = *at == connector.ends.0 && place.shape == Shape::Diamond && piece.0 == connector.points[0];
        !own && runs_through(piece, place.area)
    });
    others.map(|(_, place)| place.area).next()
}
