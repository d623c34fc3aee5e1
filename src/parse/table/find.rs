//! Finds the procedure tables of a document: header, rows, end.

use super::Columns;
use crate::document::{Layout, Row};
use crate::grammar::duration;
use crate::grammar::step_number::{is_column_numbers, roman_number, step_number};
use crate::vocabulary::columns::{Header, exact, header};
use crate::vocabulary::{labels, noise, sections};
use std::ops::Range;

/// One procedure table.
#[derive(Debug)]
pub(in crate::parse) struct Table {
    /// All rows of the table, header first.
    pub rows: Range<usize>,
    /// Rows of the header, repeated ones and rows of column numbers included.
    pub structure: Vec<usize>,
    /// Rows that hold steps or continue them.
    pub body: Vec<usize>,
    /// What the columns hold.
    pub columns: Columns,
    /// Other columns, each from a row on: those of pages that have a grid of their own.
    pub later: Vec<(usize, Columns)>,
}

impl Table {
    /// What the columns hold in this row.
    pub fn columns_at(&self, row: usize) -> &Columns {
        let after = self.later.partition_point(|(from, _)| *from <= row);
        after.checked_sub(1).map_or(&self.columns, |at| &self.later[at].1)
    }
}

/// The tables of a document, in order.
pub(in crate::parse) fn find(rows: &[Row]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        match header_rows(rows, at) {
            Some(length) => {
                let header: Vec<&Row> = rows[at..at + length].iter().collect();
                let mut table = Table {
                    rows: at..at + length,
                    structure: (at..at + length).collect(),
                    body: Vec::new(),
                    columns: Columns::of(&header),
                    later: Vec::new(),
                };
                extend(rows, &mut table);
                table.columns.roman = counts_in_roman(rows, &table);
                at = table.rows.end;
                tables.push(table);
            }
            None => at += 1,
        }
    }
    if tables.is_empty() {
        tables.extend(headless(rows));
    }
    join_pages(rows, tables)
}

/// Number of header rows that begin at `at`, if a header does.
fn header_rows(rows: &[Row], at: usize) -> Option<usize> {
    let first = &rows[at];
    // Steps are by far the most of all rows, and quick to tell.
    if first.layout != Layout::Cells || is_step(first) || !names(first).any(|it| it == Header::Activity) {
        return None;
    }
    let mut length = 1;
    while length < 4 {
        match rows.get(at + length) {
            Some(row) if is_header_below(row, length) => length += 1,
            _ => break,
        }
    }
    let mut kinds: Vec<Header> = rows[at..at + length].iter().flat_map(names).collect();
    kinds.dedup();
    let others = kinds.iter().filter(|it| !matches!(it, Header::Activity)).count();
    (others >= 2).then_some(length)
}

/// The headers that the cells of a row name.
fn names(row: &Row) -> impl Iterator<Item = Header> {
    row.filled().filter_map(|cell| header(cell.text.as_str()))
}

/// A row below the first of a header: no number, and names of actors or of columns, not of work.
fn is_header_below(row: &Row, above: usize) -> bool {
    if row.layout != Layout::Cells || row.is_blank() || is_column_numbers(row.texts()) {
        return false;
    }
    let first_two = row.cells.iter().take(2);
    let named = names(row).count();
    let lead_is_empty = first_two.clone().all(|cell| cell.text.is_blank());
    let lead_is_header =
        first_two.filter(|cell| !cell.text.is_blank()).all(|cell| header(cell.text.as_str()).is_some());
    let letters = |row: &Row| row.filled().all(|cell| cell.text.as_str().chars().any(char::is_alphabetic));
    let works =
        row.filled().any(|cell| exact(cell.text.as_str()).is_none() && duration::looks_like(cell.text.as_str()));
    if works || is_step(row) {
        return false;
    }
    if above == 1 {
        (lead_is_empty || named >= 2) && letters(row)
    } else {
        (lead_is_empty || lead_is_header) && named >= 1 && letters(row)
    }
}

