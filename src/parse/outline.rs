//! Where one SOP of a file ends and the next begins.

use super::captions::{self, Caption};
use super::pieces::{CutRow, Piece, cut_component, cut_names, cut_row};
use super::table::{Found, Table, find, number_of};
use crate::document::{Layout, Row};
use crate::source::Source;
use crate::vocabulary::labels::{self, Label};
use crate::vocabulary::{bodies, fold, noise};
use std::ops::Range;

/// The rows of one SOP.
#[derive(Default)]
pub(super) struct Part<'t> {
    pub rows: Range<usize>,
    /// Rows behind those of the procedures that share its identity.
    pub tail: Range<usize>,
    pub tables: Vec<Table>,
    /// Rows that no table took, each with its pieces.
    pub outside: Vec<(usize, CutRow<'t>)>,
    /// The heading above its table, where the file holds several procedures, and its row.
    pub title: Option<(String, usize)>,
    /// Its identity is that of a part before.
    pub is_sibling: bool,
    /// The number of its identity block.
    number: Option<String>,
    /// The row of another identity block, with the same number or none, behind its last table.
    again: Option<usize>,
    end: usize,
}

/// What marks an SOP in the order of the rows.
enum Event {
    /// An identity block, by the row of its first label and its number.
    Identity(usize, String),
    Table(Box<Table>),
}

/// The parts of a document, at least one.
pub(super) fn parts<'t>(rows: &'t [Row], source: &Source) -> Vec<Part<'t>> {
    let found = find(rows);
    let mut outside = Outside::of(rows, &found);
    let mut parts: Vec<Part> = Vec::new();
    let mut current = Part::default();
    for event in outside.events(found.tables) {
        let next = match &event {
            Event::Identity(row, number) => {
                current.ends_at_identity(number).then(|| Part::from(letterhead_start(rows, *row, current.end)))
            }
            Event::Table(table) => current.ends_at_table(rows, table, source),
        };
        if let Some(next) = next {
            current.rows.end = next.rows.start;
            // The identity block behind its table that the next one begins with is none of its rows.
            current.end = current.end.min(next.rows.start);
            parts.push(std::mem::replace(&mut current, next));
        }
        current.add(event);
    }
    current.rows.end = rows.len();
    parts.push(current);
    lead(&mut parts, rows, source);
    parts.iter_mut().for_each(|part| part.name_stages(rows, source));
    parts.iter_mut().for_each(|part| outside.give(part));
    parts
}

/// What stands behind the last table of siblings is of all of them and goes to the first, which is named as they are.
fn lead(parts: &mut [Part], rows: &[Row], source: &Source) {
    for family in parts.chunk_by_mut(|_, next| next.is_sibling).filter(|family| family.len() > 1) {
        let [leader, .., last] = family else { continue };
        leader.tail = last.end..last.rows.end;
        last.rows.end = last.end;
        let above = leader.tables.first().map_or(0..0, |table| leader.rows.start..table.rows.start);
        if let Caption::Title(name, row) = captions::above(rows, above, source) {
            leader.title = Some((name, row));
        }
    }
}

impl Part<'_> {
    fn from(row: usize) -> Self {
        Self { rows: row..row, end: row, ..Self::default() }
    }

    /// Another identity block with another number.
    fn ends_at_identity(&self, number: &str) -> bool {
        let other = self.number.as_ref().is_some_and(|known| known != number);
        other && (!number.is_empty() || !self.tables.is_empty())
    }

    /// Another table that starts again at 1, below labels or a title of its own: what begins with it. Without those it is a stage.
    fn ends_at_table(&self, rows: &[Row], table: &Table, source: &Source) -> Option<Self> {
        let restarts = table.body.iter().find_map(|at| number_of(&rows[*at])) == Some(1);
        if !restarts || self.tables.is_empty() {
            return None;
        }
        let between = self.end.min(table.rows.start)..table.rows.start;
        let labelled = |row: &Row| row.texts().take(3).any(labels::begins_identity);
        if let Some(row) = self.again {
            let floor = self.tables.iter().map(|table| table.rows.end).max().unwrap_or_default();
            return Some(Self::from(letterhead_start(rows, row, floor)));
        }
        if rows[between.clone()].iter().any(labelled) {
            return Some(Self::from(letterhead_start(rows, table.rows.start, self.end)));
        }
        match captions::above(rows, between, source) {
            Caption::Title(name, row) => Some(Self { title: Some((name, row)), is_sibling: true, ..Self::from(row) }),
            Caption::Stage(_) | Caption::None => None,
        }
    }

    /// The headings above the tables of one procedure that are its stages.
    fn name_stages(&mut self, rows: &[Row], source: &Source) {
        let mut end = self.rows.start;
        let several = self.tables.len() > 1;
        for table in self.tables.iter_mut().filter(|_| several) {
            let above = captions::above(rows, end.min(table.rows.start)..table.rows.start, source);
            if let Caption::Stage(row) = above {
                table.stage = Some(row);
            }
            end = table.rows.end;
        }
    }

    fn add(&mut self, event: Event) {
        match event {
            Event::Identity(row, number) => {
                self.end = self.end.max(row + 1);
                self.again = self.again.or((!self.tables.is_empty()).then_some(row));
                self.number.get_or_insert(number);
            }
            Event::Table(table) => {
                self.end = self.end.max(table.rows.end);
                self.again = None;
                self.tables.push(*table);
            }
        }
    }
}

