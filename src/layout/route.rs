//! The levels and arrows of one page → ways for them on an abstract grid.
//!
//! Between two actor columns, and outside the outer ones, lies a corridor with upright lanes. Over each level lies one
//! level track, on which all arrows gather that enter its first symbol from above; under it lie the tracks of arrows
//! that leave downwards but not straight on. Clean by construction: a corridor and a track hold no symbol; one track
//! belongs to one target; lanes are assigned so that different targets never share a stretch; and an upright way
//! through a column is taken only where no symbol of the levels between stands in it.

use super::chart::{Level, Node, NodeKind};
use super::draw::Part;
use super::lanes::{Stretch, assign};
use crate::model::{CellAt, Edge, Symbol};
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

/// How an arrow leaves its symbol for a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// To the side.
    Beside(Side),
    /// Downwards, then on that track under the level, counted from 0; track n starts n steps left of the middle.
    Below(usize),
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
pub(super) fn route(columns: usize, levels: &[Level], edges: &[Edge]) -> Routing {
    let mut sketch = Sketch::of(columns, levels);
    sketch.wire(edges);
    sketch.stack().with_ways(columns)
}

/// A page before its levels are numbered: pentagons may still put levels between others.
struct Sketch {
    columns: usize,
    nodes: Vec<Node>,
    /// Of each given level: rows put above it, its own symbols, rows put under it.
    slots: Vec<Slot>,
    /// Slot of each node.
    slot_of: Vec<usize>,
    cells: BTreeMap<CellAt, NodeAt>,
    wires: Vec<Wire>,
}

struct Slot {
    row: usize,
    above: Vec<NodeAt>,
    here: Vec<NodeAt>,
    below: Vec<NodeAt>,
}

impl Sketch {
    fn of(columns: usize, levels: &[Level]) -> Self {
        let mut sketch = Self {
            columns,
            nodes: Vec::new(),
            slots: Vec::new(),
            slot_of: Vec::new(),
            cells: BTreeMap::new(),
            wires: Vec::new(),
        };
        for (slot, level) in levels.iter().enumerate() {
            let mut here = Vec::new();
            for node in &level.nodes {
                if let NodeKind::Cell(at, _) = node.kind {
                    sketch.cells.insert(at, sketch.nodes.len());
                }
                here.push(sketch.add(*node, slot));
            }
            sketch.slots.push(Slot { row: level.row, above: Vec::new(), here, below: Vec::new() });
        }
        sketch
    }

    fn add(&mut self, node: Node, slot: usize) -> NodeAt {
        self.nodes.push(node);
        self.slot_of.push(slot);
        self.nodes.len() - 1
    }

    /// Arrows between symbols of the page, then pentagons for what comes in, then those for what goes out.
    fn wire(&mut self, edges: &[Edge]) {
        for edge in edges {
            let here = |at: &CellAt| self.cells.get(at).copied();
            if let (Some(from), Some(to)) = (here(&edge.from), edge.to.as_ref().and_then(here)) {
                let way = self.beside(from, to).map_or(Way::Down, Way::Across);
                self.wires.push(Wire { edge: *edge, part: Part::Whole, from, to, way });
            }
        }
        for edge in edges {
            let entered = edge.to.and_then(|to| self.cells.get(&to).copied());
            let known = |wire: &Wire| wire.part == Part::In && Some(wire.to) == entered;
            if let (Some(to), false) = (entered, self.cells.contains_key(&edge.from) || self.wires.iter().any(known)) {
                self.bring_in(*edge, to);
            }
        }
        let mut leaving: Vec<&Edge> = edges
            .iter()
            .filter(|edge| self.cells.contains_key(&edge.from))
            .filter(|edge| edge.to.is_none_or(|to| !self.cells.contains_key(&to)))
            .collect();
        leaving.sort_by_key(|edge| (edge.from, edge.to.is_none_or(|to| to <= edge.from)));
        for edge in leaving {
            self.take_out(*edge, self.cells[&edge.from]);
        }
    }

    /// The side on which two neighbours in one level meet.
    fn beside(&self, from: NodeAt, to: NodeAt) -> Option<Side> {
        let neighbours = self.slots[self.slot_of[from]].here.windows(2).any(|pair| pair == [from, to]);
        neighbours.then(|| if self.nodes[to].column > self.nodes[from].column { Side::Right } else { Side::Left })
    }

