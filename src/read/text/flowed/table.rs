//! The words of such a page → where the header of its table stands, and where its steps begin.

use super::{LONGEST_NAME, item_number};
use crate::grammar::step_number::step_number;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::columns::{Header, leading_name};
use crate::vocabulary::{offices, units};

/// Most words of the header of a table.
const LONGEST_HEADER: usize = 60;

/// Fewer names of columns are no header.
const FEWEST_COLUMNS: usize = 4;

/// The header of the procedure table: its first word, and the word behind the last name of a column.
pub(super) fn header(words: &[&str]) -> Option<(usize, usize)> {
    let mut at = 0;
    while at < words.len() {
        let activity = column(&words[at..]).filter(|(_, kind)| *kind == Header::Activity);
        let found = activity.and_then(|_| header_from(words, at));
        if found.is_some() {
            return found;
        }
        at += 1;
    }
    None
}

/// The name of a column that the first words spell; a number behind it is none of its words.
fn column(words: &[&str]) -> Option<(usize, Header)> {
    words.first().filter(|word| !word.starts_with(char::is_lowercase))?;
    let (count, kind) = leading_name(words, LONGEST_NAME)?;
    let numbers = words[..count].iter().rev().take_while(|word| !word.contains(char::is_alphabetic)).count();
    Some((count - numbers, kind))
}

/// The header whose Kegiatan is word `at`.
fn header_from(words: &[&str], at: usize) -> Option<(usize, usize)> {
    let start = if at > 0 && leading_name(&words[at - 1..at], 1).is_some_and(|it| it.1 == Header::Number) {
        at - 1
    } else {
        at
    };
    let mut kinds: Vec<Header> = Vec::new();
    let (mut next, mut end) = (at, at);
    while next < words.len().min(at + LONGEST_HEADER) {
        match column(&words[next..]) {
            Some((count, kind)) => {
                next += count;
                end = next;
                kinds.push(kind);
            }
            None if item_number(words[next]) == Some(1) => break,
            None if is_whole(&kinds) && acts(words[next]) => break,
            None => next += 1,
        }
        if is_whole(&kinds) && begins_step(words, next, 1) {
            break;
        }
    }
    let timed = kinds.iter().any(|kind| matches!(kind, Header::Duration(_)));
    let opens = || begins_step(words, end, 1) || counted(words, end).is_some();
    // The number of the first step may be lost.
    let near = &words[..words.len().min(end + LONGEST_STEPS)];
    let goes_on = || kinds.contains(&Header::Outputs) && steps_from(near, end, 2).len() >= FEWEST_STEPS;
    (timed && kinds.len() >= FEWEST_COLUMNS && (opens() || goes_on())).then_some((start, end))
}

/// Waktu and Output are named: no header goes on for long behind them.
fn is_whole(kinds: &[Header]) -> bool {
    kinds.contains(&Header::Outputs) && kinds.iter().any(|kind| matches!(kind, Header::Duration(_)))
}

/// Where behind a row of column numbers the first step begins.
fn counted(words: &[&str], at: usize) -> Option<usize> {
    let numbers = (1..).zip(&words[at..]).take_while(|(wanted, word)| step_number(word) == Some(*wanted)).count();
    (numbers >= FEWEST_COLUMNS && begins_step(words, at + numbers, 1)).then_some(at + numbers)
}

/// Within so many words the second and the third step begin.
const LONGEST_STEPS: usize = 160;

/// Fewer steps behind one without its number are none.
const FEWEST_STEPS: usize = 2;

/// The words with which the steps begin.
pub(super) fn steps(words: &[&str], from: usize) -> Vec<usize> {
    let from = counted(words, from).unwrap_or(from);
    let counted = steps_from(words, from, 1);
    if counted.is_empty() { steps_from(words, from, 2) } else { counted }
}

/// The words with which the steps begin from this number on.
fn steps_from(words: &[&str], from: usize, first: u32) -> Vec<usize> {
    let mut wanted = first;
    let mut out = Vec::new();
    for at in from..words.len() {
        if begins_step(words, at, wanted) {
            out.push(at);
            wanted += 1;
        }
    }
    out
}

/// `3. Meneliti`, `3 Staf`: the number of a step before its first word.
fn begins_step(words: &[&str], at: usize, wanted: u32) -> bool {
    let [number, next, ..] = &words[at.min(words.len())..] else { return false };
    if step_number(number) != Some(wanted)
        || !next.starts_with(char::is_uppercase)
        || units::is_unit(&next.to_lowercase())
    {
        return false;
    }
    number.ends_with('.')
        || acts(next)
        || words[at + 1..].iter().take(4).any(|word| acts(word)) && offices::begins_office(next)
}

/// `Meneliti`: the word tells what is done.
fn acts(word: &str) -> bool {
    let is_passive = || word.len() > 5 && word.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("di"));
    is_active(word) || is_passive()
}
