//! Everything about the time of one SOP, worked out once.

use super::{
    ActorTime, PrintedTotal, Promise, RowTime, Sum, Ways, of_actors, printed_totals, promises, row_times, sum_of, ways,
};
use crate::flow::Graph;
use crate::model::{Sop, WorkingTime};

/// The time of one SOP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// What each row adds, in the order of the table.
    pub times: Vec<RowTime>,
    /// All rows, each once.
    pub total: Sum,
    /// The fastest and the slowest way; `None` where no way leads to an end.
    pub ways: Option<Ways>,
    /// Of each actor.
    pub actors: Vec<ActorTime>,
    /// What the SOP promises.
    pub promises: Vec<Promise>,
    /// The totals printed under the table.
    pub printed: Vec<PrintedTotal>,
}

impl Account {
    /// The account of an SOP in an office with this working time.
    pub fn of(sop: &Sop, time: &WorkingTime) -> Self {
        let times = row_times(sop, time);
        Self {
            total: sum_of(&times, 0..times.len()),
            ways: ways(&Graph::of(sop), &times),
            actors: of_actors(sop, &times),
            promises: promises(sop, time),
            printed: printed_totals(sop, time),
            times,
        }
    }

    /// Whether a promise can be kept: not where even the lower end of the slowest way takes longer. `None` where the promise
    /// speaks of less than the whole procedure, or no way leads to an end.
    pub fn keeps(&self, promise: &Promise) -> Option<bool> {
        let slowest = &self.ways.as_ref()?.slowest.sum;
        promise.is_of_all.then_some(slowest.effort.low <= promise.effort.high)
    }
}
