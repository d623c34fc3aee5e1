//! Tables printed column by column, as some readers order the text of a page: all numbers, then all activities, and further down the
//! other cells → rows of cells.
//!
//! Only what is certain is read: as many activities as numbers, as many times as numbers, a document between two times that is
//! said twice, as what one step makes and the next one needs, and the cells beside the times where blank lines hold them apart and
//! every step has as many. All other lines stay as they are.

mod beside;
mod cells;
mod pages;

use super::{Found, Table};
use crate::document::{Layout, Row, Text};
use crate::grammar::step_number::step_number;
use crate::vocabulary::columns::{Header, exact};
use beside::Sides;
use pages::Page;
use std::collections::BTreeSet;
use std::ops::Range;

/// How far around the numbers the names of the columns stand.
const NAMES_WITHIN: usize = 80;

/// Most lines behind the numbers of a page in which its other cells stand.
const LONGEST_PAGE: usize = 400;

/// The columns that are read: number, activity, Pelaksana, Kelengkapan, Waktu, Output, Keterangan.
type Cells = [Text; 7];

/// Their places.
const ACTIVITY: usize = 1;
const ACTOR: usize = 2;
const NEEDED: usize = 3;
const TIME: usize = 4;
const MADE: usize = 5;
const NOTE: usize = 6;

/// The names of the columns, and the rows they stand in.
#[derive(Debug, Default)]
struct Names {
    texts: Cells,
    rows: [usize; 7],
}

impl Names {
    /// Which columns stand beside Waktu.
    fn sides(&self) -> Option<Sides> {
        let has = |column: usize| !self.texts[column].is_blank();
        (has(NEEDED) && has(MADE)).then(|| Sides {
            needed: self.rows[NEEDED],
            time: self.rows[TIME],
            made: self.rows[MADE],
            has_actor: has(ACTOR),
            has_note: has(NOTE),
        })
    }
}

/// The table whose first number stands in row `at`, alone.
pub(super) fn at(rows: &[Row], at: usize) -> Found {
    if number(&rows[at]) != Some(1) {
        return Ok(None);
    }
    let Some(pages) = pages::pages(rows, at) else { return Ok(None) };
    let Some(names) = names(rows, at) else { return Ok(None) };
    let reader =
        Reader { rows, pages: &pages, names, steps: Vec::new(), used: BTreeSet::default(), end: at, first_cell: None };
    Ok(Some(reader.read(at)))
}

/// The steps as far as they are read.
struct Reader<'r> {
    rows: &'r [Row],
    pages: &'r [Page],
    names: Names,
    steps: Vec<Cells>,
    /// Rows that are theirs.
    used: BTreeSet<usize>,
    /// Where the last of them ends.
    end: usize,
    /// The row in which the cells beside the times begin.
    first_cell: Option<usize>,
}

