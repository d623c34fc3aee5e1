//! No picture lies over anything, no ground over text that was there before, no head of an arrow over a symbol, label or text.

use super::super::draw::{Area, Colour, Draw, Page};
use super::pieces::{around, corners, frame_lines, inner, overlap, pieces, runs_through, text_area};
use super::{Book, Fault, Guarantee};

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, page) in book.numbered() {
        let texts: Vec<(usize, Area)> =
            page.ops.iter().enumerate().filter_map(|(at, op)| Some((at, text_area(op)?))).collect();
        let on_text = |area: Area, until: usize| {
            texts.iter().take_while(|(at, _)| *at < until).find(|(_, text)| overlap(*text, area)).map(|(_, text)| *text)
        };
        let mut fault = |guarantee, area, what| faults.push(Fault::new(guarantee, number, area, what));
        for (at, op) in page.ops.iter().enumerate() {
            match op {
                Draw::Image { area, .. } if on_text(*area, usize::MAX).is_some() || meets_lines(page, *area) => {
                    fault(
                        Guarantee::Covers,
                        *area,
                        ("lambang menimpa tulisan atau garis", "the emblem lies over text or lines"),
                    );
                }
                Draw::Path { segs, closed: true, fill: Some(Colour::BLACK), stroke: None } => {
                    let area = around(corners(segs));
                    if on_text(area, usize::MAX).is_some() || meets_symbol(page, area) {
                        fault(
                            Guarantee::Covers,
                            area,
                            (
                                "mata panah menimpa simbol atau tulisan",
                                "the head of an arrow lies over a symbol or text",
                            ),
                        );
                    }
                }
                Draw::Path { segs, fill: Some(_), .. } => {
                    if let Some(text) = on_text(body(page, around(corners(segs))), at) {
                        fault(Guarantee::Covers, text, ("tulisan tertutup", "text is covered"));
                    }
                }
                _ => {}
            }
        }
    }
    faults
}

/// What the ground of a symbol covers for sure; all of any other.
fn body(page: &Page, area: Area) -> Area {
    page.shapes.iter().find(|place| place.area == area).map_or(area, |place| inner(place.shape, area))
}

fn meets_lines(page: &Page, area: Area) -> bool {
    let arrows = page.connectors.iter().flat_map(|connector| pieces(&connector.points));
    meets_symbol(page, area) || frame_lines(page).into_iter().chain(arrows).any(|piece| runs_through(piece, area))
}

fn meets_symbol(page: &Page, area: Area) -> bool {
    page.shapes.iter().any(|place| overlap(inner(place.shape, place.area), area))
}
