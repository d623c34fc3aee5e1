//! Which lines make up a table of bands: its header, its body, its end.

use crate::document::{Cell, Layout, Row};
use crate::grammar::step_number::{is_column_numbers, step_number};
use crate::vocabulary::columns::{Header, exact, header};
use crate::vocabulary::{labels, noise, sections};
use std::ops::Range;

/// The lines of one table.
#[derive(Debug)]
pub(super) struct Block {
    /// Lines of the first header.
    pub header: Range<usize>,
    /// One past the last line.
    pub end: usize,
    /// Column where `No` stands.
    pub number_column: usize,
    /// Column where the activity begins, and where the next header begins.
    pub activity: Range<usize>,
}

/// Most lines between two numbers of one table: a step on a page of its own.
const MOST_LINES: usize = 80;

impl Block {
    /// The table whose header line with `Kegiatan` is row `at`.
    pub fn at(rows: &[Row], at: usize) -> Option<Self> {
        let named: Vec<(&Cell, Header)> = headers(&rows[at]).collect();
        let activity = named.iter().find(|(_, it)| *it == Header::Activity)?.0;
        if rows[at].filled().any(|cell| step_number(cell.text.as_str()).is_some()) {
            return None;
        }
        let start = header_start(rows, at);
        let end = header_end(rows, at, activity.column);
        let all: Vec<(&Cell, Header)> = rows[start..end].iter().flat_map(headers).collect();
        let kinds =
            [Header::Number, Header::Actors, Header::Quality, Header::Requirements, Header::Outputs, Header::Note];
        if kinds.iter().filter(|kind| all.iter().any(|(_, it)| it == *kind)).count() < 2 {
            return None;
        }
        let cells = || rows[start..end].iter().flat_map(Row::filled);
        let next = cells().map(|cell| cell.column).filter(|column| *column > activity.column).min();
        let number = all.iter().find(|(_, it)| *it == Header::Number);
        let mut block = Self {
            header: start..end,
            end,
            number_column: number.map_or(activity.column, |(cell, _)| cell.column),
            activity: activity.column..next.unwrap_or(usize::MAX),
        };
        block.end = block.body_end(rows);
        (block.end > end).then_some(block)
    }

    /// The number of the step that this line carries.
    pub fn number(&self, row: &Row) -> Option<u32> {
        let first = row.filled().next()?;
        let near =
            first.column <= self.number_column + 3 && first.column < self.activity.start.max(self.number_column + 1);
        near.then(|| step_number(first.text.as_str())).flatten()
    }

    /// The line repeats the header.
    pub fn repeats_header(&self, rows: &[Row], at: usize) -> Option<usize> {
        let here = rows[at].filled().filter(|cell| exact(cell.text.as_str()).is_some()).count();
        if here < 2 || self.number(&rows[at]).is_some() {
            return None;
        }
        let first =
            rows[self.header.clone()].iter().map(crate::document::Row::filled).map(Iterator::count).sum::<usize>();
        let mut end = at + 1;
        let mut cells = rows[at].filled().count();
        while end < rows.len() && cells < first && end - at < self.header.len() {
            if rows[end].is_blank() || self.number(&rows[end]).is_some() {
                break;
            }
            cells += rows[end].filled().count();
            end += 1;
        }
        Some(end)
    }

    /// The line holds nothing but the numbers of the columns.
    pub fn is_column_numbers(row: &Row) -> bool {
        is_column_numbers(row.texts())
    }

    /// One past the last line: up to the blank line after the last number, before any label or heading.
    fn body_end(&self, rows: &[Row]) -> usize {
        let mut last = None;
        let mut at = self.header.end;
        let mut limit = at + MOST_LINES;
        while at < rows.len() && at < limit {
            let row = &rows[at];
            if ends_table(row) {
                break;
            }
            if let Some(end) = self.repeats_header(rows, at) {
                at = end;
                limit = at + MOST_LINES;
                continue;
            }
            if self.number(row).is_some() && !Self::is_column_numbers(row) {
                last = Some(at);
                limit = at + MOST_LINES;
            }
            at += 1;
        }
        let Some(last) = last else { return self.header.end };
        let mut end = last + 1;
        while end < rows.len() && !rows[end].is_blank() && !ends_table(&rows[end]) && !rows[end].page_start {
            let stray = rows[end]
                .single()
                .is_some_and(|cell| cell.column + 1 < self.activity.start && self.number_column < self.activity.start);
            if stray || rows[end].filled().all(|cell| noise::is_noise(cell.text.as_str())) {
                break;
            }
            end += 1;
        }
        end
    }
}

/// The cells of a line that name columns.
fn headers(row: &Row) -> impl Iterator<Item = (&Cell, Header)> {
    row.filled().filter_map(|cell| header(cell.text.as_str()).map(|it| (cell, it)))
}

/// Lines above the one with `Kegiatan` that hold group names only.
fn header_start(rows: &[Row], at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < 3 {
        let above = &rows[start - 1];
        let named = headers(above).count();
        if named == 0 || named < above.filled().count() {
            break;
        }
        start -= 1;
    }
    start
}

/// One past the last header line: the body begins with a number, a row of column numbers, or text below `Kegiatan`.
fn header_end(rows: &[Row], at: usize, activity: usize) -> usize {
    let quality = rows[at..(at + 3).min(rows.len())].iter().flat_map(headers);
    let quality = quality.filter(|(_, it)| matches!(it, Header::Requirements | Header::Outputs | Header::Duration(_)));
    let quality = quality.map(|(cell, _)| cell.column).min();
    let mut end = at + 1;
    while end < rows.len() && end - at < 7 {
        let row = &rows[end];
        let under_activity =
            row.filled().any(|cell| cell.column.abs_diff(activity) <= 2 && header(cell.text.as_str()).is_none());
        let numbered = row
            .filled()
            .next()
            .is_some_and(|cell| cell.column <= activity && step_number(cell.text.as_str()).is_some());
        if row.is_blank() {
            // A blank line inside the header: only where another header line follows.
            let more = rows
                .get(end + 1)
                .is_some_and(|next| next.filled().filter(|cell| exact(cell.text.as_str()).is_some()).count() >= 2);
            if !more {
                break;
            }
        } else if under_activity || numbered || ends_table(row) || is_content(row, quality) {
            break;
        }
        end += 1;
    }
    end
}

/// A line of the first row that has text below Mutu Baku only: no name of a column, no unit in brackets, or an entry of a list.
fn is_content(row: &Row, quality: Option<usize>) -> bool {
    let listed = |cell: &Cell| {
        let text = cell.text.as_str();
        let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
        text.starts_with('•') || (rest.len() < text.len() && rest.starts_with(['.', ')']))
    };
    let named = |cell: &Cell| header(cell.text.as_str()).is_some() || cell.text.as_str().starts_with('(');
    row.filled().any(listed)
        || quality.is_some_and(|from| row.filled().all(|cell| cell.column + 2 >= from && !named(cell)))
}

/// A label or heading of the identity page.
fn ends_table(row: &Row) -> bool {
    let labelled = |cell: &Cell| labels::begins_identity(cell.text.as_str());
    let heading = |cell: &Cell| sections::whole(cell.text.as_str()).is_some();
    row.filled().take(3).any(labelled)
        || (row.layout == Layout::Plain && row.filled().any(heading))
        || (row.filled().count() == 2 && row.filled().all(heading))
}
