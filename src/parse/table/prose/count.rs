//! What an entry of a list of steps begins with: a number, a letter, a bullet, a name, and how that counts.

use super::{acts, speaker};
use crate::grammar::enumeration::{Opening, opening};
use crate::grammar::step_number::roman_number;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::prose_words::{BOXES, STEP};

/// How the entries are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    Digits,
    Roman,
    Letters,
    /// Digits behind the number of the chapter.
    Within(u32),
    /// Not at all: each begins with the same sign.
    Bullets,
    /// Not at all: each begins with who acts, before a colon.
    Names,
}

/// Longest mark before an entry, with a bracket, in bytes.
const LONGEST_MARK: usize = 7;

/// `3. …`, `iii) …`, `c. …`: how it counts, the number, and what follows.
pub(super) fn marked(text: &str) -> Option<(Count, u32, &str)> {
    // A box to be ticked stands before the number.
    let text = text.trim_start_matches(|it: char| it.is_whitespace() || BOXES.contains(&it));
    if let Some(found) = worded(text).or_else(|| within(text)) {
        return Some(found);
    }
    if let Some((Opening::Bullet | Opening::Dash, rest)) = opening(text) {
        let begins_active = || rest.split_whitespace().next().is_some_and(is_active);
        return (acts(rest) || begins_active()).then_some((Count::Bullets, 1, rest.trim()));
    }
    let named = || speaker(text).map(|_| (Count::Names, 1, text));
    let Some((mark, rest)) = text.split_once(['.', ')']).filter(|(mark, _)| mark.len() <= LONGEST_MARK) else {
        return named();
    };
    let mark = mark.trim_start_matches('(');
    if mark.is_empty() || mark.len() > 6 || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let digits = || mark.parse().ok().filter(|_| mark.len() <= 2 && mark.bytes().all(|it| it.is_ascii_digit()));
    let letter = || match mark.as_bytes() {
        [it @ b'a'..=b'z'] => Some(u32::from(it - b'a') + 1),
        _ => None,
    };
    let found = digits().map(|number| (Count::Digits, number));
    let found = found.or_else(|| roman_number(mark).map(|number| (Count::Roman, number)));
    let (count, number) = found.or_else(|| letter().map(|number| (Count::Letters, number)))?;
    Some((count, number, rest.trim()))
}

/// `Langkah 3 – …`, `Langkah 3: …`
fn worded(text: &str) -> Option<(Count, u32, &str)> {
    let (word, rest) = text.split_once(' ').filter(|(word, _)| word.eq_ignore_ascii_case(STEP))?;
    let digits = rest.find(|it: char| !it.is_ascii_digit()).filter(|_| word.len() == STEP.len())?;
    let (number, rest) = rest.split_at(digits);
    let number = number.parse().ok().filter(|_| number.len() <= 2)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix([':', '–', '-', '—', '.', ')'])?;
    Some((Count::Digits, number, rest.trim()))
}

/// `4.1. …`, `4.1 …`, `B.2 …`: a number within that of a chapter.
fn within(text: &str) -> Option<(Count, u32, &str)> {
    let (mark, rest) = text.split_once(char::is_whitespace)?;
    let (chapter, number) = mark.strip_suffix('.').unwrap_or(mark).split_once('.')?;
    let parsed = |digits: &str| digits.parse::<u32>().ok().filter(|_| digits.len() <= 2);
    let lettered = || match chapter.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some(u32::from(letter - b'A') + 1),
        _ => None,
    };
    Some((Count::Within(parsed(chapter).or_else(lettered)?), parsed(number)?, rest.trim()))
}
