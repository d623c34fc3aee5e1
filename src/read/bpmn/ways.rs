//! Flows and gateways → the ways on from each step.

use super::drawn::{Flow, Pool};
use crate::flow::process::NodeKind;
use crate::vocabulary::flow_words::NEGATION;
use crate::vocabulary::fold;
use crate::vocabulary::form_words::{NO, YES};
use crate::vocabulary::marks::{self, Sign};

/// Which way on it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Yes,
    No,
    Case,
    Next,
}

/// One way on from a step.
#[derive(Clone)]
pub(super) struct Onward<'p> {
    pub kind: Kind,
    /// The node it leads to, of those that are steps; none where work ends.
    pub to: Option<usize>,
    /// The words at it that are not those of its kind.
    pub label: Option<&'p str>,
    /// The flow by which it leaves its task or gateway.
    pub flow: &'p Flow,
}

/// Which nodes are steps, and how each goes on.
pub(super) struct Ways<'p> {
    pool: &'p Pool,
    outgoing: Vec<Vec<&'p Flow>>,
    incoming: Vec<usize>,
    /// Of each gateway, the task whose decision or fork it is.
    owner: Vec<Option<usize>>,
    /// Of each node the step that work comes to by it, through joins and events on the way: `Some(None)` an end, `None` nowhere.
    goals: Vec<Option<Option<usize>>>,
    /// Where a start event leads: the nodes that are steps.
    pub starts: Vec<usize>,
    /// Nodes from which work cannot go on, though they are no end.
    pub dead: Vec<usize>,
}

impl<'p> Ways<'p> {
    pub fn of(pool: &'p Pool) -> Self {
        let count = pool.nodes.len();
        let (mut outgoing, mut incoming) = (vec![Vec::new(); count], vec![0; count]);
        for flow in &pool.flows {
            outgoing[flow.from].push(flow);
            incoming[flow.to] += 1;
        }
        let (owner, goals) = (vec![None; count], vec![None; count]);
        let mut ways = Self { pool, outgoing, incoming, owner, goals, starts: Vec::new(), dead: Vec::new() };
        ways.find_owners();
        ways.find_goals();
        ways.find_starts();
        ways
    }

    fn kind(&self, node: usize) -> Option<NodeKind> {
        self.pool.nodes[node].kind
    }

    /// Work takes one of several ways here, or goes on in parallel.
    fn parts(&self, node: usize) -> bool {
        let is_gateway = matches!(self.kind(node), Some(NodeKind::Exclusive | NodeKind::Parallel));
        is_gateway && self.outgoing[node].len() > 1
    }

    /// A gateway right behind a task belongs to it, and so does a fork right behind that gateway where no word parts them.
    fn find_owners(&mut self) {
        for task in 0..self.pool.nodes.len() {
            if self.kind(task) != Some(NodeKind::Task) {
                continue;
            }
            let [only] = self.outgoing[task][..] else { continue };
            let gateway = only.to;
            if !self.parts(gateway) || self.incoming[gateway] != 1 {
                continue;
            }
            self.owner[gateway] = Some(task);
            if self.kind(gateway) == Some(NodeKind::Exclusive) {
                for flow in &self.outgoing[gateway] {
                    let is_fork = self.kind(flow.to) == Some(NodeKind::Parallel) && self.parts(flow.to);
                    if is_fork && self.incoming[flow.to] == 1 && flow.name.trim().is_empty() {
                        self.owner[flow.to] = Some(task);
                    }
                }
            }
        }
    }

    fn find_starts(&mut self) {
        let events = (0..self.pool.nodes.len()).filter(|at| self.kind(*at) == Some(NodeKind::Start));
        let first = events.flat_map(|at| &self.outgoing[at]).filter_map(|flow| self.goals[flow.to].flatten());
        self.starts = first.collect();
    }

    /// The node is a step: a task, or a gateway that is no task's.
    pub fn is_step(&self, node: usize) -> bool {
        self.kind(node) == Some(NodeKind::Task) || self.parts(node) && self.owner[node].is_none()
    }

    fn find_goals(&mut self) {
        let mut seen = vec![false; self.pool.nodes.len()];
        for first in 0..self.pool.nodes.len() {
            let (mut at, mut passed) = (first, Vec::new());
            let goal = loop {
                if std::mem::replace(&mut seen[at], true) {
                    break self.goals[at];
                }
                passed.push(at);
                if self.is_step(at) {
                    break Some(Some(at));
                }
                if self.kind(at) == Some(NodeKind::End) {
                    break Some(None);
                }
                let [only] = self.outgoing[at][..] else { break None };
                at = only.to;
            };
            passed.into_iter().for_each(|node| self.goals[node] = goal);
        }
    }

    /// The ways on from a step, in the order of the file.
    pub fn onward(&mut self, step: usize) -> Vec<Onward<'p>> {
        let mut found = Vec::new();
        let gateway = match self.outgoing[step][..] {
            [only] if self.kind(step) == Some(NodeKind::Task) && self.owner[only.to] == Some(step) => Some(only.to),
            _ if self.parts(step) => Some(step),
            _ => None,
        };
        let choice = gateway.filter(|at| self.kind(*at) == Some(NodeKind::Exclusive));
        let leaving = self.outgoing[gateway.unwrap_or(step)].clone();
        for flow in &leaving {
            if choice.is_some() && self.owner[flow.to] == Some(step) && self.parts(flow.to) {
                for inner in self.outgoing[flow.to].clone() {
                    self.push(&mut found, inner, Kind::Next);
                }
            } else {
                let kind = if choice.is_some() { answer(&flow.name, &leaving, &found) } else { Kind::Next };
                self.push(&mut found, flow, kind);
            }
        }
        found
    }

    fn push(&mut self, found: &mut Vec<Onward<'p>>, flow: &'p Flow, kind: Kind) {
        let Some(to) = self.goals[flow.to] else {
            self.dead.push(flow.to);
            return;
        };
        let name = flow.name.trim();
        let usual = match kind {
            Kind::Yes => name == YES[0],
            Kind::No => name == NO[0],
            Kind::Case | Kind::Next => false,
        };
        let label = (!name.is_empty() && !usual).then_some(flow.name.as_str());
        found.push(Onward { kind, to, label, flow });
    }
}

/// What the words at a way out of a decision say.
fn answer(name: &str, all: &[&Flow], before: &[Onward]) -> Kind {
    let said = said(name);
    let is_free = |kind| before.iter().all(|it| it.kind != kind);
    match said {
        _ if name.trim().is_empty() && all.iter().filter(|it| it.name.trim().is_empty()).count() == 1 => Kind::Next,
        Some(kind) if is_free(kind) => kind,
        // Of two ways of which one says no, the other is the yes.
        None if all.len() == 2
            && !name.trim().is_empty()
            && all.iter().any(|it| self::said(&it.name) == Some(Kind::No)) =>
        {
            Kind::Yes
        }
        _ => Kind::Case,
    }
}

fn said(name: &str) -> Option<Kind> {
    match marks::word(&fold(name)) {
        Some(Sign::Yes) => Some(Kind::Yes),
        Some(Sign::No) => Some(Kind::No),
        _ => {
            let first = name.split_whitespace().next()?.to_lowercase();
            NEGATION.contains(&first.as_str()).then_some(Kind::No)
        }
    }
}
