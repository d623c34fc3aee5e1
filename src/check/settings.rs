//! What an office decides about checking: facts of its own that rules ask for.

use crate::model::{Date, WorkingTime};

/// The settings under which rules look at an SOP; the default is the form of PermenPANRB 35/2012 and no clock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Length of a working day, week and month.
    pub working_time: WorkingTime,
    /// The day that counts as today. Rules that compare with it are silent without it, so that the same file always gives
    /// the same findings.
    pub today: Option<Date>,
}
