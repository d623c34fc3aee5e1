//! Text of a document → text that XML, HTML, CSV and Markdown take for nothing but text.

use crate::plain::plain;
use std::borrow::Cow;
use std::fmt::{self, Write};

/// Text inside XML or HTML, attributes in double quotes included: on one line, and without characters that XML forbids.
pub(super) struct Xml<'a>(pub &'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in plain(self.0).chars() {
            match letter {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\'' => out.write_str("&#39;")?,
                '\u{fffe}' | '\u{ffff}' => out.write_char('\u{fffd}')?,
                letter => out.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// One field of a CSV row (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front of it.
pub(super) struct CsvField<'a>(pub &'a str);

impl fmt::Display for CsvField<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = plain(self.0);
        let is_formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        let text: Cow<'_, str> = if is_formula { format!("'{text}").into() } else { text };
        if text.contains(['"', ',', ';']) || text.starts_with(' ') || text.ends_with(' ') {
            write!(out, "\"{}\"", text.replace('"', "\"\""))
        } else {
            out.write_str(&text)
        }
    }
}

/// A row of CSV with its line break.
pub(super) fn csv_row(fields: &[&str]) -> String {
    sheet_row(",", fields)
}

/// The same with another separator: a spreadsheet set to a language with decimal commas parts fields at semicolons only.
pub(super) fn sheet_row(separator: &str, fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|it| CsvField(it).to_string()).collect();
    format!("{}\r\n", fields.join(separator))
}

/// Text inside a cell of a Markdown table. What stands between two backticks in a message stays code.
pub(super) struct MarkdownCell<'a>(pub &'a str);

impl fmt::Display for MarkdownCell<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = plain(self.0);
        // Two in a row are another mark, which would pair with others than they do here.
        let is_paired = text.matches('`').count().is_multiple_of(2) && !text.contains("``");
        let mut in_code = false;
        for letter in text.chars() {
            match letter {
                '`' if is_paired => {
                    in_code = !in_code;
                    out.write_char(letter)?;
                }
                '|' => out.write_str("\\|")?,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '&' if !in_code => {
                    out.write_char('\\')?;
                    out.write_char(letter)?;
                }
                letter => out.write_char(letter)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup() {
        assert_eq!(Xml("<a b=\"c\">]]>&'\u{1}\n").to_string(), "&lt;a b=&quot;c&quot;&gt;]]&gt;&amp;&#39;␁ ");
        assert_eq!(MarkdownCell("`a|b_c` d|e *f*").to_string(), "`a\\|b_c` d\\|e \\*f\\*");
        assert_eq!(MarkdownCell("``<b>` `").to_string(), "\\`\\`\\<b\\>\\` \\`");
        assert_eq!(MarkdownCell("a ` b").to_string(), "a \\` b");
    }

    #[test]
    fn nothing_is_a_formula() {
        assert_eq!(csv_row(&["a", "b, \"c\"", "=1+1", " @x"]), "a,\"b, \"\"c\"\"\",'=1+1,' @x\r\n");
    }
}
