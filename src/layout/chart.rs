//! Sop → symbols on levels: which cells can be drawn, which of a row stand side by side, and the arrows between them.

use super::words::one_line;
use crate::model::{CellAt, Edge, Sop, Symbol};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

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

/// Symbols at one height, cells in the order of the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Level {
    /// The step, by position.
    pub row: usize,
    pub nodes: Vec<Node>,
    /// Cells between which work goes straight across, each with the next one; nothing stands between them.
    pub across: Vec<(CellAt, CellAt)>,
    /// Columns of which a line joins the symbols, the left one first; nothing stands between them.
    pub joins: Vec<(usize, usize)>,
}

impl Level {
    /// The cells of the flow that stand on it.
    pub fn cells(&self) -> impl Iterator<Item = CellAt> {
        self.nodes.iter().filter_map(|node| match node.kind {
            NodeKind::Cell(at, _) => Some(at),
            _ => None,
        })
    }

    /// The column of a cell that stands on it.
    fn column(&self, cell: CellAt) -> Option<usize> {
        self.nodes.iter().find(|node| node.kind.cell() == Some(cell)).map(|node| node.column)
    }

    fn stands(&self, column: usize) -> bool {
        self.nodes.iter().any(|node| node.column == column)
    }

    /// Something standing in the column would part what is joined, or an arrow from its end.
    fn parts(&self, column: usize) -> bool {
        let ends = self.across.iter().filter_map(|(from, to)| Some((self.column(*from)?, self.column(*to)?)));
        ends.chain(self.joins.iter().copied()).any(|(a, b)| a.min(b) < column && column < a.max(b))
    }
}

/// The flow of an SOP, ready to be cut into pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Chart {
    pub columns: usize,
    /// From top to bottom.
    pub levels: Vec<Level>,
    /// Arrows from cells that are drawn, in the order of the cells they leave.
    pub edges: Vec<Edge>,
    /// Where they stand in that order, by the row they reach.
    reaching: Vec<(usize, usize)>,
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
        let reaching = edges.iter().enumerate().filter_map(|(at, edge)| Some((edge.to?.0, at)));
        let mut reaching: Vec<(usize, usize)> = reaching.collect();
        reaching.sort_unstable();
        Self { columns: sop.actors.len(), levels, edges, reaching, words, unseen }
    }

    /// The words that the arrows leaving a row have of their own.
    pub fn words_of(&self, row: usize) -> impl Iterator<Item = &str> {
        self.words.range(((row, 0), 0)..((row + 1, 0), 0)).map(|(_, words)| words.as_str())
    }

    /// The arrows that leave or reach one of these rows, in the order of the cells they leave.
    pub fn touching(&self, rows: RangeInclusive<usize>) -> Vec<Edge> {
        let first = self.edges.partition_point(|edge| edge.from.0 < *rows.start());
        let last = self.edges.partition_point(|edge| edge.from.0 <= *rows.end());
        let from = self.reaching.partition_point(|(row, _)| row < rows.start());
        let until = self.reaching.partition_point(|(row, _)| row <= rows.end());
        let reaching = self.reaching[from..until.max(from)].iter().map(|(_, at)| *at);
        let mut own: Vec<usize> = (first..last).chain(reaching).collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().map(|at| self.edges[at]).collect()
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

/// The arrows that leave drawn cells. One to a cell that is not drawn keeps that cell as its target, for where its work goes
/// is not known: no arrow runs on through steps of which nobody knows who does them.
fn drawn_edges(sop: &Sop, columns: &BTreeMap<CellAt, usize>) -> Vec<Edge> {
    sop.edges().into_iter().filter(|edge| columns.contains_key(&edge.from)).collect()
}

fn add_levels(sop: &Sop, row: usize, columns: &BTreeMap<CellAt, usize>, edges: &[Edge], levels: &mut Vec<Level>) {
    let step = &sop.steps[row];
    let cells: Vec<Node> = (0..step.cells.len())
        .filter_map(|at| {
            let kind = NodeKind::Cell((row, at), sop.symbol(row, at));
            Some(Node { kind, column: *columns.get(&(row, at))? })
        })
        .collect();
    let mut joint: Vec<usize> =
        step.joint.iter().filter_map(|id| sop.actors.iter().position(|actor| actor.id == id.value)).collect();
    joint.sort_unstable();
    joint.dedup();
    // Edges are in the order of the cells they leave.
    let first = edges.partition_point(|edge| edge.from.0 < row);
    let own: Vec<(CellAt, CellAt)> = edges[first..]
        .iter()
        .take_while(|edge| edge.from.0 == row)
        .filter_map(|edge| Some((edge.from, edge.to.filter(|to| to.0 == row && *to > edge.from)?)))
        .collect();
    let together = packed(row, &cells, &own);
    let placed = joined(together, &joint).unwrap_or_else(|| {
        let single = |node: &Node| Level { row, nodes: vec![*node], ..Level::default() };
        let singles: Vec<Level> = cells.iter().map(single).collect();
        joined(singles.clone(), &joint).unwrap_or(singles)
    });
    match placed.is_empty() && !joint.is_empty() {
        true => levels.push(all_joined(row, &joint)),
        false => levels.extend(placed),
    }
}

/// The cells of a row on as few levels as they can stand on; `ways` are the arrows between them that go on.
fn packed(row: usize, cells: &[Node], ways: &[(CellAt, CellAt)]) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for node in cells {
        let fitting = levels.last().and_then(|level| beside(level, *node, ways));
        match (fitting, levels.last_mut()) {
            (Some(across), Some(level)) => {
                level.nodes.push(*node);
                level.across.extend(across);
            }
            _ => levels.push(Level { row, nodes: vec![*node], ..Level::default() }),
        }
    }
    levels
}

