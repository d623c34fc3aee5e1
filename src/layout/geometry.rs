//! The abstract grid of a routed page → places on paper: how high levels are, where symbols stand and arrows turn.

use super::PT;
use super::chart::{Level, Node, NodeKind};
use super::columns::{CLEAR, Columns, HEAD_ROOM, LABEL, LABEL_GAP, Labels, PITCH, SHIFT};
use super::draw::{Area, Point};
use super::route::{Entry, Exit, NodeAt, Placed, Routing, Run, Side, Wire};
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

/// Height of a symbol, at most; a little less on pages of low rows.
fn body(placed: &Placed, low: bool) -> i32 {
    let [usual, least] = match (placed.node.kind, placed.symbol()) {
        (_, Some(Symbol::Decision)) => [25 * PT, 22 * PT],
        (NodeKind::Elsewhere(_) | NodeKind::Unseen(..), _) => [13 * PT, 13 * PT],
        (NodeKind::Finish, _) => [14 * PT, 13 * PT],
        _ => [18 * PT, 15 * PT],
    };
    if low { least } else { usual }
}

fn height(routing: &Routing, level: usize) -> Height {
    let members = &routing.levels[level].1;
    let mut height = Height { over: CLEAR, body: body_height(routing, members), under: CLEAR };
    for wire in &routing.wires {
        let (leaves, enters) = (members.contains(&wire.from), members.contains(&wire.to));
        let downwards = leaves && matches!(wire.way.exit, Exit::Below { .. });
        if downwards && Labels::Words.text(wire, routing).is_some() {
            height.under = height.under.max(LABEL.size + LABEL_GAP);
        }
        match wire.way.entry {
            Entry::Above { .. } if enters => height.over = HEAD_ROOM + CLEAR,
            Entry::Below { .. } if enters => height.under = HEAD_ROOM,
            _ => {}
        }
    }
    height.over += (room_for(routing.over[level]) - PITCH).max(0);
    height.under += room_for(routing.under[level]);
    height
}

/// Height of so many tracks.
fn room_for(tracks: usize) -> i32 {
    (tracks as i32 * PITCH).min(TRACKS)
}

/// How far one of so many tracks lies behind the first.
fn behind(track: usize, tracks: usize) -> i32 {
    track as i32 * PITCH.min(TRACKS / tracks.max(1) as i32)
}

/// How high a level is as a rule, before it is known what ways its arrows take.
pub(super) fn usual_height(level: &Level, low: bool) -> i32 {
    let placed = |node: &Node| Placed { node: *node, level: 0 };
    let symbols = level.nodes.iter().map(|node| body(&placed(node), low)).max().unwrap_or(0);
    let decides = level.nodes.iter().any(|node| placed(node).symbol() == Some(Symbol::Decision));
    HEAD_ROOM + CLEAR + symbols + if decides { LABEL.size + LABEL_GAP } else { CLEAR }
}

/// How high the symbols of a row want it to be at least, whatever ways its arrows take.
pub(super) fn least_row_height(routing: &Routing, row: usize) -> i32 {
    let own = routing.levels.iter().filter(|(it, _)| *it == row);
    own.map(|(_, members)| 2 * CLEAR + body_height(routing, members)).sum()
}

fn body_height(routing: &Routing, members: &[NodeAt]) -> i32 {
    members.iter().map(|node| body(&routing.nodes[*node], routing.low)).max().unwrap_or(0)
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
    /// Each lane of each corridor.
    lanes: Vec<Vec<i32>>,
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
        Self { routing, columns, levels, lanes: columns.lanes(routing) }
    }

    /// The area a symbol takes up.
    pub fn area(&self, node: NodeAt) -> Area {
        let placed = &self.routing.nodes[node];
        let (top, height) = self.levels[placed.level];
        let centre = Point::new(self.columns.centres[placed.node.column], top + height.body / 2);
        let symbol = self.columns.symbol;
        let width = match placed.node.kind {
            NodeKind::Elsewhere(_) => symbol.min(13 * PT),
            NodeKind::Unseen(..) => symbol.min(24 * PT),
            NodeKind::Finish => symbol.min(32 * PT),
            _ => symbol,
        };
        let own = body(placed, self.routing.low);
        // In a narrow column a symbol stays wider than high.
        let height = match (placed.node.kind, placed.symbol()) {
            (NodeKind::Elsewhere(_) | NodeKind::Unseen(..), _) => own,
            (_, Some(Symbol::Decision)) => own.min(self.columns.diamond()),
            _ => own.min(width * 5 / 8),
        };
        Area::around(centre, width, height)
    }

    /// The corners of an arrow.
    pub fn points(&self, wire: &Wire) -> Vec<Point> {
        let (from, to) = (self.area(wire.from), self.area(wire.to));
        let (start, end) = (from.centre(), to.centre());
        let x = match wire.way.run {
            Run::Lane { corridor, lane } => self.lanes[corridor].get(lane).copied().unwrap_or(start.x),
            Run::Own => start.x,
            Run::Target | Run::Level => end.x,
        };
        let level = |node: NodeAt| self.routing.nodes[node].level;
        let mut points = match wire.way.exit {
            Exit::Beside(side) => vec![port(from, side), Point::new(x, start.y)],
            Exit::Below { .. } if wire.way.run == Run::Own => vec![Point::new(x, from.bottom())],
            Exit::Below { track, shift } => {
                let port = self.lower_port(wire.from, shift);
                let y = self.track_under(level(wire.from), track);
                vec![port, Point::new(port.x, y), Point::new(x, y)]
            }
        };
        match wire.way.entry {
            Entry::Beside(side) => points.extend([Point::new(x, end.y), port(to, side)]),
            Entry::Above { track } => {
                let y = self.track_over(level(wire.to), track);
                points.extend([Point::new(x, y), Point::new(end.x, y), Point::new(end.x, to.y)]);
            }
            Entry::Below { track } => {
                let y = self.track_under(level(wire.to), track);
                points.extend([Point::new(x, y), Point::new(end.x, y), Point::new(end.x, to.bottom())]);
            }
        }
        if wire.way.is_across() {
            points = vec![points[0], points[points.len() - 1]];
        }
        without_idle_corners(points)
    }

    /// Where an arrow leaves downwards, so many steps right of the middle.
    fn lower_port(&self, node: NodeAt, shift: i32) -> Point {
        let area = self.area(node);
        let aside = shift * SHIFT.min((area.w / 2 - PT / 2).max(0) / 3);
        let slant = match self.routing.nodes[node].symbol() {
            Some(Symbol::Decision) => aside.abs() * area.h / area.w.max(1),
            _ => 0,
        };
        Point::new(area.centre().x + aside, area.bottom() - slant)
    }

    fn track_over(&self, level: usize, track: usize) -> i32 {
        let last = self.routing.over[level].saturating_sub(1);
        self.levels[level].0 - HEAD_ROOM - behind(last - track.min(last), last + 1)
    }

    fn track_under(&self, level: usize, track: usize) -> i32 {
        let (top, height) = self.levels[level];
        let tracks = self.routing.under[level].max(1);
        top + height.body + height.under - room_for(tracks) + behind(track, tracks)
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