/// The row begins with the number of a step.
pub(super) fn is_step(row: &Row) -> bool {
    let first = row.cells.iter().find(|cell| !cell.text.is_blank());
    first.is_some_and(|cell| cell.column <= 1 && step_number(cell.text.as_str()).is_some())
        && !is_column_numbers(row.texts())
}

/// Takes the rows below a header into the table, up to its end.
fn extend(rows: &[Row], table: &mut Table) {
    let mut at = table.rows.end;
    let mut on_later_page = false;
    while at < rows.len() {
        let row = &rows[at];
        on_later_page |= row.page_start;
        if row.is_blank() {
            at += 1;
            continue;
        }
        if row.layout != Layout::Cells {
            if ends_table(row) || !resumes(rows, at) {
                break;
            }
            at += 1;
            continue;
        }
        if on_later_page && is_strip(row, &table.columns) {
            at += 1;
            continue;
        }
        if let Some(length) = header_rows(rows, at) {
            if !repeats(&rows[at..at + length], &table.columns) {
                break;
            }
            give_back_page_head(rows, table, at);
            let header: Vec<&Row> = rows[at..at + length].iter().collect();
            table.later.push((at, table.columns.at_repeat(Columns::of(&header))));
            table.structure.extend(at..at + length);
            at += length;
        } else if is_column_numbers(row.texts()) && !is_numbered_work(row) {
            table.structure.push(at);
            at += 1;
        } else if ends_table(row) {
            break;
        } else {
            table.body.push(at);
            at += 1;
        }
        table.rows.end = at;
    }
}

/// A row of a drawn grid with one column only, where the table has many: which of them it belongs to is not known.
fn is_strip(row: &Row, columns: &Columns) -> bool {
    row.cells.len() == 1 && row.extent.is_some() && columns.width >= 4
}

/// Most rows that head a page above a header that is printed again.
const LONGEST_PAGE_HEAD: usize = 8;

/// The rows right above a repeated header, behind a blank one, none of them a step: the head of the page, no part of the step above.
fn give_back_page_head(rows: &[Row], table: &mut Table, header: usize) {
    let above = |at: usize| header.checked_sub(at + 1).map(|at| &rows[at]);
    let skipped = (0..LONGEST_PAGE_HEAD).take_while(|at| above(*at).is_some_and(Row::is_blank)).count();
    let head =
        (skipped..LONGEST_PAGE_HEAD).take_while(|at| above(*at).is_some_and(|row| !row.is_blank() && !is_step(row)));
    let start = header - skipped - head.count();
    let apart = start.checked_sub(1).is_some_and(|at| rows[at].is_blank());
    let starts_step =
        |row: &Row| table.columns.number.is_none() && row.filled().next().is_some_and(|it| it.column == 0);
    if apart && !rows[start..header].iter().any(starts_step) {
        table.body.retain(|at| *at < start);
    }
}

/// The number column counts I, II, III, and never 1, 2, 3: beside those, Roman numbers head groups of steps.
fn counts_in_roman(rows: &[Row], table: &Table) -> bool {
    let Some(column) = table.columns.number else { return false };
    let numbers: Vec<&str> = table
        .body
        .iter()
        .filter_map(|at| rows[*at].cells.get(column))
        .filter(|cell| !cell.text.is_blank())
        .map(|cell| cell.text.as_str())
        .collect();
    let roman: Vec<u32> = numbers.iter().filter_map(|text| roman_number(text)).collect();
    roman.len() >= 2 && roman[..2] == [1, 2] && !numbers.iter().any(|text| step_number(text).is_some())
}

/// A row of numbers whose second cell is no number after all.
fn is_numbered_work(row: &Row) -> bool {
    row.filled().count() < 3
}

/// A repeated header names the same columns, or names of the actors wander through it.
fn repeats(header: &[Row], columns: &Columns) -> bool {
    let again = Columns::of(&header.iter().collect::<Vec<_>>());
    let folded = |columns: &Columns| -> Vec<String> {
        columns.lanes.iter().map(|(_, name)| crate::vocabulary::fold(name.as_str())).collect()
    };
    let (before, now) = (folded(columns), folded(&again));
    now.is_empty() || now.iter().filter(|name| before.contains(name)).count() * 2 >= now.len()
}

