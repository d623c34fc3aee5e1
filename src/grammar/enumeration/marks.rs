//! The marks that begin the entries of a list: numbers, letters, bullets.

use nom::Parser;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::one_of;

use crate::grammar::citation::is_citation_start;
use crate::grammar::lexis::{Parsed, fail};
use crate::grammar::step_number::roman_number;
use crate::vocabulary::list_words::{BULLETS, COUNTED_THINGS, DASHES, NUMBERED_THINGS};

/// A mark and where it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// The first byte of the mark.
    pub start: usize,
    /// The first byte after the mark.
    pub end: usize,
    style: Style,
    /// The number, or 1 for `a`; 0 for bullets.
    pub value: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `1.`, `1)`, `(1)`, `1,`.
    Number,
    /// `1` alone, before a citation.
    BareNumber,
    /// `a.`, `a)`.
    Small,
    /// `A.`.
    Capital,
    /// `I.`, `IV)`.
    Roman,
    /// `i.`, `iv)`.
    SmallRoman,
    /// A sign of its own.
    Bullet,
    /// A dash or star.
    Dash(char),
}

/// Cheap: a sign stands in the text without which there is no mark: a digit, a bullet, what closes a number or a letter.
pub(super) fn may_hold_marks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_alone = |at: usize| {
        let before = at.checked_sub(1).map(|before| bytes[before]);
        !before.is_some_and(|it| it.is_ascii_alphanumeric()) && matches!(bytes.get(at + 1), Some(b' ' | b'\t'))
    };
    let is_sign = |(at, byte): (usize, &u8)| match MARKING[usize::from(*byte)] {
        NOTHING => false,
        ALONE => is_alone(at),
        _ => true,
    };
    bytes.iter().enumerate().any(is_sign)
}

/// A byte that is part of no mark without one of the others.
const NOTHING: u8 = 0;

/// A letter that is a dash where it stands alone.
const ALONE: u8 = 1;

/// A byte that may be part of a mark wherever it stands.
const ANYWHERE: u8 = 2;

/// For each byte one of these.
static MARKING: [u8; 256] = {
    let mut table = [NOTHING; 256];
    let mut byte = 0;
    while byte < table.len() {
        if matches!(byte as u8, b'0'..=b'9' | b'.' | b')' | 0x80..) {
            table[byte] = ANYWHERE;
        }
        byte += 1;
    }
    let mut at = 0;
    while at < DASHES.len() {
        if DASHES[at].is_ascii() {
            table[DASHES[at] as usize] = if DASHES[at].is_ascii_alphabetic() { ALONE } else { ANYWHERE };
        }
        at += 1;
    }
    table
};

/// The marks of the outermost list of a text; none where it is no list.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    if !may_hold_marks(text) {
        return Vec::new();
    }
    let bytes = text.as_bytes();
    let mut found: Vec<Mark> = Vec::new();
    let mut is_line_start = true;
    let mut end = 0;
    while let Some(letter) = text[end..].chars().next() {
        let at = end;
        end += letter.len_utf8();
        // Inside a word none begins.
        while end < bytes.len() && bytes[end].is_ascii_lowercase() && bytes[end - 1].is_ascii_alphabetic() {
            end += 1;
        }
        if letter.is_whitespace() {
            is_line_start |= letter == '\n';
            continue;
        }
        let before = || text[..at].chars().next_back();
        let next = bytes.get(at + letter.len_utf8()).copied();
        if may_mark(letter, before, next)
            && found.last().is_none_or(|last| at >= last.end)
            && let Some(mark) = mark_at(text, at, is_line_start, found.last())
            && is_next(text, &mark, found.last(), is_line_start, before())
        {
            found.push(mark);
        }
        is_line_start = false;
    }
    if is_list(text, &found) { found } else { Vec::new() }
}

/// Fewer numbers are out of order by mistake, but for two beside each other and one below the first.
const LEAST_SIDEWAYS: usize = 4;

/// How three items read in two columns: the third is beside the first.
const THREE_SIDEWAYS: [u32; 3] = [1, 3, 2];

