//! The abstract grid of a routed page → places on paper: where columns, corridors and lanes lie, how high levels are.

use super::PT;
use super::chart::NodeKind;
use super::draw::{Area, Part, Point};
use super::route::{Exit, NodeAt, Placed, Routing, Side, Way, Wire};
use super::words;
use crate::model::{EdgeKind, Symbol};

/// From one lane or track to the next.
const PITCH: i32 = 4 * PT;
/// Least space between a symbol and the first lane beside it.
const CLEAR: i32 = 3 * PT;
/// Room for the head of an arrow and a short piece of its shaft.
const HEAD_ROOM: i32 = 8 * PT;
/// Symbols are no wider than that, and no narrower where the columns allow it.
const WIDTHS: (i32, i32) = (14 * PT, 46 * PT);
/// Size of the letters of `Ya` and `Tidak`.
pub(super) const LABEL: i32 = 6 * PT;
/// Space between an arrow and its label.
pub(super) const LABEL_GAP: i32 = 3 * PT / 2;

/// What a corridor has to hold: space for the symbols left and right of it, and lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Need {
    left: i32,
    right: i32,
    lanes: usize,
}

/// What the corridors of all pages need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needs {
    corridors: Vec<Need>,
}

/// Widths of the labels, as set.
#[derive(Debug, Clone, Copy)]
pub(super) struct LabelWidths {
    pub yes: i32,
    pub no: i32,
}

impl LabelWidths {
    fn of(self, wire: &Wire) -> i32 {
        match wire.edge.kind {
            _ if wire.part == Part::In => 0,
            EdgeKind::Next => 0,
            EdgeKind::Yes => self.yes,
            EdgeKind::No => self.no,
        }
    }
}

impl Needs {
    pub fn new(columns: usize) -> Self {
        let inner = Need { left: CLEAR, right: CLEAR, lanes: 0 };
        let mut corridors = vec![inner; columns + 1];
        corridors[0].left = 0;
        corridors[columns].right = 0;
        Self { corridors }
    }

    pub fn include(&mut self, routing: &Routing, labels: LabelWidths) {
        for (need, lanes) in self.corridors.iter_mut().zip(&routing.lanes) {
            need.lanes = need.lanes.max(*lanes);
        }
        for wire in &routing.wires {
            let width = labels.of(wire);
            let (from, to) = (routing.nodes[wire.from].node.column, routing.nodes[wire.to].node.column);
            let beside = if width > 0 { width + 2 * LABEL_GAP } else { CLEAR };
            match wire.way {
                Way::Across(side) => {
                    self.widen(from, side, beside);
                    self.widen(to, other(side), HEAD_ROOM);
                }
                Way::Lane { exit: Exit::Beside(side), .. } => self.widen(from, side, beside),
                Way::Down | Way::Lane { exit: Exit::Below(0), .. } => {
                    self.widen(from, Side::Right, width + 2 * LABEL_GAP - WIDTHS.0 / 2);
                }
                Way::Lane { exit: Exit::Below(track), .. } => {
                    let reach = width + 2 * LABEL_GAP + track as i32 * PITCH;
                    self.widen(from, Side::Left, reach - WIDTHS.0 / 2);
                }
            }
        }
    }

    fn widen(&mut self, column: usize, side: Side, room: i32) {
        match side {
            Side::Left => self.corridors[column].right = self.corridors[column].right.max(room),
            Side::Right => self.corridors[column + 1].left = self.corridors[column + 1].left.max(room),
        }
    }
}

fn other(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
    }
}

/// Where the actor columns lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// Lines between the columns, and the outer two.
    pub edges: Vec<i32>,
    /// Width of a symbol.
    pub symbol: i32,
    centres: Vec<i32>,
    lanes: Vec<Vec<i32>>,
}

