//! The levels and arrows of one page → ways for them on an abstract grid.
//!
//! Between two actor columns, and outside the outer ones, lies a corridor with upright lanes. Over each level lie the tracks
//! of arrows that enter its symbols from above; under it those of arrows that leave downwards but not straight on, or enter
//! from below. Clean by construction: a corridor and a track hold no symbol; arrows share a lane or a track only where they
//! end, or begin, as one; and an upright way through a column, or a level way through a level, is taken only where no symbol
//! stands in it.

use super::chart::{Chart, Level, Node, NodeKind};
use super::choose::{Manner, choose};
use super::draw::Part;
use super::lanes::{Stretch, assign};
use super::sketch::Sketch;
use super::tangle::{CLASH, Line, Order, Track};
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

/// How an arrow leaves its symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// To the side.
    Beside(Side),
    /// Downwards; where it does not fall on, along that track under the level, counted from 0. The shift tells how far right
    /// of the symbol's middle it starts, in steps of at most three.
    Below { track: usize, shift: i32 },
}

/// Where an arrow runs from level to level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// Nowhere: it stays on its level.
    Level,
    /// In the middle of the column that it leaves.
    Own,
    /// In the middle of the column of its target.
    Target,
    /// In a lane of a corridor. The corridor left of column n is n.
    Lane { corridor: usize, lane: usize },
}

/// How an arrow enters its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// From above, after that track over the level, counted from 0 from the top.
    Above { track: usize },
    /// From the side.
    Beside(Side),
    /// From below, after that track under the level.
    Below { track: usize },
}

/// The way of an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    pub exit: Exit,
    pub run: Run,
    pub entry: Entry,
}

impl Way {
    /// Straight down, along the track over the target, down.
    pub const DOWN: Self =
        Self { exit: Exit::Below { track: 0, shift: 0 }, run: Run::Own, entry: Entry::Above { track: 0 } };

    /// Level, from side to side.
    pub fn across(side: Side) -> Self {
        Self { exit: Exit::Beside(side), run: Run::Level, entry: Entry::Beside(side.opposite()) }
    }

    pub fn is_across(self) -> bool {
        matches!(self, Self { exit: Exit::Beside(_), run: Run::Level, .. })
    }

    /// It leaves downwards along a track under its level.
    pub fn leaves_on_track(self) -> bool {
        matches!(self.exit, Exit::Below { .. }) && self.run != Run::Own
    }
}