/// The marks of a list in two or more columns that was read line by line: its numbers, out of order, are all from 1 on.
pub(super) fn sideways(text: &str) -> Option<Vec<Mark>> {
    let first = text.as_bytes().iter().find(|it| !matches!(it, b' ' | 9..=13));
    if !first.is_some_and(|it| it.is_ascii_digit() || !it.is_ascii())
        || !text.trim_start().starts_with(|first: char| first.is_ascii_digit())
    {
        return None;
    }
    let mut found: Vec<Mark> = Vec::new();
    for (at, _) in text.as_bytes().iter().enumerate().filter(|(_, it)| it.is_ascii_digit()) {
        let is_apart = at == 0 || text[..at].ends_with(char::is_whitespace);
        if is_apart
            && let Ok((rest, (style, value))) = number(&text[at..])
            && rest.starts_with(char::is_whitespace)
        {
            found.push(Mark { start: at, end: text.len() - rest.len(), style, value });
        }
    }
    let is_three = || {
        found.iter().map(|mark| mark.value).eq(THREE_SIDEWAYS)
            && found.iter().all(|mark| entry_is_capital(text, mark) && !counts_something(text, mark.start))
    };
    if found.len() < LEAST_SIDEWAYS && !is_three() {
        return None;
    }
    let mut seen = vec![false; found.len()];
    for mark in &found {
        let slot = seen.get_mut(mark.value as usize - 1)?;
        if std::mem::replace(slot, true) {
            return None;
        }
    }
    (!found.is_sorted_by_key(|mark| mark.value)).then_some(found)
}

/// Cheap: whether a mark can begin with this letter between these neighbours.
fn may_mark(letter: char, before: impl Fn() -> Option<char>, next: Option<u8>) -> bool {
    match letter {
        '0'..='9' => before().is_none_or(|before| !before.is_ascii_digit()),
        '(' => next.is_some_and(|next| next.is_ascii_digit()),
        'a'..='z' | 'A'..='J' => {
            matches!(next, Some(b'.' | b')' | b' ' | b'\t')) && before().is_none_or(|before| !before.is_alphanumeric())
                || matches!(
                    (letter, next),
                    ('I', Some(b'I' | b'V' | b'X')) | ('i' | 'v' | 'x', Some(b'i' | b'v' | b'x'))
                ) && before().is_none_or(char::is_whitespace)
        }
        'V' | 'X' => before().is_none_or(char::is_whitespace),
        _ => DASHES.contains(&letter) || (!letter.is_ascii() && BULLETS.contains(&letter)),
    }
}

/// A single mark makes a list only at the start of the text, or as a bullet; capital letters need two.
fn is_list(text: &str, found: &[Mark]) -> bool {
    let Some(first) = found.first() else { return false };
    let is_start = text[..first.start].trim().is_empty();
    match first.style {
        Style::Bullet => true,
        Style::Number | Style::Dash(_) => is_start || found.len() > 1,
        Style::Small | Style::Roman | Style::SmallRoman => is_start && entry_is_capital(text, first) || found.len() > 1,
        // `A. Yani` is a name.
        Style::BareNumber | Style::Capital => found.len() > 1,
    }
}

fn mark_at(text: &str, at: usize, is_line_start: bool, last: Option<&Mark>) -> Option<Mark> {
    let here = &text[at..];
    let due = last.map_or(u32::from(is_line_start), |last| last.value + 1);
    let counts = |style: Style| last.is_none_or(|last| last.style == style);
    let (rest, (style, value)) = number(here)
        .or_else(|_| if counts(Style::Roman) { roman(here) } else { fail() })
        .or_else(|_| if counts(Style::SmallRoman) { small_roman(here) } else { fail() })
        .or_else(|_| letter(here, is_line_start))
        .or_else(|_| bullet(here, is_line_start))
        .or_else(|_| bare_number(here, due, is_line_start))
        .ok()?;
    Some(Mark { start: at, end: text.len() - rest.len(), style, value })
}

