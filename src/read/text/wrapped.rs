//! The lines of one cell → its text: a line that only the width of the column broke goes on, an item of a list begins anew.

use super::Cutter;
use super::chopped::Words;
use super::columns::width;
use crate::document::Text;
use crate::grammar::enumeration::opening;
use crate::source::Span;

/// What reStructuredText writes before an item that it numbers itself.
const AUTOMATIC: &str = "#.";

/// How a column breaks its lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column<'w> {
    /// How many letters it has room for.
    pub room: usize,
    /// What is known as a word, where words were chopped to fit in.
    pub chopped: Option<&'w Words>,
}

impl Cutter<'_> {
    /// The text of a cell of these lines.
    pub(super) fn wrapped(&mut self, lines: &[Span], column: Column<'_>) -> Text {
        let mut out = Text::default();
        let mut parted = false;
        let mut above = 0;
        // The line above has one word only.
        let mut is_alone = false;
        for line in lines {
            let raw = self.source.slice(*line).trim();
            if raw.is_empty() {
                parted = true;
                continue;
            }
            // The program that filled the column would not have broken before a word for which there was room.
            let word = raw.split_whitespace().next().map_or(0, letters);
            parted |= above > 0 && above + 1 + word <= column.room;
            let breaks = raw.ends_with('\\');
            // A line that reStructuredText keeps as it is.
            let lead =
                if raw.starts_with("| ") { self.source.slice(*line).find('|').map_or(0, |at| at + 1) } else { 0 };
            parted |= lead > 0;
            let line = Span::new(line.start as usize + lead, line.end as usize);
            let text = without_break(self.clean_cell(line));
            let is_item = item_words(text.as_str()).len() < text.as_str().len();
            if !parted && !is_item && is_alone && column.goes_on(&out, raw) {
                out.append(&text);
            } else {
                let separator = if parted || is_item { '\n' } else { ' ' };
                out.join(separator, &numbered(text));
            }
            parted = breaks;
            above = letters(raw);
            is_alone = !item_words(raw.trim_start_matches("| ")).contains(char::is_whitespace);
        }
        out
    }

    /// How many letters the longest line has that one of these cells has.
    pub(super) fn room(&self, lines: impl Iterator<Item = Span>) -> usize {
        lines.map(|line| letters(self.source.slice(line).trim())).max().unwrap_or(0)
    }
}

impl Column<'_> {
    /// The line is the next piece of the word that the text ends with.
    fn goes_on(&self, text: &Text, line: &str) -> bool {
        let is_full = letters(line) == self.room && !line.contains(char::is_whitespace);
        let word = text.as_str().rsplit(char::is_whitespace).next().unwrap_or_default();
        is_full && self.chopped.is_some_and(|words| words.goes_on(word, line))
    }
}

/// How wide a text is.
fn letters(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// Without the backslashes that break a line.
pub(super) fn without_break(text: Text) -> Text {
    let words = text.as_str().trim_end_matches('\\');
    if words.len() == text.as_str().len() { text } else { text.slice(words.trim_end()) }
}

/// Signs that make a picture of a key of the digits before them.
const KEYCAPS: [&str; 2] = ["\u{fe0f}\u{20e3}", "\u{20e3}"];

/// An item without number of its own is one of a list; a blank that a scanner read before the sign of a number, `1 . Komputer`, is
/// none, and a digit on a key is a number with its sign.
pub(super) fn numbered(text: Text) -> Text {
    let digits = text.as_str().bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) && [" . ", " ) "].iter().any(|sign| text.as_str()[digits..].starts_with(sign)) {
        let mut item = text.slice(&text.as_str()[..digits]);
        item.append(&text.slice(&text.as_str()[digits + 1..]));
        return item;
    }
    if let Some(rest) =
        KEYCAPS.iter().find_map(|sign| text.as_str()[digits..].strip_prefix(sign)).filter(|_| digits > 0)
    {
        let mut item = text.slice(&text.as_str()[..digits]);
        item.push_separator('.');
        item.append(&text.slice(rest));
        return item;
    }
    let Some(words) = text.as_str().strip_prefix(AUTOMATIC) else { return text };
    let mark = text.slice(&text.as_str()[..AUTOMATIC.len()]);
    let mut item = Text::default();
    item.push("•", mark.whole());
    item.append(&text.slice(words));
    item
}

/// The words of an item behind its mark; of any other text all of it.
fn item_words(text: &str) -> &str {
    let automatic = || text.strip_prefix(AUTOMATIC).filter(|it| it.starts_with(' ')).map(str::trim_start);
    opening(text).map(|(_, words)| words).or_else(automatic).unwrap_or(text)
}
