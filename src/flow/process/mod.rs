//! An SOP as BPMN and Mermaid have it: lanes, events, tasks, gateways, the flows between them, and what lies beside a task.
//!
//! Every cell is a task. A gateway stands behind it where work takes one of several ways, or goes on in parallel, and before it
//! where several flows come in; events stand where work begins and ends. Names and ids depend on the SOP alone, so that a reader
//! can tell which of them a person has changed.

mod beside;
mod build;
mod joins;

pub use beside::{Group, NoteKind, Paper, Remark};

use crate::model::{ActorId, CellAt, Edge, Sop};

/// The process of one SOP.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Process {
    /// Its lanes, left to right.
    pub lanes: Vec<Lane>,
    /// Its nodes in the order of the table; those of one cell stand together, in the order of the flow.
    pub nodes: Vec<Node>,
    /// Its flows, in the order of the cells they leave.
    pub flows: Vec<Flow>,
    /// Kelengkapan and output.
    pub papers: Vec<Paper>,
    /// What else a row says: waktu, keterangan, bersama.
    pub remarks: Vec<Remark>,
    /// Subheadings, each around its rows.
    pub groups: Vec<Group>,
}

/// One lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Unique in the file.
    pub id: String,
    /// Whose it is; none for cells of which nobody is said to act.
    pub actor: Option<ActorId>,
    /// What heads it.
    pub name: String,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NodeKind {
    /// Work begins.
    Start,
    /// Work ends.
    End,
    /// Somebody acts.
    Task,
    /// Work comes by one of several flows, or goes by one.
    Exclusive,
    /// Work comes by all flows, or goes by all.
    Parallel,
}

/// One node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Unique in the file.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// What it says; empty for gateways at which nothing is decided.
    pub name: String,
    /// Its lane, by position.
    pub lane: usize,
    /// The cell it belongs to.
    pub cell: CellAt,
}

/// One flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Unique in the file.
    pub id: String,
    /// The node it leaves, by position.
    pub from: usize,
    /// The node it enters.
    pub to: usize,
    /// The words at it.
    pub name: String,
    /// The arrow of the SOP that it is; none between the nodes of one cell.
    pub edge: Option<Edge>,
}

impl Process {
    /// The process of an SOP; `prefix` stands before every id, so that several have room in one file.
    pub fn of(sop: &Sop, prefix: &str) -> Self {
        build::process(sop, prefix)
    }
}

/// The text as XML can hold it: characters that it has no way to write become U+FFFD.
pub fn writable(text: &str) -> String {
    let is_fit = |it: char| matches!(it, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|it| if is_fit(it) { it } else { '\u{fffd}' }).collect()
}
