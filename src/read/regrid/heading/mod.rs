//! The header of a table as one unit: its lines, however many they are, and the columns they name.

mod columns;
mod extent;
mod parts;

pub(super) use parts::Part;

use super::lines::ends_table;
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::step_number::step_number;
use crate::vocabulary::columns::{Header, by_word, exact, header, number_and_activity};
use std::ops::Range;

/// The header of one table, or of one page of it.
#[derive(Debug)]
pub(super) struct Heading {
    /// Its lines, blank ones between them included.
    pub lines: Range<usize>,
    /// From left to right.
    pub columns: Vec<Column>,
    /// Group names, each with the column it begins over.
    pub groups: Vec<(usize, Text)>,
}

impl Heading {
    /// The header whose line with `Kegiatan` is row `at`.
    pub fn at(rows: &[Row], at: usize) -> Option<Self> {
        let row = &rows[at];
        if row.layout == Layout::Cells || row.filled().any(|cell| step_number(cell.text.as_str()).is_some()) {
            return None;
        }
        let is_activity = |cell: &&Cell| widely(cell.text.as_str()) == Some(Header::Activity);
        let activity = row.filled().find(is_activity)?;
        if ends_table(row) {
            return None;
        }
        let again = extent::printed_again(rows, at);
        let end = extent::end(rows, at, again.unwrap_or(usize::MAX));
        // `Laporan kegiatan` is no name of a column where one stands below it.
        let names_activity = |row: &Row| row.texts().any(|text| exact(text) == Some(Header::Activity));
        if header(activity.text.as_str()).is_none() && rows[at + 1..end].iter().any(names_activity) {
            return None;
        }
        let start = extent::start(rows, at, end, activity);
        let end = again.map_or(end, |again| end.min(again - (at - start).min(again - at - 1)));
        let all: Vec<Header> =
            rows[start..end].iter().flat_map(Row::filled).filter_map(|cell| widely(cell.text.as_str())).collect();
        let kinds = [Header::Number, Header::Actors, Header::Quality, Header::Requirements, Header::Outputs];
        let timed = all.iter().any(|it| matches!(it, Header::Duration(_)));
        let found = kinds.iter().filter(|kind| all.contains(kind)).count() + usize::from(all.contains(&Header::Note));
        if found < 2 && !(found == 1 && timed) || rows[start..end].iter().all(|row| row.layout == Layout::Plain) {
            return None;
        }
        let parts = parts::of(&rows[start..end], at - start, &rows[end..]);
        let (columns, groups) = columns::of(parts);
        Some(Self { lines: start..end, columns, groups })
    }

    /// The column of that kind.
    pub fn column(&self, kind: Header) -> Option<usize> {
        self.columns.iter().position(|column| column.kind == Some(kind))
    }

    /// A column for numbers that stand there without a name.
    pub fn count(&mut self) {
        let Some(at) = self.column(Header::Activity).filter(|_| self.column(Header::Number).is_none()) else { return };
        let from = self.columns[at].from;
        let column = Column { kind: Some(Header::Number), name: Text::default(), from, to: from + 1 };
        self.columns.insert(at, column);
        self.groups.iter_mut().filter(|(first, _)| *first >= at).for_each(|(first, _)| *first += 1);
    }

    /// It names the same columns in the same order, so what stands below goes on with that table.
    pub fn repeats(&self, first: &Self) -> bool {
        let same = |one: &Column, other: &Column| match (one.kind, other.kind) {
            (None, None) => true,
            (Some(Header::Duration(_)), Some(Header::Duration(_))) => true,
            (one, other) => one == other,
        };
        self.columns.len() == first.columns.len()
            && self.columns.iter().zip(&first.columns).all(|(one, other)| same(one, other))
    }
}

/// One column as the header names it.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// `None` for an actor, or for a name that is not known.
    pub kind: Option<Header>,
    /// Its lines joined.
    pub name: Text,
    /// First column of the page that the name takes up.
    pub from: usize,
    /// One past the last.
    pub to: usize,
}

/// Longest line of an actor's name, in letters.
const LONGEST_NAME: usize = 32;

/// The cells of a line that name columns.
fn headers(row: &Row) -> impl Iterator<Item = (&Cell, Header)> {
    row.filled().filter_map(|cell| header(cell.text.as_str()).map(|it| (cell, it)))
}

/// The column that a cell names, if only by its first or last word.
fn widely(text: &str) -> Option<Header> {
    let two = || number_and_activity(text).map(|_| Header::Activity);
    header(text).or_else(|| if text.len() <= LONGEST_NAME { by_word(text).or_else(two) } else { None })
}

/// How far two stretches of a line are apart; nothing where they share a column.
pub(super) fn distance(one: (usize, usize), other: (usize, usize)) -> usize {
    (one.0.saturating_sub(other.1.saturating_sub(1))).max(other.0.saturating_sub(one.1.saturating_sub(1)))
}

fn stretch(cell: &Cell) -> (usize, usize) {
    (cell.column, cell.end_column)
}

/// `1`, `1.`, `1. Mencatat`
pub(super) fn begins_with_number(text: &str) -> bool {
    let rest = text.trim_start_matches('(').trim_start_matches(|it: char| it.is_ascii_digit());
    rest.len() < text.len() && (rest.is_empty() || rest.starts_with(['.', ')', ' ']))
}
