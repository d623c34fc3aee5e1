//! The abstract grid of a routed page → places on paper: how high levels are, where symbols stand and arrows turn.

use super::PT;
use super::chart::NodeKind;
use super::columns::{CLEAR, Columns, HEAD_ROOM, LABEL, LABEL_GAP, Labels, PITCH, SHIFT};
use super::draw::{Area, Point};
use super::route::{Exit, NodeAt, Placed, Routing, Side, Way, Wire};
use crate::model::Symbol;

/// Height of all tracks under a level together, at most.
const TRACKS: i32 = 120 * PT;

/// How high a level is: over its symbols, the symbols, under them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Height {
    over: i32,
    body: i32,
    under: i32,
}

impl Height {
    fn sum(self) -> i32 {
        self.over + self.body + self.under
    }
}

/// Height of a symbol.
fn body(placed: &Placed) -> i32 {
    match (placed.node.kind, placed.symbol()) {
        (_, Some(Symbol::Decision)) => 25 * PT,
        (NodeKind::Elsewhere(_) | NodeKind::Unseen(..), _) => 13 * PT,
        (NodeKind::Finish, _) => 14 * PT,
        _ => 18 * PT,
    }
}

fn height(routing: &Routing, level: usize) -> Height {
    let members = &routing.levels[level].1;
    let from_above = |wire: &&Wire| !matches!(wire.way, Way::Across(_)) && members.contains(&wire.to);
    let downwards = |wire: &&Wire| match wire.way {
        Way::Down | Way::Lane { exit: Exit::Below { .. }, .. } => {
            members.contains(&wire.from) && Labels::Words.text(wire, routing).is_some()
        }
        _ => false,
    };
    let entered = routing.wires.iter().any(|wire| from_above(&wire));
    let labelled = routing.wires.iter().any(|wire| downwards(&wire));
    let tracks = routing.tracks[level] as i32;
    let under = if labelled { LABEL.size + LABEL_GAP } else { CLEAR } + (tracks * PITCH).min(TRACKS);
    Height { over: if entered { HEAD_ROOM + CLEAR } else { CLEAR }, body: body_height(routing, members), under }
}

/// How high the symbols of a row want it to be at least, whatever ways its arrows take.
pub(super) fn least_row_height(routing: &Routing, row: usize) -> i32 {
    let own = routing.levels.iter().filter(|(it, _)| *it == row);
    own.map(|(_, members)| 2 * CLEAR + body_height(routing, members)).sum()
}

fn body_height(routing: &Routing, members: &[NodeAt]) -> i32 {
    members.iter().map(|node| body(&routing.nodes[*node])).max().unwrap_or(0)
}

/// How high the symbols of a row want it to be.
pub(super) fn row_height(routing: &Routing, row: usize) -> i32 {
    let own = (0..routing.levels.len()).filter(|level| routing.levels[*level].0 == row);
    own.map(|level| height(routing, level).sum()).sum()
}

/// One page with everything in its place.
pub(super) struct Placing<'a> {
    pub routing: &'a Routing,
    pub columns: &'a Columns,
    /// Upper edge of the symbols, and the heights, of each level.
    levels: Vec<(i32, Height)>,
}

impl<'a> Placing<'a> {
    /// Levels stand in the middle of their row; `rows` gives the upper edge and height of each row of the page.
    pub fn new(routing: &'a Routing, columns: &'a Columns, rows: &[(usize, i32, i32)]) -> Self {
        let mut levels = Vec::with_capacity(routing.levels.len());
        for (row, top, given) in rows {
            let own: Vec<Height> = (0..routing.levels.len())
                .filter(|at| routing.levels[*at].0 == *row)
                .map(|at| height(routing, at))
                .collect();
            let mut y = top + (given - own.iter().map(|it| it.sum()).sum::<i32>()) / 2;
            for height in own {
                levels.push((y + height.over, height));
                y += height.sum();
            }
        }
        Self { routing, columns, levels }
    }

    /// The area a symbol takes up.
    pub fn area(&self, node: NodeAt) -> Area {
        let placed = &self.routing.nodes[node];
        let (top, height) = self.levels[placed.level];
        let centre = Point::new(self.columns.centres[placed.node.column], top + height.body / 2);
        let width = match placed.node.kind {
            NodeKind::Elsewhere(_) => self.columns.symbol.min(13 * PT),
            NodeKind::Unseen(..) => self.columns.symbol.min(24 * PT),
            NodeKind::Finish => self.columns.symbol.min(32 * PT),
            _ => self.columns.symbol,
        };
        // In a narrow column a capsule or box stays wider than high, and a diamond becomes no higher than wide.
        let height = match (placed.node.kind, placed.symbol()) {
            (NodeKind::Elsewhere(_) | NodeKind::Unseen(..), _) => body(placed),
            (_, Some(Symbol::Decision)) => body(placed).min(width),
            _ => body(placed).min(width * 5 / 8),
        };
        Area::around(centre, width, height)
    }

    /// The corners of an arrow.
    pub fn points(&self, wire: &Wire) -> Vec<Point> {
        let (from, to) = (self.area(wire.from), self.area(wire.to));
        let (start, end) = (from.centre(), to.centre());
        let track = self.track_over(wire.to);
        let points = match wire.way {
            Way::Across(side) => vec![port(from, side), port(to, side.opposite())],
            Way::Down => {
                let turn = [Point::new(start.x, track), Point::new(end.x, track)];
                vec![Point::new(start.x, from.bottom()), turn[0], turn[1], Point::new(end.x, to.y)]
            }
            Way::Lane { exit, corridor, lane } => {
                let x = self.columns.lanes[corridor].get(lane).copied().unwrap_or(start.x);
                let mut points = self.leave(wire.from, exit);
                let y = points.last().map_or(start.y, |point| point.y);
                points.extend([
                    Point::new(x, y),
                    Point::new(x, track),
                    Point::new(end.x, track),
                    Point::new(end.x, to.y),
                ]);
                points
            }
        };
        without_idle_corners(points)
    }

    fn leave(&self, node: NodeAt, exit: Exit) -> Vec<Point> {
        let area = self.area(node);
        match exit {
            Exit::Beside(side) => vec![port(area, side)],
            Exit::Below { track, shift } => {
                let (top, height) = self.levels[self.routing.nodes[node].level];
                let aside = shift * SHIFT.min((area.w / 2 - PT / 2).max(0) / 3);
                let slant = match self.routing.nodes[node].symbol() {
                    Some(Symbol::Decision) => aside.abs() * area.h / area.w.max(1),
                    _ => 0,
                };
                let x = area.centre().x + aside;
                let tracks = self.routing.tracks[self.routing.nodes[node].level].max(1) as i32;
                let first = height.under - (tracks * PITCH).min(TRACKS);
                let y = top + height.body + first + track as i32 * PITCH.min(TRACKS / tracks);
                vec![Point::new(x, area.bottom() - slant), Point::new(x, y)]
            }
        }
    }

    /// The track over the symbol's level.
    fn track_over(&self, node: NodeAt) -> i32 {
        self.levels[self.routing.nodes[node].level].0 - HEAD_ROOM
    }
}

/// Where an arrow leaves or enters at a side.
fn port(area: Area, side: Side) -> Point {
    let centre = area.centre();
    match side {
        Side::Left => Point::new(area.x, centre.y),
        Side::Right => Point::new(area.right(), centre.y),
    }
}

/// Takes out points that repeat or lie on the straight line between their neighbours.
fn without_idle_corners(points: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if kept.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = kept[..]
            && ((before.x == last.x && last.x == point.x) || (before.y == last.y && last.y == point.y))
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}
