//! Number formats (`0" menit"`, `[h]:mm`, `dd mmmm yyyy`) → what a cell shows, written as Indonesian is written.

mod dates;
mod number;
mod section;

use section::{Pattern, Section};

/// Longest format that is read; Excel allows 255 letters.
const LONGEST: usize = 1_000;

/// One number format.
#[derive(Debug)]
pub(super) struct Format {
    /// One to four: for numbers, for negative ones, for zero, for texts.
    sections: Vec<Section>,
}

/// How the values of a column are meant where the format leaves it open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// Dates are counted from 1904.
    pub from_1904: bool,
    /// Times are spans, for the column is Waktu.
    pub times_are_spans: bool,
}

impl Format {
    /// The format of this code; `None` for `General`.
    pub fn of(code: &str) -> Option<Self> {
        if code.is_empty() || code.len() > LONGEST || code.eq_ignore_ascii_case("general") {
            return None;
        }
        Some(Self { sections: section::split(code).into_iter().take(4).map(Section::of).collect() })
    }

    /// It shows times of day and nothing of a date: whether that is a span its column decides.
    pub fn is_clock(&self) -> bool {
        self.sections.first().is_some_and(|it| matches!(&it.pattern, Pattern::Date(moment) if moment.is_clock()))
    }

    /// What a number looks like in it.
    pub fn number(&self, value: f64, reading: Reading) -> String {
        let Some((section, is_bare)) = self.section_for(value) else { return general(value) };
        let value = if is_bare { value.abs() } else { value };
        match &section.pattern {
            Pattern::Date(moment) => moment.show(value, reading).unwrap_or_else(|| general(value)),
            Pattern::Number(pattern) => pattern.show(value),
            Pattern::Text => section.text(&general(value)),
        }
    }

    /// What a text looks like in it; `None` where the format says nothing of texts.
    pub fn text(&self, text: &str) -> Option<String> {
        let section = match self.sections.as_slice() {
            [_, _, _, section] => section,
            [.., section] if section.takes_text() => section,
            _ => return None,
        };
        Some(section.text(text))
    }

    /// The section that a number falls in, and whether it shows no sign of its own.
    fn section_for(&self, value: f64) -> Option<(&Section, bool)> {
        let numbers = match self.sections.as_slice() {
            [one @ .., last] if one.len() == 3 || (last.takes_text() && !one.is_empty()) => one,
            all => all,
        };
        if numbers.iter().any(|it| it.condition.is_some()) {
            let met = |it: &&Section| it.condition.is_none_or(|condition| condition.holds(value));
            return numbers.iter().find(met).map(|it| (it, false));
        }
        match numbers {
            [_, negative, ..] if value < 0.0 => Some((negative, true)),
            [_, _, zero] if value == 0.0 => Some((zero, false)),
            [first, ..] => Some((first, false)),
            [] => None,
        }
    }
}

/// The number where it is a whole one: those are by far the most, and quick to write.
fn whole(value: f64) -> Option<i64> {
    let whole = (value == value.trunc() && value.abs() < 1e18).then_some(value as i64)?;
    let more = whole.unsigned_abs().checked_ilog10().map_or(0, |it| (it + 1).saturating_sub(KNOWN_DIGITS));
    let step = 10_i64.pow(more);
    Some((whole + whole.signum() * (step / 2)) / step * step)
}

/// So many digits of a number are known to Excel, and zeros stand for the others: what the number of a machine has there is none of a
/// NIP that was typed as one.
const KNOWN_DIGITS: u32 = 15;

