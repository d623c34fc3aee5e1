//! The flow of an SOP: the arrows between its cells, written ones and those that the format leaves out.

use super::{Cell, Sop, Symbol, Target, Way};
use std::collections::BTreeMap;

/// A cell by the positions, from 0, of its step in the table and of itself in its step.
pub type CellAt = (usize, usize);

/// One arrow of the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Edge {
    /// The cell it leaves.
    pub from: CellAt,
    /// The cell it enters; `None` where work ends (`selesai`).
    pub to: Option<CellAt>,
    /// Why work goes there.
    pub kind: EdgeKind,
    /// Garis putus-putus.
    pub dashed: bool,
    /// Position, from 0, among the [`Cell::ways`] of the cell it leaves; `None` where that cell does not say it.
    pub way: Option<usize>,
}

/// Why work goes along an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EdgeKind {
    /// Lanjut: written, or left out because the next cell follows.
    Next,
    /// Ya.
    Yes,
    /// Tidak.
    No,
    /// Cabang: the way of that position, from 0, among those with words of their own.
    Case(usize),
}

/// Where the steps of an SOP stand, by number: finds targets without going through the table each time.
#[derive(Debug, Clone)]
pub struct Addresses<'a> {
    sop: &'a Sop,
    rows: BTreeMap<u32, usize>,
}

impl<'a> Addresses<'a> {
    /// The addresses of an SOP; of two steps with one number, the first has it.
    pub fn of(sop: &'a Sop) -> Self {
        let mut rows = BTreeMap::new();
        for (row, step) in sop.steps.iter().enumerate() {
            rows.entry(step.number).or_insert(row);
        }
        Self { sop, rows }
    }

    /// The cell a target names: `Some(None)` is `selesai`, `None` a target that is not in the table.
    pub fn resolve(&self, target: &Target) -> Option<Option<CellAt>> {
        let row_of = |number: &u32| self.rows.get(number).copied();
        match target {
            Target::End => Some(None),
            Target::Step(number) => {
                row_of(number).filter(|row| !self.sop.steps[*row].cells.is_empty()).map(|row| Some((row, 0)))
            }
            Target::Cell(number, actor) => {
                let row = row_of(number)?;
                let cells = &self.sop.steps[row].cells;
                let at = cells.iter().position(|cell| cell.actor.as_ref().is_some_and(|it| it.value == *actor))?;
                Some(Some((row, at)))
            }
        }
    }

    /// The table has steps before and behind one of that number, or only behind it, and none that bears it.
    pub fn is_missing_between(&self, number: u32) -> bool {
        let behind = |number: u32| number.checked_add(1).is_some_and(|next| self.rows.range(next..).next().is_some());
        number > 0 && !self.rows.contains_key(&number) && behind(number)
    }

    /// The cell that a target named in this cell means: of several cells of one actor in a row it is another one.
    pub fn resolve_from(&self, from: CellAt, target: &Target) -> Option<Option<CellAt>> {
        let found = self.resolve(target)?;
        if let (Some(own), Target::Cell(_, actor)) = (found, target)
            && own == from
        {
            let cells = &self.sop.steps[own.0].cells;
            let others = cells.iter().enumerate().skip(own.1 + 1);
            let mut others = others.filter(|(_, cell)| cell.actor.as_ref().is_some_and(|it| it.value == *actor));
            return Some(Some(others.next().map_or(own, |(at, _)| (own.0, at))));
        }
        Some(found)
    }
}

impl Sop {
    /// All arrows, in the order of the cells they leave; of one cell `ya`, `tidak`, `cabang`, `lanjut`.
    ///
    /// A cell that names no way on passes work to the next cell, also where it only says where `tidak` goes; a `selesai`
    /// symbol and the last cell pass it to nobody. A target that is not in the table makes no arrow, and no arrow is
    /// listed twice. Cells whose actor is not said take part like any other.
    pub fn edges(&self) -> Vec<Edge> {
        let addresses = Addresses::of(self);
        let mut edges = Vec::new();
        for (row, at, cell) in self.cells() {
            let from = (row, at);
            for (way, (kind, it)) in ways_on(cell).enumerate() {
                if let Some(to) = addresses.resolve_from(from, &it.value) {
                    push_once(&mut edges, Edge { from, to, kind, dashed: it.dashed, way: Some(way) });
                }
            }
            let says_on = cell.yes.is_some() || !cell.cases.is_empty() || !cell.next.is_empty();
            if !says_on && self.symbol(row, at) != Symbol::End {
                let follows = |to| Edge { from, to: Some(to), kind: EdgeKind::Next, dashed: false, way: None };
                edges.extend(self.cell_after(from).map(follows));
            }
        }
        edges
    }