impl Columns {
    /// Shares the width from `left` to `right` out to symbols and corridors.
    pub fn share(left: i32, right: i32, needs: &Needs) -> Self {
        let count = needs.corridors.len() as i32 - 1;
        let width = right - left;
        let wanted: i32 = needs.corridors.iter().map(Need::width).sum();
        let mut symbol = ((width - wanted) / count.max(1)).min(WIDTHS.1);
        let least = WIDTHS.0.min(width / (2 * count.max(1)));
        let mut room = (wanted, wanted);
        if symbol < least {
            symbol = least;
            room = (width - count * symbol, wanted);
        }
        let spare = (width - count * symbol - room.0).max(0) / (2 * count.max(1));
        let scaled = |length: i32| (i64::from(length) * i64::from(room.0) / i64::from(room.1.max(1))) as i32;
        let mut columns = Self { edges: Vec::new(), symbol, centres: Vec::new(), lanes: Vec::new() };
        let mut x = left;
        for (at, need) in needs.corridors.iter().enumerate() {
            let (first, last) = (at == 0, at as i32 == count);
            x += if first { 0 } else { scaled(need.left) + spare };
            let pitch = scaled(PITCH);
            columns.lanes.push((1..=need.lanes as i32).map(|lane| x + lane * pitch).collect());
            let middle = x + (need.lanes as i32 / 2) * pitch + pitch / 2;
            columns.edges.push(if first {
                left
            } else if last {
                right
            } else {
                middle
            });
            x += (need.lanes as i32 + 1) * pitch + if last { 0 } else { scaled(need.right) + spare };
            columns.centres.push(x + symbol / 2);
            x += symbol;
        }
        if count == 0 {
            columns.edges.push(right);
        }
        columns
    }

    fn centre(&self, column: usize) -> i32 {
        self.centres.get(column).copied().unwrap_or(0)
    }
}

impl Need {
    fn width(&self) -> i32 {
        self.left + self.right + (self.lanes as i32 + 1) * PITCH
    }
}

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
        (NodeKind::Elsewhere(_), _) => 13 * PT,
        (NodeKind::Finish, _) => 14 * PT,
        _ => 18 * PT,
    }
}

fn height(routing: &Routing, level: usize) -> Height {
    let members = &routing.levels[level].1;
    let from_above = |wire: &&Wire| !matches!(wire.way, Way::Across(_)) && members.contains(&wire.to);
    let downwards = |wire: &&Wire| match wire.way {
        Way::Down | Way::Lane { exit: Exit::Below(_), .. } => {
            members.contains(&wire.from) && wire.part != Part::In && words::branch(wire.edge.kind).is_some()
        }
        _ => false,
    };
    let entered = routing.wires.iter().any(|wire| from_above(&wire));
    let labelled = routing.wires.iter().any(|wire| downwards(&wire));
    let tracks = routing.tracks[level] as i32;
    let under = if labelled { LABEL + LABEL_GAP } else { CLEAR } + (tracks * PITCH).min(120 * PT);
    Height {
        over: if entered { HEAD_ROOM + CLEAR } else { CLEAR },
        body: members.iter().map(|node| body(&routing.nodes[*node])).max().unwrap_or(0),
        under,
    }
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
        let centre = Point::new(self.columns.centre(placed.node.column), top + height.body / 2);
        let width = match placed.node.kind {
            NodeKind::Elsewhere(_) => self.columns.symbol.min(13 * PT),
            NodeKind::Finish => self.columns.symbol.min(32 * PT),
            _ => self.columns.symbol,
        };
        Area::around(centre, width, body(placed))
    }

    /// The corners of an arrow.
    pub fn points(&self, wire: &Wire) -> Vec<Point> {
        let (from, to) = (self.area(wire.from), self.area(wire.to));
        let (start, end) = (from.centre(), to.centre());
        let track = self.track_over(wire.to);
        let points = match wire.way {
            Way::Across(side) => vec![port(from, side), port(to, other(side))],
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
            Exit::Below(track) => {
                let (top, height) = self.levels[self.routing.nodes[node].level];
                let aside = (track as i32 * PITCH).min(area.w / 2 - PT);
                let slant = match self.routing.nodes[node].symbol() {
                    Some(Symbol::Decision) => aside * area.h / area.w.max(1),
                    _ => 0,
                };
                let x = area.centre().x - aside;
                let tracks = self.routing.tracks[self.routing.nodes[node].level].max(1) as i32;
                let first = height.under - (tracks * PITCH).min(120 * PT);
                let pitch = PITCH.min(120 * PT / tracks);
                let y = top + height.body + first + track as i32 * pitch;
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
