//! A graph of documents → DOT, Mermaid, JSON. What is a node and what an edge was decided by the caller.

mod dot;
mod json;
mod mermaid;

pub use dot::to_dot;
pub use json::to_json;
pub use mermaid::to_mermaid;

/// SOPs and documents, and what leads from one to another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// In the order in which they are written.
    pub nodes: Vec<Node>,
    /// The same.
    pub edges: Vec<Edge>,
}

/// One box of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Letters and digits, unique in the graph.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// What people call it.
    pub name: String,
    /// The file it is in; of an SOP only.
    pub file: Option<String>,
    /// Nomor SOP, where it is known.
    pub number: Option<String>,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// An SOP of the folder.
    Sop,
    /// A document that several SOPs make and another begins with.
    Document,
    /// A document that an SOP begins with and none makes.
    Outside,
    /// An SOP that is named under Keterkaitan and is not there.
    Missing,
}

impl NodeKind {
    /// The word of the machine format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sop => "sop",
            Self::Document => "document",
            Self::Outside => "outside",
            Self::Missing => "missing",
        }
    }
}

/// One arrow of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Position of the node it leaves.
    pub from: usize,
    /// Position of the node it comes to.
    pub to: usize,
    /// What it says.
    pub kind: EdgeKind,
    /// The document that is handed on, where the arrow stands for one.
    pub document: Option<String>,
}

/// What an arrow says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EdgeKind {
    /// The one names the other under Keterkaitan.
    Related,
    /// Both name each other.
    Mutual,
    /// The one perhaps means the other.
    Perhaps,
    /// A document goes from the one to the other.
    Document,
}

impl EdgeKind {
    /// The word of the machine format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Related => "related",
            Self::Mutual => "mutual",
            Self::Perhaps => "perhaps",
            Self::Document => "document",
        }
    }
}

/// Letters in a line of a label.
const LINE: usize = 26;

/// A name in lines of a readable length, without what a terminal would obey.
fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in crate::plain::plain(name).split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}
