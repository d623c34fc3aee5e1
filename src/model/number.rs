//! Nomor SOP: kept as written; its segments answer what rules ask.

use std::fmt;

/// Nomor SOP as written, white space folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SopNumber(pub String);

impl SopNumber {
    /// The parts between slashes, trimmed; an empty part was left blank.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').map(str::trim)
    }

    /// The last segment that is a plausible year (1945 to 2100).
    pub fn year(&self) -> Option<u16> {
        let years = self.segments().filter(|part| part.len() == 4).filter_map(|part| part.parse().ok());
        years.filter(|year| (1945..=2100).contains(year)).last()
    }

    /// That year stands in it, be it glued to letters.
    pub fn holds_year(&self, year: u16) -> bool {
        let year = year.to_string();
        self.0.split(|it: char| !it.is_ascii_digit()).any(|digits| digits == year)
    }
}

impl fmt::Display for SopNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
