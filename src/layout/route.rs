//! The levels and arrows of one page → ways for them on an abstract grid.
//!
//! Between two actor columns, and outside the outer ones, lies a corridor with upright lanes. Over each level lies one
//! level track, on which all arrows gather that enter its first symbol from above; under it lie the tracks of arrows
//! that leave downwards but not straight on. Clean by construction: a corridor and a track hold no symbol; one track
//! belongs to one target; lanes are assigned so that different targets never share a stretch; and an upright way
//! through a column is taken only where no symbol of the levels between stands in it.

use super::chart::{Chart, Level, Node, NodeKind};
use super::draw::Part;
use super::lanes::{Stretch, assign};
use super::sketch::Sketch;
use crate::model::{Edge, EdgeKind, Symbol};

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
    /// it starts, in steps; arrows that leave for the same reason share their start.
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
    /// Lanes in each corridor; one corridor more than columns.
    pub lanes: Vec<usize>,
    /// Tracks under each level.
    pub tracks: Vec<usize>,
}

/// Ways for all arrows that touch these levels, which stand on one page.
pub(super) fn route(chart: &Chart, levels: &[Level], edges: &[Edge]) -> Routing {
    let mut sketch = Sketch::of(chart, levels);
    sketch.wire(edges);
    sketch.stack().with_ways(chart.columns)
}

/// Ports of a symbol that arrows have taken.
#[derive(Debug, Clone, Default)]
struct Ports {
    left: bool,
    right: bool,
    /// Why arrows leave downwards, and where.
    below: Vec<(EdgeKind, i32)>,
}

impl Ports {
    /// Where an arrow leaves downwards: labelled ones outside, so that no other start crosses their label.
    fn below(&mut self, kind: EdgeKind) -> i32 {
        if let Some((_, shift)) = self.below.iter().find(|(other, _)| *other == kind) {
            return *shift;
        }
        let shift = match kind {
            _ if self.below.is_empty() => 0,
            EdgeKind::Next => -1,
            _ if self.below.iter().all(|(_, shift)| *shift != -2) => -2,
            _ => 2,
        };
        self.below.push((kind, shift));
        shift
    }
}

impl Wire {
    /// Why the arrow leaves its symbol here; from a pentagon it simply goes on.
    fn reason(&self) -> EdgeKind {
        if self.part == Part::In { EdgeKind::Next } else { self.edge.kind }
    }
}

impl Routing {
    fn with_ways(mut self, columns: usize) -> Self {
        self.lanes = vec![0; columns + 1];
        self.tracks = vec![0; self.levels.len()];
        let mut ports = self.taken_sides();
        let mut turns: Vec<usize> = (0..self.wires.len()).filter(|at| self.wires[*at].way == Way::Down).collect();
        // The nearest cell further down has the first claim on the lower port; pentagons come after cells.
        turns.sort_by_key(|at| {
            let wire = &self.wires[*at];
            let (from, to) = (self.nodes[wire.from], self.nodes[wire.to]);
            (wire.from, to.symbol().is_none(), to.level.wrapping_sub(from.level), *at)
        });
        let mut stretches = vec![Vec::<Stretch>::new(); columns + 1];
        for at in turns {
            let Wire { from, to, .. } = self.wires[at];
            let reason = self.wires[at].reason();
            if ports[from].below.is_empty() && self.falls_free(from, to) {
                ports[from].below(reason);
                continue;
            }
            let exit = self.choose_exit(&mut ports[from], reason, (from, to));
            let corridor = self.corridor(exit, from, to);
            stretches[corridor].push(self.stretch(exit, from, to));
            self.wires[at].way = Way::Lane { exit, corridor, lane: 0 };
        }
        self.settle(&stretches);
        self
    }

    fn taken_sides(&self) -> Vec<Ports> {
        let mut ports = vec![Ports::default(); self.nodes.len()];
        let mut take = |node: NodeAt, side| match side {
            Side::Left => ports[node].left = true,
            Side::Right => ports[node].right = true,
        };
        for wire in &self.wires {
            if let Way::Across(side) = wire.way {
                take(wire.from, side);
                take(wire.to, side.opposite());
            }
        }
        for (_, members) in &self.levels {
            let joint = |node: &NodeAt| self.nodes[*node].node.kind == NodeKind::Joint;
            if members.iter().any(joint) {
                let own: Vec<usize> = members.iter().map(|node| self.nodes[*node].node.column).collect();
                for node in members {
                    let column = self.nodes[*node].node.column;
                    ports[*node].left |= own.iter().any(|other| *other < column);
                    ports[*node].right |= own.iter().any(|other| *other > column);
                }
            }
        }
        ports
    }

    /// Down from the one to the other, no symbol stands in the way.
    fn falls_free(&self, from: NodeAt, to: NodeAt) -> bool {
        let (from, to) = (self.nodes[from], self.nodes[to]);
        let clear = |(_, members): &(usize, Vec<NodeAt>)| {
            members.iter().all(|node| self.nodes[*node].node.column != from.node.column)
        };
        to.level > from.level && self.levels[from.level + 1..to.level].iter().all(clear)
    }

    fn choose_exit(&mut self, ports: &mut Ports, reason: EdgeKind, (from, to): (NodeAt, NodeAt)) -> Exit {
        let (source, target) = (self.nodes[from].node.column, self.nodes[to].node.column);
        let sides = if target < source { [Side::Left, Side::Right] } else { [Side::Right, Side::Left] };
        for side in sides {
            let taken = match side {
                Side::Left => &mut ports.left,
                Side::Right => &mut ports.right,
            };
            if !std::mem::replace(taken, true) {
                return Exit::Beside(side);
            }
        }
        let track = &mut self.tracks[self.nodes[from].level];
        *track += 1;
        Exit::Below { track: *track - 1, shift: ports.below(reason) }
    }

    fn corridor(&self, exit: Exit, from: NodeAt, to: NodeAt) -> usize {
        let column = self.nodes[from].node.column;
        let right = match exit {
            Exit::Beside(side) => side == Side::Right,
            Exit::Below { .. } => self.nodes[to].node.column >= column,
        };
        if right { column + 1 } else { column }
    }

    /// Levels count three steps each: the track over them, their middle, the tracks under them.
    fn stretch(&self, exit: Exit, from: NodeAt, to: NodeAt) -> Stretch {
        let start = 3 * self.nodes[from].level + if matches!(exit, Exit::Beside(_)) { 1 } else { 2 };
        let end = 3 * self.nodes[to].level;
        Stretch { net: to, from: start.min(end), to: start.max(end) }
    }

    fn settle(&mut self, stretches: &[Vec<Stretch>]) {
        for (corridor, stretches) in stretches.iter().enumerate() {
            let (lanes, count) = assign(stretches);
            self.lanes[corridor] = count;
            let leftwards = self.leaving_leftwards(corridor);
            for wire in &mut self.wires {
                if let Way::Lane { corridor: own, lane, .. } = &mut wire.way
                    && *own == corridor
                    && let Some((_, found)) = lanes.iter().find(|(net, _)| *net == wire.to)
                {
                    *lane = if leftwards { count - 1 - found } else { *found };
                }
            }
        }
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
