//! Sums over rows, each with what it is summed from and what it leaves out.

use super::{Effort, RowTime};
use crate::model::{ActorId, Sop};
use std::collections::{BTreeMap, BTreeSet};

/// A sum over rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sum {
    /// The time of the rows that are counted.
    pub effort: Effort,
    /// Positions, from 0, of the rows that are counted.
    pub counted: Vec<usize>,
    /// Positions of the rows whose time is not known.
    pub left_out: Vec<usize>,
}

/// The sum over these rows, in their order. A time that several rows share counts once, whichever of them are among these, and
/// is unknown for each of them where it is not known.
pub fn sum_of(times: &[RowTime], rows: impl IntoIterator<Item = usize>) -> Sum {
    let mut sum = Sum::default();
    let mut seen = BTreeSet::new();
    for row in rows {
        let top = match times.get(row) {
            Some(RowTime::Within(top)) => *top,
            _ => row,
        };
        match times.get(top).and_then(RowTime::counted) {
            Some(effort) => {
                if seen.insert(top) {
                    sum.effort = sum.effort + effort;
                }
                sum.counted.push(row);
            }
            None => sum.left_out.push(row),
        }
    }
    sum
}

/// The time of one actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorTime {
    /// Whose; `None` for the rows that name nobody.
    pub actor: Option<ActorId>,
    /// Over the rows in which the actor has a symbol or takes part.
    pub sum: Sum,
    /// Positions of those of the rows that others work on too; their time counts for each of them in full.
    pub shared: Vec<usize>,
}

/// The time of each actor who has work: in the order of the columns, then those without column, then the rows of nobody.
pub fn of_actors(sop: &Sop, times: &[RowTime]) -> Vec<ActorTime> {
    let mut rows_of: BTreeMap<Option<&ActorId>, Vec<usize>> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for (row, step) in sop.steps.iter().enumerate() {
        let actors: BTreeSet<&ActorId> = step.actors().chain(&step.joint).map(|id| &id.value).collect();
        if actors.len() > 1 {
            shared.insert(row);
        }
        if actors.is_empty() {
            rows_of.entry(None).or_default().push(row);
        }
        actors.into_iter().for_each(|actor| rows_of.entry(Some(actor)).or_default().push(row));
    }
    let nobody = rows_of.remove(&None);
    let columns: BTreeMap<&ActorId, usize> = sop.actors.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
    let mut named: Vec<_> = rows_of.into_iter().filter_map(|(actor, rows)| Some((actor?, rows))).collect();
    named.sort_by_key(|(actor, _)| columns.get(actor).copied().unwrap_or(usize::MAX));
    let named = named.into_iter().map(|(actor, rows)| (Some(actor), rows));
    let all = named.chain(nobody.map(|rows| (None, rows)));
    let time = |(actor, rows): (Option<&ActorId>, Vec<usize>)| ActorTime {
        actor: actor.cloned(),
        shared: rows.iter().copied().filter(|row| shared.contains(row)).collect(),
        sum: sum_of(times, rows),
    };
    all.map(time).collect()
}