/// An arrow, or the part of it on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wire {
    pub edge: Edge,
    pub part: Part,
    pub from: NodeAt,
    pub to: NodeAt,
    pub way: Way,
    /// It is one of several by which a symbol hands work on to all: they may begin as one.
    pub fan: bool,
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
    /// Levels on which a line joins the symbols of two columns, the left one first.
    pub joins: Vec<(usize, (usize, usize))>,
    /// Lanes in each corridor; one corridor more than columns.
    pub lanes: Vec<usize>,
    /// Tracks over each level, and under it.
    pub over: Vec<usize>,
    pub under: Vec<usize>,
    /// Its symbols are a little lower than usual, so that more rows have room.
    pub low: bool,
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
    pub fn with_ways(self, columns: usize) -> Self {
        let drawn = self.clone().with_ways_of(Manner::Free, columns);
        if drawn.is_sound() { drawn } else { self.with_ways_of(Manner::Plain, columns) }
    }

    fn with_ways_of(mut self, manner: Manner, columns: usize) -> Self {
        self.lanes = vec![0; columns + 1];
        self.over = vec![0; self.levels.len()];
        self.under = vec![0; self.levels.len()];
        choose(&mut self, columns, manner);
        self.centre_lone_exits();
        let lines: Vec<Line> = self.wires.iter().map(|wire| Line::of(&self, wire, wire.way)).collect();
        for corridor in 0..=columns {
            self.order_lanes(corridor, &lines);
        }
        for level in 0..self.levels.len() {
            self.order_tracks(Track::Over(level), &lines);
            self.order_tracks(Track::Under(level), &lines);
        }
        self
    }

    /// No two arrows lie on each other where they must not, with their lanes and tracks as they are.
    fn is_sound(&self) -> bool {
        let lines: Vec<Line> = self.wires.iter().map(|wire| Line::of(self, wire, wire.way).settled(wire.way)).collect();
        let joins = self.joins.iter().map(|(level, columns)| Line::joint(*columns, *level));
        let lines: Vec<Line> = lines.into_iter().chain(joins).collect();
        (0..lines.len())
            .all(|one| (0..one).all(|other| lines[one].crossings_in(&lines[other], Order::default()) < CLASH))
    }

    /// Between two levels no symbol stands in the column.
    pub fn is_clear(&self, column: usize, above: usize, below: usize) -> bool {
        let clear =
            |(_, members): &(usize, Vec<NodeAt>)| members.iter().all(|node| self.nodes[*node].node.column != column);
        self.levels.get(above + 1..below).is_none_or(|between| between.iter().all(clear))
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
            Way { exit: Exit::Beside(way), run: Run::Level, .. } => {
                wire.from == node && way == side || wire.to == node && way.opposite() == side
            }
            _ => false,
        };
        let Placed { node: own, level } = self.nodes[node];
        let joins = |(left, right): (usize, usize)| match side {
            Side::Left => right == own.column,
            Side::Right => left == own.column,
        };
        self.wires.iter().any(across) || self.joins.iter().any(|(at, ends)| *at == level && joins(*ends))
    }

    /// The only arrow that leaves a symbol downwards starts in its middle.
    fn centre_lone_exits(&mut self) {
        let mut leaving = vec![0; self.nodes.len()];
        for wire in &self.wires {
            if matches!(wire.way.exit, Exit::Below { .. }) {
                leaving[wire.from] += 1;
            }
            if matches!(wire.way.entry, Entry::Below { .. }) {
                leaving[wire.to] += 1;
            }
        }
        for wire in &mut self.wires {
            if let Exit::Below { shift, .. } = &mut wire.way.exit
                && leaving[wire.from] == 1
            {
                *shift = 0;
            }
        }
    }

    /// Gives the arrows of a corridor their lanes.
    fn order_lanes(&mut self, corridor: usize, lines: &[Line]) {
        let own: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].corridor() == Some(corridor)).collect();
        let stretches: Vec<Stretch> = own.iter().map(|at| self.stretch(*at, lines, &own)).collect();
        let leftwards = self.leaving_leftwards(corridor);
        let order = Order::leftmost();
        let crossings = |one: usize, other: usize| lines[own[one]].crossings_in(&lines[own[other]], order);
        let (lanes, count) = assign(&stretches, leftwards, crossings);
        self.lanes[corridor] = count;
        for (at, found) in own.into_iter().zip(lanes) {
            if let Run::Lane { lane, .. } = &mut self.wires[at].way.run {
                *lane = found;
            }
        }
    }

    /// Gives the arrows that run along a level, over or under it, their tracks there.
    fn order_tracks(&mut self, track: Track, lines: &[Line]) {
        let own: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].along(track).is_some()).collect();
        let stretches: Vec<Stretch> = own
            .iter()
            .filter_map(|at| {
                let (from, to) = lines[*at].along(track)?;
                Some(Stretch { net: lines[*at].bundle(lines, &own, Some(track)), from, to })
            })
            .collect();
        let order = Order::of(track);
        let crossings = |one: usize, other: usize| lines[own[one]].crossings_in(&lines[own[other]], order);
        let (tracks, count) = assign(&stretches, false, crossings);
        match track {
            Track::Over(level) => self.over[level] = count,
            Track::Under(level) => self.under[level] = count,
        }
        for (at, found) in own.into_iter().zip(tracks) {
            let Wire { from, to, way, .. } = &mut self.wires[at];
            let (above, below) = (self.nodes[*from].level, self.nodes[*to].level);
            if let (Exit::Below { track: own, .. }, true) = (&mut way.exit, track == Track::Under(above)) {
                *own = found;
            }
            match &mut way.entry {
                Entry::Above { track: own } if track == Track::Over(below) => *own = found,
                Entry::Below { track: own } if track == Track::Under(below) => *own = found,
                _ => {}
            }
        }
    }

    /// Levels count three steps each: the tracks over them, their middle, the tracks under them.
    fn stretch(&self, wire: usize, lines: &[Line], own: &[usize]) -> Stretch {
        let Wire { from, to, way, .. } = self.wires[wire];
        let start = 3 * self.nodes[from].level + if way.leaves_on_track() { 2 } else { 1 };
        let end = match way.entry {
            Entry::Above { .. } => 3 * self.nodes[to].level,
            Entry::Beside(_) => 3 * self.nodes[to].level + 1,
            Entry::Below { .. } => 3 * self.nodes[to].level + 2,
        };
        Stretch { net: lines[wire].bundle(lines, own, None), from: start.min(end), to: start.max(end) }
    }

    /// Most arrows in the corridor come from its right: the nearest lane is then the rightmost.
    fn leaving_leftwards(&self, corridor: usize) -> bool {
        let mut balance = 0;
        for wire in &self.wires {
            if let Way { exit: Exit::Beside(side), run: Run::Lane { corridor: own, .. }, .. } = wire.way
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