/// A number without a format, as `General` shows it: to ten digits behind the whole ones, with a decimal comma.
pub(super) fn general(value: f64) -> String {
    if let Some(whole) = whole(value) {
        return whole.to_string();
    }
    if !(1e-5..1e18).contains(&value.abs()) {
        return format!("{value:e}").replace('.', ",");
    }
    let whole = value.abs().log10().max(0.0) as usize;
    let text = format!("{value:.*}", 10_usize.saturating_sub(whole).max(2));
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Reading = Reading { from_1904: false, times_are_spans: false };

    #[track_caller]
    fn shows(code: &str, value: f64, shown: &str) {
        let is = Format::of(code).map_or_else(|| general(value), |format| format.number(value, PLAIN));
        assert_eq!(is, shown, "{code}");
    }

    #[test]
    fn units_and_signs_that_stand_in_the_format_are_shown() {
        shows("0\" menit\"", 15.0, "15 menit");
        shows("0\\ \"jam\"", 2.0, "2 jam");
        shows("General\" hari\"", 1.5, "1,5 hari");
        shows("[$Rp-421]#,##0", 1_500_000.0, "Rp1.500.000");
        shows("_-\"Rp\"* #,##0_-;-\"Rp\"* #,##0_-", 2500.0, "Rp2.500");
        shows("[<60]0\" menit\";[>=60]0\" mnt\"", 90.0, "90 mnt");
        shows("[Red]0\" menit\";(0)", -3.0, "(3)");
        shows("0;-0;\"-\"", 0.0, "-");
        shows(";;;", 5.0, "");
    }

    #[test]
    fn digits_fall_where_the_format_puts_them() {
        shows("0.00", 1.5, "1,50");
        shows("0.##", 2.0, "2");
        shows("#,##0", 1234567.0, "1.234.567");
        shows("0%", 0.25, "25%");
        shows("000", 7.0, "007");
        shows("000\\-00", 12345.0, "123-45");
        shows("#,##0,", 12345.0, "12");
        shows("# ?/?", 1.5, "1 1/2");
        shows("# ?/?", 0.5, "1/2");
        shows("0", -0.4, "0");
        shows("General", 0.1 + 0.2, "0,3");
        shows("General", 198_503_122_010.0, "198503122010");
        shows("General", 1.25, "1,25");
        shows("0", 196_801_141_992_122_001.0, "196801141992122000");
        shows("General", -123_456_789_012_345.0, "-123456789012345");
    }

    #[test]
    fn dates_are_written_as_in_indonesia() {
        shows("dd/mm/yyyy", 45_293.0, "2 Januari 2024");
        shows("[$-421]dd\\ mmmm\\ yyyy;@", 45_293.0, "2 Januari 2024");
        shows("mmm-yy", 45_293.0, "Januari 2024");
        shows("\"Bandung, \"d mmmm yyyy", 45_293.0, "Bandung, 2 Januari 2024");
        shows("d/m/yyyy h:mm", 45_293.354_166_67, "2 Januari 2024 08:30");
        shows("d/m/yyyy", 1.0, "1 Januari 1900");
        shows("d/m/yyyy", 60.0, "29 Februari 1900");
        shows("d/m/yyyy", 61.0, "1 Maret 1900");
        shows("d/m/yyyy", -1.0, "-1");
        let format = Format::of("d/m/yyyy").unwrap();
        assert_eq!(format.number(43_831.0, Reading { from_1904: true, ..PLAIN }), "2 Januari 2024");
    }

    #[test]
    fn spans_are_told_from_times_of_day() {
        shows("[h]:mm", 0.0625, "1 jam 30 menit");
        shows("[h]:mm", 1.0, "24 jam");
        shows("[mm]", 0.0625, "90 menit");
        shows("mm:ss", 0.010_416_666_7, "15 menit");
        shows("hh:mm", 0.354_166_666_7, "08:30");
        let format = Format::of("hh:mm").unwrap();
        assert!(format.is_clock());
        assert_eq!(format.number(0.010_416_666_7, Reading { times_are_spans: true, ..PLAIN }), "15 menit");
    }

    #[test]
    fn texts_are_shown_where_the_format_has_a_place_for_them() {
        assert_eq!(Format::of("\"Yth. \"@").unwrap().text("Camat").as_deref(), Some("Yth. Camat"));
        assert_eq!(Format::of("0\" menit\"").unwrap().text("dua"), None);
        assert_eq!(Format::of(";;;").unwrap().text("dua").as_deref(), Some(""));
    }
}
