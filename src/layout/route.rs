//! The levels and arrows of one page → ways for them on an abstract grid.
//!
//! Between two actor columns, and outside the outer ones, lies a corridor with upright lanes. Over each level lies one
//! level track, on which all arrows gather that enter its first symbol from above; under it lie the tracks of arrows
//! that leave downwards but not straight on. Clean by construction: a corridor and a track hold no symbol; one track
//! belongs to one target; lanes are assigned so that different targets never share a stretch; and an upright way
//! through a column, or a level way through a level, is taken only where no symbol stands in it.

use super::chart::{Chart, Level, Node, NodeKind};
use super::choose::choose;
use super::draw::Part;
use super::lanes::{Stretch, assign, in_order};
use super::sketch::Sketch;
use super::tangle::Line;
use crate::model::{CellAt, Edge, EdgeKind, Symbol};
use std::collections::BTreeMap;

/// The position of a symbol in [`Routing::nodes`].
pub(super) type NodeAt = usize;

/// A symbol with the level it came to stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    pub node: Node,
    pub level: usize,
}

/// A side of a symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

impl Side {
    /// The other one.
    pub fn opposite(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// How an arrow leaves its symbol for a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// To the side.
    Beside(Side),
    /// Downwards, then on that track under the level, counted from 0. The shift tells how far right of the symbol's middle
    /// it starts, in steps of at most three.
    Below { track: usize, shift: i32 },
}

/// The way of an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Level, from side to side.
    Across(Side),
    /// Straight down, along the track over the target, down.
    Down,
    /// Out to a lane of a corridor, along it, along the track over the target, down. The corridor left of column n is n.
    Lane { exit: Exit, corridor: usize, lane: usize },
}

/// An arrow, or the part of it on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wire {
    pub edge: Edge,
    pub part: Part,
    pub from: NodeAt,
    pub to: NodeAt,
    pub way: Way,
}

/// The abstract picture of one page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Routing {
    pub nodes: Vec<Placed>,
    /// From top to bottom, as positions in `nodes`, with the row each belongs to.
    pub levels: Vec<(usize, Vec<NodeAt>)>,
    pub wires: Vec<Wire>,
    /// The words that its arrows have of their own, as [`Chart::words`] has them.
    pub words: BTreeMap<(CellAt, usize), String>,
    /// Lanes in each corridor; one corridor more than columns.
    pub lanes: Vec<usize>,
    /// Tracks under each level.
    pub tracks: Vec<usize>,
}

/// These levels, which stand on one page, and all arrows that touch them, still without ways.
pub(super) fn sketched(chart: &Chart, levels: &[Level], edges: &[Edge]) -> Routing {
    let mut sketch = Sketch::of(chart, levels);
    sketch.wire(edges);
    sketch.stack()
}

impl Wire {
    /// Why the arrow leaves its symbol here; from a pentagon it simply goes on.
    pub fn reason(&self) -> EdgeKind {
        if self.part == Part::In { EdgeKind::Next } else { self.edge.kind }
    }
}

impl Routing {
    /// Gives the arrows their ways between so many columns.
    pub fn with_ways(mut self, columns: usize) -> Self {
        self.lanes = vec![0; columns + 1];
        self.tracks = vec![0; self.levels.len()];
        choose(&mut self, columns);
        self.centre_lone_exits();
        let lines: Vec<Line> = self.wires.iter().map(|wire| Line::of(&self, wire, wire.way)).collect();
        for corridor in 0..=columns {
            self.order_lanes(corridor, &lines);
        }
        for level in 0..self.levels.len() {
            self.order_tracks(level, &lines);
        }
        self
    }

    /// Levels on which boxes are joined, with the first and last column of each line.
    pub fn joints(&self) -> impl Iterator<Item = (usize, (usize, usize))> {
        let kept = |node: &&NodeAt| matches!(self.nodes[**node].node.kind, NodeKind::Joint | NodeKind::Cell(..));
        let joint = |node: &NodeAt| self.nodes[*node].node.kind == NodeKind::Joint;
        let levels = self.levels.iter().enumerate().filter(move |(_, (_, members))| members.iter().any(joint));
        levels.filter_map(move |(level, (_, members))| {
            let columns = || members.iter().filter(kept).map(|node| self.nodes[*node].node.column);
            Some((level, (columns().min()?, columns().max()?)))
        })
    }

    /// Down from the one to the other, no symbol stands in the way.
    pub fn falls_free(&self, from: NodeAt, to: NodeAt) -> bool {
        let (from, to) = (self.nodes[from], self.nodes[to]);
        let clear = |(_, members): &(usize, Vec<NodeAt>)| {
            members.iter().all(|node| self.nodes[*node].node.column != from.node.column)
        };
        to.level > from.level && self.levels[from.level + 1..to.level].iter().all(clear)
    }