    /// The cell a target names, as [`Addresses::resolve`] finds it; who asks for many asks [`Addresses`].
    pub fn resolve(&self, target: &Target) -> Option<Option<CellAt>> {
        Addresses::of(self).resolve(target)
    }

    /// What the document says of an arrow; nothing where it only follows from the order of the table.
    pub fn way(&self, edge: &Edge) -> Option<&Way> {
        self.steps.get(edge.from.0)?.cells.get(edge.from.1)?.ways().nth(edge.way?)
    }

    /// The words at an arrow, where the document gives it its own.
    pub fn label(&self, edge: &Edge) -> Option<&str> {
        self.way(edge)?.words()
    }

    /// The cell that follows in the order of the table.
    fn cell_after(&self, (row, at): CellAt) -> Option<CellAt> {
        if at + 1 < self.steps.get(row)?.cells.len() {
            return Some((row, at + 1));
        }
        (row + 1..self.steps.len()).find(|row| !self.steps[*row].cells.is_empty()).map(|row| (row, 0))
    }
}

/// In the order of [`Cell::ways`].
fn ways_on(cell: &Cell) -> impl Iterator<Item = (EdgeKind, &Way)> {
    let yes = cell.yes.iter().map(|way| (EdgeKind::Yes, way));
    let no = cell.no.iter().map(|way| (EdgeKind::No, way));
    let cases = cell.cases.iter().enumerate().map(|(at, way)| (EdgeKind::Case(at), way));
    let next = cell.next.iter().map(|way| (EdgeKind::Next, way));
    yes.chain(no).chain(cases).chain(next)
}

fn push_once(edges: &mut Vec<Edge>, edge: Edge) {
    let same = |other: &Edge| (other.to, other.kind) == (edge.to, edge.kind);
    if !edges.iter().rev().take_while(|other| other.from == edge.from).any(same) {
        edges.push(edge);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActorId, Sourced, Step};
    use crate::source::Place;

    fn sourced<T>(value: T) -> Sourced<T> {
        Sourced::new(value, Place::NOWHERE)
    }

    fn row(number: u32, actors: &[&str]) -> Step {
        let cell = |id: &&str| Cell { actor: Some(sourced(ActorId((*id).to_owned()))), ..Cell::default() };
        Step { cells: actors.iter().map(cell).collect(), ..Step::new(number) }
    }

    fn arrows(sop: &Sop) -> Vec<(CellAt, Option<CellAt>, EdgeKind)> {
        sop.edges().into_iter().map(|edge| (edge.from, edge.to, edge.kind)).collect()
    }

    #[test]
    fn work_passes_from_cell_to_cell_and_row_to_row() {
        let sop = Sop { steps: vec![row(1, &["a", "b"]), row(2, &["a"])], ..Sop::default() };
        assert_eq!(arrows(&sop), [((0, 0), Some((0, 1)), EdgeKind::Next), ((0, 1), Some((1, 0)), EdgeKind::Next)]);
    }

    #[test]
    fn branches_replace_the_next_row_and_lost_targets_make_no_arrow() {
        let mut sop = Sop { steps: vec![row(1, &["a"]), row(2, &["b"]), row(3, &["a"])], ..Sop::default() };
        sop.steps[1].cells[0].yes = Some(sourced(Target::End).into());
        sop.steps[1].cells[0].no = Some(sourced(Target::Cell(1, ActorId("a".to_owned()))).into());
        sop.steps[0].cells[0].next = [9, 2, 2].map(|number| sourced(Target::Step(number)).into()).to_vec();
        assert_eq!(
            arrows(&sop),
            [
                ((0, 0), Some((1, 0)), EdgeKind::Next),
                ((1, 0), None, EdgeKind::Yes),
                ((1, 0), Some((0, 0)), EdgeKind::No)
            ]
        );
    }

    #[test]
    fn a_decision_that_only_says_tidak_goes_on_otherwise() {
        let mut sop = Sop { steps: vec![row(1, &["a"]), row(2, &["b"]), row(3, &["a"])], ..Sop::default() };
        sop.steps[1].cells[0].no = Some(sourced(Target::Step(1)).into());
        assert!(arrows(&sop).contains(&((1, 0), Some((2, 0)), EdgeKind::Next)));
    }
}