/// The rows that no table took.
struct Outside<'t> {
    rows: &'t [Row],
    cuts: Vec<Option<CutRow<'t>>>,
    /// The row is a table's.
    inside: Vec<bool>,
}

impl<'t> Outside<'t> {
    fn of(rows: &'t [Row], found: &Found) -> Self {
        let mut inside = vec![false; rows.len()];
        found.tables.iter().flat_map(Table::all_rows).for_each(|at| inside[at] = true);
        found.registers.iter().for_each(|rows| inside[rows.clone()].fill(true));
        let mut cuts = vec![None; rows.len()];
        for component in &found.components {
            cuts[component.start] = Some(cut_names(&rows[component.start]));
            component.clone().skip(1).for_each(|at| cuts[at] = Some(cut_component(&rows[at])));
        }
        Self { rows, cuts, inside }
    }

    /// Identity blocks and tables in the order of the rows.
    fn events(&mut self, tables: Vec<Table>) -> Vec<Event> {
        let mut events: Vec<(usize, Event)> = Vec::new();
        let mut within = self.inside.clone();
        tables.iter().for_each(|table| within[table.rows.clone()].fill(true));
        for at in (0..self.rows.len()).filter(|at| !within[*at]) {
            let cut = self.cuts[at].get_or_insert_with(|| cut_row(&self.rows[at]));
            let titled = || captions::titles_sop(self.rows[..at].iter().rev().find(|row| !row.is_blank()));
            if let Some(number) = sop_number(&self.rows[at], cut, titled) {
                events.push((at, Event::Identity(at, number)));
            }
        }
        events.extend(tables.into_iter().map(|table| (table.rows.start, Event::Table(Box::new(table)))));
        events.sort_by_key(|(at, _)| *at);
        events.into_iter().map(|(_, event)| event).collect()
    }

    /// Gives the part the rows that are its own; its title and those of its stages are none of them.
    fn give(&mut self, part: &mut Part<'t>) {
        let titles = part.tables.iter().filter_map(|table| table.stage).chain(part.title.as_ref().map(|(_, row)| *row));
        titles.for_each(|row| self.inside[row] = true);
        let own = part.rows.clone().chain(part.tail.clone()).filter(|at| !self.inside[*at]);
        part.outside = own.map(|at| (at, self.cuts[at].take().unwrap_or_else(|| cut_row(&self.rows[at])))).collect();
    }
}

/// The folded value behind the label `Nomor SOP` in this row, or behind `Nomor` right below the title of one.
fn sop_number(row: &Row, cut: &CutRow, titled: impl Fn() -> bool) -> Option<String> {
    let mut labelled = false;
    let mut value = String::new();
    for (cell, pieces) in row.filled().zip(cut) {
        if cell.text.as_str().len() > 160 {
            return None;
        }
        for piece in pieces {
            match piece {
                Piece::Label(Label::Number, spelling)
                    if !matches!(fold(spelling).as_str(), "no" | "nomor") || titled() =>
                {
                    labelled = true
                }
                Piece::Text(text) if labelled => {
                    let number = &text[..noise::page_count(text).unwrap_or(text.len())];
                    value.push_str(&number.split_whitespace().collect::<String>());
                }
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
            bodies::body(text).is_some()
                || bodies::is_address(text)
                || (capital && above.layout == Layout::Plain && !noise::is_noise(text))
        });
        // Nama SOP may stand above Nomor SOP, and a heading belongs to what is below it.
        let leads = above.is_heading || above.texts().next().is_some_and(labels::begins_identity);
        if !head && !leads && !captions::titles_sop(Some(above)) {
            break;
        }
        at -= 1;
        if !above.is_blank() {
            start = at;
        }
    }
    start
}
