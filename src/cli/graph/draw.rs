//! The SOPs of a folder → a graph: who names whom, and whose output another begins with.

use crate::check::folder::{Card, Tokens};
use crate::check::{Library, Relation};
use crate::render::graph::{Edge, EdgeKind, Graph, Node, NodeKind};
use std::collections::{HashMap, HashSet};

/// The graph of a library: its SOPs first, in the order of the input.
pub(super) fn draw(library: &Library) -> Graph {
    let mut sheet = Sheet { library, graph: Graph::default(), missing: HashMap::new(), documents: HashMap::new() };
    for (at, card) in library.cards().iter().enumerate() {
        sheet.graph.nodes.push(sop(at, card));
    }
    let mut drawn = HashSet::new();
    for at in 0..library.cards().len() {
        sheet.relations(at, &mut drawn);
    }
    for at in 0..library.cards().len() {
        sheet.documents(at);
    }
    sheet.graph
}

fn sop(at: usize, card: &Card) -> Node {
    Node {
        id: format!("sop{}", at + 1),
        kind: NodeKind::Sop,
        name: card.name().to_owned(),
        file: Some(card.file.to_string()),
        number: card.number.as_ref().map(|it| it.written.to_string()),
    }
}

/// A graph being drawn.
struct Sheet<'l> {
    library: &'l Library,
    graph: Graph,
    missing: HashMap<&'l str, usize>,
    documents: HashMap<(Option<u64>, &'l Tokens), usize>,
}

impl<'l> Sheet<'l> {
    /// The arrows of Keterkaitan of one SOP; each pair is drawn once.
    fn relations(&mut self, at: usize, drawn: &mut HashSet<(usize, usize)>) {
        let library = self.library;
        for (entry, relation) in library.cards()[at].relations.iter().zip(library.relations(at)) {
            let (to, kind) = match relation {
                Relation::One(to) if names(library, *to, at) => (vec![*to], EdgeKind::Mutual),
                Relation::One(to) => (vec![*to], EdgeKind::Related),
                Relation::Perhaps(to) => (to.clone(), EdgeKind::Perhaps),
                Relation::Missing(_) => (vec![self.missing(&entry.key, &entry.written)], EdgeKind::Related),
                Relation::Unnamed => continue,
            };
            for to in to.into_iter().filter(|to| *to != at) {
                let is_back = kind == EdgeKind::Mutual && drawn.contains(&(to, at));
                if !is_back && drawn.insert((at, to)) {
                    self.graph.edges.push(Edge { from: at, to, kind, document: None });
                }
            }
        }
    }

    /// The arrows of the documents that one SOP begins with.
    fn documents(&mut self, at: usize) {
        let library = self.library;
        let card = &library.cards()[at];
        for paper in &card.needs {
            let makers = library.makers(card.agency, &paper.tokens);
            let mut others = makers.iter().copied().filter(|maker| *maker != at);
            let edge = match (others.next(), others.next()) {
                (Some(from), None) => {
                    Edge { from, to: at, kind: EdgeKind::Document, document: Some(paper.written.to_string()) }
                }
                _ => {
                    let from = self.document((card.agency, &paper.tokens), &paper.written, makers);
                    Edge { from, to: at, kind: EdgeKind::Document, document: None }
                }
            };
            self.graph.edges.push(edge);
        }
    }

    /// The node of an SOP that is not there.
    fn missing(&mut self, key: &'l str, name: &str) -> usize {
        let number = self.missing.len() + 1;
        let nodes = &mut self.graph.nodes;
        *self.missing.entry(key).or_insert_with(|| {
            nodes.push(other(format!("hilang{number}"), NodeKind::Missing, name));
            nodes.len() - 1
        })
    }

    /// The node of a document that several SOPs make, or none; with the arrows from those that do.
    fn document(&mut self, key: (Option<u64>, &'l Tokens), name: &str, makers: &[usize]) -> usize {
        if let Some(known) = self.documents.get(&key) {
            return *known;
        }
        let kind = if makers.is_empty() { NodeKind::Outside } else { NodeKind::Document };
        let node = self.graph.nodes.len();
        self.graph.nodes.push(other(format!("dokumen{}", self.documents.len() + 1), kind, name));
        self.documents.insert(key, node);
        let edges = makers.iter().map(|from| Edge { from: *from, to: node, kind: EdgeKind::Document, document: None });
        self.graph.edges.extend(edges);
        node
    }
}

fn other(id: String, kind: NodeKind, name: &str) -> Node {
    Node { id, kind, name: name.to_owned(), file: None, number: None }
}

fn names(library: &Library, one: usize, other: usize) -> bool {
    library.relations(one).contains(&Relation::One(other))
}
