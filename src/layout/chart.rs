//! Sop → symbols on levels: which cells can be drawn, which of a row stand side by side, and the arrows between them.

use super::words::one_line;
use crate::model::{CellAt, Edge, EdgeKind, Sop, Symbol};
use std::collections::BTreeMap;
use std::ops::Bound;

/// A symbol to draw, in an actor column counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    pub kind: NodeKind,
    pub column: usize,
}

/// What a symbol stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeKind {
    /// A cell of the flow.
    Cell(CellAt, Symbol),
    /// Who takes part in the same act; joined to its neighbours by a line, entered and left by no arrow.
    Joint,
    /// `selesai` as a target.
    Finish,
    /// The arrow goes on to, or comes from, this cell on another page.
    Elsewhere(CellAt),
    /// The arrow goes on to this cell, which is not drawn, of the step of this number.
    Unseen(CellAt, u32),
}

impl NodeKind {
    /// The cell it stands for or leads to.
    pub fn cell(self) -> Option<CellAt> {
        match self {
            Self::Cell(cell, _) | Self::Elsewhere(cell) | Self::Unseen(cell, _) => Some(cell),
            Self::Joint | Self::Finish => None,
        }
    }
}

/// Symbols at one height, in the order of the flow: work enters at the first cell from above and leaves from the last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Level {
    /// The step, by position.
    pub row: usize,
    pub nodes: Vec<Node>,
}

impl Level {
    /// The cells of the flow that stand on it.
    pub fn cells(&self) -> impl Iterator<Item = CellAt> {
        self.nodes.iter().filter_map(|node| match node.kind {
            NodeKind::Cell(at, _) => Some(at),
            _ => None,
        })
    }
}

/// The flow of an SOP, ready to be cut into pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Chart {
    pub columns: usize,
    /// From top to bottom.
    pub levels: Vec<Level>,
    /// Arrows from cells that are drawn.
    pub edges: Vec<Edge>,
    /// The words that arrows have of their own, by the cell they leave and [`Edge::way`].
    pub words: BTreeMap<(CellAt, usize), String>,
    /// Cells that arrows go to although they are not drawn, with the numbers of their steps.
    pub unseen: BTreeMap<CellAt, u32>,
}

impl Chart {
    pub fn of(sop: &Sop) -> Self {
        let columns = columns(sop);
        let edges = drawn_edges(sop, &columns);
        let targets = edges.iter().filter_map(|edge| edge.to).filter(|to| !columns.contains_key(to));
        let unseen = targets.map(|to| (to, sop.steps[to.0].number)).collect();
        let mut levels = Vec::new();
        for row in 0..sop.steps.len() {
            add_levels(sop, row, &columns, &edges, &mut levels);
        }
        let own = |edge: &Edge| Some(((edge.from, edge.way?), one_line(sop.label(edge)?)));
        let words = edges.iter().filter_map(own).filter(|(_, words)| !words.is_empty()).collect();
        Self { columns: sop.actors.len(), levels, edges, words, unseen }
    }
}

/// The column of each cell whose actor has one.
fn columns(sop: &Sop) -> BTreeMap<CellAt, usize> {
    let ids: BTreeMap<_, _> = sop.actors.iter().enumerate().rev().map(|(at, actor)| (&actor.id, at)).collect();
    let known = sop.cells().filter_map(|(row, at, cell)| {
        let column = ids.get(&cell.actor.as_ref()?.value)?;
        Some(((row, at), *column))
    });
    known.collect()
}

/// The arrows that leave drawn cells. One that only runs down through rows nobody is said to act in goes to the next
/// symbol; any other to a cell that is not drawn keeps that cell as its target, for where its work goes is not known.
fn drawn_edges(sop: &Sop, columns: &BTreeMap<CellAt, usize>) -> Vec<Edge> {
    let edges = sop.edges();
    let mut out = BTreeMap::<CellAt, Vec<Edge>>::new();
    for edge in &edges {
        out.entry(edge.from).or_default().push(*edge);
    }
    let mut drawn = Vec::<Edge>::new();
    for edge in edges.iter().filter(|edge| columns.contains_key(&edge.from)) {
        let to = passed(edge, columns, &out).unwrap_or(edge.to);
        let passed = Edge { to, ..*edge };
        if !drawn.iter().rev().take_while(|it| it.from == edge.from).any(|it| *it == passed) {
            drawn.push(passed);
        }
    }
    drawn
}

/// Where an arrow ends that goes down through cells that are not drawn, each of which passes work on one way only.
fn passed(edge: &Edge, columns: &BTreeMap<CellAt, usize>, out: &BTreeMap<CellAt, Vec<Edge>>) -> Option<Option<CellAt>> {
    let next = columns.range((Bound::Excluded(edge.from), Bound::Unbounded)).next().map(|(cell, _)| *cell);
    let mut at = edge.from;
    let mut to = edge.to;
    while let Some(cell) = to.filter(|cell| !columns.contains_key(cell)) {
        if cell <= at || next.is_some_and(|next| cell > next) {
            return None;
        }
        let ways = out.get(&cell).map_or(&[][..], Vec::as_slice);
        let positive = ways.iter().any(|way| way.kind != EdgeKind::No);
        let mut ends = ways.iter().filter(|way| !positive || way.kind != EdgeKind::No).map(|way| way.to);
        at = cell;
        to = ends.next()?;
        if ends.next().is_some() {
            return None;
        }
    }
    let passes = at != edge.from;
    (!passes || to.is_none() || to == next).then_some(to)
}

fn add_levels(sop: &Sop, row: usize, columns: &BTreeMap<CellAt, usize>, edges: &[Edge], levels: &mut Vec<Level>) {
    let step = &sop.steps[row];
    let mut joint: Vec<usize> =
        step.joint.iter().filter_map(|id| sop.actors.iter().position(|actor| actor.id == id.value)).collect();
    joint.sort_unstable();
    joint.dedup();
    let before = levels.len();
    for at in 0..step.cells.len() {
        let Some(column) = columns.get(&(row, at)) else { continue };
        let node = Node { kind: NodeKind::Cell((row, at), sop.symbol(row, at)), column: *column };
        match levels.last_mut() {
            Some(level) if level.row == row && joint.is_empty() && goes_on(level, node, edges) => {
                level.nodes.push(node)
            }
            _ => levels.push(Level { row, nodes: vec![node] }),
        }
    }
    if !joint.is_empty() {
        if levels.len() == before {
            levels.push(Level { row, nodes: Vec::new() });
        }
        let taken: Vec<usize> = levels[before].nodes.iter().map(|node| node.column).collect();
        let boxes = joint.into_iter().filter(|column| !taken.contains(column));
        levels[before].nodes.extend(boxes.map(|column| Node { kind: NodeKind::Joint, column }));
    }
}

/// The cell can stand beside those of the level: work comes to it from the last of them and from nowhere else, that one
/// passes it to nobody else, and the columns go one way.
fn goes_on(level: &Level, node: Node, edges: &[Edge]) -> bool {
    let (Some(last), NodeKind::Cell(to, _)) = (level.nodes.last(), node.kind) else { return false };
    let NodeKind::Cell(from, _) = last.kind else { return false };
    let ahead = match level.nodes.len() {
        1 => node.column != last.column,
        len => (node.column > last.column) == (last.column > level.nodes[len - 2].column) && node.column != last.column,
    };
    let mut touching = edges.iter().filter(|edge| edge.from == from || edge.to == Some(to));
    ahead && touching.next().is_some_and(|edge| edge.from == from && edge.to == Some(to)) && touching.next().is_none()
}
