//! Tanggal: a date of which perhaps only a part is known.

use std::fmt;

/// A date as far as the document says it; at least one part is known.
///
/// [`Display`](fmt::Display) is the spelling of the YAML: ISO where the year is known and the date exists
/// (`2024-07-01`, `2024-07`, `2024`), else as written (`30 NOVEMBER`, `31 Juni 2023`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// Tahun.
    pub year: Option<u16>,
    /// Bulan, 1 to 12.
    pub month: Option<u8>,
    /// Hari, as written: 1 to 31, or a day the month does not have.
    pub day: Option<u8>,
    /// The spelling of the source, kept only where ISO cannot say it.
    pub spelling: Option<String>,
}

impl Date {
    /// A whole date of the calendar.
    pub fn full(year: u16, month: u8, day: u8) -> Self {
        Self { year: Some(year), month: Some(month), day: Some(day), spelling: None }
    }

    /// Day, month and year are all known.
    pub fn is_complete(&self) -> bool {
        self.year.is_some() && self.month.is_some() && self.day.is_some()
    }

    /// The day exists in its month (29 Februari in leap years only); true where too little is known to tell.
    pub fn exists(&self) -> bool {
        match (self.year, self.month, self.day) {
            (_, None, None) => true,
            (year, Some(month), Some(day)) => day >= 1 && day <= days_in(year, month),
            (_, Some(month), None) => (1..=12).contains(&month),
            (_, None, Some(day)) => (1..=31).contains(&day),
        }
    }

    /// Year, month and day, where the date is whole and exists: comparable.
    pub fn as_ymd(&self) -> Option<(u16, u8, u8)> {
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) if self.exists() => Some((year, month, day)),
            _ => None,
        }
    }
}

/// Days of a month; in an unknown year, February has 29. Zero for a month that does not exist.
fn days_in(year: Option<u16>, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_none_or(is_leap) => 29,
        2 => 28,
        _ => 0,
    }
}

fn is_leap(year: u16) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(spelling) = &self.spelling {
            return out.write_str(spelling);
        }
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => write!(out, "{year:04}-{month:02}-{day:02}"),
            (Some(year), Some(month), None) => write!(out, "{year:04}-{month:02}"),
            (Some(year), ..) => write!(out, "{year:04}"),
            (None, month, day) => write!(out, "{}/{}", day.unwrap_or(0), month.unwrap_or(0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn february_has_29_days_in_leap_years_only() {
        assert!(Date::full(2024, 2, 29).exists());
        assert!(!Date::full(2023, 2, 29).exists());
        assert!(!Date::full(1900, 2, 29).exists());
        assert!(Date::full(2000, 2, 29).exists());
        assert!(!Date::full(2023, 6, 31).exists());
    }
}