/// A line of prose, or a label of the next identity block: no row of a table.
fn ends_table(row: &Row) -> bool {
    let Some(first) = row.filled().next() else { return false };
    let text = first.text.as_str();
    let labelled = |cell: &crate::document::Cell| labels::begins_identity(cell.text.as_str());
    (!is_step(row) && row.filled().take(3).any(labelled))
        || (row.filled().count() <= 2 && sections::whole(text).is_some())
}

/// After a line of prose the table goes on: a step, or a repeated header, comes within a few lines.
fn resumes(rows: &[Row], at: usize) -> bool {
    let mut prose = 0;
    for (offset, row) in rows[at..].iter().enumerate() {
        if row.is_blank() {
            continue;
        }
        if row.layout == Layout::Cells {
            if ends_table(row) {
                return false;
            }
            return header_rows(rows, at + offset).is_some() || is_step(row) || row.filled().count() >= 2;
        }
        if ends_table(row) {
            return false;
        }
        prose += usize::from(!row.filled().all(|cell| noise::is_noise(cell.text.as_str())));
        if prose > 6 {
            return false;
        }
    }
    false
}

/// A table without header: three or more numbered rows with a duration in the same column.
fn headless(rows: &[Row]) -> Option<Table> {
    let steps: Vec<usize> = (0..rows.len()).filter(|at| is_headless_step(&rows[*at])).collect();
    let first = *steps.first().filter(|_| steps.len() >= 3)?;
    let mut columns = Columns { number: Some(0), activity: Some(1), ..Columns::default() };
    columns.width = steps.iter().map(|at| rows[*at].cells.len()).max().unwrap_or(0);
    let duration_at = |row: &Row| row.cells.iter().rposition(|cell| duration::looks_like(cell.text.as_str()));
    let positions: Vec<usize> = steps.iter().filter_map(|at| duration_at(&rows[*at])).collect();
    let common = *positions.iter().max_by_key(|at| positions.iter().filter(|it| it == at).count())?;
    columns.durations = vec![(common, None)];
    columns.requirements = common.checked_sub(1).filter(|at| *at > 1);
    columns.outputs = Some(common + 1);
    columns.note = Some(common + 2).filter(|at| *at < columns.width);
    let mut table = Table { rows: first..first, structure: Vec::new(), body: Vec::new(), columns, later: Vec::new() };
    extend(rows, &mut table);
    Some(table)
}

fn is_headless_step(row: &Row) -> bool {
    row.layout == Layout::Cells
        && is_step(row)
        && row.filled().count() >= 4
        && row.cells.iter().any(|cell| duration::looks_like(cell.text.as_str()))
}

/// A table that goes on with the next number after another header is the same table.
fn join_pages(rows: &[Row], tables: Vec<Table>) -> Vec<Table> {
    let mut joined: Vec<Table> = Vec::new();
    for table in tables {
        let continues = joined.last().is_some_and(|last| {
            let end = last_number(rows, last);
            let start = first_number(rows, &table);
            let between = &rows[last.rows.end..table.rows.start.max(last.rows.end)];
            let same_lanes = table.columns.lanes.len() == last.columns.lanes.len() || table.columns.lanes.is_empty();
            same_lanes && !between.iter().any(ends_table) && end.zip(start).is_some_and(|(end, start)| start > end)
        });
        match joined.last_mut() {
            Some(last) if continues => {
                last.later.push((table.rows.start, table.columns));
                last.later.extend(table.later);
                last.structure.extend(table.structure);
                last.body.extend(table.body);
                last.rows.end = table.rows.end;
            }
            _ => joined.push(table),
        }
    }
    joined
}

fn number_of(row: &Row) -> Option<u32> {
    row.filled().next().and_then(|cell| step_number(cell.text.as_str()))
}

fn first_number(rows: &[Row], table: &Table) -> Option<u32> {
    table.body.iter().find_map(|at| number_of(&rows[*at]))
}

fn last_number(rows: &[Row], table: &Table) -> Option<u32> {
    table.body.iter().rev().find_map(|at| number_of(&rows[*at]))
}
