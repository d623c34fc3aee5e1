//! Tanggal: `29 Maret 2021`, `12/12/2017`, `2024-07`, `30 NOVEMBER`, with old, short, misspelt and misread spellings.

use nom::Parser;
use nom::bytes::complete::{take_while, take_while_m_n};
use nom::combinator::opt;

use super::lexis::{Parsed, blank, digit_of, fail, offset_in, strip_start, word};
use crate::model::Date;
use crate::vocabulary::months::{MONTHS, WEEKDAYS};

/// Years that a document can speak of.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

/// The text as a date, with the little that may stand around it: a city or weekday before, dots of an empty form,
/// a revision mark after. `None` for a text without a date, and for a bare number that is no year.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim_matches(is_edge);
    if text.is_empty() || text.len() > 160 || !has_date_sign(text) {
        return None;
    }
    if let Some(date) = lone(text) {
        return Some(date);
    }
    let (date, slice) = find(text)?;
    let start = offset_in(text, slice);
    (is_lead(&text[..start]) && is_rest(&text[start + slice.len()..])).then_some(date)
}

/// The first date anywhere in the text and the slice that is the date. A lone year, or a lone month, is none here.
pub fn find(text: &str) -> Option<(Date, &str)> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        if let Ok((rest, date)) = date(&text[start..]) {
            let slice = text[start..text.len() - rest.len()].trim_end();
            return Some((spelt(date, slice), slice));
        }
        at = word_end(text, start);
    }
    None
}

/// The first date of the text is understood, but not spelt as it should be: a month misspelt, a letter for a digit.
pub fn is_repaired(text: &str) -> bool {
    let Some((_, slice)) = find(text) else { return false };
    let mut rest = slice;
    while let Some(at) = rest.find(char::is_alphabetic) {
        let (after, name) = word(&rest[at..]).unwrap_or(("", ""));
        if !MONTHS.iter().any(|row| row.0.eq_ignore_ascii_case(name)) {
            return true;
        }
        rest = after;
    }
    false
}

/// Cheap: a digit, or nothing but a word.
fn has_date_sign(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) || (text.len() <= 12 && month_number(text).is_some())
}

fn is_edge(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '.' | '…' | '_' | ':' | ',' | ';' | '-' | '–')
}

/// The next place at or after `at` where a word or number begins.
fn next_start(text: &str, at: usize) -> Option<usize> {
    text[at..].find(char::is_alphanumeric).map(|found| at + found)
}

fn word_end(text: &str, start: usize) -> usize {
    text[start..].find(|letter: char| !letter.is_alphanumeric()).map_or(text.len(), |found| start + found)
}

/// A whole text that is a year, a month of a year, or the name of a month.
fn lone(text: &str) -> Option<Date> {
    if let Some(month) = month_number(text) {
        return Some(Date { year: None, month: Some(month), day: None, spelling: Some(text.to_owned()) });
    }
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year, Some(month)),
        None => (text, None),
    };
    let year = four_digits(year).filter(|year| YEARS.contains(year))?;
    let month = match month {
        Some(month) if matches!(month.len(), 1 | 2) => {
            Some(month.parse().ok().filter(|month| (1..=12).contains(month))?)
        }
        Some(_) => return None,
        None => None,
    };
    Some(Date { year: Some(year), month, day: None, spelling: None })
}

fn four_digits(text: &str) -> Option<u16> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The spelling is kept where ISO cannot say the date.
fn spelt(date: Date, slice: &str) -> Date {
    let is_iso = date.year.is_some() && date.exists();
    Date { spelling: (!is_iso).then(|| slice.to_owned()), ..date }
}

fn date(text: &str) -> Parsed<'_, Date> {
    let first = text.chars().next();
    match first {
        Some('0'..='9') => iso(text).or_else(|_| numeric(text)).or_else(|_| day_month_year(text)),
        // a letter that stands for a digit may also begin a month
        Some(letter) if letter.is_ascii_alphabetic() => {
            month_year(text).or_else(|_| day_month_year(text)).or_else(|_| numeric(text))
        }
        Some(_) => fail(),
        None => fail(),
    }
}

/// `2021-03-29`, `2021/03/29`.
fn iso(text: &str) -> Parsed<'_, Date> {
    let (rest, year) = plain(4, 4)(text)?;
    let (rest, sign) = separator(rest)?;
    let (rest, month) = plain(1, 2)(rest)?;
    let (rest, second) = separator(rest)?;
    let (rest, day) = plain(1, 2)(rest)?;
    if sign != second || sign == '.' || !(1..=12).contains(&month) || !YEARS.contains(&year) {
        return fail();
    }
    ended(rest, made(Some(year), month, day))
}