    /// The pentagon of an arrow from another page: over the page's first symbol, beside others, else on a level over it.
    fn bring_in(&mut self, edge: Edge, to: NodeAt) {
        let slot = self.slot_of[to];
        let kind = NodeKind::Elsewhere(edge.to.unwrap_or(edge.from));
        let column = self.nodes[to].column;
        let first = slot == 0 && self.slots[0].above.is_empty();
        let side = [Side::Left, Side::Right].into_iter().find(|side| !first && self.is_free(to, *side));
        let (from, way) = match side {
            Some(side) => {
                let node = Node { kind, column: beyond(column, side) };
                let from = self.add(node, slot);
                (from, Way::Across(opposite(side)))
            }
            None => {
                let avoid = if slot > 0 { self.last_column(slot - 1) } else { None };
                let column = self.column_near(column, avoid);
                let from = self.add(Node { kind, column }, slot);
                self.slots[slot].above.push(from);
                (from, Way::Down)
            }
        };
        if side.is_some() {
            self.stand_beside(from, slot);
        }
        self.wires.push(Wire { edge, part: Part::In, from, to, way });
    }

    /// The pentagon or capsule of an arrow that leaves the page or ends: under the page's last symbol, beside others,
    /// else on a level under it.
    fn take_out(&mut self, edge: Edge, from: NodeAt) {
        let slot = self.slot_of[from];
        let (kind, part) = match edge.to {
            Some(to) => (NodeKind::Elsewhere(to), Part::Out),
            None => (NodeKind::Finish, Part::Whole),
        };
        let column = self.nodes[from].column;
        let last = slot + 1 == self.slots.len() && self.slots[slot].below.is_empty();
        let side = [Side::Right, Side::Left].into_iter().find(|side| !last && self.is_free(from, *side));
        let (to, way) = match side {
            Some(side) => {
                let to = self.add(Node { kind, column: beyond(column, side) }, slot);
                (to, Way::Across(side))
            }
            None => {
                let avoid = (!last).then_some(column);
                let column = self.column_near(column, avoid);
                let to = self.add(Node { kind, column }, slot);
                self.slots[slot].below.push(to);
                (to, Way::Down)
            }
        };
        if side.is_some() {
            self.stand_beside(to, slot);
        }
        self.wires.push(Wire { edge, part, from, to, way });
    }

    fn stand_beside(&mut self, node: NodeAt, slot: usize) {
        self.slots[slot].here.push(node);
    }

    /// Nothing of its level stands on that side of the symbol, and there is a column there.
    fn is_free(&self, node: NodeAt, side: Side) -> bool {
        let column = self.nodes[node].column;
        let others = self.slots[self.slot_of[node]].here.iter().map(|other| self.nodes[*other].column);
        match side {
            Side::Left => column > 0 && others.min().is_none_or(|least| least >= column),
            Side::Right => column + 1 < self.columns && others.max().is_none_or(|most| most <= column),
        }
    }

    fn last_column(&self, slot: usize) -> Option<usize> {
        let cells = self.slots[slot].here.iter().map(|node| self.nodes[*node]);
        cells.filter(|node| matches!(node.kind, NodeKind::Cell(..))).last().map(|node| node.column)
    }

    /// The column itself, or its neighbour where it is to be avoided.
    fn column_near(&self, column: usize, avoid: Option<usize>) -> usize {
        if avoid != Some(column) {
            column
        } else if column + 1 < self.columns {
            column + 1
        } else {
            column.saturating_sub(1)
        }
    }

    /// Numbers the levels.
    fn stack(self) -> Routing {
        let mut levels = Vec::new();
        let mut level_of = vec![0; self.nodes.len()];
        for slot in &self.slots {
            let single = |node: &NodeAt| vec![*node];
            let above = slot.above.iter().map(single);
            let below = slot.below.iter().map(single);
            for members in above.chain([slot.here.clone()]).chain(below) {
                for node in &members {
                    level_of[*node] = levels.len();
                }
                levels.push((slot.row, members));
            }
        }
        let nodes =
            self.nodes.iter().zip(&level_of).map(|(node, level)| Placed { node: *node, level: *level }).collect();
        Routing { nodes, levels, wires: self.wires, ..Routing::default() }
    }
}

fn beyond(column: usize, side: Side) -> usize {
    match side {
        Side::Left => column.saturating_sub(1),
        Side::Right => column + 1,
    }
}

fn opposite(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
    }
}

/// Ports of a symbol that arrows have taken.
#[derive(Debug, Clone, Copy, Default)]
struct Ports {
    left: bool,
    right: bool,
    below: usize,
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
            if ports[from].below == 0 && self.falls_free(from, to) {
                ports[from].below = 1;
                continue;
            }
            let exit = self.choose_exit(&mut ports[from], from, to);
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
                take(wire.to, opposite(side));
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

    fn choose_exit(&mut self, ports: &mut Ports, from: NodeAt, to: NodeAt) -> Exit {
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
        let track = ports.below;
        ports.below += 1;
        let level = self.nodes[from].level;
        self.tracks[level] = self.tracks[level].max(track + 1);
        Exit::Below(track)
    }

    fn corridor(&self, exit: Exit, from: NodeAt, to: NodeAt) -> usize {
        let column = self.nodes[from].node.column;
        let right = match exit {
            Exit::Beside(side) => side == Side::Right,
            Exit::Below(_) => self.nodes[to].node.column >= column,
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
