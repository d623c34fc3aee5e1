//! Ways to a step that is not in the table. They are not drawn, so nobody who changed the drawing has taken them away.

use crate::model::{Addresses, Cell, CellAt, Sop, Target, Way};
use std::collections::{BTreeMap, BTreeSet};

/// The ways of a cell that were not drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Undrawn {
    yes: Option<Way>,
    no: Option<Way>,
    cases: Vec<Way>,
    next: Vec<Way>,
}

impl Undrawn {
    fn is_empty(&self) -> bool {
        self.yes.is_none() && self.no.is_none() && self.cases.is_empty() && self.next.is_empty()
    }

    /// Puts them back, where nothing was drawn in their place.
    pub fn put_into(self, cell: &mut Cell) {
        cell.yes = cell.yes.take().or(self.yes);
        cell.no = cell.no.take().or(self.no);
        cell.cases.extend(self.cases);
        cell.next.extend(self.next);
    }
}

/// Those of each of these cells; and, in words, those that now would lead to a step they never meant, for its number is `taken`.
pub(super) fn undrawn(
    sop: &Sop,
    cells: impl Iterator<Item = CellAt>,
    taken: &[u32],
) -> (BTreeMap<CellAt, Undrawn>, Vec<String>) {
    let addresses = Addresses::of(sop);
    let taken: BTreeSet<u32> = taken.iter().copied().collect();
    let (mut kept, mut lost) = (BTreeMap::new(), Vec::new());
    for at in cells {
        let Some(cell) = sop.steps.get(at.0).and_then(|step| step.cells.get(at.1)) else { continue };
        let mut keeps = |way: &&Way| {
            let number = match &way.value {
                Target::Step(number) | Target::Cell(number, _) => *number,
                Target::End => return false,
            };
            if addresses.resolve_from(at, &way.value).is_some() {
                return false;
            }
            if taken.contains(&number) {
                lost.push(format!("panah ke kegiatan {number}, yang tidak ada sebelum diberi nomor baru"));
            }
            !taken.contains(&number)
        };
        let ways = Undrawn {
            yes: cell.yes.iter().find(&mut keeps).cloned(),
            no: cell.no.iter().find(&mut keeps).cloned(),
            cases: cell.cases.iter().filter(&mut keeps).cloned().collect(),
            next: cell.next.iter().filter(&mut keeps).cloned().collect(),
        };
        if !ways.is_empty() {
            kept.insert(at, ways);
        }
    }
    (kept, lost)
}
