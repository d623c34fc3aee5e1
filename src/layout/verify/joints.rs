//! Who acts together has a box each on one line, joined side by side; no arrow lies, bends or ends on what joins them.

use super::super::chart::{Level, NodeKind};
use super::super::draw::{Area, Draw, Page, Place, Point, Shape};
use super::pieces::{Piece, bounds, corners, lie_on_each_other, lies_in, pieces, runs_through, stands_on, text_area};
use super::{Book, Fault, Guarantee};

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for level in &book.chart.levels {
        let joined = level.nodes.iter().filter(|node| node.kind == NodeKind::Joint).count();
        if joined > 0 {
            faults.extend(group(book, level, joined));
        }
    }
    faults
}

/// What is wrong with those of one step who act together: their boxes, and what joins them.
fn group(book: &Book, level: &Level, joined: usize) -> Vec<Fault> {
    let step = book.sop.steps[level.row].number;
    let fault = |page: usize, at: Area, (id, en): (&str, &str)| {
        let what = (format!("bersama di langkah {step} {id}"), format!("who acts together in step {step} {en}"));
        Fault::new(Guarantee::Joints, page, at, (&what.0, &what.1))
    };
    let standing = book.numbered().find_map(|(number, page)| {
        let found = boxes(page, level);
        (!found.is_empty()).then_some((number, page, found))
    });
    let Some((number, page, found)) = standing.filter(|(.., found)| found.len() == joined + level.cells().count())
    else {
        return vec![fault(0, Area::default(), ("tidak semuanya berkotak", "does not have a box each"))];
    };
    let mut faults = Vec::new();
    let columns: Vec<usize> = {
        let mut columns: Vec<usize> = level.nodes.iter().map(|node| node.column).collect();
        columns.sort_unstable();
        columns
    };
    for (left, right) in &level.joins {
        let own = |column: &usize| columns.binary_search(column).ok().and_then(|at| found.get(at)).copied();
        let Some(pair) = own(left).zip(own(right)).map(|(left, right)| [left, right]) else { continue };
        let line = pair.map(|area| area.centre().y);
        let piece = (Point::new(pair[0].right(), line[0]), Point::new(pair[1].x, line[1]));
        let drawn =
            |op: &Draw| matches!(op, Draw::Path { segs, closed: false, .. } if corners(segs) == [piece.0, piece.1]);
        let what = match () {
            () if line[0] != line[1] || !page.ops.iter().any(drawn) => ("tidak tersambung", "is not joined"),
            () if covers(page, piece) => {
                ("tersambung melalui simbol atau tulisan", "is joined through a symbol or text")
            }
            () if is_taken(page, piece) => ("tersambung di atas panah", "is joined over an arrow"),
            () => continue,
        };
        faults.push(fault(number, bounds(piece), what));
    }
    faults
}

/// The boxes of the level from left to right: those of who joins, and of the cells on it.
fn boxes(page: &Page, level: &Level) -> Vec<Area> {
    let row = || page.strips.iter().filter(|strip| strip.row == level.row);
    let own = |place: &&Place| place.own_cell().is_some_and(|cell| level.cells().any(|own| own == cell));
    let mut areas: Vec<Area> = page.shapes.iter().filter(own).map(|place| place.area).collect();
    let first = areas.first().copied();
    let joint = |place: &&Place| {
        place.shape == Shape::Box
            && place.cell.is_none()
            && first.is_none_or(|first| place.area.y < first.bottom() && first.y < place.area.bottom())
            && row().any(|strip| lies_in(place.area, strip.actors))
    };
    areas.extend(page.shapes.iter().filter(joint).map(|place| place.area));
    areas.sort_by_key(|area| area.x);
    areas
}

fn covers(page: &Page, piece: Piece) -> bool {
    let texts = || page.ops.iter().filter_map(text_area);
    page.shapes.iter().map(|place| place.area).chain(texts()).any(|area| runs_through(piece, area))
}

/// An arrow shares a stretch with it, or turns, starts or ends on it; one that runs across is only a crossing.
fn is_taken(page: &Page, piece: Piece) -> bool {
    page.connectors.iter().any(|connector| {
        connector.points.iter().any(|point| stands_on(*point, piece))
            || pieces(&connector.points).into_iter().any(|own| lie_on_each_other(own, piece))
    })
}