/// `12/12/2017`, `07/06/17`, `02-12-2017`, `02.12.2017`, `O4/03/2024`: day, month, year; month first only where it must be.
fn numeric(text: &str) -> Parsed<'_, Date> {
    let (rest, day) = two_digits(text)?;
    let (rest, sign) = separator(rest)?;
    let (rest, month) = two_digits(rest)?;
    let (rest, second) = separator(rest)?;
    let (rest, digits) = take_while_m_n(2, 4, |digit: char| digit.is_ascii_digit()).parse(rest)?;
    let year = if sign == '.' && digits.len() != 4 { None } else { written_year(digits) };
    let Some(year) = year.filter(|_| sign == second) else { return fail() };
    let (day, month) = if month > 12 && day <= 12 { (month, day) } else { (day, month) };
    if !(1..=12).contains(&month) {
        return fail();
    }
    ended(rest, made(Some(year), month, day))
}

/// `29 Maret 2021`, `30 NOVEMBER`, `l2 Mei 2Ol3`.
fn day_month_year(text: &str) -> Parsed<'_, Date> {
    let (rest, day) = day(text)?;
    let (rest, _) = between(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    let rest = match year {
        Some(None) => cut_digits(rest),
        _ => rest,
    };
    // A letter before a month is no day where nothing else is a number: `O Juli`.
    if !text[..text.len() - rest.len()].bytes().any(|byte| byte.is_ascii_digit()) {
        return fail();
    }
    ended(rest, made(year.flatten(), u16::from(month), day))
}

/// `Maret 2021`, `JUNI 2020`.
fn month_year(text: &str) -> Parsed<'_, Date> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(3..=12).contains(&length) {
        return fail();
    }
    let (name, rest) = text.split_at(length);
    // the year first: it is cheaper to miss than a misspelt month is to find
    let (rest, year) = year_after(rest)?;
    match (year, month_number(name)) {
        (Some(year), Some(month)) => {
            ended(rest, Date { year: Some(year), month: Some(month), day: None, spelling: None })
        }
        _ => fail(),
    }
}

fn made(year: Option<u16>, month: u16, day: u16) -> Date {
    Date { year, month: u8::try_from(month).ok(), day: u8::try_from(day).ok(), spelling: None }
}

/// A date ends where no letter or digit goes on.
fn ended(rest: &str, date: Date) -> Parsed<'_, Date> {
    if rest.starts_with(char::is_alphanumeric) { fail() } else { Ok((rest, date)) }
}

fn plain(least: usize, most: usize) -> impl Fn(&str) -> Parsed<'_, u16> {
    move |text| {
        let (rest, digits) = take_while_m_n(least, most, |digit: char| digit.is_ascii_digit()).parse(text)?;
        digits.parse().map_or_else(|_| fail(), |value| Ok((rest, value)))
    }
}

/// One or two digits; of two, one may be a letter that looks like it.
fn two_digits(text: &str) -> Parsed<'_, u16> {
    let pair = text.get(..2).filter(|pair| pair.bytes().filter(u8::is_ascii_digit).count() == 1);
    let pair = pair.filter(|pair| pair.chars().all(|it| it.is_ascii_digit() || matches!(it, 'O' | 'o' | 'l' | 'I')));
    let Some(pair) = pair else { return plain(1, 2)(text) };
    let value = pair.chars().filter_map(digit_of).fold(0, |value, digit| value * 10 + u16::from(digit - b'0'));
    if (1..=31).contains(&value) { Ok((&text[2..], value)) } else { fail() }
}

/// One of `/ - .`, perhaps between blanks; a dash counts as a hyphen.
fn separator(text: &str) -> Parsed<'_, char> {
    let (rest, _) = blank(text)?;
    let mut letters = rest.chars();
    match letters.next() {
        Some(sign @ ('/' | '-' | '.')) => blank(letters.as_str()).map(|(rest, _)| (rest, sign)),
        // A word processor makes dashes of hyphens.
        Some('–' | '—' | '‑' | '−') => blank(letters.as_str()).map(|(rest, _)| (rest, '-')),
        _ => fail(),
    }
}

/// Blanks and at most a few signs between day, month and year.
fn between(text: &str) -> Parsed<'_, &str> {
    take_while(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '.' | '/' | ',' | '–')).parse(text)
}

