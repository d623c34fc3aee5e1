//! The flow of an SOP: the arrows between its cells, written ones and those that the format leaves out.

use super::{Cell, Sop, Symbol, Target};
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
    /// All arrows, in the order of the cells they leave; of one cell `ya`, then `tidak`, then `lanjut`.
    ///
    /// A cell that names no way on passes work to the next cell, also where it only says where `tidak` goes; a `selesai`
    /// symbol and the last cell pass it to nobody. A target that is not in the table makes no arrow, and no arrow is
    /// listed twice. Cells whose actor is not said take part like any other.
    pub fn edges(&self) -> Vec<Edge> {
        let addresses = Addresses::of(self);
        let mut edges = Vec::new();
        for (row, at, cell) in self.cells() {
            let from = (row, at);
            for (kind, target) in ways_on(cell) {
                if let Some(to) = addresses.resolve_from(from, target) {
                    push_once(&mut edges, Edge { from, to, kind });
                }
            }
            if cell.yes.is_none() && cell.next.is_empty() && self.symbol(row, at) != Symbol::End {
                let edge = self.cell_after(from).map(|to| Edge { from, to: Some(to), kind: EdgeKind::Next });
                edges.extend(edge);
            }
        }
        edges
    }

    /// The cell a target names, as [`Addresses::resolve`] finds it; who asks for many asks [`Addresses`].
    pub fn resolve(&self, target: &Target) -> Option<Option<CellAt>> {
        Addresses::of(self).resolve(target)
    }

    /// The cell that follows in the order of the table.
    fn cell_after(&self, (row, at): CellAt) -> Option<CellAt> {
        if at + 1 < self.steps.get(row)?.cells.len() {
            return Some((row, at + 1));
        }
        (row + 1..self.steps.len()).find(|row| !self.steps[*row].cells.is_empty()).map(|row| (row, 0))
    }
}

fn ways_on(cell: &Cell) -> impl Iterator<Item = (EdgeKind, &Target)> {
    let yes = cell.yes.iter().map(|target| (EdgeKind::Yes, &target.value));
    let no = cell.no.iter().map(|target| (EdgeKind::No, &target.value));
    let next = cell.next.iter().map(|target| (EdgeKind::Next, &target.value));
    yes.chain(no).chain(next)
}

fn push_once(edges: &mut Vec<Edge>, edge: Edge) {
    if !edges.iter().rev().take_while(|other| other.from == edge.from).any(|other| *other == edge) {
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
        sop.steps[1].cells[0].yes = Some(sourced(Target::End));
        sop.steps[1].cells[0].no = Some(sourced(Target::Cell(1, ActorId("a".to_owned()))));
        sop.steps[0].cells[0].next = vec![sourced(Target::Step(9)), sourced(Target::Step(2)), sourced(Target::Step(2))];
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
        sop.steps[1].cells[0].no = Some(sourced(Target::Step(1)));
        assert!(arrows(&sop).contains(&((1, 0), Some((2, 0)), EdgeKind::Next)));
    }
}
