//! The lines of one cell → its text: a line that only the width of the column broke goes on, an item of a list begins anew.

use super::Cutter;
use crate::document::Text;
use crate::source::Span;

impl Cutter<'_> {
    /// The text of a cell of these lines.
    pub(super) fn wrapped(&mut self, lines: &[Span]) -> Text {
        let mut out = Text::default();
        let mut parted = false;
        for line in lines {
            let raw = self.source.slice(*line).trim();
            if raw.is_empty() {
                parted = true;
                continue;
            }
            let breaks = raw.ends_with('\\');
            let mut text = self.clean_cell(*line);
            if breaks && text.as_str().ends_with('\\') {
                text = text.slice(text.as_str().trim_end_matches('\\').trim_end());
            }
            let separator = if parted || begins_item(text.as_str()) { '\n' } else { ' ' };
            out.join(separator, &text);
            parted = breaks;
        }
        out
    }
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
        || matches!(word, "-" | "*" | "+" | "•" | "–" | "▪" | "●" | "➢" | "✓" | "\u{f0b7}" | "\u{f0a7}")
}
