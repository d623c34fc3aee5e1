//! Cells of a sheet: their names, and what they hold. Texts stand in them as texts; there is no way to write a formula.

use super::texts::escaped;
use std::borrow::Cow;
use std::fmt::Write;

/// Most letters of a cell, in units of UTF-16.
const MOST: usize = 32_767;

/// What a cell holds.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// Nothing.
    Nothing,
    /// A number.
    Number(f64),
    /// A text.
    Text(&'a str),
}

/// Writes a cell of that name; the style is the number of a format of the workbook.
pub fn write_cell(out: &mut String, name: &str, style: usize, value: Value<'_>) {
    // Writing to a String does not fail.
    let _ = match value {
        Value::Nothing => write!(out, "<c r=\"{name}\" s=\"{style}\"/>"),
        Value::Number(number) => write!(out, "<c r=\"{name}\" s=\"{style}\"><v>{number}</v></c>"),
        Value::Text(text) => write!(
            out,
            "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            cell_text(text)
        ),
    };
}

/// `AB12`, of positions from 0.
pub fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// `AB`, of a position from 0.
pub fn column_name(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        more => column_name(more - 1) + &last.to_string(),
    }
}

/// Text of a cell: at most as long as one can be, and nothing in it looks like the code of a letter (`_x000D_`).
pub fn cell_text(text: &str) -> String {
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

    #[test]
    fn columns_are_counted_in_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(column_name), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
