//! Cells and arrows → nodes and flows.

use super::{Flow, Lane, Node, NodeKind, Process, beside, joins, writable};
use crate::flow::Graph;
use crate::model::{ActorId, Addresses, Cell, CellAt, Edge, EdgeKind, Field, Sop, Symbol};
use crate::vocabulary::form_words::{END, NO, START, YES};
use crate::vocabulary::process_words::{NOBODY, question};
use std::collections::BTreeMap;

pub(super) fn process(sop: &Sop, prefix: &str) -> Process {
    let mut builder = Builder::new(sop, prefix);
    for (row, at, cell) in sop.cells() {
        builder.add_cell((row, at), cell);
    }
    builder.connect();
    let tasks = builder.tasks();
    Process {
        papers: beside::papers(sop, prefix, &tasks),
        remarks: beside::remarks(sop, prefix, &tasks),
        groups: beside::groups(sop, prefix),
        lanes: builder.lanes,
        nodes: builder.nodes,
        flows: builder.flows,
    }
}

/// The nodes that stand for one cell, by position.
struct Stand {
    /// Where flows come in.
    entry: usize,
    task: usize,
    /// Where one of several ways is taken.
    choice: Option<usize>,
    /// Where work goes on in parallel.
    fork: Option<usize>,
}

struct Builder<'a> {
    sop: &'a Sop,
    prefix: &'a str,
    lanes: Vec<Lane>,
    lane_of: BTreeMap<Option<ActorId>, usize>,
    nodes: Vec<Node>,
    flows: Vec<Flow>,
    /// The cells in order, and what stands for each.
    stands: Vec<Stand>,
    graph: Graph,
    edges: Vec<Edge>,
    /// Where the arrows of each cell begin among all.
    begins: Vec<usize>,
    joins: Vec<bool>,
    addresses: Addresses<'a>,
    starts: Vec<bool>,
    /// For each arrow that ends the work, its event.
    ends: BTreeMap<usize, usize>,
    /// The capsules at which work ends without an arrow, from where, by position of the cell.
    capsules: BTreeMap<usize, usize>,
}

impl<'a> Builder<'a> {
    fn new(sop: &'a Sop, prefix: &'a str) -> Self {
        let graph = Graph::of(sop);
        let edges = sop.edges();
        let mut begins = vec![0; graph.len() + 1];
        edges.iter().for_each(|edge| begins[graph.node(edge.from) + 1] += 1);
        (0..graph.len()).for_each(|at| begins[at + 1] += begins[at]);
        let mut starts = vec![false; graph.len()];
        graph.starts().iter().for_each(|at| starts[*at] = true);
        let joins = joins::joins(&graph);
        let mut builder = Self {
            sop,
            prefix,
            lanes: Vec::new(),
            lane_of: BTreeMap::new(),
            nodes: Vec::new(),
            flows: Vec::new(),
            stands: Vec::new(),
            graph,
            edges,
            begins,
            joins,
            addresses: Addresses::of(sop),
            starts,
            ends: BTreeMap::new(),
            capsules: BTreeMap::new(),
        };
        for actor in &sop.actors {
            builder.lane(Some(actor.id.clone()));
        }
        builder
    }

    /// The lane of an actor, made where there is none yet.
    fn lane(&mut self, actor: Option<ActorId>) -> usize {
        if let Some(lane) = self.lane_of.get(&actor) {
            return *lane;
        }
        let at = self.lanes.len();
        let name = actor.as_ref().map_or(NOBODY, |id| self.sop.actor_name(id));
        self.lanes.push(Lane {
            id: format!("{}Lane_{}", self.prefix, at + 1),
            actor: actor.clone(),
            name: writable(name),
        });
        self.lane_of.insert(actor, at);
        at
    }

    fn node(&mut self, kind: NodeKind, word: &str, name: &str, cell: CellAt, lane: usize) -> usize {
        let id = format!("{}{word}_{}_{}", self.prefix, cell.0 + 1, cell.1 + 1);
        self.nodes.push(Node { id, kind, name: writable(name), lane, cell });
        self.nodes.len() - 1
    }

