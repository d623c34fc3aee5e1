//! The list marks of a line: where they stand, and the number they give.

use crate::grammar::step_number::roman_number;
use crate::vocabulary::list_words::{BULLETS, DASHES, NUMBERED_THINGS, item_sign};

/// A mark and where it stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// The number it gives; 0 for a bullet.
    pub value: u32,
}

/// `3. ...`, `3) ...`, `3, ...` → 3.
pub(super) fn list_number(text: &str) -> Option<u32> {
    number_at(text.trim_start()).map(|(value, _)| value)
}

/// The line holds a number with its sign and nothing more.
pub(super) fn lone_number(text: &str) -> Option<u32> {
    let text = text.trim();
    number_at(text).filter(|(_, end)| *end == text.len()).map(|(value, _)| value)
}

/// The text holds the number of an item without a sign and nothing more, as spreadsheets have it in a column of its own.
pub(super) fn bare_number(text: &str) -> Option<u32> {
    let text = text.trim();
    let is_number = matches!(text.len(), 1 | 2) && text.bytes().all(|it| it.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| is_number)
}

/// The text holds a letter or a Roman number with its sign and nothing more: `a.`, `b)`, `IV.`
pub(super) fn is_lone_letter(text: &str) -> bool {
    let text = text.trim();
    text.len() <= LONGEST_LETTERED + 1 && lettered(&format!("{text} x")).is_some_and(|(_, end)| end == text.len())
}

/// A list mark stands before it.
pub(super) fn starts_item(text: &str) -> bool {
    leading(text).is_some()
}

/// The mark at the start of a line.
pub(super) fn leading(text: &str) -> Option<Mark> {
    let start = text.len() - text.trim_start().len();
    mark_at(text, start).or_else(|| nested(text)).or_else(|| {
        let (value, end) = lettered(&text[start..])?;
        Some(Mark { start, end: start + end, value })
    })
}

/// `2.1 Undang-Undang …`: a number within that of the heading.
pub(super) fn nested(text: &str) -> Option<Mark> {
    let start = text.len() - text.trim_start().len();
    let (mark, rest) = text[start..].split_once(char::is_whitespace)?;
    let value = nested_number(mark).filter(|_| rest.trim_start().starts_with(char::is_uppercase))?;
    Some(Mark { start, end: start + mark.len(), value })
}

/// `2.1`, `2.1.` → 1.
pub(super) fn nested_number(mark: &str) -> Option<u32> {
    let (chapter, number) = mark.trim().trim_end_matches(['.', ')']).split_once('.')?;
    let is_short = |digits: &str| matches!(digits.len(), 1 | 2) && digits.bytes().all(|it| it.is_ascii_digit());
    (is_short(chapter) && is_short(number)).then(|| number.parse().ok()).flatten()
}

/// Most marks of a line that are looked at.
const MOST_MARKS: usize = 16;

/// The marks at the start of a line and behind its words; behind a word that is counted, such as `Tahun`, and for letters, only
/// those that are `due`.
pub(super) fn inside(text: &str, due: &[u32]) -> Vec<Mark> {
    let mut found: Vec<Mark> = leading(text).into_iter().collect();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let may = letter.is_ascii_alphanumeric() || matches!(letter, '-' | '–') || !letter.is_ascii();
        let opens = before.is_whitespace() && may;
        before = letter;
        if !opens || found.last().is_some_and(|last| at < last.end) || found.len() >= MOST_MARKS {
            continue;
        }
        let letter = || letter_at(text, at).filter(|mark| due.contains(&mark.value));
        let Some(mark) = mark_at(text, at).filter(|_| letter_is_sign(text, at)).or_else(letter) else { continue };
        let entry = text[mark.end..].trim_start();
        let begins = entry.starts_with(|it: char| it.is_uppercase() || it.is_ascii_digit());
        let counted = || mark.value > 0 && !due.contains(&mark.value) && counts_something(&text[..at]);
        if begins && !counted() {
            found.push(mark);
        }
    }
    found
}

