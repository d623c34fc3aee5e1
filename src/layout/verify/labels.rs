//! Every branch has its label where it leaves its decision, and labels stand free.

use super::super::PT;
use super::super::draw::{Area, Connector, Draw, Page, Part, Place, Shape};
use super::pieces::{frame_lines, overlap, runs_through, stands_in, text_area};
use super::{Book, Fault, Guarantee};
use crate::model::EdgeKind;
use crate::vocabulary::form_words::{NO, YES};

/// A label stands no farther from where its arrow starts.
const NEAR: i32 = 7 * PT;

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, page) in book.numbered() {
        for connector in page.connectors.iter().filter(|connector| !is_labelled(book, page, connector)) {
            let what = ("tanpa tulisan Ya/Tidak di pangkalnya", "has no label where it starts");
            faults.push(book.arrow_fault(Guarantee::Labels, number, &connector.edge, what));
        }
        let lines = frame_lines(page);
        for (at, label) in page.labels.iter().enumerate() {
            let touched = page.labels[at + 1..].iter().any(|other| overlap(*label, *other))
                || page.shapes.iter().any(|place| covers(place, *label))
                || lines.iter().any(|line| runs_through(*line, *label));
            if touched {
                let what = ("tulisan Ya/Tidak tertimpa", "a label is covered");
                faults.push(Fault::new(Guarantee::Labels, number, *label, what));
            }
        }
    }
    faults
}

/// The arrow is no branch, or says near its start which it is; what only comes in from another page has said so there.
fn is_labelled(book: &Book, page: &Page, connector: &Connector) -> bool {
    let own = book.chart.words.get(&(connector.edge.from, connector.edge.way.unwrap_or(usize::MAX)));
    let words = match (own, connector.edge.kind) {
        _ if connector.part == Part::In => return true,
        (_, EdgeKind::Next) | (None, EdgeKind::Case(_)) => return true,
        (Some(_), _) => None,
        (None, EdgeKind::Yes) => Some(YES),
        (None, EdgeKind::No) => Some(NO),
    };
    let Some(start) = connector.points.first() else { return false };
    let near =
        |area: Area| stands_in(*start, Area::new(area.x - NEAR, area.y - NEAR, area.w + 2 * NEAR, area.h + 2 * NEAR));
    let Some(words) = words else { return page.labels.iter().any(|label| near(*label)) };
    let says = |op: &Draw| matches!(op, Draw::Text { text, .. } if words.contains(&text.as_str()));
    page.ops.iter().any(|op| says(op) && text_area(op).is_some_and(near))
}

/// The symbol covers some of the area: of a diamond only what is within its slopes counts.
fn covers(place: &Place, area: Area) -> bool {
    if place.shape != Shape::Diamond {
        return overlap(area, place.area);
    }
    let centre = place.area.centre();
    let aside = |from: i32, to: i32| i64::from((from.max(-to)).max(0));
    let across = aside(area.x - centre.x, area.right() - centre.x);
    let down = aside(area.y - centre.y, area.bottom() - centre.y);
    let (w, h) = (i64::from(place.area.w), i64::from(place.area.h));
    2 * (across * h + down * w) < w * h
}
