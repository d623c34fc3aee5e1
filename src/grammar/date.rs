//! Dates.

use crate::model::Date;

/// The date a text says.
pub fn parse(text: &str) -> Option<Date> {
    let (day, month) = text.split_once(" NOVEMBER").filter(|(_, rest)| rest.is_empty()).map(|(day, _)| (day, 11))?;
    Some(Date { year: None, month: Some(month), day: Some(day.parse().ok()?), spelling: Some(text.to_owned()) })
}