    fn add_cell(&mut self, at: CellAt, cell: &Cell) {
        let lane = self.lane(cell.actor.as_ref().map(|it| it.value.clone()));
        let number = self.stands.len();
        let comes_in = self.graph.backward(number).len() + usize::from(self.starts[number]);
        let first = self.nodes.len();
        if self.starts[number] {
            self.node(NodeKind::Start, "Start", START, at, lane);
        }
        let entry = (comes_in > 1).then(|| {
            let waits = self.joins[number] && !self.starts[number];
            self.node(if waits { NodeKind::Parallel } else { NodeKind::Exclusive }, "Join", "", at, lane)
        });
        let name = match &self.sop.steps[at.0].activity {
            Field::Known(text) | Field::Unreadable(text) => text.value.as_str(),
            Field::Absent | Field::Blank(_) | Field::Dash(_) => "",
        };
        let task = self.node(NodeKind::Task, "Task", name, at, lane);
        (first..task).for_each(|node| self.flow(node, node + 1, None));
        let (choice, fork) = self.add_exits(number, at, cell, lane);
        self.stands.push(Stand { entry: entry.unwrap_or(task), task, choice, fork });
    }

    /// The gateways behind a task, and the events where work ends there.
    fn add_exits(&mut self, number: usize, at: CellAt, cell: &Cell, lane: usize) -> (Option<usize>, Option<usize>) {
        let range = self.begins[number]..self.begins[number + 1];
        let own = self.edges[range.clone()].to_vec();
        let ends = self.ends_here(number, at, cell);
        let mut words: Vec<String> =
            own.chunk_by(|one, other| one.kind == other.kind).map(|it| self.word(&it[0])).collect();
        let ways = words.len() + usize::from(ends);
        let task = self.nodes.len() - 1;
        let mut last = task;
        words.retain(|word| !word.is_empty());
        let choice = (ways > 1).then(|| self.node(NodeKind::Exclusive, "Choice", &question(&words), at, lane));
        if let Some(choice) = choice {
            self.flow(last, choice, None);
            last = choice;
        }
        let is_forked = own.iter().filter(|edge| edge.kind == EdgeKind::Next).count() > 1;
        let fork = is_forked.then(|| self.node(NodeKind::Parallel, "Fork", "", at, lane));
        if let Some(fork) = fork {
            self.flow(last, fork, None);
        }
        for (offset, _) in own.iter().enumerate().filter(|(_, edge)| edge.to.is_none()) {
            let end = self.node(NodeKind::End, &format!("End{}", offset + 1), END, at, lane);
            self.ends.insert(range.start + offset, end);
        }
        if ends {
            let end = self.node(NodeKind::End, "End", END, at, lane);
            self.capsules.insert(number, end);
        }
        (choice, fork)
    }

    /// Work ends at this cell without an arrow: by its capsule, or because nothing follows.
    fn ends_here(&self, number: usize, from: CellAt, cell: &Cell) -> bool {
        let is_last = self.begins[number] == self.begins[number + 1];
        let loses = || cell.ways().any(|way| self.addresses.resolve_from(from, &way.value).is_none());
        let is_capsule = self.sop.symbol(from.0, from.1) == Symbol::End;
        if is_last {
            !loses()
        } else {
            is_capsule && cell.yes.is_none() && cell.cases.is_empty() && cell.next.is_empty()
        }
    }

    /// The words at an arrow.
    fn word(&self, edge: &Edge) -> String {
        let usual = match edge.kind {
            EdgeKind::Yes => YES[0],
            EdgeKind::No => NO[0],
            EdgeKind::Case(_) | EdgeKind::Next => "",
        };
        writable(self.sop.label(edge).unwrap_or(usual))
    }

    fn flow(&mut self, from: usize, to: usize, edge: Option<Edge>) {
        let name = edge.map(|edge| self.word(&edge)).unwrap_or_default();
        let id = format!("{}Flow_{}", self.prefix, self.flows.len() + 1);
        self.flows.push(Flow { id, from, to, name, edge });
    }

    /// The flows between cells.
    fn connect(&mut self) {
        for number in 0..self.stands.len() {
            let Stand { task, choice, fork, .. } = self.stands[number];
            for at in self.begins[number]..self.begins[number + 1] {
                let edge = self.edges[at];
                let from = if edge.kind == EdgeKind::Next { fork.or(choice) } else { choice }.unwrap_or(task);
                let to = match edge.to {
                    Some(cell) => Some(self.stands[self.graph.node(cell)].entry),
                    None => self.ends.get(&at).copied(),
                };
                if let Some(to) = to {
                    self.flow(from, to, Some(edge));
                }
            }
            if let Some(end) = self.capsules.get(&number).copied() {
                self.flow(choice.unwrap_or(task), end, None);
            }
        }
    }

    /// The first and the last task of each row.
    fn tasks(&self) -> Vec<Option<(usize, usize)>> {
        let mut tasks: Vec<Option<(usize, usize)>> = vec![None; self.sop.steps.len()];
        for stand in &self.stands {
            let row = self.nodes[stand.task].cell.0;
            tasks[row] = Some((tasks[row].map_or(stand.task, |(first, _)| first), stand.task));
        }
        tasks
    }
}
