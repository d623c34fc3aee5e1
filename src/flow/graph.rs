//! SOP → nodes and arrows: every cell has an index in the order of the table, and its arrows lie side by side.

use crate::model::{Addresses, CellAt, EdgeKind, Sop, Symbol};

/// One arrow, by the indices of its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrow {
    /// The cell it leaves.
    pub from: usize,
    /// The cell it enters; `None` where work ends.
    pub to: Option<usize>,
    /// Why work goes there.
    pub kind: EdgeKind,
}

/// The cells of an SOP, numbered from 0 in the order of the table, and the arrows between them.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    cells: Vec<CellAt>,
    /// Of each row, the index of its first cell.
    firsts: Vec<usize>,
    arrows: Vec<Arrow>,
    /// Of each cell, where its arrows begin; one more entry closes the list.
    begins: Vec<usize>,
    backward: Vec<Vec<usize>>,
    starts: Vec<usize>,
    capsules: Vec<bool>,
    loses_an_arrow: bool,
}

impl Graph {
    /// The graph of an SOP.
    pub fn of(sop: &Sop) -> Self {
        let cells: Vec<CellAt> = sop.cells().map(|(row, at, _)| (row, at)).collect();
        let mut firsts = Vec::with_capacity(sop.steps.len());
        let mut next = 0;
        for step in &sop.steps {
            firsts.push(next);
            next += step.cells.len();
        }
        let index = |(row, at): CellAt| firsts[row] + at;
        let arrow =
            |edge: &crate::model::Edge| Arrow { from: index(edge.from), to: edge.to.map(index), kind: edge.kind };
        // They come in the order of the cells they leave.
        let arrows: Vec<Arrow> = sop.edges().iter().map(arrow).collect();
        let mut begins = vec![0; cells.len() + 1];
        let mut backward = vec![Vec::new(); cells.len()];
        for arrow in &arrows {
            begins[arrow.from + 1] += 1;
            if let Some(to) = arrow.to {
                backward[to].push(arrow.from);
            }
        }
        for at in 0..cells.len() {
            begins[at + 1] += begins[at];
        }
        let marked = |symbol| cells.iter().map(move |(row, at)| sop.symbol(*row, *at) == symbol);
        let marked_starts = marked(Symbol::Start).enumerate().filter(|(at, is_start)| *is_start && *at > 0);
        let starts = (!cells.is_empty()).then_some(0).into_iter().chain(marked_starts.map(|(at, _)| at)).collect();
        // One cell alone starts and ends the flow, although it can show only one of the two.
        let capsules = marked(Symbol::End).map(|is_end| is_end || cells.len() == 1).collect();
        let loses_an_arrow = loses_an_arrow(sop);
        Self { cells, firsts, arrows, begins, backward, starts, capsules, loses_an_arrow }
    }

    /// An arrow goes to a step or cell that is not in the table: what it would have reached is not known.
    pub fn loses_an_arrow(&self) -> bool {
        self.loses_an_arrow
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// There is no cell at all.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The position of a cell in the table.
    pub fn cell(&self, node: usize) -> CellAt {
        self.cells[node]
    }

    /// The position, from 0, of the row a cell stands in.
    pub fn row(&self, node: usize) -> usize {
        self.cells[node].0
    }

    /// The index of a cell.
    pub fn node(&self, (row, at): CellAt) -> usize {
        self.firsts[row] + at
    }

    /// Where work begins: the first cell, and every other one that bears `mulai`.
    pub fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// The arrows that leave a cell: `ya`, `tidak`, then `lanjut` in the order written.
    pub fn arrows(&self, node: usize) -> &[Arrow] {
        &self.arrows[self.begins[node]..self.begins[node + 1]]
    }

    /// The cells that arrows lead to from this one.
    pub fn onward(&self, node: usize) -> impl Iterator<Item = usize> {
        self.arrows(node).iter().filter_map(|arrow| arrow.to)
    }

    /// The cells from which arrows lead to this one.
    pub fn backward(&self, node: usize) -> &[usize] {
        &self.backward[node]
    }

    /// The ways that work can take from a cell, of which it takes one: each is an arrow, or all arrows of a parallel `lanjut`.
    /// An end capsule has one way more, which [`Graph::ends_here`] tells.
    pub fn ways(&self, node: usize) -> impl Iterator<Item = &[Arrow]> {
        self.arrows(node).chunk_by(|one, other| one.kind == other.kind)
    }

    /// The cell bears the capsule `selesai`.
    pub fn ends_here(&self, node: usize) -> bool {
        self.capsules[node]
    }

    /// Work can end at this cell, by its capsule or along an arrow.
    pub fn can_end(&self, node: usize) -> bool {
        self.capsules[node] || self.arrows(node).iter().any(|arrow| arrow.to.is_none())
    }

    /// Work can leave this cell, or end there.
    pub fn goes_on(&self, node: usize) -> bool {
        self.capsules[node] || !self.arrows(node).is_empty()
    }

    /// The cells that hand work on in parallel.
    pub fn splits(&self) -> impl Iterator<Item = usize> {
        (0..self.len()).filter(|node| self.ways(*node).any(|way| way.len() > 1))
    }
}

fn loses_an_arrow(sop: &Sop) -> bool {
    let addresses = Addresses::of(sop);
    let mut targets = sop.cells().flat_map(|(_, _, cell)| cell.ways());
    targets.any(|target| addresses.resolve(&target.value).is_none())
}
