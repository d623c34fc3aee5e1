//! Every text stays in its cell, crosses no line of the table, and touches no other text.

use super::super::draw::{Area, Draw, Page};
use super::pieces::{Piece, frame_lines, lies_in, overlap, runs_through, text_area};
use super::{Book, Fault, Guarantee};

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, page) in book.numbered() {
        let mut fault = |area: Area, text: &str, id: &str, en: &str| {
            let what = (format!("tulisan `{text}` {id}"), format!("text `{text}` {en}"));
            faults.push(Fault::new(Guarantee::Texts, number, area, (&what.0, &what.1)));
        };
        for (cell, lines) in page.strips.iter().flat_map(|strip| &strip.cells) {
            for (area, text) in page.ops.get(lines.clone()).unwrap_or(&[]).iter().filter_map(written) {
                if !lies_in(area, *cell) {
                    fault(area, text, "keluar dari selnya", "leaves its cell");
                }
            }
        }
        let (texts, lines) = (texts(page), frame_lines(page));
        for (at, (area, text)) in texts.iter().enumerate() {
            if lines.iter().any(|line: &Piece| runs_through(*line, *area)) {
                fault(*area, text, "memotong garis", "crosses a line");
            }
            if texts[at + 1..].iter().take_while(|(other, _)| other.y < area.bottom()).any(|it| overlap(it.0, *area)) {
                fault(*area, text, "menimpa tulisan lain", "lies on other text");
            }
        }
    }
    faults
}

/// All texts of the page from top to bottom.
fn texts(page: &Page) -> Vec<(Area, &str)> {
    let mut texts: Vec<(Area, &str)> = page.ops.iter().filter_map(written).collect();
    texts.sort_by_key(|(area, _)| (area.y, area.x));
    texts
}

fn written(op: &Draw) -> Option<(Area, &str)> {
    match op {
        Draw::Text { text, .. } => Some((text_area(op)?, text)),
        _ => None,
    }
}