/// One or two digits, letters misread from digits among them.
fn day(text: &str) -> Parsed<'_, u16> {
    let length = text.bytes().take(2).take_while(|&byte| digit_of(char::from(byte)).is_some()).count();
    // in `12 Mei` all may be digits; in `1Oktober` the O belongs to the month
    for length in (1..=length).rev() {
        let (digits, rest) = text.split_at(length);
        let goes_on = rest.starts_with(|next: char| next.is_ascii_digit());
        let is_number = digits.bytes().any(|byte| byte.is_ascii_digit()) || rest.starts_with(char::is_whitespace);
        if !goes_on && is_number && between(rest).and_then(|(rest, _)| month(rest)).is_ok() {
            return Ok((
                rest,
                digits.chars().filter_map(digit_of).fold(0, |value, digit| value * 10 + u16::from(digit - b'0')),
            ));
        }
    }
    fail()
}

fn month(text: &str) -> Parsed<'_, u8> {
    let (rest, name) = word(text)?;
    match month_number(name) {
        Some(month) => Ok((rest, month)),
        None => fail(),
    }
}

/// The number of a month by its name; names of five letters and more may have one letter wrong, from seven on two.
fn month_number(name: &str) -> Option<u8> {
    if !(3..=12).contains(&name.len()) || !name.is_ascii() {
        return None;
    }
    if let Some(row) = MONTHS.iter().find(|row| row.0.eq_ignore_ascii_case(name)) {
        return Some(row.1);
    }
    let allowed = match name.len() {
        ..5 => return None,
        5 | 6 => 1,
        _ => 2,
    };
    let name = name.to_ascii_lowercase();
    let near = |row: &&(&str, u8)| {
        row.0.len() >= 5 && row.0.as_bytes()[0] == name.as_bytes()[0] && strsim::osa_distance(row.0, &name) <= allowed
    };
    MONTHS.iter().find(near).map(|row| row.1)
}

/// What stands in the place of the year after a month: `None` inside where it is not a whole year.
fn year_after(text: &str) -> Parsed<'_, Option<u16>> {
    let (rest, _) = between(text)?;
    let shortened = rest.strip_prefix(['\'', '’', '‘']).filter(|rest| cut_digits(rest).len() + 2 == rest.len());
    let rest = shortened.unwrap_or(rest);
    let length = rest.bytes().take(4).take_while(|&byte| digit_of(char::from(byte)).is_some()).count();
    let (digits, after) = rest.split_at(length);
    let real = digits.bytes().filter(u8::is_ascii_digit).count();
    if real == 0 || (real < 2 && length > 1) || (length < 4 && real < length) {
        return fail();
    }
    let year = written_year(digits).filter(|_| !after.starts_with(char::is_alphanumeric));
    // What is kept as it is spelt ends with the digits, and alone they must be no year.
    let spelt = &rest[..rest.len() - cut_digits(rest).len()];
    match year {
        Some(year) => Ok((after, Some(year))),
        None if written_year(spelt).is_some() => fail(),
        None => Ok((rest, None)),
    }
}

/// The rest after digits that are no year: they belong to the date as it is spelt.
fn cut_digits(text: &str) -> &str {
    text.trim_start_matches(|digit: char| digit.is_ascii_digit())
}

/// Two digits are years of this century, from 80 on of the last; four may hold misread letters.
fn written_year(digits: &str) -> Option<u16> {
    let value =
        digits.chars().take(4).filter_map(digit_of).fold(0, |value, digit| value * 10 + u16::from(digit - b'0'));
    match digits.len() {
        2 if value < 80 => Some(2000 + value),
        2 => Some(1900 + value),
        4 => Some(value).filter(|year| YEARS.contains(year)),
        _ => None,
    }
}

/// Before the date: nothing, a weekday, a city, the word `tanggal`; each with its comma or colon.
fn is_lead(lead: &str) -> bool {
    let lead = lead.trim_matches(is_edge);
    if lead.is_empty() || (strip_start(lead, "rev").is_some() && lead.split_whitespace().count() <= 4) {
        return true;
    }
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || "'.,".contains(letter))
    };
    let is_label =
        |word: &str| WEEKDAYS.iter().chain(&["tanggal", "tgl"]).any(|label| label.eq_ignore_ascii_case(word));
    let mut words = lead.split_whitespace().map(|word| word.trim_matches(is_edge));
    words.clone().count() <= 4 && words.all(|word| is_name(word) || is_label(word))
}

/// After the date: nothing, or a remark that a sign sets apart.
fn is_rest(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty()
        || rest.starts_with(['/', '(', ',', ';', '-', '–', '.', '|', '…', '_'])
        || rest.starts_with("Rev")
        || rest.starts_with("REV")
}

#[cfg(test)]
mod tests;
