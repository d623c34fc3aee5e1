//! The lines of such a table as paragraphs.

use crate::document::{Layout, Row, Text};

/// One paragraph of a cell; nothing stands in an empty one.
pub(super) struct Paragraph {
    /// What stands in it.
    pub text: Option<Text>,
    /// Its row.
    pub row: usize,
}

/// The paragraphs from row `at` on, no more than `most`, up to a row that is no single line.
pub(super) fn paragraphs(rows: &[Row], at: usize, most: usize) -> Vec<Paragraph> {
    let lines = (at..rows.len()).take(most).take_while(|row| is_line(&rows[*row]));
    lines.map(|row| Paragraph { text: rows[row].single().map(|cell| cell.text.clone()), row }).collect()
}

fn is_line(row: &Row) -> bool {
    row.is_blank() || row.layout == Layout::Plain && row.single().is_some()
}
