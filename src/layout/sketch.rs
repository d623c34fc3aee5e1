//! The levels of one page and the arrows that touch them → symbols with their pentagons, set on numbered levels.

use super::chart::{Chart, Level, Node, NodeKind};
use super::draw::Part;
use super::route::{NodeAt, Placed, Routing, Side, Way, Wire};
use crate::model::{CellAt, Edge, EdgeKind};
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
    above: Vec<Vec<NodeAt>>,
    here: Vec<NodeAt>,
    below: Vec<Vec<NodeAt>>,
    /// Symbols between which an arrow goes across, and whether it is there already.
    across: Vec<(NodeAt, NodeAt, bool)>,
    joins: Vec<(usize, usize)>,
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
            let here: Vec<NodeAt> = level.nodes.iter().map(|node| sketch.add(*node, slot)).collect();
            for (node, at) in level.nodes.iter().zip(&here) {
                if let NodeKind::Cell(cell, _) = node.kind {
                    sketch.cells.insert(cell, *at);
                }
            }
            let ends = |(from, to): &(CellAt, CellAt)| Some((*sketch.cells.get(from)?, *sketch.cells.get(to)?, false));
            let across = level.across.iter().filter_map(ends).collect();
            let joins = level.joins.clone();
            sketch.slots.push(Slot { row: level.row, above: Vec::new(), here, below: Vec::new(), across, joins });
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
                let way = self.beside(from, to).map_or(Way::DOWN, Way::across);
                self.wires.push(Wire { edge: *edge, part: Part::Whole, from, to, way, fan: false });
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
        let handed_on = |edge: &Edge| leaving.iter().filter(|it| it.from == edge.from && is_handed_on(it)).count();
        for edge in &leaving {
            self.take_out(**edge, self.cells[&edge.from], is_handed_on(edge) && handed_on(edge) > 1);
        }
    }

    /// The side on which two neighbours in one level meet, for the first arrow between them.
    fn beside(&mut self, from: NodeAt, to: NodeAt) -> Option<Side> {
        let pair = self.slots[self.slot_of[from]].across.iter_mut().find(|it| (it.0, it.1) == (from, to) && !it.2)?;
        pair.2 = true;
        Some(if self.nodes[to].column > self.nodes[from].column { Side::Right } else { Side::Left })
    }

    /// The pentagon of an arrow from another page: over the page's first symbols, beside others, else on a level over them.
    fn bring_in(&mut self, edge: Edge, to: NodeAt) {
        let slot = self.slot_of[to];
        let kind = NodeKind::Elsewhere(edge.to.unwrap_or(edge.from));
        let column = self.nodes[to].column;
        let side = [Side::Left, Side::Right].into_iter().find(|side| slot > 0 && self.is_free(to, *side));
        let (from, way) = match side {
            Some(side) => {
                let from = self.add(Node { kind, column: beyond(column, side) }, slot);
                self.slots[slot].here.push(from);
                (from, Way::across(side.opposite()))
            }
            None => {
                let avoid = if slot > 0 { self.last_column(slot - 1) } else { None };
                let column = self.column_near(column, avoid);
                let from = self.add(Node { kind, column }, slot);
                let nodes = &self.nodes;
                match self.slots[slot].above.last_mut() {
                    Some(level) if level.iter().all(|it| nodes[*it].column != column) => level.push(from),
                    _ => self.slots[slot].above.push(vec![from]),
                }
                (from, Way::DOWN)
            }
        };
        self.wires.push(Wire { edge, part: Part::In, from, to, way, fan: false });
    }

    /// The pentagon or capsule of an arrow that leaves the page or ends: under the page's last symbols, beside others, else
    /// on a level under them, in the same column where that is free. Of several that work is handed on to all stand there.
    fn take_out(&mut self, edge: Edge, from: NodeAt, several: bool) {
        let slot = self.slot_of[from];
        let (kind, part) = match edge.to {
            Some(to) => match self.chart.unseen.get(&to) {
                Some(number) => (NodeKind::Unseen(to, *number), Part::Whole),
                None => (NodeKind::Elsewhere(to), Part::Out),
            },
            None => (NodeKind::Finish, Part::Whole),
        };
        let column = self.nodes[from].column;
        let last = slot + 1 == self.slots.len() && !self.is_left_below(from);
        let sides = if self.returns_rightwards(from) { [Side::Left, Side::Right] } else { [Side::Right, Side::Left] };
        let side = sides.into_iter().find(|side| !last && !several && self.is_free(from, *side));
        let (to, way) = match side {
            Some(side) => {
                let to = self.add(Node { kind, column: beyond(column, side) }, slot);
                self.slots[slot].here.push(to);
                (to, Way::across(side))
            }
            None => (self.put_below(kind, column, slot), Way::DOWN),
        };
        self.wires.push(Wire { edge, part, from, to, way, fan: false });
    }

    /// A symbol on the level under a slot, as near to the column as there is room.
    fn put_below(&mut self, kind: NodeKind, column: usize, slot: usize) -> NodeAt {
        let taken = |level: &Vec<NodeAt>, column: usize| level.iter().any(|it| self.nodes[*it].column == column);
        let level = self.slots[slot].below.last().cloned().unwrap_or_default();
        let mut free: Vec<usize> = (0..self.chart.columns).filter(|it| !taken(&level, *it)).collect();
        free.sort_by_key(|it| (it.abs_diff(column), *it < column));
        let near = free.first().copied();
        let to = self.add(Node { kind, column: near.unwrap_or(column) }, slot);
        match self.slots[slot].below.last_mut() {
            Some(level) if near.is_some() => level.push(to),
            _ => self.slots[slot].below.push(vec![to]),
        }
        to
    }

    /// Something that the symbol passes on stands under its level already.
    fn is_left_below(&self, from: NodeAt) -> bool {
        let below = |to: NodeAt| self.slots[self.slot_of[from]].below.iter().flatten().any(|it| *it == to);
        self.wires.iter().any(|wire| wire.from == from && below(wire.to))
    }

    /// An arrow goes back from the symbol to one that stands right of it.
    fn returns_rightwards(&self, from: NodeAt) -> bool {
        let back = |wire: &Wire| {
            wire.from == from
                && self.slot_of[wire.to] < self.slot_of[from]
                && self.nodes[wire.to].column > self.nodes[from].column
        };
        self.wires.iter().any(back)
    }

    /// On that side of the symbol there is a column, in which nothing stands, and nothing leads there.
    fn is_free(&self, node: NodeAt, side: Side) -> bool {
        let column = self.nodes[node].column;
        let next = beyond(column, side);
        let slot = &self.slots[self.slot_of[node]];
        let leads = |it: usize| (it > column) == (next > column);
        let across = slot.across.iter().filter(|it| it.0 == node || it.1 == node);
        let mut across = across.map(|it| self.nodes[if it.0 == node { it.1 } else { it.0 }].column);
        let mut joins = slot.joins.iter().filter(|it| it.0 == column || it.1 == column);
        next != column
            && next < self.chart.columns
            && slot.here.iter().all(|it| self.nodes[*it].column != next)
            && !across.any(leads)
            && !joins.any(|it| leads(if it.0 == column { it.1 } else { it.0 }))
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
    pub fn stack(mut self) -> Routing {
        let mut handed_on = vec![0; self.nodes.len()];
        let own = |wire: &Wire| wire.reason() == EdgeKind::Next;
        self.wires.iter().filter(|wire| own(wire)).for_each(|wire| handed_on[wire.from] += 1);
        self.wires.iter_mut().for_each(|wire| wire.fan = own(wire) && handed_on[wire.from] > 1);
        let mut levels = Vec::new();
        let mut joins = Vec::new();
        let mut level_of = vec![0; self.nodes.len()];
        for slot in &self.slots {
            let own = slot.above.len() + levels.len();
            joins.extend(slot.joins.iter().map(|ends| (own, *ends)));
            for members in slot.above.iter().chain([&slot.here]).chain(&slot.below) {
                for node in members {
                    level_of[*node] = levels.len();
                }
                levels.push((slot.row, members.clone()));
            }
        }
        let nodes =
            self.nodes.iter().zip(&level_of).map(|(node, level)| Placed { node: *node, level: *level }).collect();
        let key = |wire: &Wire| Some((wire.edge.from, wire.edge.way?));
        let own = |wire: &Wire| key(wire).and_then(|key| Some((key, self.chart.words.get(&key)?.clone())));
        let words = self.wires.iter().filter_map(own).collect();
        Routing { nodes, levels, joins, wires: self.wires, words, ..Routing::default() }
    }
}

/// Work goes along it without a condition.
fn is_handed_on(edge: &Edge) -> bool {
    edge.kind == EdgeKind::Next
}

fn beyond(column: usize, side: Side) -> usize {
    match side {
        Side::Left => column.saturating_sub(1),
        Side::Right => column + 1,
    }
}
