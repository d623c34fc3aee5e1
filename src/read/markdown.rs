//! Markdown → rows: plain text whose pipe tables, headings, quotes and line breaks are understood.

use super::clean::Residue;
use super::text;
use crate::document::{Document, Row};
use crate::source::{Source, Span};

/// Cuts a Markdown text into rows.
pub fn read(source: &Source) -> Document {
    let mut document = Document::default();
    let mut residue = Residue::default();
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let marks = content.len() - content.trim_start_matches(['#', '>', ' ']).len();
        let skipped = if content.starts_with(['#', '>']) { marks } else { 0 };
        let span = Span::new(at + skipped, at + content.len());
        at += line.len();
        if is_fence(content) {
            document.rows.push(Row::default());
            continue;
        }
        document.rows.extend(text::row(source, span, &mut residue));
    }
    text::forget_breaks(source, &mut residue);
    text::finish(document, residue)
}

/// Thematic breaks and code fences: structure, not text.
fn is_fence(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("```") || (line.len() >= 3 && line.chars().all(|it| matches!(it, '-' | '*' | '_' | ' ')))
}
