//! The flow as a graph: what is reached, and what reaches an end.

use super::{holds_phrase, words};
use crate::model::{CellAt, Edge, Sop, Symbol, Target};
use crate::vocabulary::decision_wording::{CONDITIONS, OUTCOMES, RETURNS};
use std::collections::{BTreeMap, BTreeSet};

/// The arrows of an SOP, by the cells they leave and enter.
pub struct Flow {
    onward: BTreeMap<CellAt, Vec<CellAt>>,
    backward: BTreeMap<CellAt, Vec<CellAt>>,
    ends: BTreeSet<CellAt>,
    starts: Vec<CellAt>,
}

impl Flow {
    /// The flow of an SOP.
    pub fn of(sop: &Sop) -> Self {
        let (mut onward, mut backward) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        let mut ends: BTreeSet<CellAt> = BTreeSet::new();
        for Edge { from, to, .. } in sop.edges() {
            match to {
                Some(to) => {
                    onward.entry(from).or_default().push(to);
                    backward.entry(to).or_default().push(from);
                }
                None => {
                    ends.insert(from);
                }
            }
        }
        let symbol = |wanted: Symbol| sop.cells().filter(move |(row, at, _)| sop.symbol(*row, *at) == wanted);
        ends.extend(symbol(Symbol::End).map(|(row, at, _)| (row, at)));
        let first = sop.cells().next().map(|(row, at, _)| (row, at));
        let starts = symbol(Symbol::Start).map(|(row, at, _)| (row, at)).chain(first).collect();
        Self { onward, backward, ends, starts }
    }

    /// The cells that work comes to.
    pub fn reached_from_start(&self) -> BTreeSet<CellAt> {
        closure(&self.onward, self.starts.iter().copied())
    }

    /// The cells from which work can come to an end.
    pub fn reaching_an_end(&self) -> BTreeSet<CellAt> {
        closure(&self.backward, self.ends.iter().copied())
    }

    /// An arrow leaves the cell.
    pub fn goes_on(&self, cell: CellAt) -> bool {
        self.onward.contains_key(&cell) || self.ends.contains(&cell)
    }
}

fn closure(arrows: &BTreeMap<CellAt, Vec<CellAt>>, from: impl Iterator<Item = CellAt>) -> BTreeSet<CellAt> {
    let mut open: Vec<_> = from.collect();
    let mut reached = BTreeSet::new();
    while let Some(cell) = open.pop() {
        if reached.insert(cell) {
            open.extend(arrows.get(&cell).into_iter().flatten());
        }
    }
    reached
}

/// Some cell ends the flow, by its symbol or by an arrow to `selesai`.
pub fn ends(sop: &Sop) -> bool {
    let symbol = sop.cells().any(|(row, at, _)| sop.symbol(row, at) == Symbol::End);
    let mut targets = sop.cells().flat_map(|(_, _, cell)| cell.yes.iter().chain(&cell.no).chain(&cell.next));
    // One cell alone starts and ends the flow, although it can show only one of the two.
    let alone = sop.cells().count() == 1;
    alone || symbol || targets.any(|target| target.value == Target::End)
}

/// The outcome that the text refuses, where it names both outcomes of a decision under a condition.
pub fn decides_in_words(text: &str) -> Option<&'static str> {
    let conditional = words(text).iter().any(|word| CONDITIONS.contains(&word.as_lower()));
    let named = OUTCOMES.iter().find(|(yes, no)| holds_phrase(text, yes) && holds_phrase(text, no));
    named.map(|(_, no)| *no).filter(|_| conditional)
}

/// The phrase by which a text says that work goes back.
pub fn sends_back(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    RETURNS.iter().find(|phrase| lower.contains(**phrase)).copied()
}
