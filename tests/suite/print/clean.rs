//! What it means that a page is cleanly drawn, measured on the drawing itself.

use sop::layout::{Area, Connector, Draw, Page, Part, Point, Shape};
use sop::model::{Edge, Sop};

type Piece = (Point, Point);

fn pieces(points: &[Point]) -> Vec<Piece> {
    points.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn bounds((from, to): Piece) -> Area {
    Area::new(from.x.min(to.x), from.y.min(to.y), (from.x - to.x).abs(), (from.y - to.y).abs())
}

/// The areas share more than an edge.
fn overlap(one: Area, other: Area) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

/// The piece runs through the inside of the area.
fn runs_through(piece: Piece, area: Area) -> bool {
    let line = bounds(piece);
    line.x < area.right()
        && area.x < line.right().max(line.x + 1)
        && line.y < area.bottom()
        && area.y < line.bottom().max(line.y + 1)
}

/// The pieces lie on each other for more than a point.
fn lie_on_each_other(one: Piece, other: Piece) -> bool {
    let (a, b) = (bounds(one), bounds(other));
    let upright = a.w == 0 && b.w == 0 && a.x == b.x && a.y.max(b.y) < a.bottom().min(b.bottom());
    let level = a.h == 0 && b.h == 0 && a.y == b.y && a.x.max(b.x) < a.right().min(b.right());
    upright || level
}

fn stands_on(point: Point, piece: Piece) -> bool {
    let line = bounds(piece);
    (line.x..=line.right()).contains(&point.x) && (line.y..=line.bottom()).contains(&point.y)
}

/// Lines of the table, as areas without width or height.
fn grid(page: &Page) -> Vec<Area> {
    let mut lines = Vec::new();
    for op in &page.ops {
        let Draw::Path { segs, closed: true, fill: None, .. } = op else { continue };
        let corners: Vec<Point> = segs
            .iter()
            .map(|seg| match seg {
                sop::layout::Seg::Move(at) | sop::layout::Seg::Line(at) | sop::layout::Seg::Curve(.., at) => *at,
            })
            .collect();
        lines.extend(corners.windows(2).map(|pair| bounds((pair[0], pair[1]))));
    }
    lines
}

fn texts(page: &Page) -> Vec<Area> {
    let area = |op: &Draw| match op {
        Draw::Text { at, size, width, upwards: false, .. } => {
            Some(Area::new(at.x, at.y - size * 7 / 10, *width, size * 7 / 10))
        }
        Draw::Text { at, size, width, upwards: true, .. } => {
            Some(Area::new(at.x - size * 7 / 10, at.y - width, size * 7 / 10, *width))
        }
        _ => None,
    };
    page.ops.iter().filter_map(area).collect()
}

/// Everything that is wrong with the drawing of a page, in words.
pub fn faults(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    for connector in &page.connectors {
        faults.extend(connector_faults(page, connector));
    }
    for (at, place) in page.shapes.iter().enumerate() {
        let others = page.shapes[at + 1..].iter().filter(|other| overlap(place.area, other.area));
        faults.extend(others.map(|other| format!("{place:?} over {other:?}")));
    }
    for (at, label) in page.labels.iter().enumerate() {
        let crossed = page.labels[at + 1..].iter().any(|other| overlap(*label, *other))
            || page.shapes.iter().any(|place| place.shape != Shape::Diamond && overlap(*label, place.area))
            || grid(page).iter().any(|line| overlap(*label, Area { w: line.w.max(1), h: line.h.max(1), ..*line }));
        if crossed {
            faults.push(format!("label {label:?} is crossed"));
        }
    }
    faults
}

fn connector_faults(page: &Page, connector: &Connector) -> Vec<String> {
    let mut faults = Vec::new();
    let texts = texts(page);
    let grid = grid(page);
    for piece in pieces(&connector.points) {
        if piece.0.x != piece.1.x && piece.0.y != piece.1.y {
            faults.push(format!("{piece:?} is slanted"));
        }
        for (at, place) in page.shapes.iter().enumerate() {
            let own = at == connector.ends.0 && place.shape == Shape::Diamond;
            if !own && runs_through(piece, place.area) {
                faults.push(format!("{:?} runs through {place:?}", connector.edge));
            }
        }
        faults.extend(
            texts
                .iter()
                .filter(|area| runs_through(piece, **area))
                .map(|area| format!("{piece:?} runs through text {area:?}")),
        );
        let on_grid = |line: &&Area| {
            lie_on_each_other(piece, (Point::new(line.x, line.y), Point::new(line.right(), line.bottom())))
        };
        faults.extend(grid.iter().filter(on_grid).map(|line| format!("{piece:?} lies on the table's {line:?}")));
    }
    let others = page.connectors.iter().filter(|other| other.ends.1 != connector.ends.1);
    for other in others {
        faults.extend(clashes(connector, other));
    }
    faults
}

/// Two arrows to different targets share a stretch, or one bends on the other. Those that leave one symbol for one reason
/// may share their first piece.
fn clashes(one: &Connector, other: &Connector) -> Vec<String> {
    let fork = one.points[0] == other.points[0] && one.edge.from == other.edge.from && one.edge.kind == other.edge.kind;
    let shared = |piece: Piece| fork && piece.0 == one.points[0];
    let mut faults = Vec::new();
    for piece in pieces(&other.points) {
        for own in pieces(&one.points) {
            if lie_on_each_other(own, piece) && !(shared(own) && shared(piece)) {
                faults.push(format!("{:?} lies on {:?} at {own:?}", one.edge, other.edge));
            }
        }
        let inner = one.points.get(1..one.points.len() - 1).unwrap_or(&[]);
        for bend in inner {
            let forking = shared(piece) && *bend == one.points[1];
            if stands_on(*bend, piece) && !forking {
                faults.push(format!("{:?} bends on {:?} at {bend:?}", one.edge, other.edge));
            }
        }
    }
    faults
}

/// The arrows drawn, each once however many pages it spans.
pub fn drawn(pages: &[Page]) -> Vec<Edge> {
    let parts = pages.iter().flat_map(|page| &page.connectors).filter(|connector| connector.part != Part::In);
    let mut edges: Vec<Edge> = parts.map(|connector| connector.edge).collect();
    edges.sort();
    edges
}

/// The arrows of the model both of whose ends have a column.
pub fn expected(sop: &Sop) -> Vec<Edge> {
    let has_column = |(row, at): (usize, usize)| {
        let actor = sop.steps[row].cells[at].actor.as_ref();
        actor.is_some_and(|actor| sop.actor(&actor.value).is_some())
    };
    let mut edges = sop.edges();
    edges.retain(|edge| has_column(edge.from) && edge.to.is_none_or(has_column));
    edges.sort();
    edges
}
