//! The total that a table prints under its rows.

use super::{Effort, RowTime, effort};
use crate::grammar::duration;
use crate::model::{Duration, Sop, TroubleKind, Unit, WorkingTime};
use crate::source::Span;

/// A printed total that can be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedTotal {
    /// As written.
    pub text: String,
    /// Where its row stands.
    pub span: Option<Span>,
    /// What it says.
    pub duration: Duration,
    /// In working time.
    pub effort: Effort,
}

impl PrintedTotal {
    /// The sum over the rows is not what is printed.
    ///
    /// A total in days or more may be rounded, up or down, by less than one of its units. Where rows are left out, the sum can only be too
    /// large for certain.
    pub fn differs_from(&self, times: &[RowTime], time: &WorkingTime) -> bool {
        let sum: Effort = times.iter().filter_map(RowTime::counted).sum();
        let rounding = self.rounding(time);
        let low = self.effort.low.saturating_sub(rounding);
        let high = self.effort.high.saturating_add(rounding);
        let is_whole = times.iter().all(|it| it.counted().is_some());
        sum.low > high || (is_whole && sum.high < low)
    }

    /// Less than one of its smallest unit, where that is a day or more.
    fn rounding(&self, time: &WorkingTime) -> u64 {
        let smallest = self.duration.parts.iter().map(|part| part.low.unit).min().filter(|unit| *unit >= Unit::Day);
        let one = |unit| duration::parse(&format!("1 {}", Unit::word(unit))).and_then(|it| effort(&it, time));
        smallest.and_then(one).map_or(0, |it| it.high.saturating_sub(1))
    }
}

/// The totals a table prints. A number without unit counts in the unit that all rows share; what cannot be understood is left out.
pub fn printed_totals(sop: &Sop, time: &WorkingTime) -> Vec<PrintedTotal> {
    let shared = shared_unit(sop);
    let rows = sop.troubles.iter().filter_map(|trouble| match &trouble.kind {
        TroubleKind::TotalRow(text) => Some((text, trouble.span)),
        _ => None,
    });
    let total = |(text, span): (&String, Option<Span>)| {
        let bare = || shared.and_then(|unit| duration::parse_with_unit(text, unit));
        let duration = duration::parse(text).or_else(bare)?;
        let effort = effort(&duration, time)?;
        Some(PrintedTotal { text: text.clone(), span, duration, effort })
    };
    rows.filter_map(total).collect()
}

/// The unit of all durations of the table.
fn shared_unit(sop: &Sop) -> Option<Unit> {
    let parts = sop.steps.iter().filter_map(|step| step.duration.value()).flat_map(|it| &it.parts);
    let mut units = parts.map(|part| part.low.unit);
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)
}
