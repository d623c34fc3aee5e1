//! The lines of one cell → its text: a line that only the width of the column broke goes on, an item of a list begins anew.

use super::Cutter;
use super::columns::width;
use crate::document::Text;
use crate::source::Span;

/// What reStructuredText writes before an item that it numbers itself.
const AUTOMATIC: &str = "#.";

impl Cutter<'_> {
    /// The text of a cell of these lines, in a column of that many letters.
    pub(super) fn wrapped(&mut self, lines: &[Span], room: usize) -> Text {
        let mut out = Text::default();
        let mut parted = false;
        let mut above = 0;
        for line in lines {
            let raw = self.source.slice(*line).trim();
            if raw.is_empty() {
                parted = true;
                continue;
            }
            // The program that filled the column would not have broken before a word for which there was room.
            let word = raw.split_whitespace().next().map_or(0, letters);
            parted |= above > 0 && above + 1 + word <= room;
            let breaks = raw.ends_with('\\');
            // A line that reStructuredText keeps as it is.
            let lead =
                if raw.starts_with("| ") { self.source.slice(*line).find('|').map_or(0, |at| at + 1) } else { 0 };
            parted |= lead > 0;
            let line = Span::new(line.start as usize + lead, line.end as usize);
            let text = without_break(self.clean_cell(line));
            let is_item = begins_item(text.as_str());
            let separator = if parted || is_item { '\n' } else { ' ' };
            out.join(separator, &numbered(text));
            parted = breaks;
            above = letters(raw);
        }
        out
    }

    /// How many letters the longest line has that one of these cells has.
    pub(super) fn room(&self, lines: impl Iterator<Item = Span>) -> usize {
        lines.map(|line| letters(self.source.slice(line).trim())).max().unwrap_or(0)
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

/// An item without number of its own is one of a list.
pub(super) fn numbered(text: Text) -> Text {
    let Some(words) = text.as_str().strip_prefix(AUTOMATIC) else { return text };
    let mark = text.slice(&text.as_str()[..AUTOMATIC.len()]);
    let mut item = Text::default();
    item.push("•", mark.whole());
    item.append(&text.slice(words));
    item
}

/// `1.`, `a)`, `-`: the text is an item of a list.
fn begins_item(text: &str) -> bool {
    let mut words = text.splitn(2, ' ');
    let (word, more) = (words.next().unwrap_or_default(), words.next());
    if more.is_none() {
        return false;
    }
    let stem = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_number = stem.len() < word.len()
        && stem.len() <= 2
        && !stem.is_empty()
        && stem.bytes().all(|it| it.is_ascii_alphanumeric());
    let is_digits = || stem.bytes().all(|it| it.is_ascii_digit()) || stem.len() == 1;
    (is_number && is_digits())
        || matches!(word, AUTOMATIC | "-" | "*" | "+" | "•" | "–" | "▪" | "●" | "➢" | "✓" | "\u{f0b7}" | "\u{f0a7}")
}
