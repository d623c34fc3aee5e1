//! Spelling → what is compared: lower-case letters only.

use std::borrow::Cow;
use strsim::osa_distance;

/// Room for the letters of a short text, so that looking one up asks for no memory.
pub type Room = [u8; 64];

/// As [`fold`], for texts that are looked up and not kept.
pub fn fold_in<'r>(text: &str, room: &'r mut Room) -> Cow<'r, str> {
    match room.get_mut(..text.len()).and_then(|room| keep_letters(text, room)) {
        Some(end) => Cow::Borrowed(str::from_utf8(&room[..end]).unwrap_or_default()),
        None => Cow::Owned(fold(text)),
    }
}

/// A byte that is dropped and parts words.
const BLANK: u8 = 1;

/// A byte that may stand for a letter.
const DIGIT: u8 = 2;

/// A byte of a character that needs a closer look.
const FOREIGN: u8 = 3;

/// For each byte its letter in lower case, or one of the above; any other is dropped.
static FOLDED: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte: u8 = 0;
    loop {
        table[byte as usize] = match byte {
            b'a'..=b'z' => byte,
            b'A'..=b'Z' => byte.to_ascii_lowercase(),
            b'0' | b'1' => DIGIT,
            b' ' | 9..=13 => BLANK,
            0x80.. => FOREIGN,
            _ => 0,
        };
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

/// Writes the folded letters of a text where there is room for all of it, and says how many; `None` where a character needs a
/// closer look.
fn keep_letters(text: &str, to: &mut [u8]) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut end) = (0, 0);
    // Whether the word has letters, asked once for a word with such a digit.
    let mut lettered = None;
    while at < bytes.len() {
        let letter = FOLDED[bytes[at] as usize];
        if letter >= b'a' {
            to[end] = if is_misread(bytes, at) { b'l' } else { letter };
            end += 1;
        } else if letter == BLANK {
            lettered = None;
        } else if letter == DIGIT && *lettered.get_or_insert_with(|| is_in_lettered_word(text, at)) {
            to[end] = if bytes[at] == b'0' { b'o' } else { b'l' };
            end += 1;
        } else if letter == FOREIGN {
            return None;
        }
        at += 1;
    }
    Some(end)
}

/// The letters of a text, lower-cased; a `0` or `1` inside a word counts as `o` or `l`; everything else is dropped.
pub fn fold(text: &str) -> String {
    let mut out = vec![0; text.len()];
    let Some(end) = keep_letters(text, &mut out) else { return fold_letters(text) };
    out.truncate(end);
    String::from_utf8(out).unwrap_or_default()
}

/// A capital `I` behind a small letter was read for an `l`: `TanggaI`.
fn is_misread(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'I' && at > 0 && bytes[at - 1].is_ascii_lowercase()
}

fn fold_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether the word has letters, asked once for a word with such a digit.
    let mut lettered = None;
    for (at, character) in text.char_indices() {
        match character {
            'a'..='z' => out.push(character),
            'I' if is_misread(text.as_bytes(), at) => out.push('l'),
            'A'..='Z' => out.push(character.to_ascii_lowercase()),
            '0' | '1' if *lettered.get_or_insert_with(|| is_in_lettered_word(text, at)) => {
                out.push(if character == '0' { 'o' } else { 'l' });
            }
            _ if character.is_whitespace() => lettered = None,
            _ if character.is_alphabetic() => out.extend(character.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// The word around byte `at` has letters.
fn is_in_lettered_word(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let letter = |it: char| it.is_ascii_alphabetic();
    let until_blank = |it: &char| !it.is_whitespace();
    before.chars().rev().take_while(until_blank).any(letter) || behind.chars().take_while(until_blank).any(letter)
}

/// A word of the text is a value that folding would drop or cut: a number, a dash, dots.
fn has_value_without_letters(text: &str) -> bool {
    // Most texts are plain words.
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest
        && !matches!(first, b'0'..=b'9' | b'-' | b'.' | b'_' | 0x80..)
    {
        rest = tail;
    }
    if rest.is_empty() {
        return false;
    }
    let value = |word: &str| {
        let lettered = word.starts_with(|it: char| it.is_ascii_alphabetic());
        !lettered && is_value(word)
    };
    let mut before = "";
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        // `Langkah - langkah`
        let doubles = word == "-" && words.peek().is_some_and(|next| next.eq_ignore_ascii_case(before));
        if value(word) && !doubles {
            return true;
        }
        before = word;
    }
    false
}

fn is_value(word: &str) -> bool {
    word.trim_start_matches(['(', '/', ':']).starts_with(|it: char| it.is_ascii_digit())
        || word.chars().all(|it| matches!(it, '-' | '–' | '—' | '…' | '_'))
        || word.starts_with("...")
}

/// The folded letters of a text that may be a label or a heading: no longer than one, and without a value beside it.
pub(super) fn spelling<'r>(text: &str, room: &'r mut Room) -> Option<Cow<'r, str>> {
    let plain = text.len() <= 64 && !has_value_without_letters(text) && !has_value_behind_colon(text);
    plain.then(|| fold_in(text, room))
}

/// Something stands behind a colon: label and value, of which only the label may be compared.
fn has_value_behind_colon(text: &str) -> bool {
    text.split_once(':').is_some_and(|(_, value)| value.chars().any(char::is_alphanumeric))
}

/// How many letters have to be added, left out, changed or exchanged with the next to make one text of the other; capitals and
/// blanks around them do not count.
pub fn distance(one: &str, other: &str) -> usize {
    osa_distance(&one.trim().to_lowercase(), &other.trim().to_lowercase())
}

/// Words of a text as compared: lower case, split at anything that is no letter or digit.
pub fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_case_do_not_matter() {
        assert_eq!(fold("N o m 0 r  S.O.P :"), "nomrsop");
        assert_eq!(fold("Nom0r SOP"), "nomorsop");
        assert_eq!(fold("NO 1"), "no");
    }
}
