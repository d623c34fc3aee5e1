//! Texts as they may stand in the parts of a workbook.

use std::borrow::Cow;

/// Most letters of a cell, in units of UTF-16.
const MOST: usize = 32_767;

/// Text between tags and in attributes, line breaks kept. What XML cannot hold becomes `�`.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            letter if letter.is_control() => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

/// Text of a cell: at most as long as one can be, and nothing in it looks like the code of a letter (`_x000D_`).
pub(super) fn cell_text(text: &str) -> String {
    escaped(&without_codes(shortened(text)))
}

fn shortened(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > MOST
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn without_codes(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let is_code = |rest: &str| {
        let code = rest.as_bytes();
        code.len() >= 7 && code[..2] == *b"_x" && code[2..6].iter().all(u8::is_ascii_hexdigit) && code[6] == b'_'
    };
    let mut out = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        match letter {
            '_' if is_code(&text[at..]) => out.push_str("_x005F_"),
            letter => out.push(letter),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_hold_nothing_that_a_program_would_take_for_something_else() {
        assert_eq!(cell_text("a<b & \u{1}\"c\"\n_x000D_ _x"), "a&lt;b &amp; �&quot;c&quot;\n_x005F_x000D_ _x");
        assert_eq!(cell_text(&"😀".repeat(20_000)).chars().count(), MOST / 2);
    }
}