/// `1.`, `12)`, `(3)`, `1,`; not `1.5`.
fn number(text: &str) -> Parsed<'_, (Style, u32)> {
    let (rest, is_bracketed) = match text.strip_prefix('(') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (rest, digits) = take_while_m_n(1, 2, |digit: char| digit.is_ascii_digit()).parse(rest)?;
    let (rest, sign) = one_of(".),").parse(rest)?;
    let rest = if sign == '.' { rest.strip_prefix(')').unwrap_or(rest) } else { rest };
    let is_whole = if is_bracketed { sign == ')' } else { begins_entry(rest) };
    match digits.parse() {
        Ok(value) if is_whole && value > 0 => Ok((rest, (Style::Number, value))),
        _ => fail(),
    }
}

/// After a number's sign: the end, a blank and no plain number, a capital, or a word.
fn begins_entry(rest: &str) -> bool {
    let Some(first) = rest.chars().next() else { return true };
    if !first.is_whitespace() {
        let letters = rest.chars().take(3).filter(|letter| letter.is_alphabetic()).count();
        return first.is_uppercase() || matches!(first, '"' | '“' | '<') || letters == 3;
    }
    let after = rest.trim_start();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    digits == 0
        || after.len() == digits
        || after[digits..].starts_with(['.', ')'])
        || after[digits..].starts_with(char::is_whitespace)
}

/// `a.`, `b)`, `A.` before a blank or a capital; at the start of a line before any word, which `a.n.` is not.
fn letter(text: &str, is_line_start: bool) -> Parsed<'_, (Style, u32)> {
    let bytes = text.as_bytes();
    let (Some(&first), Some(b'.' | b')')) = (bytes.first(), bytes.get(1)) else { return fail() };
    let rest = &text[2..];
    let is_glued = || is_line_start && rest.chars().take(3).filter(|letter| letter.is_lowercase()).count() == 3;
    let follows = rest.starts_with(char::is_whitespace)
        || (first.is_ascii_lowercase() && (rest.starts_with(char::is_uppercase) || is_glued()));
    match first {
        b'a'..=b'z' if follows => Ok((rest, (Style::Small, u32::from(first - b'a') + 1))),
        b'A'..=b'J' if follows => Ok((rest, (Style::Capital, u32::from(first - b'A') + 1))),
        _ => fail(),
    }
}

/// `I.`, `IV)` before a blank.
fn roman(text: &str) -> Parsed<'_, (Style, u32)> {
    let length = text.bytes().take_while(|byte| matches!(byte, b'I' | b'V' | b'X')).count();
    let (mark, rest) = text.split_at(length);
    match (rest.strip_prefix(['.', ')']), roman_number(mark)) {
        (Some(rest), Some(value)) if rest.starts_with(char::is_whitespace) => Ok((rest, (Style::Roman, value))),
        _ => fail(),
    }
}

/// `i.`, `iv)` before a blank; a lone letter begins such a list, and is a letter where another one has begun.
fn small_roman(text: &str) -> Parsed<'_, (Style, u32)> {
    let length = text.bytes().take_while(|byte| matches!(byte, b'i' | b'v' | b'x')).count();
    let (mark, rest) = text.split_at(length);
    match (rest.strip_prefix(['.', ')']), roman_number(&mark.to_ascii_uppercase())) {
        (Some(rest), Some(value)) if rest.starts_with(char::is_whitespace) => Ok((rest, (Style::SmallRoman, value))),
        _ => fail(),
    }
}

fn bullet(text: &str, is_line_start: bool) -> Parsed<'_, (Style, u32)> {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return fail() };
    let rest = letters.as_str();
    if BULLETS.contains(&first) {
        return Ok((rest, (Style::Bullet, 0)));
    }
    let is_apart = rest.starts_with(char::is_whitespace);
    let is_glued = is_line_start && !first.is_alphabetic() && rest.starts_with(char::is_alphabetic);
    if DASHES.contains(&first) && (is_apart || is_glued) { Ok((rest, (Style::Dash(first), 0))) } else { fail() }
}

/// `1 Undang-Undang …`: the point is lost; only the number that is due, before a citation, or at the start of a line.
fn bare_number(text: &str, due: u32, is_line_start: bool) -> Parsed<'_, (Style, u32)> {
    let (rest, digits) = take_while_m_n(1, 2, |digit: char| digit.is_ascii_digit()).parse(text)?;
    match digits.parse() {
        Ok(value)
            if value == due
                && rest.starts_with(char::is_whitespace)
                && (is_citation_start(rest) || (is_line_start && is_uncounted(rest))) =>
        {
            Ok((rest, (Style::BareNumber, value)))
        }
        _ => fail(),
    }
}

