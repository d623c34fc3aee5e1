//! What goes into a printed file besides its pages: what it says of itself, and the SOPs as YAML to be read back.

use crate::layout::{Draw, Page};
use crate::model::{Date, Field, Sop, Sourced};

/// The type of the YAML that a print carries, as RFC 9512 registers it.
pub const ATTACHMENT_TYPE: &str = "application/yaml";
/// The language of the print.
pub const LANGUAGE: &str = "id-ID";

/// One file to be printed.
#[derive(Debug, Clone, Copy)]
pub struct Print<'a> {
    /// Its pages, as [`bind`](crate::layout::bind) gives them.
    pub pages: &'a [Page],
    /// What it says of itself.
    pub metadata: &'a Metadata,
    /// Its SOPs as YAML, one document for each; attached to the file. Nothing is attached where it is empty.
    pub yaml: &'a str,
}

/// What a reader of the print is told about the document. No clock: a date that is not known is not there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Metadata {
    /// Nama SOP.
    pub title: String,
    /// Instansi.
    pub author: String,
    /// Nomor SOP.
    pub subject: String,
    /// Tanggal pembuatan.
    pub created: Option<Moment>,
    /// Tanggal revisi, else tanggal efektif.
    pub modified: Option<Moment>,
}

impl Metadata {
    /// What the SOP says of itself; empty where it does not.
    pub fn of(sop: &Sop) -> Self {
        let identity = &sop.identity;
        let day = |field: &Field<Sourced<Date>>| field.value().and_then(Date::as_ymd).map(Moment::day);
        Self {
            title: identity.title.value().cloned().unwrap_or_default(),
            author: identity.agency.value().cloned().unwrap_or_default(),
            subject: identity.number.value().map(ToString::to_string).unwrap_or_default(),
            created: day(&identity.created),
            modified: day(&identity.revised).or_else(|| day(&identity.effective)),
        }
    }

    /// The same, written at that moment, whatever the SOP says.
    pub fn written(self, moment: Moment) -> Self {
        Self { created: Some(moment), modified: Some(moment), ..self }
    }
}

/// What lines say of which each but the last breaks off inside a word, with the blank that ends it; none where there is only
/// one line.
pub fn unbroken<'a>(lines: impl ExactSizeIterator<Item = &'a Draw>) -> Option<String> {
    let text = |op: &'a Draw| match op {
        Draw::Text { text, .. } => text.as_str(),
        _ => "",
    };
    (lines.len() > 1).then(|| lines.map(text).chain([" "]).collect())
}

/// A day, or a moment of it in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// Year, month and day.
    pub day: (u16, u8, u8),
    /// Hour, minute and second; none where only the day is known.
    pub time: Option<(u8, u8, u8)>,
}

/// Seconds of a day.
const DAY: u64 = 86_400;
/// Seconds from 1970 up to the year 10000, which no date of a PDF can say any more.
const LAST: u64 = 253_402_300_799;

impl Moment {
    /// A whole day.
    pub fn day(day: (u16, u8, u8)) -> Self {
        Self { day, time: None }
    }

    /// So many seconds after the beginning of 1970 in UTC, the year 9999 at most.
    pub fn of_epoch(seconds: u64) -> Self {
        let seconds = seconds.min(LAST);
        let (days, rest) = (seconds / DAY, seconds % DAY);
        let time = ((rest / 3600) as u8, (rest / 60 % 60) as u8, (rest % 60) as u8);
        Self { day: civil(days), time: Some(time) }
    }
}

/// The day of the calendar so many days after the first of 1970. Years begin in March here, so that the leap day ends one.
fn civil(days: u64) -> (u16, u8, u8) {
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    (year as u16, month as u8, of_month as u8)
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn seconds_become_days_of_the_calendar() {
        let case = |seconds, day, time| assert_eq!(Moment::of_epoch(seconds), Moment { day, time: Some(time) });
        case(0, (1970, 1, 1), (0, 0, 0));
        case(951_782_400, (2000, 2, 29), (0, 0, 0));
        case(1_709_251_199, (2024, 2, 29), (23, 59, 59));
        case(4_107_542_399, (2100, 2, 28), (23, 59, 59));
        case(4_107_542_400, (2100, 3, 1), (0, 0, 0));
        case(u64::MAX, (9999, 12, 31), (23, 59, 59));
    }
}