/// Whether a cell can stand on the level, and the arrow that then goes across to it: no work comes to it from there, or all
/// of what its neighbour there passes on in the row does.
fn beside(level: &Level, node: Node, ways: &[(CellAt, CellAt)]) -> Option<Option<(CellAt, CellAt)>> {
    let to = node.kind.cell()?;
    if level.nodes.iter().any(|it| it.column == node.column) || level.parts(node.column) {
        return None;
    }
    let mut from: Vec<CellAt> =
        ways.iter().filter(|way| way.1 == to && level.column(way.0).is_some()).map(|way| way.0).collect();
    from.dedup();
    let [from] = from[..] else { return from.is_empty().then_some(None) };
    let alone = ways.iter().all(|way| way.0 != from || way.1 == to);
    let column = level.column(from)?;
    let between = |it: &&Node| (it.column > column) == (it.column < node.column) && it.column != column;
    let near = level.nodes.iter().find(between).is_none();
    (alone && near).then_some(Some((from, to)))
}

/// The levels of a row with boxes for those who act together with one of its cells, each beside it or beside one that is;
/// none where a box has no room.
fn joined(mut levels: Vec<Level>, joint: &[usize]) -> Option<Vec<Level>> {
    let mut left: Vec<usize> = joint.to_vec();
    // Who has a symbol on every level of the row takes part already.
    left.retain(|column| !levels.iter().all(|level| level.stands(*column)));
    // Of each level and column, the cell that whoever stands there belongs to.
    let mut hosts: Vec<BTreeMap<usize, Node>> =
        levels.iter().map(|level| level.nodes.iter().map(|node| (node.column, *node)).collect()).collect();
    while !left.is_empty() {
        let mut best = None;
        for (at, column) in left.iter().enumerate() {
            for (level, hosts) in hosts.iter().enumerate().filter(|(level, _)| !levels[*level].parts(*column)) {
                let sides = [hosts.range(..column).next_back(), hosts.range(column + 1..).next()];
                for (neighbour, host) in sides.into_iter().flatten().filter(|_| !hosts.contains_key(column)) {
                    let plain = matches!(host.kind, NodeKind::Cell(_, Symbol::Process));
                    let cost = (!plain, host.column.abs_diff(*column), level, *neighbour, at);
                    best = match best {
                        Some((least, _)) if least <= cost => best,
                        _ => Some((cost, *host)),
                    };
                }
            }
        }
        let ((_, _, level, neighbour, at), host) = best?;
        let column = left.remove(at);
        levels[level].nodes.push(Node { kind: NodeKind::Joint, column });
        levels[level].joins.push((neighbour.min(column), neighbour.max(column)));
        hosts[level].insert(column, host);
    }
    Some(levels)
}

/// Who acts together where nobody is said to act.
fn all_joined(row: usize, joint: &[usize]) -> Level {
    let nodes = joint.iter().map(|column| Node { kind: NodeKind::Joint, column: *column }).collect();
    let joins = joint.windows(2).map(|pair| (pair[0], pair[1])).collect();
    Level { row, nodes, across: Vec::new(), joins }
}
