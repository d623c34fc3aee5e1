//! Where one SOP of a file ends and the next begins.

use super::pieces::{CutRow, Piece, cut_row};
use super::table::{Table, find};
use crate::document::{Layout, Row};
use crate::vocabulary::labels::Label;
use crate::vocabulary::{fold, noise, offices};
use std::ops::Range;

/// The rows of one SOP.
pub(super) struct Part<'t> {
    pub rows: Range<usize>,
    pub tables: Vec<Table>,
    /// Rows that no table took, each with its pieces.
    pub outside: Vec<(usize, CutRow<'t>)>,
}

/// What marks an SOP in the order of the rows.
enum Event {
    /// An identity block, by the row of its first label and its number.
    Identity(usize, String),
    Table(Box<Table>),
}

/// The parts of a document, at least one.
pub(super) fn parts(rows: &[Row]) -> Vec<Part<'_>> {
    let tables = find(rows);
    let mut cuts: Vec<Option<CutRow>> = vec![None; rows.len()];
    let mut parts: Vec<Part> = Vec::new();
    let mut current = Current::default();
    for event in events(rows, tables, &mut cuts) {
        let start = match &event {
            Event::Identity(row, number) => {
                current.begins_identity(number).then(|| letterhead_start(rows, *row, current.end))
            }
            Event::Table(table) => {
                current.begins_table(rows, table).then(|| letterhead_start(rows, table.rows.start, current.end))
            }
        };
        if let Some(start) = start {
            let from = parts.last().map_or(0, |part: &Part| part.rows.end);
            parts.push(part(rows, from..start, std::mem::take(&mut current.tables), &mut cuts));
            current = Current::default();
        }
        current.add(event);
    }
    let from = parts.last().map_or(0, |part| part.rows.end);
    parts.push(part(rows, from..rows.len(), current.tables, &mut cuts));
    parts
}

fn part<'t>(rows: &'t [Row], range: Range<usize>, tables: Vec<Table>, cuts: &mut [Option<CutRow<'t>>]) -> Part<'t> {
    let mut inside = vec![false; range.len()];
    for at in tables.iter().flat_map(|table| table.structure.iter().chain(&table.body)) {
        if let Some(slot) = at.checked_sub(range.start).and_then(|at| inside.get_mut(at)) {
            *slot = true;
        }
    }
    let outside = range.clone().filter(|at| !inside[at - range.start]);
    let outside = outside.map(|at| (at, cuts[at].take().unwrap_or_else(|| cut_row(&rows[at])))).collect();
    Part { rows: range, tables, outside }
}

/// The SOP being gathered.
#[derive(Default)]
struct Current {
    number: Option<String>,
    tables: Vec<Table>,
    end: usize,
}

impl Current {
    /// Another identity block with another number.
    fn begins_identity(&self, number: &str) -> bool {
        let other = self.number.as_ref().is_some_and(|known| known != number);
        other && (!number.is_empty() || !self.tables.is_empty())
    }

    /// Another table that starts again at 1.
    fn begins_table(&self, rows: &[Row], table: &Table) -> bool {
        let restarts = table
            .body
            .iter()
            .filter_map(|at| rows[*at].filled().next())
            .next()
            .is_some_and(|cell| cell.text.as_str().trim().trim_end_matches('.') == "1");
        restarts && !self.tables.is_empty()
    }

    fn add(&mut self, event: Event) {
        match event {
            Event::Identity(row, number) => {
                self.end = self.end.max(row + 1);
                self.number.get_or_insert(number);
            }
            Event::Table(table) => {
                self.end = self.end.max(table.rows.end);
                self.tables.push(*table);
            }
        }
    }
}

/// Identity blocks and tables in the order of the rows.
fn events<'t>(rows: &'t [Row], tables: Vec<Table>, cuts: &mut [Option<CutRow<'t>>]) -> Vec<Event> {
    let mut events: Vec<(usize, Event)> = Vec::new();
    let mut inside = vec![false; rows.len()];
    tables.iter().for_each(|table| inside[table.rows.clone()].fill(true));
    for at in (0..rows.len()).filter(|at| !inside[*at]) {
        let cut = cuts[at].insert(cut_row(&rows[at]));
        if let Some(number) = sop_number(&rows[at], cut) {
            events.push((at, Event::Identity(at, number)));
        }
    }
    events.extend(tables.into_iter().map(|table| (table.rows.start, Event::Table(Box::new(table)))));
    events.sort_by_key(|(at, _)| *at);
    events.into_iter().map(|(_, event)| event).collect()
}

/// The folded value behind the label `Nomor SOP` in this row.
fn sop_number(row: &Row, cut: &CutRow) -> Option<String> {
    let mut labelled = false;
    let mut value = String::new();
    for (cell, pieces) in row.filled().zip(cut) {
        if cell.text.as_str().len() > 160 {
            return None;
        }
        for piece in pieces {
            match piece {
                Piece::Label(Label::Number, spelling) if !matches!(fold(spelling).as_str(), "no" | "nomor") => {
                    labelled = true
                }
                Piece::Text(text) if labelled => value.push_str(&text.split_whitespace().collect::<String>()),
                Piece::Label(..) if labelled => break,
                _ => {}
            }
        }
    }
    labelled.then(|| value.to_lowercase())
}

/// The first row of the letterhead, title or page that leads to `row`, not above `floor`.
fn letterhead_start(rows: &[Row], row: usize, floor: usize) -> usize {
    let mut start = row;
    let mut at = row;
    while at > floor {
        if rows[at].page_start {
            return at;
        }
        let above = &rows[at - 1];
        let head = above.filled().all(|cell| {
            let text = cell.text.as_str();
            let capital = text.chars().filter(|it| it.is_alphabetic()).all(char::is_uppercase);
            offices::body(text).is_some()
                || offices::is_address(text)
                || (capital && above.layout == Layout::Plain && !noise::is_noise(text))
        });
        if !head {
            break;
        }
        at -= 1;
        if !above.is_blank() {
            start = at;
        }
    }
    start
}
