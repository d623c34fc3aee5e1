//! What all the small languages share: blanks, words, phrases, and digits as scanners misread them.

use nom::bytes::complete::{take_while, take_while1};
use nom::{IResult, Parser};

/// A parser's answer; nobody reads its errors, so they carry nothing.
pub(super) type Parsed<'a, T> = IResult<&'a str, T, ()>;

/// The answer of a parser that does not apply.
pub(super) fn fail<'a, T>() -> Parsed<'a, T> {
    Err(nom::Err::Error(()))
}

/// White space of any kind, perhaps none.
pub(super) fn blank(text: &str) -> Parsed<'_, &str> {
    // Mostly there is none.
    if text.as_bytes().first().is_some_and(u8::is_ascii_graphic) {
        return Ok((text, ""));
    }
    take_while(char::is_whitespace).parse(text)
}

/// A run of letters.
pub(super) fn word(text: &str) -> Parsed<'_, &str> {
    take_while1(char::is_alphabetic).parse(text)
}

/// The text after `start`, compared without regard to ASCII case.
pub(super) fn strip_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let head = text.as_bytes().get(..start.len())?;
    // equal bytes end on a character boundary, as `start` does
    head.eq_ignore_ascii_case(start.as_bytes()).then(|| &text[start.len()..])
}

/// The text after a phrase of vocabulary: its words in order, with any white space between them, ending at a word's end.
pub(super) fn strip_phrase<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let mut at = 0;
    for byte in phrase.bytes() {
        if byte == b' ' {
            // what agreed so far ends on a character boundary, as the word of the phrase does
            at = text.len() - text.get(at..)?.trim_start().len();
            continue;
        }
        if !text.as_bytes().get(at)?.eq_ignore_ascii_case(&byte) {
            return None;
        }
        at += 1;
    }
    let rest = text.get(at..)?;
    let is_word = phrase.ends_with(char::is_alphabetic);
    (!is_word || !rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// Cheap: the first bytes are the same but for ASCII case, so that a comparison is worth while.
pub(super) fn begins_alike(text: &str, start: &str) -> bool {
    match (text.as_bytes().first(), start.as_bytes().first()) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        _ => false,
    }
}

/// The first row of a table whose phrase begins the text.
pub(super) fn phrase_of<'a, T: Copy>(text: &'a str, table: &[(&str, T)]) -> Parsed<'a, T> {
    let Some(first) = text.as_bytes().first().map(u8::to_ascii_lowercase) else { return fail() };
    for &(phrase, value) in table {
        let alike = phrase.as_bytes().first().is_some_and(|it| it.to_ascii_lowercase() == first);
        if alike && let Some(rest) = strip_phrase(text, phrase) {
            return Ok((rest, value));
        }
    }
    fail()
}

/// The digit that a letter was misread from: `O` for 0, `l` for 1, `S` for 5, `B` for 8, `Z` for 2.
pub(super) fn digit_of(letter: char) -> Option<u8> {
    match letter {
        '0'..='9' => Some(letter as u8),
        'O' | 'o' | 'Q' => Some(b'0'),
        'l' | 'I' | 'L' | 'i' | '|' | '}' | '!' => Some(b'1'),
        'Z' | 'z' => Some(b'2'),
        'S' | 's' => Some(b'5'),
        'B' => Some(b'8'),
        _ => None,
    }
}

/// The byte position of a part inside the text it was cut from.
pub(crate) fn offset_in(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize)
}

/// White space folded to single blanks, none at the ends.
pub(crate) fn folded(text: &str) -> String {
    if is_folded(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Cheap: sure to have single blanks only, for it is ASCII.
fn is_folded(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.as_bytes() {
        if !(matches!(byte, b'!'..=b'~') || (*byte == b' ' && before != b' ')) {
            return false;
        }
        before = *byte;
    }
    !text.ends_with(' ')
}
