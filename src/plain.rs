//! Text of a document → text that is safe on a terminal.

use std::borrow::Cow;

/// The text with everything replaced that could steer a terminal or hide what is written: control characters by their
/// pictures (`␛`), C1 controls and characters that turn the direction of writing by `�`. Line breaks and tabs become blanks.
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unsafe) { Cow::Owned(text.chars().map(safe).collect()) } else { Cow::Borrowed(text) }
}

/// The same, its line breaks kept.
pub fn plain_lines(text: &str) -> String {
    text.trim_end().lines().map(plain).collect::<Vec<Cow<'_, str>>>().join("\n")
}

fn is_unsafe(it: char) -> bool {
    it.is_control() || matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

fn safe(it: char) -> char {
    match it {
        '\n' | '\r' | '\t' => ' ',
        '\u{7f}' => '␡',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(it)).unwrap_or('\u{fffd}'),
        it if is_unsafe(it) => '\u{fffd}',
        it => it,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_remains() {
        assert_eq!(plain("a\u{1b}[31mb\u{9b}c\u{202e}d"), "a␛[31mb\u{fffd}c\u{fffd}d");
        assert_eq!(plain("Lembar disposisi"), "Lembar disposisi");
    }
}
