//! No two arrows lie on each other except where they merge into one head, none lies on a line of the table, and symbols
//! stand free.

use super::super::draw::{Area, Connector, Page, Point};
use super::pieces::{Piece, bounds, frame_lines, lie_on_each_other, overlap, pieces, runs_through, stands_on};
use super::{Book, Fault, Guarantee};
use crate::model::EdgeKind;

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, page) in book.numbered() {
        let lines = frame_lines(page);
        for (at, connector) in page.connectors.iter().enumerate() {
            let fault = |what| book.arrow_fault(Guarantee::Apart, number, &connector.edge, what);
            let own = pieces(&connector.points);
            let on_line = |piece: &&Piece| lines.iter().any(|line| lie_on_each_other(**piece, *line));
            if let Some(piece) = own.iter().find(on_line) {
                faults.push(fault(("menimpa garis tabel", "lies on a line of the table")).at(bounds(*piece)));
            }
            for other in &page.connectors[at + 1..] {
                if let Some(place) = clash(connector, other) {
                    let name = book.arrow(&other.edge);
                    let what = (format!("menimpa {}", name.id), format!("lies on {}", name.en));
                    let clash = book.arrow_fault(Guarantee::Apart, number, &connector.edge, (&what.0, &what.1));
                    faults.push(clash.at(place));
                }
            }
        }
        symbols(number, page, &lines, &mut faults);
    }
    faults
}

/// Where two arrows share a stretch, or one bends on the other, before they have merged for good, or after arrows by which one
/// symbol hands work on to several have parted.
fn clash(one: &Connector, other: &Connector) -> Option<Area> {
    let (mut mine, mut theirs) = (one.points.clone(), other.points.clone());
    if one.ends.1 == other.ends.1 {
        (mine, theirs) = apart(&mine, &theirs);
    }
    if one.ends.0 == other.ends.0 && [one, other].iter().all(|it| it.edge.kind == EdgeKind::Next) {
        mine.reverse();
        theirs.reverse();
        (mine, theirs) = apart(&mine, &theirs);
    }
    let (own, others) = (pieces(&mine), pieces(&theirs));
    let overlapped = own.iter().find(|piece| others.iter().any(|it| lie_on_each_other(**piece, *it)));
    let bend = |points: &[Point], pieces: &[Piece]| {
        let inner = points.get(1..points.len().saturating_sub(1)).unwrap_or(&[]);
        inner.iter().find(|point| pieces.iter().any(|piece| stands_on(**point, *piece))).copied()
    };
    let bent = bend(&mine, &others).or_else(|| bend(&theirs, &own));
    overlapped.map(|piece| bounds(*piece)).or_else(|| bent.map(|point| Area::new(point.x, point.y, 0, 0)))
}

/// Both ways without what they go together at their ends.
fn apart(one: &[Point], other: &[Point]) -> (Vec<Point>, Vec<Point>) {
    match common_end(one, other).last() {
        Some(merged) => (until(one, *merged), until(other, *merged)),
        None => (one.to_vec(), other.to_vec()),
    }
}

/// The corners of the way that both go to their ends together, from the end backwards; the last is where they meet.
fn common_end(one: &[Point], other: &[Point]) -> Vec<Point> {
    let mut shared = Vec::new();
    let mut sides = (one.iter().rev().peekable(), other.iter().rev().peekable());
    while let (Some(a), Some(b)) = (sides.0.peek(), sides.1.peek()) {
        if a == b {
            shared.push(**a);
            sides.0.next();
            sides.1.next();
            continue;
        }
        if let Some(last) = shared.last().copied() {
            if stands_on(**a, (last, **b)) {
                shared.push(**a);
            } else if stands_on(**b, (last, **a)) {
                shared.push(**b);
            }
        }
        break;
    }
    shared
}

/// The way up to a place on it.
fn until(points: &[Point], end: Point) -> Vec<Point> {
    let mut way = Vec::new();
    for piece in points.windows(2) {
        way.push(piece[0]);
        if stands_on(end, (piece[0], piece[1])) && end != piece[0] {
            break;
        }
    }
    way.push(end);
    way
}

fn symbols(number: usize, page: &Page, lines: &[Piece], faults: &mut Vec<Fault>) {
    for (at, place) in page.shapes.iter().enumerate() {
        let mut fault = |what| faults.push(Fault::new(Guarantee::Apart, number, place.area, what));
        if page.shapes[at + 1..].iter().any(|other| overlap(place.area, other.area)) {
            fault(("dua simbol bertumpuk", "two symbols lie on each other"));
        }
        if lines.iter().any(|line| runs_through(*line, place.area)) {
            fault(("simbol di atas garis tabel", "a symbol lies over a line of the table"));
        }
    }
}
