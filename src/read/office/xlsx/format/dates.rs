//! Serial numbers of days → dates, times of day and spans of time, in Indonesian words.

use super::Reading;
use super::section::Token;
use crate::model::Unit;
use crate::vocabulary::months::{WEEKDAYS, name_of};
use crate::vocabulary::units::UNITS;

/// The last day that Excel knows: 31 December 9999.
const LAST_DAY: f64 = 2_958_466.0;

/// Days from the first one of the 1900 system to that of the 1904 system.
const DAYS_TO_1904: f64 = 1_462.0;

/// Which parts of a date and time a section shows.
#[derive(Debug, Default)]
pub(super) struct Moment {
    year: bool,
    month: bool,
    day: bool,
    weekday: bool,
    hour: bool,
    minute: bool,
    second: bool,
    /// Hours, minutes or seconds in all.
    elapsed: Option<char>,
    /// Words before and behind.
    before: String,
    behind: String,
}

impl Moment {
    pub fn of(tokens: &[Token]) -> Self {
        let mut moment = Self::default();
        let dates: Vec<(usize, char, usize)> = tokens
            .iter()
            .enumerate()
            .filter_map(|(at, token)| match token {
                Token::Date(letter, length) => Some((at, *letter, *length)),
                Token::Elapsed(letter) => Some((at, *letter, 0)),
                _ => None,
            })
            .collect();
        for (place, (_, letter, length)) in dates.iter().enumerate() {
            // Between hours and seconds an m is minutes, anywhere else a month.
            let after_hour = place.checked_sub(1).is_some_and(|it| dates[it].1 == 'h');
            let before_second = dates.get(place + 1).is_some_and(|it| it.1 == 's');
            match letter {
                _ if *length == 0 => moment.elapsed = Some(*letter),
                'y' => moment.year = true,
                'm' if *length <= 2 && (after_hour || before_second) => moment.minute = true,
                'm' => moment.month = true,
                'd' if *length <= 2 => moment.day = true,
                'd' => moment.weekday = true,
                'h' => moment.hour = true,
                _ => moment.second = true,
            }
        }
        let first = dates.first().map_or(0, |it| it.0);
        let last = dates.last().map_or(0, |it| it.0 + 1);
        moment.before = words(&tokens[..first]);
        moment.behind = words(&tokens[last.min(tokens.len())..]);
        moment
    }

    fn has_date(&self) -> bool {
        self.year || self.month || self.day || self.weekday
    }

    fn is_span(&self) -> bool {
        // Minutes and seconds without hours are no time of day.
        self.elapsed.is_some() || (!self.has_date() && !self.hour)
    }

    pub fn is_clock(&self) -> bool {
        !self.has_date() && !self.is_span()
    }

    /// What it shows; `None` where the number is no day that there is.
    pub fn show(&self, value: f64, reading: Reading) -> Option<String> {
        if !(0.0..LAST_DAY).contains(&value) {
            return None;
        }
        if self.is_span() || (self.is_clock() && reading.times_are_spans) {
            return Some(format!("{}{}{}", self.before, self.span(value), self.behind));
        }
        let seconds = (value * 86_400.0).round() as u64;
        let mut parts: Vec<String> = Vec::new();
        if self.has_date() {
            let shift = if reading.from_1904 { DAYS_TO_1904 } else { 0.0 };
            parts.extend(self.date((seconds / 86_400) as i64 + shift as i64));
        }
        if self.hour || self.minute {
            let (hours, minutes) = (seconds / 3_600 % 24, seconds / 60 % 60);
            let tail = if self.second { format!(":{:02}", seconds % 60) } else { String::new() };
            parts.push(format!("{hours:02}:{minutes:02}{tail}"));
        }
        Some(format!("{}{}{}", self.before, parts.join(" "), self.behind))
    }

    fn date(&self, serial: i64) -> Vec<String> {
        let (year, month, day) = civil(serial);
        let mut parts = Vec::new();
        if self.weekday && !self.day {
            let name = WEEKDAYS.get((serial + 5).rem_euclid(7) as usize).copied().unwrap_or_default();
            let first = name.chars().next().map(|it| it.to_ascii_uppercase());
            parts.push(first.into_iter().chain(name.chars().skip(1)).collect());
        }
        if self.day {
            parts.push(day.to_string());
        }
        if self.month {
            parts.extend(name_of(month));
        }
        if self.year {
            parts.push(year.to_string());
        }
        parts
    }

    /// Hours, minutes and seconds in words.
    fn span(&self, value: f64) -> String {
        // Where seconds are not shown, a span ends at full minutes.
        let counts_seconds = self.second || self.elapsed == Some('s');
        let seconds = match counts_seconds {
            true => (value * 86_400.0).round() as u64,
            false => (value * 1_440.0).round() as u64 * 60,
        };
        let parts = match self.elapsed {
            Some('s') => [0, 0, seconds],
            Some('m') => [0, seconds / 60, seconds % 60],
            _ => [seconds / 3_600, seconds / 60 % 60, seconds % 60],
        };
        let units = [Unit::Hour, Unit::Minute, Unit::Second];
        let said: Vec<String> = parts
            .iter()
            .zip(units)
            .filter(|(count, _)| **count > 0)
            .map(|(count, unit)| counted(*count, unit))
            .collect();
        if said.is_empty() { counted(0, Unit::Minute) } else { said.join(" ") }
    }
}

/// The words of literals that hold letters; signs between parts of a date are not kept.
fn words(tokens: &[Token]) -> String {
    let literal = |token: &Token| match token {
        Token::Literal(text) if text.chars().any(char::is_alphabetic) => Some(text.clone()),
        _ => None,
    };
    tokens.iter().filter_map(literal).collect()
}

fn counted(count: u64, unit: Unit) -> String {
    let word = UNITS.iter().find(|row| row.1 == unit).map_or("", |row| row.0);
    format!("{count} {word}")
}

/// Year, month and day of a serial number of the 1900 system, in which 1900 had a 29 February.
fn civil(serial: i64) -> (i64, u8, u8) {
    if serial == 60 {
        return (1900, 2, 29);
    }
    // Days since 1 March of the year 0, so that leap days come last.
    let days = serial + 693_899 + i64::from(serial < 60);
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month as u8, day as u8)
}
