//! Durations.

use crate::model::{Bound, Duration, Number, Part, Quantity, Unit};

/// The duration a text says.
pub fn parse(text: &str) -> Option<Duration> {
    let (number, word) = text.split_once(' ')?;
    let unit = Unit::ALL.into_iter().find(|unit| unit.word() == word)?;
    let low = Quantity { number: Number::whole(number.parse().ok()?), unit, day_kind: None };
    Some(Duration { bound: Bound::Exact, parts: vec![Part { times: None, low, high: None }], per: None, remark: None })
}
