//! Every symbol and every arrow of the flow is drawn once; an arrow starts at its symbol and ends at its target, with a head
//! that all who come to the target from above merge into.

use super::super::draw::{Area, Colour, Connector, Draw, Page, Part, Place, Point, Seg, Shape};
use super::pieces::{around, corners};
use super::{Book, Fault, Guarantee};
use crate::model::{CellAt, Edge};
use std::collections::{BTreeMap, BTreeSet};

/// Rounding of what starts on a slanted side.
const NEAR: i32 = 20;

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = symbols(book);
    let expected: BTreeSet<Edge> = book.chart.edges.iter().copied().collect();
    let mut drawn = BTreeMap::<Edge, usize>::new();
    for (number, page) in book.numbered() {
        for connector in &page.connectors {
            if connector.part != Part::In {
                *drawn.entry(connector.edge).or_default() += 1;
            }
            let fault = |what| book.arrow_fault(Guarantee::Edges, number, &connector.edge, what);
            let at = around(connector.points.iter().copied());
            faults.extend(wrongs(book, page, connector).into_iter().map(|what| fault(what).at(at)));
            if !expected.contains(&connector.edge) {
                faults.push(fault(("tidak ada dalam alur", "is not in the flow")).at(at));
            }
        }
    }
    for edge in &expected {
        let what = match drawn.get(edge) {
            Some(1) => continue,
            None => ("tidak digambar", "is not drawn"),
            Some(_) => ("digambar lebih dari satu kali", "is drawn more than once"),
        };
        faults.push(book.arrow_fault(Guarantee::Edges, 0, edge, what));
    }
    faults
}

/// Symbols that are missing, stand twice, or are listed but not drawn.
fn symbols(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut standing = BTreeMap::<CellAt, usize>::new();
    for (number, page) in book.numbered() {
        for place in &page.shapes {
            if let Some(cell) = place.own_cell() {
                *standing.entry(cell).or_default() += 1;
            }
            if !page.ops.iter().any(|op| outlines(op, place.area)) {
                let what = ("simbol tidak digambar", "a symbol is not drawn");
                faults.push(Fault::new(Guarantee::Edges, number, place.area, what));
            }
        }
    }
    let cells = book.chart.levels.iter().flat_map(|level| level.cells());
    for (row, at) in cells.filter(|cell| standing.get(cell) != Some(&1)) {
        let step = book.sop.steps[row].number;
        let what = (
            format!("simbol ke-{} langkah {step} tidak ada tepat satu kali", at + 1),
            format!("symbol {} of step {step} does not stand exactly once", at + 1),
        );
        faults.push(Fault::new(Guarantee::Edges, 0, Area::default(), (&what.0, &what.1)));
    }
    faults
}

fn outlines(op: &Draw, area: Area) -> bool {
    matches!(op, Draw::Path { segs, closed: true, fill: Some(fill), .. } if *fill != Colour::BLACK && around(corners(segs)) == area)
}

/// What is wrong with the ends of one arrow.
fn wrongs(book: &Book, page: &Page, connector: &Connector) -> Vec<(&'static str, &'static str)> {
    let mut wrongs = Vec::new();
    let ends = [connector.ends.0, connector.ends.1].map(|at| page.shapes.get(at));
    let (Some(from), Some(to)) = (ends[0], ends[1]) else {
        return vec![("tidak berujung pada simbol", "has no symbol at its end")];
    };
    let (Some(start), Some(end)) = (connector.points.first(), connector.points.last()) else {
        return vec![("tidak bergaris", "has no line")];
    };
    if !is_right_start(connector, from) || !touches(*start, from) {
        wrongs.push(("tidak berangkat dari simbolnya", "does not leave its symbol"));
    }
    if !is_right_end(book, connector, to) || !touches(*end, to) {
        wrongs.push(("tidak sampai di tujuannya", "does not reach its target"));
    }
    if !page.ops.iter().any(|op| draws_line(op, &connector.points)) {
        wrongs.push(("tidak tergambar seperti tercatat", "is not drawn as it is listed"));
    }
    if !page.ops.iter().any(|op| is_head(op, &connector.points)) {
        wrongs.push(("tidak bermata panah", "has no head"));
    }
    // A pentagon may stand beside its target and enter there; all that come from above share one head.
    let above = |point: &Point| point.y == to.area.y;
    let strays = |other: &Connector| {
        other.ends.1 == connector.ends.1 && other.points.last().is_some_and(|it| above(it) && above(end) && it != end)
    };
    if page.connectors.iter().any(strays) {
        wrongs.push(("tidak menyatu dengan panah lain ke tujuan itu", "does not merge with the others to its target"));
    }
    wrongs
}

fn is_right_start(connector: &Connector, place: &Place) -> bool {
    match connector.part {
        Part::In => is_pentagon(place) && place.cell == connector.edge.to,
        Part::Whole | Part::Out => place.own_cell() == Some(connector.edge.from),
    }
}

fn is_right_end(book: &Book, connector: &Connector, place: &Place) -> bool {
    let Some(to) = connector.edge.to else { return place.shape == Shape::Capsule && place.cell.is_none() };
    match (connector.part, book.chart.unseen.get(&to)) {
        (Part::Out, _) => is_pentagon(place) && place.cell == Some(to),
        (_, Some(number)) => place.shape == Shape::Reference(*number),
        _ => place.own_cell() == Some(to),
    }
}

fn is_pentagon(place: &Place) -> bool {
    matches!(place.shape, Shape::Pentagon(_))
}

/// The place is on the outline of the symbol.
fn touches(point: Point, place: &Place) -> bool {
    let area = place.area;
    let centre = area.centre();
    if place.shape == Shape::Diamond {
        let (w, h) = (i64::from(area.w.max(1)), i64::from(area.h.max(1)));
        let (dx, dy) = (i64::from((point.x - centre.x).abs()), i64::from((point.y - centre.y).abs()));
        // Twice the distance from the middle, as a share of width and height together, is the whole on the outline.
        return (2 * dx * h + 2 * dy * w - w * h).abs() <= i64::from(NEAR) * (w + h);
    }
    let upright = (area.y..=area.bottom()).contains(&point.y);
    let level = (area.x..=area.right()).contains(&point.x);
    let on = |value: i32, edges: [i32; 2]| edges.contains(&value);
    upright && on(point.x, [area.x, area.right()]) || level && on(point.y, [area.y, area.bottom()])
}

fn draws_line(op: &Draw, points: &[Point]) -> bool {
    matches!(op, Draw::Path { segs, closed: false, .. } if corners(segs) == points)
}

/// A black triangle with its tip at the end and the rest of it behind that.
fn is_head(op: &Draw, points: &[Point]) -> bool {
    let (Draw::Path { segs, closed: true, fill: Some(Colour::BLACK), .. }, [.., before, tip]) = (op, points) else {
        return false;
    };
    let behind = |point: &Point| {
        let along = (i64::from(point.x - tip.x), i64::from(point.y - tip.y));
        along.0 * i64::from(before.x - tip.x) + along.1 * i64::from(before.y - tip.y) > 0
    };
    segs.first() == Some(&Seg::Move(*tip)) && segs.len() == 3 && corners(segs)[1..].iter().all(behind)
}