impl Reader<'_> {
    fn read(mut self, start: usize) -> Table {
        for place in 0..self.pages.len() {
            let first = self.steps.len();
            self.activities(place);
            self.times(place, first);
        }
        self.documents();
        let inside = cells::innards(self.rows, start..self.end, self.first_cell);
        let unused = |wanted: bool| {
            let rest = (start..self.end).filter(|row| !self.used.contains(row));
            let rest = rest.filter(|row| inside[*row - start] == wanted);
            rest.map(|row| self.rows[row].clone()).collect::<Vec<Row>>()
        };
        // What follows the table must not go on with a section that the page prints between its columns.
        let mut out = unused(false);
        // A column of which no cell was read may have them elsewhere.
        let is_read = |column: &usize| {
            !matches!(*column, ACTOR | NOTE) || self.steps.iter().any(|step| !step[*column].is_blank())
        };
        let columns: Vec<usize> = (0..self.names.texts.len()).filter(is_read).collect();
        let cells = |texts: &Cells| Row::positioned(columns.iter().map(|column| texts[*column].clone()).collect());
        out.push(cells(&self.names.texts));
        out.extend(self.steps.iter().map(|step| Row { weighed: true, ..cells(step) }));
        out.extend(unused(true));
        Table { rows: out, start, end: self.end }
    }

    /// The numbers and activities of a page.
    fn activities(&mut self, place: usize) {
        let page = &self.pages[place];
        if let Some(above) = self.steps.last_mut().filter(|above| !above[ACTIVITY].is_blank()) {
            page.carried
                .iter()
                .filter_map(|row| text(&self.rows[*row]))
                .for_each(|line| above[ACTIVITY].join(' ', line));
            self.used.extend(&page.carried);
        }
        for (nth, (number, activity)) in page.numbers.iter().zip(&page.activities).enumerate() {
            let mut step = Cells::default();
            step[0] = text(&self.rows[*number]).cloned().unwrap_or_default();
            self.used.insert(*number);
            let is_last = nth + 1 == page.numbers.len();
            let goes_over = is_last && self.pages.get(place + 1).is_some_and(|next| !next.carried.is_empty());
            // Half an activity would be a wrong one.
            if goes_over || activity.last().is_none_or(|last| !pages::ends_open(&self.rows[*last])) {
                activity
                    .iter()
                    .filter_map(|row| text(&self.rows[*row]))
                    .for_each(|line| step[ACTIVITY].join(' ', line));
                self.used.extend(activity);
            }
            self.steps.push(step);
        }
        self.end = page.end;
    }

    /// The times of a page, where there are as many as steps, from the `first` on, and the documents between them.
    fn times(&mut self, place: usize, first: usize) {
        let from = self.pages[place].end;
        let next = self.pages.get(place + 1).map_or(self.rows.len(), |next| next.numbers[0]);
        let far = next.min(from + LONGEST_PAGE);
        let times = cells::times(self.rows, from..far);
        if times.len() != self.steps.len() - first {
            return;
        }
        let above = times.first().map_or(from, |(lines, _)| lines.start);
        let lines: Vec<Range<usize>> = times.iter().map(|(lines, _)| lines.clone()).collect();
        let is_blank = |row: &usize| self.rows[*row].is_blank();
        let cell = (from..above).rev().skip_while(is_blank).take_while(|row| !is_blank(row)).last();
        self.first_cell = self.first_cell.or(cell).or(Some(above));
        for (nth, (lines, time)) in times.iter().enumerate() {
            self.steps[first + nth][TIME] = time.clone();
            self.used.extend(lines.clone());
            self.end = lines.end;
            let Some((next, _)) = times.get(nth + 1) else { continue };
            if let Some((made, halves)) = cells::said_twice(self.rows, lines.end..next.start) {
                self.steps[first + nth][MADE] = made.clone();
                self.steps[first + nth + 1][NEEDED] = made;
                self.used.extend(halves);
            }
        }
        self.beside(from..far, &lines, first);
    }

    /// The cells beside the times of a page.
    fn beside(&mut self, within: Range<usize>, times: &[Range<usize>], first: usize) {
        let Some(sides) = self.names.sides() else { return };
        let Some(beside) = beside::cells(self.rows, within, times, sides) else { return };
        let chained = beside::chained(self.rows, &beside).unwrap_or_else(|| (0..beside.len()).collect());
        let told: Vec<Text> = self.steps[first..].iter().map(|step| step[TIME].clone()).collect();
        for (step, nth) in self.steps[first..].iter_mut().zip(chained) {
            let cells = beside[nth].clone();
            (step[TIME], step[NEEDED], step[MADE]) = (told[nth].clone(), Text::default(), Text::default());
            let columns = [(ACTOR, cells.actor), (NEEDED, cells.needed), (MADE, cells.made), (NOTE, cells.note)];
            for (column, lines) in columns.into_iter().filter(|(_, lines)| !lines.is_empty()) {
                step[column] = beside::joined(self.rows, &lines);
                self.end = self.end.max(lines[lines.len() - 1] + 1);
                self.used.extend(lines);
            }
        }
    }

    /// The documents of a table on one page, where they stand in lists as long as the table.
    fn documents(&mut self) {
        let [page] = self.pages else { return };
        let Some([needed, made]) = cells::documents(self.rows, page.end, self.steps.len()) else { return };
        for (column, rows) in [(NEEDED, needed), (MADE, made)] {
            for (step, row) in self.steps.iter_mut().zip(&rows) {
                step[column] = text(&self.rows[*row]).cloned().unwrap_or_default();
            }
            self.end = rows.last().map_or(self.end, |last| self.end.max(last + 1));
            self.used.extend(rows);
        }
    }
}

fn text(row: &Row) -> Option<&Text> {
    row.single().filter(|_| row.layout == Layout::Plain).map(|cell| &cell.text)
}

fn said(row: &Row) -> &str {
    text(row).map_or("", Text::as_str).trim()
}

fn number(row: &Row) -> Option<u32> {
    text(row).and_then(|text| step_number(text.as_str()))
}

/// The names of the columns that are read, which stand in lines of their own around the numbers.
fn names(rows: &[Row], at: usize) -> Option<Names> {
    let mut names = Names::default();
    let around = at.saturating_sub(NAMES_WITHIN)..rows.len().min(at + NAMES_WITHIN * 2);
    for row in around {
        let Some(line) = text(&rows[row]) else { continue };
        let below = rows.get(row + 1).map_or("", said);
        let two = || {
            if line.as_str().trim_end().ends_with('/') { exact(&format!("{} {below}", line.as_str())) } else { None }
        };
        let column = match exact(line.as_str()).or_else(two) {
            Some(Header::Number) => 0,
            Some(Header::Activity) => ACTIVITY,
            Some(Header::Actors) => ACTOR,
            Some(Header::Requirements) => NEEDED,
            Some(Header::Duration(_)) => TIME,
            Some(Header::Outputs) => MADE,
            Some(Header::Note) => NOTE,
            _ => continue,
        };
        if names.texts[column].is_blank() {
            names.texts[column] = line.clone();
            names.rows[column] = row;
            if let Some(rest) = rows.get(row + 1).and_then(text).filter(|_| exact(line.as_str()).is_none()) {
                names.texts[column].join(' ', rest);
            }
        }
    }
    [ACTIVITY, TIME].iter().all(|column: &usize| !names.texts[*column].is_blank()).then_some(names)
}
