//! Rows between tabs whose cells had lines of their own: copied out of Word, each line of such a cell is a line of the text.
//!
//! The rest of the row stands in the line that the cell ends in. The lines are put together where they make up, to the cell, a row as
//! wide as the one above, in which a cell tells the time.

use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::duration;
use crate::grammar::step_number::step_number;

/// Most lines of one cell.
const MOST_LINES: usize = 20;

/// A narrower table is not put together.
const NARROWEST: usize = 4;

/// Puts such rows together.
pub(super) fn join(rows: &mut Vec<Row>) {
    join_number(rows);
    let mut broken = Vec::new();
    let (mut at, mut width) = (0, 0);
    while at < rows.len() {
        match end_of_row(rows, at, width) {
            Some(end) => {
                broken.push(at..end);
                at = end;
            }
            None => {
                width = rows[at].cells.len();
                at += 1;
            }
        }
    }
    if broken.is_empty() {
        return;
    }
    let mut lines = std::mem::take(rows).into_iter();
    let mut done = 0;
    for range in broken {
        rows.extend(lines.by_ref().take(range.start - done));
        let parts: Vec<Row> = lines.by_ref().take(range.len()).collect();
        rows.push(whole(&parts));
        done = range.end;
    }
    rows.extend(lines);
}

/// `N` above `O`: the name of the column of numbers, which a narrow column broke.
fn join_number(rows: &mut Vec<Row>) {
    let is = |cell: Option<&Cell>, letter: &str| {
        cell.is_some_and(|cell| cell.text.as_str().trim().eq_ignore_ascii_case(letter))
    };
    let is_broken = |pair: &[Row]| {
        is(pair[0].single(), "n") && is(pair[1].cells.first(), "o") && pair[1].filled().count() >= NARROWEST - 1
    };
    let Some(at) = rows.windows(2).position(is_broken) else { return };
    let first = rows.remove(at).cells.into_iter().find(|cell| !cell.text.is_blank());
    if let (Some(mut first), Some(cell)) = (first, rows[at].cells.first_mut()) {
        first.text.append(&cell.text);
        cell.text = first.text;
    }
}

/// One past the last line of a row that is broken inside cells, where row `at` begins one.
fn end_of_row(rows: &[Row], at: usize, width: usize) -> Option<usize> {
    let first = &rows[at];
    let numbered = |row: &Row| row.cells.first().and_then(|cell| step_number(cell.text.as_str())).is_some();
    let timed = |row: &Row| row.cells.iter().skip(1).any(|cell| duration::looks_like(cell.text.as_str()));
    if first.layout != Layout::Cells || width < NARROWEST || first.cells.len() >= width {
        return None;
    }
    if !numbered(first) || timed(first) {
        return None;
    }
    let mut count = first.cells.len();
    for (below, row) in rows.iter().enumerate().skip(at + 1).take(MOST_LINES) {
        let begins_empty = row.cells.first().is_none_or(|cell| cell.text.is_blank());
        if begins_empty || numbered(row) || row.layout == Layout::Spaced || row.page_start {
            return None;
        }
        count += row.cells.len().saturating_sub(1);
        if count >= width {
            return (count == width && timed(&whole(&rows[at..=below]))).then_some(below + 1);
        }
    }
    None
}

/// The cells of all lines, the last of each line going on in the first of the next.
fn whole(lines: &[Row]) -> Row {
    let mut texts: Vec<Text> = Vec::new();
    for row in lines {
        let mut cells = row.cells.iter().map(|cell| &cell.text);
        match texts.last_mut() {
            Some(open) => cells.next().into_iter().for_each(|more| open.join('\n', more)),
            None => texts.extend(cells.next().cloned()),
        }
        texts.extend(cells.cloned());
    }
    Row { page_start: lines[0].page_start, ..Row::positioned(texts) }
}