    /// The corridors that a level line from that side of a symbol comes to before it meets another symbol, the nearest first;
    /// none where the side is taken by a neighbour.
    pub fn reach(&self, node: NodeAt, side: Side, columns: usize) -> Vec<usize> {
        if self.is_joined(node, side) {
            return Vec::new();
        }
        let Placed { node: own, level } = self.nodes[node];
        let others = self.levels[level].1.iter().filter(|other| **other != node);
        let others = others.map(|other| self.nodes[*other].node.column);
        match side {
            Side::Right => {
                let end = others.filter(|it| *it >= own.column).min().unwrap_or(columns);
                (own.column + 1..end + 1).collect()
            }
            Side::Left => {
                let end = others.filter(|it| *it <= own.column).max().map_or(0, |it| it + 1);
                (end..own.column + 1).rev().collect()
            }
        }
    }

    fn is_joined(&self, node: NodeAt, side: Side) -> bool {
        let across = |wire: &Wire| match wire.way {
            Way::Across(way) => wire.from == node && way == side || wire.to == node && way.opposite() == side,
            _ => false,
        };
        let Placed { node: own, level } = self.nodes[node];
        let beyond = |(first, last): (usize, usize)| match side {
            Side::Left => first < own.column,
            Side::Right => last > own.column,
        };
        self.wires.iter().any(across) || self.joints().any(|(at, ends)| at == level && beyond(ends))
    }

    /// The only arrow that leaves a symbol downwards starts in its middle.
    fn centre_lone_exits(&mut self) {
        let mut leaving = vec![0; self.nodes.len()];
        for wire in &self.wires {
            if matches!(wire.way, Way::Down | Way::Lane { exit: Exit::Below { .. }, .. }) {
                leaving[wire.from] += 1;
            }
        }
        for wire in &mut self.wires {
            if let Way::Lane { exit: Exit::Below { shift, .. }, .. } = &mut wire.way
                && leaving[wire.from] == 1
            {
                *shift = 0;
            }
        }
    }

    /// Gives the arrows of a corridor their lanes.
    fn order_lanes(&mut self, corridor: usize, lines: &[Line]) {
        let own: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].corridor() == Some(corridor)).collect();
        let stretches: Vec<Stretch> = own.iter().map(|at| self.stretch(*at)).collect();
        let leftwards = self.leaving_leftwards(corridor);
        let crossings = |one: usize, other: usize| lines[own[one]].crossings_in(&lines[own[other]], (-1, 0));
        let (lanes, count) = assign(&stretches, leftwards, crossings);
        self.lanes[corridor] = count;
        for (at, found) in own.into_iter().zip(lanes) {
            if let Way::Lane { lane, .. } = &mut self.wires[at].way {
                *lane = found;
            }
        }
    }

    /// Gives the arrows that leave a level downwards, but not straight, their tracks under it.
    fn order_tracks(&mut self, level: usize, lines: &[Line]) {
        let own: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].level() == Some(level)).collect();
        self.tracks[level] = own.len();
        let crossings = |one: usize, other: usize| lines[own[one]].crossings_in(&lines[own[other]], (0, -1));
        for (found, place) in in_order(own.len(), &crossings).into_iter().enumerate() {
            if let Way::Lane { exit: Exit::Below { track, .. }, .. } = &mut self.wires[own[place]].way {
                *track = found;
            }
        }
    }

    /// Levels count three steps each: the track over them, their middle, the tracks under them.
    fn stretch(&self, wire: usize) -> Stretch {
        let Wire { from, to, way, .. } = self.wires[wire];
        let below = matches!(way, Way::Lane { exit: Exit::Below { .. }, .. });
        let start = 3 * self.nodes[from].level + if below { 2 } else { 1 };
        let end = 3 * self.nodes[to].level;
        Stretch { net: to, from: start.min(end), to: start.max(end) }
    }

    /// Most arrows in the corridor come from its right: the nearest lane is then the rightmost.
    fn leaving_leftwards(&self, corridor: usize) -> bool {
        let mut balance = 0;
        for wire in &self.wires {
            if let Way::Lane { exit: Exit::Beside(side), corridor: own, .. } = wire.way
                && own == corridor
            {
                balance += if side == Side::Left { 1 } else { -1 };
            }
        }
        balance > 0
    }
}

impl Placed {
    /// The symbol of a cell.
    pub fn symbol(&self) -> Option<Symbol> {
        match self.node.kind {
            NodeKind::Cell(_, symbol) => Some(symbol),
            _ => None,
        }
    }
}
