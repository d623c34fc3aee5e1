//! How wide text is on a terminal, and what is seen of it there.

use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// Columns of one letter as it is drawn: a tab as four blanks, a control character as its picture.
#[inline]
pub(in crate::report) fn width_of(letter: char) -> usize {
    match letter {
        ' '..='~' => 1,
        '\t' => 4,
        it if turns(it) => 1,
        it => it.width().unwrap_or(1),
    }
}

/// Columns of a text.
pub(in crate::report) fn width(text: &str) -> usize {
    // Of most lines the bytes tell.
    if text.is_ascii() {
        return text.len() + 3 * text.bytes().filter(|it| *it == b'\t').count();
    }
    text.chars().map(width_of).sum()
}

/// A line as it is drawn: tabs as blanks, control characters as their pictures, what turns the direction of writing as `�`, and
/// nothing in place of what joins letters.
pub(super) fn drawn(line: &str) -> Cow<'_, str> {
    if !line.bytes().any(may_change) || !line.chars().any(is_changed) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len() + 64);
    let mut rest = line;
    while let Some(at) = rest.find(is_changed) {
        out.push_str(&rest[..at]);
        let mut letters = rest[at..].chars();
        match letters.next().unwrap_or_default() {
            '\t' => out.push_str("    "),
            '\u{200d}' => {}
            '\u{7f}' => out.push('␡'),
            it if it < ' ' => out.push(char::from_u32(0x2400 + u32::from(it)).unwrap_or('\u{fffd}')),
            _ => out.push('\u{fffd}'),
        }
        rest = letters.as_str();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The byte is one of a letter that is drawn otherwise, or of one near it.
fn may_change(byte: u8) -> bool {
    byte < b' ' || matches!(byte, 0x7f | 0xe2)
}

fn is_changed(letter: char) -> bool {
    let is_control = matches!(letter, '\0'..='\u{1f}' | '\u{7f}') && letter != '\n';
    is_control || letter == '\u{200d}' || turns(letter)
}

/// Turns the direction of writing.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
