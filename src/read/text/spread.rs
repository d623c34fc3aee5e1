//! A table too wide for one page, printed in two halves: number, activity and the first actors on the left page, the other actors and
//! Mutu Baku on the right one. The rows of the right half are put behind those of the left.

use crate::document::{Layout, Row, Text};
use crate::grammar::step_number::step_number;
use crate::vocabulary::columns::{Header, exact};
use std::ops::Range;

/// Fewer steps are not known again.
const FEWEST: usize = 2;

/// Most rows of a header, and most lines between the halves.
const MOST_ROWS: usize = 6;

/// Puts such halves together.
pub(super) fn join(rows: &mut Vec<Row>) {
    let mut found: Vec<[Range<usize>; 2]> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        match halves(rows, at) {
            Some(pair) => {
                at = pair[1].end;
                found.push(pair);
            }
            None => at += rows[at..].iter().take_while(|row| is_row(row)).count().max(1),
        }
    }
    let mut out = Vec::with_capacity(rows.len());
    let mut done = 0;
    for [left, right] in &found {
        out.extend_from_slice(&rows[done..left.start]);
        out.extend(beside(&rows[left.clone()], &rows[right.clone()]));
        out.extend_from_slice(&rows[left.end..right.start]);
        done = right.end;
    }
    if done > 0 {
        out.extend_from_slice(&rows[done..]);
        *rows = out;
    }
}

fn is_row(row: &Row) -> bool {
    row.layout == Layout::Cells && row.filled().count() >= 2
}

fn names(rows: &[Row]) -> impl Iterator<Item = Header> {
    rows.iter().flat_map(Row::texts).filter_map(exact)
}

fn is_measured(header: &Header) -> bool {
    matches!(header, Header::Requirements | Header::Duration(_) | Header::Outputs)
}

/// The halves whose left one begins in row `at`.
fn halves(rows: &[Row], at: usize) -> Option<[Range<usize>; 2]> {
    if rows[at].layout != Layout::Cells || !rows[at].texts().any(|text| exact(text) == Some(Header::Activity)) {
        return None;
    }
    let number = |row: &Row| row.filled().next().and_then(|cell| step_number(cell.text.as_str()));
    let head = rows[at..].iter().take(MOST_ROWS).take_while(|row| is_row(row) && number(row).is_none()).count();
    let first = at + head;
    let steps = (1..)
        .zip(&rows[first..])
        .take_while(|(wanted, row)| row.layout == Layout::Cells && number(row) == Some(*wanted));
    let steps = steps.count();
    if steps < FEWEST || names(&rows[at..first]).any(|it| is_measured(&it)) {
        return None;
    }
    let end = first + steps;
    let start = end + rows[end..].iter().take(MOST_ROWS).position(is_row)?;
    let length = rows[start..].iter().take(MOST_ROWS + steps).take_while(|row| is_row(row)).count();
    let head = length.checked_sub(steps).filter(|head| *head > 0)?;
    let right = &rows[start..start + head];
    let own = names(right).any(|it| matches!(it, Header::Activity | Header::Number));
    let measured = names(right).filter(is_measured).count();
    let ends = rows.get(start + length).is_none_or(|row| !is_row(row));
    (!own && measured >= 2 && ends).then_some([at..end, start..start + length])
}

/// The rows of the right half behind those of the left, headers set above the steps.
fn beside(left: &[Row], right: &[Row]) -> Vec<Row> {
    let width = left.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let height = left.len().max(right.len());
    let texts = |row: &Row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<Text>>();
    let of = |half: &[Row], at: usize| (at + half.len()).checked_sub(height);
    let joined = (0..height).map(|at| {
        let mut cells = of(left, at).map_or(Vec::new(), |at| texts(&left[at]));
        cells.resize(width, Text::default());
        cells.extend(of(right, at).map_or(Vec::new(), |at| texts(&right[at])));
        Row::positioned(cells)
    });
    joined.collect()
}
