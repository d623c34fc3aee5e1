//! The levels of one page and the arrows that touch them → symbols with their pentagons, set on numbered levels.

use super::chart::{Chart, Level, Node, NodeKind};
use super::draw::Part;
use super::route::{NodeAt, Placed, Routing, Side, Way, Wire};
use crate::model::{CellAt, Edge};
use std::collections::BTreeMap;

/// A page before its levels are numbered: pentagons may still put levels between others.
pub(super) struct Sketch<'a> {
    chart: &'a Chart,
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

impl<'a> Sketch<'a> {
    pub fn of(chart: &'a Chart, levels: &[Level]) -> Self {
        let mut sketch = Self {
            chart,
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
    pub fn wire(&mut self, edges: &[Edge]) {
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
                (from, Way::Across(side.opposite()))
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
            Some(to) => match self.chart.unseen.get(&to) {
                Some(number) => (NodeKind::Unseen(to, *number), Part::Whole),
                None => (NodeKind::Elsewhere(to), Part::Out),
            },
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
            Side::Right => column + 1 < self.chart.columns && others.max().is_none_or(|most| most <= column),
        }
    }

    fn last_column(&self, slot: usize) -> Option<usize> {
        let mut cells = self.slots[slot].here.iter().rev().map(|node| self.nodes[*node]);
        cells.find(|node| matches!(node.kind, NodeKind::Cell(..))).map(|node| node.column)
    }

    /// The column itself, or its neighbour where it is to be avoided.
    fn column_near(&self, column: usize, avoid: Option<usize>) -> usize {
        if avoid != Some(column) {
            column
        } else if column + 1 < self.chart.columns {
            column + 1
        } else {
            column.saturating_sub(1)
        }
    }

    /// Numbers the levels.
    pub fn stack(self) -> Routing {
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
        let key = |wire: &Wire| Some((wire.edge.from, wire.edge.way?));
        let own = |wire: &Wire| key(wire).and_then(|key| Some((key, self.chart.words.get(&key)?.clone())));
        let words = self.wires.iter().filter_map(own).collect();
        Routing { nodes, levels, wires: self.wires, words, ..Routing::default() }
    }
}

fn beyond(column: usize, side: Side) -> usize {
    match side {
        Side::Left => column.saturating_sub(1),
        Side::Right => column + 1,
    }
}
