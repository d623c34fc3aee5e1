//! When an SOP was made, as far as it says so.

use crate::model::{Date, Path, Sop};

/// A year and, where known, month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Tahun.
    pub year: u16,
    /// Bulan.
    pub month: Option<u8>,
    /// Hari.
    pub day: Option<u8>,
}

impl Moment {
    /// The moment of a date whose year is known.
    pub fn of(date: &Date) -> Option<Self> {
        let year = date.year?;
        let month = date.month;
        Some(Self { year, month, day: month.and(date.day) })
    }

    /// Certainly on or after the other, whatever the unknown parts are.
    pub fn is_certainly_from(self, other: Self) -> bool {
        let earliest = (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        let latest = (other.year, other.month.unwrap_or(12), other.day.unwrap_or(31));
        earliest >= latest
    }
}

/// When the SOP was made: the later of efektif and pembuatan, else the year in its number; with the path it rests on.
pub fn moment(sop: &Sop) -> Option<(Moment, Path)> {
    let identity = &sop.identity;
    let fields = [("tanggal_efektif", &identity.effective), ("tanggal_pembuatan", &identity.created)];
    let dates = fields.iter().filter_map(|(key, field)| Some((Moment::of(field.value()?)?, Path::identity(key))));
    let latest = dates.max_by_key(|(it, _)| (it.year, it.month, it.day));
    latest.or_else(|| {
        let year = identity.number.value()?.year()?;
        Some((Moment { year, month: None, day: None }, Path::identity("nomor")))
    })
}

/// The year, month and day of a date field, where it is whole.
pub fn known_date(field: &crate::model::Field<crate::model::Sourced<Date>>) -> Option<(u16, u8, u8)> {
    field.value().and_then(Date::as_ymd)
}
