//! What each row says about time.

use super::{Effort, effort};
use crate::model::{Duration, Field, Sop, Step, StepField, WorkingTime};

/// What one row adds to a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowTime {
    /// So much.
    Counted(Effort),
    /// What the row at this position, from 0, says for both: Waktu is one cell over several rows.
    Within(usize),
    /// Nothing that is known, and why.
    LeftOut(LeftOut),
}

/// Why a row is left out of sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// Waktu is not written.
    Unwritten,
    /// Waktu is `-`.
    Dash,
    /// It is counted per document, person or the like.
    PerUnit(Duration),
    /// It cannot be read as one duration.
    Unreadable(String),
}

impl RowTime {
    /// The time, where it is counted; none in the rows that share the time of a row above.
    pub fn counted(&self) -> Option<Effort> {
        match self {
            Self::Counted(effort) => Some(*effort),
            Self::Within(_) => Some(Effort::default()),
            Self::LeftOut(_) => None,
        }
    }
}

/// What each row adds, in the order of the table.
pub fn row_times(sop: &Sop, time: &WorkingTime) -> Vec<RowTime> {
    let tops = sop.cell_tops(StepField::Duration);
    let row = |(row, (step, top)): (usize, (&Step, usize))| match top == row {
        true => row_time(step, time),
        false => RowTime::Within(top),
    };
    sop.steps.iter().zip(tops).enumerate().map(row).collect()
}

fn row_time(step: &Step, time: &WorkingTime) -> RowTime {
    match &step.duration {
        Field::Known(duration) => match effort(&duration.value, time) {
            Some(effort) => RowTime::Counted(effort),
            None => RowTime::LeftOut(LeftOut::PerUnit(duration.value.clone())),
        },
        Field::Unreadable(text) => RowTime::LeftOut(LeftOut::Unreadable(text.value.clone())),
        Field::Dash(_) => RowTime::LeftOut(LeftOut::Dash),
        Field::Absent | Field::Blank(_) => RowTime::LeftOut(LeftOut::Unwritten),
    }
}
