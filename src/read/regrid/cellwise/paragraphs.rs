//! The lines of such a table as paragraphs.

use crate::document::{Layout, Row, Text};

/// One paragraph of a cell; nothing stands in an empty one.
pub(super) struct Paragraph {
    /// What stands in it.
    pub text: Option<Text>,
    /// Its row.
    pub row: usize,
}

impl Paragraph {
    /// What stands in it; nothing of an empty one.
    pub fn as_str(&self) -> &str {
        self.text.as_ref().map_or("", Text::as_str)
    }
}

/// The paragraphs from row `at` on, up to a row that is no single line.
pub(super) fn paragraphs(rows: &[Row], at: usize) -> impl Iterator<Item = Paragraph> {
    let lines = (at..rows.len()).take_while(|row| is_line(&rows[*row]));
    lines.map(|row| Paragraph { text: rows[row].single().map(|cell| cell.text.clone()), row })
}

fn is_line(row: &Row) -> bool {
    row.is_blank() || row.layout == Layout::Plain && row.single().is_some()
}