/// A capital begins the entry, and no word that counts: `2 Lembar surat` is no second entry.
fn is_uncounted(rest: &str) -> bool {
    let entry = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    let first = &entry[..entry.find(|letter: char| !letter.is_alphabetic()).unwrap_or(entry.len())];
    first.starts_with(char::is_uppercase) && !COUNTED_THINGS.iter().any(|thing| thing.eq_ignore_ascii_case(first))
}

/// The mark goes on with the list that was begun, or may begin one.
fn is_next(text: &str, mark: &Mark, last: Option<&Mark>, is_line_start: bool, before: Option<char>) -> bool {
    let is_apart = is_line_start || before.is_none_or(char::is_whitespace);
    let is_closed = is_line_start || closes(text, mark.start);
    let Some(last) = last else { return begins(text, mark, is_apart, is_line_start) };
    let is_same = last.style == mark.style
        || matches!((last.style, mark.style), (Style::Number, Style::BareNumber) | (Style::BareNumber, Style::Number));
    if !is_same || mark.style == Style::BareNumber && ends_in_decimal(&text[..mark.start]) {
        return false;
    }
    match mark.style {
        Style::Bullet => true,
        Style::Dash(_) => is_line_start || (is_apart && entry_is_capital(text, mark)),
        Style::Small | Style::Capital | Style::Roman | Style::SmallRoman => {
            (is_apart || is_closed) && mark.value == last.value + 1
        }
        Style::Number | Style::BareNumber => {
            let follows = mark.value == last.value + 1;
            let is_near = mark.value == last.value || mark.value == last.value + 2;
            let may_cut = is_apart || is_closed || before.is_some_and(char::is_lowercase);
            let is_free = is_closed || !counts_something(text, mark.start);
            may_cut
                && is_free
                && (follows || (is_near && entry_is_capital(text, mark)) || (is_closed && mark.value == 1))
        }
    }
}

/// `klausul 8.`: what stands behind the point is the rest of one number.
fn ends_in_decimal(before: &str) -> bool {
    before.strip_suffix(['.', ',']).is_some_and(|whole| whole.ends_with(|it: char| it.is_ascii_digit()))
}

/// The first mark: at the start of the text; numbers and letters also after a colon or line, if they begin at 1.
fn begins(text: &str, mark: &Mark, is_apart: bool, is_line_start: bool) -> bool {
    let lead = text[..mark.start].trim_end();
    if lead.is_empty() {
        let counts = matches!(mark.style, Style::Small | Style::Capital | Style::Roman | Style::SmallRoman);
        return !counts || mark.value == 1;
    }
    match mark.style {
        Style::Bullet => true,
        Style::Dash(_) => is_line_start,
        Style::Small | Style::Capital | Style::Roman | Style::SmallRoman => {
            mark.value == 1 && (is_line_start || lead.ends_with(':'))
        }
        Style::Number => {
            mark.value == 1 && is_apart && !counts_something(text, mark.start) && entry_is_capital(text, mark)
        }
        Style::BareNumber => false,
    }
}

/// A semicolon, a full stop or a colon stands before.
fn closes(text: &str, at: usize) -> bool {
    text[..at].trim_end().ends_with([';', '.', ':', ','])
}

fn entry_is_capital(text: &str, mark: &Mark) -> bool {
    let entry = text[mark.end..].trim_start();
    entry.starts_with(|first: char| first.is_uppercase() || matches!(first, '<' | '*' | '"'))
        || (mark.value > 0 && entry.starts_with(|first: char| first.is_ascii_digit()))
}

/// The word before makes the number a part of a name: `Pasal 5.`, `No. 23)`.
fn counts_something(text: &str, at: usize) -> bool {
    let lead = text[..at].trim_end_matches(|letter: char| letter.is_whitespace() || letter == '.');
    let start = lead
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |found| found + lead[found..].chars().next().map_or(1, char::len_utf8));
    NUMBERED_THINGS.iter().any(|thing| thing.eq_ignore_ascii_case(&lead[start..]))
}
