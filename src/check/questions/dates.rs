//! When an SOP was made, as far as it says so.

use super::{Word, respelled, words};
use crate::check::cures::capitalised;
use crate::model::{Date, Field, Path, Sop, Sourced};
use crate::vocabulary::months::MONTHS;

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

    /// Certainly before the other, whatever the unknown parts are.
    pub fn is_certainly_before(self, other: Self) -> bool {
        let latest = (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31));
        let earliest = (other.year, other.month.unwrap_or(1), other.day.unwrap_or(1));
        latest < earliest
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
pub fn known_date(field: &Field<Sourced<Date>>) -> Option<(u16, u8, u8)> {
    field.value().and_then(Date::as_ymd)
}

/// What the form calls the date of that key.
pub fn date_label(key: &str) -> &'static str {
    match key {
        "tanggal_pembuatan" => "Tanggal Pembuatan",
        "tanggal_revisi" => "Tanggal Revisi",
        _ => "Tanggal Efektif",
    }
}

/// A date of the identity block for a message, whose field has that key: in words where it was read out of a text, so that the text and
/// its YAML say the same, else as its author wrote it.
pub fn written_date(sop: &Sop, key: &str, date: &Sourced<Date>) -> String {
    if sop.conversion.is_some() {
        return in_words(&date.value);
    }
    let path = Path::identity(key);
    let odd = respelled(sop, |it| *it == path).next();
    odd.map_or_else(|| date.value.to_string(), |odd| odd.written)
}

/// The date whose field has that key, with its label: ``Tanggal Revisi `4 Maret 2024` ``. Empty quotes where it is not known.
pub fn labelled_date(sop: &Sop, key: &str, field: &Field<Sourced<Date>>) -> String {
    let written = field.known().map(|date| written_date(sop, key, date)).unwrap_or_default();
    format!("{} `{written}`", date_label(key))
}

/// `2 Mei 2023`, `Mei 2023`; as written where the year or the day says nothing of the calendar.
fn in_words(date: &Date) -> String {
    let name = |number: u8| MONTHS.iter().find(|(_, it)| *it == number).map(|(name, _)| capitalised(name));
    let (Some(year), Some(month), None) = (date.year, date.month.and_then(name), &date.spelling) else {
        return date.to_string();
    };
    let day = date.day.map(|day| format!("{day} ")).unwrap_or_default();
    format!("{day}{month} {year}")
}

/// A whole date that stands in a text: day, month in words, year.
pub fn date_in(words: &[Word<'_>]) -> Option<Moment> {
    words.windows(3).find_map(|window| {
        let [day, month, year] = window else { return None };
        let (day, year) = (day.lower.parse().ok()?, year.lower.parse().ok()?);
        let (_, month) = MONTHS.iter().find(|(name, _)| *name == month.lower)?;
        let date = Date::full(year, *month, day);
        (year > 1900 && date.exists()).then_some(Moment { year, month: Some(*month), day: Some(day) })
    })
}

/// The text is a date: day, month in words, year.
pub fn is_date_like(text: &str) -> bool {
    let words = words(text);
    let number = |at: usize| words.get(at).and_then(|word| word.lower.parse::<u16>().ok());
    let month = words.get(1).is_some_and(|word| MONTHS.iter().any(|(name, _)| *name == word.lower));
    words.len() == 3 && number(0).is_some_and(|day| day <= 31) && month && number(2).is_some_and(|year| year > 1900)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_a_text_is_one_of_the_calendar() {
        let found = |text| date_in(&words(text)).map(|it| (it.year, it.month, it.day));
        assert_eq!(
            found("Nomor 21 Tahun 2023 tanggal 12 April 2023 tentang Hari Kerja"),
            Some((2023, Some(4), Some(12)))
        );
        assert_eq!(found("tanggal 31 April 2023"), None);
        assert_eq!(found("Nomor 21 Tahun 2023"), None);
    }

    #[test]
    fn a_date_is_told_by_the_name_of_its_month() {
        assert_eq!(in_words(&Date::full(2023, 5, 2)), "2 Mei 2023");
        assert_eq!(in_words(&Date { day: None, ..Date::full(2023, 5, 2) }), "Mei 2023");
        assert_eq!(in_words(&Date { month: None, day: None, ..Date::full(2023, 5, 2) }), "2023");
    }

    #[test]
    fn a_date_is_day_month_and_year() {
        for (text, expected) in [
            ("5 Oktober 2017", true),
            ("31 Oktober 1901", true),
            ("32 Oktober 2017", false),
            ("5 Oktober 1900", false),
            ("5 berkas 2017", false),
            ("Oktober 2017", false),
        ] {
            assert_eq!(is_date_like(text), expected, "{text}");
        }
    }
}
