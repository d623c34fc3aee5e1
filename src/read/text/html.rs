//! Tables of HTML inside a text: what stands around them keeps its lines.

use super::Cutter;
use super::lines::{Line, behind};
use crate::read::html::{read_part, table_end};
use crate::source::Span;

impl Cutter<'_> {
    /// The table that begins in this line, with what stands before and behind it in its first and last line.
    pub(super) fn html(&mut self, lines: &[Line], at: usize) -> Option<usize> {
        let line = lines[at].span;
        let start = line.start as usize + opening(self.source.slice(line))?;
        // What was cut off behind a row is a table up to there.
        let last_row = self.last_row.filter(|at| *at > start)?;
        let end = table_end(self.tags, start).unwrap_or_else(|| row_end(self.tags, last_row));
        let last = behind(lines, at, end).min(lines.len() - 1);
        let before = Span::new(line.start as usize, start);
        if !self.source.slice(before).trim().is_empty() {
            let row = self.line(before);
            self.document.rows.extend(row);
        }
        let part = Span::new(start, end);
        read_part(&self.source.text, part, &mut self.document, &mut self.residue);
        let after = Line {
            span: Span::new(end, (lines[last].span.end as usize).max(end)),
            page_start: false,
            is_heading: false,
        };
        if !self.source.slice(after.span).trim().is_empty() {
            self.lines(&[after]);
        }
        Some(last + 1)
    }
}

/// Where a tag ends.
fn row_end(text: &str, start: usize) -> usize {
    text[start..].find('>').map_or(text.len(), |at| start + at + 1)
}

/// Where a table begins in a line.
fn opening(line: &str) -> Option<usize> {
    let is_table = |at: &usize| {
        let rest = &line.as_bytes()[*at..];
        rest.get(..6).is_some_and(|it| it.eq_ignore_ascii_case(b"<table"))
            && rest.get(6).is_some_and(|it| !it.is_ascii_alphanumeric())
    };
    line.match_indices('<').map(|(at, _)| at).find(is_table)
}
