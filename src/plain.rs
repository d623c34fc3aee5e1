//! Text of a document → text that is safe on a terminal.

use std::borrow::Cow;

/// The text with everything replaced that could steer a terminal or hide what is written: control characters by their
/// pictures (`␛`), C1 controls and characters that turn the direction of writing by `�`. Line breaks and tabs become blanks.
pub fn plain(text: &str) -> Cow<'_, str> {
    if holds_unsafe(text) { Cow::Owned(text.chars().map(safe).collect()) } else { Cow::Borrowed(text) }
}

/// The same, its line breaks kept.
pub fn plain_lines(text: &str) -> String {
    text.trim_end().lines().map(plain).collect::<Vec<Cow<'_, str>>>().join("\n")
}

/// A character that could steer a terminal, break a line where none is meant, or turn the direction of writing.
pub fn is_unsafe(it: char) -> bool {
    let turns =
        |it| matches!(it, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    it.is_control() || turns(it) || matches!(it, '\u{2028}' | '\u{2029}')
}

/// Looks at the letters only where a byte tells that one of them may be unsafe. All bytes are asked, which is quicker than to
/// stop at the first.
fn holds_unsafe(text: &str) -> bool {
    let begins = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2);
    text.bytes().fold(false, |any, byte| any | begins(byte)) && text.chars().any(is_unsafe)
}

/// A JSON text whose strings hold such characters by their numbers only: the same to every program, and safe where people look
/// at it. The line breaks between its values stay.
pub fn plain_json(text: String) -> String {
    let is_unsafe = |it: char| it != '\n' && is_unsafe(it);
    if !text.chars().any(is_unsafe) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match is_unsafe(letter) {
            true => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            false => out.push(letter),
        }
    }
    out
}

fn safe(it: char) -> char {
    match it {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
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
    fn json_says_the_same_without_them() {
        let json = plain_json("[\n  \"a\u{9b}31m\u{202e}\u{2028}\u{7f}é\"\n]".to_owned());
        assert_eq!(json, "[\n  \"a\\u009b31m\\u202e\\u2028\\u007fé\"\n]");
    }

    #[test]
    fn nothing_that_steers_a_terminal_remains() {
        assert_eq!(plain("a\u{1b}[31mb\u{9b}c\u{202e}d"), "a␛[31mb\u{fffd}c\u{fffd}d");
        assert_eq!(plain("a\u{61c}b\u{2028}c"), "a\u{fffd}b c");
        assert_eq!(plain("Lembar disposisi"), "Lembar disposisi");
    }
}