/// What stands there is no letter of the alphabet, which begins a list only at the start of a line.
fn letter_is_sign(text: &str, at: usize) -> bool {
    !text[at..].starts_with(|it: char| it.is_ascii_alphabetic())
}

fn letter_at(text: &str, at: usize) -> Option<Mark> {
    let (value, length) = lettered(&text[at..])?;
    Some(Mark { start: at, end: at + length, value })
}

/// The text without the mark at its start.
pub(super) fn without(text: &str) -> &str {
    leading(text).map_or(text, |mark| &text[mark.end..]).trim_start()
}

fn mark_at(text: &str, at: usize) -> Option<Mark> {
    let here = &text[at..];
    let end = |end: usize| at + end;
    if let Some((value, length)) = number_at(here) {
        return Some(Mark { start: at, end: end(length), value });
    }
    if let Some(sign) = item_sign(here) {
        return Some(Mark { start: at, end: end(sign.len()), value: 0 });
    }
    let first = here.chars().next()?;
    let length = first.len_utf8();
    let dash = DASHES.contains(&first) && here[length..].starts_with(' ');
    (dash || BULLETS.contains(&first)).then_some(Mark { start: at, end: end(length), value: 0 })
}

/// The number at the start, and where its sign ends.
fn number_at(text: &str) -> Option<(u32, usize)> {
    if !text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    if digits > 2 || !text[digits..].starts_with(['.', ')', ',']) {
        return None;
    }
    let rest = &text[digits + 1..];
    // `1.5`, `12.30` are no marks.
    if rest.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    Some((text[..digits].parse().ok()?, digits + 1))
}

/// Longest mark of letters.
const LONGEST_LETTERED: usize = 4;

/// `a. ...`, `b) ...`, `I. ...`, `IV. ...`.
fn lettered(text: &str) -> Option<(u32, usize)> {
    let length = text.as_bytes().iter().take(LONGEST_LETTERED + 1).position(|it| matches!(it, b'.' | b')'))?;
    let (mark, rest) = (&text[..length], &text[length + 1..]);
    if mark.is_empty() || !rest.starts_with(' ') || rest.trim().is_empty() {
        return None;
    }
    let small = mark.len() == 1 && mark.as_bytes()[0].is_ascii_lowercase();
    let romans = || if mark.len() > 1 { roman_number(&mark.to_ascii_uppercase()) } else { roman_number(mark) };
    let value = if small { Some(u32::from(mark.as_bytes()[0] - b'a') + 1) } else { romans() };
    Some((value?, mark.len() + 1))
}

/// The word before makes the number a part of a name: `Pasal 5.`
fn counts_something(lead: &str) -> bool {
    let word = lead.trim_end_matches(['.', ' ']).rsplit(|it: char| !it.is_alphabetic()).next().unwrap_or("");
    NUMBERED_THINGS.iter().any(|thing| thing.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_at_the_start_and_behind_words() {
        let values = |text: &str| inside(text, &[1]).iter().map(|mark| mark.value).collect::<Vec<_>>();
        assert_eq!(values("1. SOP Surat Masuk 1. Komputer"), [1, 1]);
        assert_eq!(values("Publik 2. Mampu melayani tamu"), [2]);
        assert_eq!(values("sukar - Daftar berkas"), [0]);
        assert_eq!(values("a. Mencatat surat a. Memahami b. Menguasai"), [1, 1]);
        assert_eq!(values("§ UU Nomor 5 Tahun § Mampu"), [0, 0]);
        assert_eq!(values("laporan Triwulan 1. Printer"), [1]);
        assert!(values("Nomor 5. Tahun 2020").is_empty());
        assert_eq!(values("IV. Mencatat berkas"), [4]);
        assert_eq!(lone_number(" 2. "), Some(2));
        assert_eq!(lone_number("2. Rak"), None);
        assert_eq!(without("1. Lem"), "Lem");
    }
}
