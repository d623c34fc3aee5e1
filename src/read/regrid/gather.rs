//! Lines of a table of blanks → rows of cells: each row gathered round its number.

use super::centred;
use super::fit::{Bands, Expected, is_mark};
use super::heading::{Column, Heading};
use super::lines::{Line, Stretch};
use super::listed::{Rooms, letters};
use super::melted;
use super::moved::{Lanes, lanes};
use super::timed;
use crate::document::{Cell, Row, Text};
use crate::grammar::duration;
use crate::grammar::enumeration::{Opening, opening};
use crate::vocabulary::columns::Header;

/// A mark further from where the activities begin is none of a list.
const WIDEST_INDENT: usize = 8;

/// What a letter of distance costs from the name of a column, and from where the page before had the column.
const FROM_NAME: f32 = 0.05;
const FROM_BEFORE: f32 = 0.02;

/// The rows of the table, header first; lines that are no part of it stay as they are.
pub(super) fn rows(rows: &[Row], heading: &Heading, stretches: Vec<Stretch>) -> Vec<Row> {
    let mut out = header(rows, heading);
    let mut expected = named(&heading.columns);
    let mut headed = true;
    let mut shared: Vec<usize> = Vec::new();
    for (page, stretch) in stretches.into_iter().enumerate() {
        if let Some(again) = &stretch.heading {
            out.extend(header(rows, again));
            expected = named(&again.columns);
            headed = true;
        }
        for (part, mut lines) in by_anchor(stretch.lines).into_iter().enumerate() {
            timed::part(&mut lines, &heading.columns, &expected);
            let mut bands = Bands::of(&lines, &heading.columns, &expected);
            let lanes = if headed { Lanes::Told } else { lanes(&lines, &bands, &heading.columns, &expected) };
            if let Lanes::Ordered(places) = &lanes {
                bands.place(places);
            }
            headed &= bands.0.is_empty();
            shared.extend(melted::shared(&lines, &bands, &heading.columns));
            let table = Grid { rows, columns: &heading.columns, bands: &bands, lanes, shared: &shared };
            table.gather(&lines, page > 0 && part == 0, &mut out);
            expected = seen(&lines, &bands, expected);
        }
    }
    out
}

fn named(columns: &[Column]) -> Vec<Option<Expected>> {
    let name = |column: &Column| Some(Expected { from: column.from, to: column.to, weight: FROM_NAME });
    columns.iter().map(name).collect()
}

/// Where the columns of these lines were, for those that go on below them.
fn seen(lines: &[Line], bands: &Bands, mut expected: Vec<Option<Expected>>) -> Vec<Option<Expected>> {
    expected.iter_mut().flatten().for_each(|it| it.weight = FROM_BEFORE);
    for band in &bands.0 {
        let cells = lines.iter().filter(|line| line.is_body()).flat_map(|line| &line.cells);
        let cells = cells.filter(|cell| bands.column(cell.column) == band.column);
        let to = cells.map(|cell| cell.end_column).max().unwrap_or(band.start + 1);
        expected[band.column] = Some(Expected { from: band.start, to, weight: FROM_BEFORE });
    }
    expected
}

/// The lines cut where the durations, and with them the grid, move aside: a page break that left no mark.
fn by_anchor(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let anchor = |line: &Line| {
        let at = line.cells.iter().position(|cell| duration::looks_like(cell.text.as_str()))?;
        let (timed, behind) = (&line.cells[at], line.cells.get(at + 1).map(|cell| cell.column));
        Some((timed.column, timed.column + timed.end_column, behind))
    };
    let mut out: Vec<Vec<Line>> = vec![Vec::new()];
    let mut last: Option<(usize, usize, Option<usize>)> = None;
    for line in lines {
        if let Some((start, middle, behind)) = anchor(&line).filter(|_| line.number.is_some()) {
            // A duration in the middle of its column begins anywhere, but the column behind it stays.
            let stays = |it: &(usize, usize, Option<usize>)| {
                it.0.abs_diff(start) <= 1 || it.1.abs_diff(middle) <= 4 || behind.is_some() && it.2 == behind
            };
            if !last.as_ref().is_none_or(stays)
                && let Some(before) = out.last_mut()
            {
                let blank = before.iter().rposition(|line| line.is_blank() || line.number.is_some());
                let cut = blank.filter(|at| before[*at].is_blank()).map_or(before.len(), |at| at + 1);
                let begun = before.split_off(cut);
                out.push(begun);
            }
            last = Some((start, middle, behind));
        }
        if let Some(open) = out.last_mut() {
            open.push(line);
        }
    }
    out
}

/// The header as two rows: groups and single names above, names of the groups' columns below.
fn header(rows: &[Row], heading: &Heading) -> Vec<Row> {
    let count = heading.columns.len();
    let (mut above, mut below) = (vec![Text::default(); count], vec![Text::default(); count]);
    for (at, name) in &heading.groups {
        above[*at] = name.clone();
    }
    for (at, column) in heading.columns.iter().enumerate() {
        let single = matches!(column.kind, Some(Header::Number | Header::Activity | Header::Note | Header::Actors));
        let row = if single && above[at].is_blank() { &mut above } else { &mut below };
        row[at] = column.name.clone();
    }
    let mut first = Row::positioned(above);
    first.page_start = rows[heading.lines.clone()].iter().any(|row| row.page_start);
    let second = Row::positioned(below);
    if second.is_blank() { vec![first] } else { vec![first, second] }
}

/// A line whose cells are in their columns.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// Text of each column, where it has any.
    pub texts: Vec<(usize, Text)>,
    /// It carries a number.
    pub numbered: bool,
    /// It begins an activity, with a capital.
    pub opens: bool,
    /// It has text of an activity.
    pub works: bool,
    /// Nothing stands in it.
    pub blank: bool,
    page_start: bool,
}

/// Where the number of a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// In its first line.
    First,
    /// In the middle line.
    Middle,
    /// Rows are held apart by blank lines, one number in each.
    Blank,
}

/// The columns and bands of one stretch.
struct Grid<'g> {
    rows: &'g [Row],
    columns: &'g [Column],
    bands: &'g Bands,
    lanes: Lanes,
    /// Columns whose name is that of several actors, which nothing parts.
    shared: &'g [usize],
}

impl Grid<'_> {
    /// Gathers the lines of a stretch into rows; one that goes on from the page before may begin with the rest of a row.
    fn gather(&self, lines: &[Line], goes_on: bool, out: &mut Vec<Row>) {
        let placed: Vec<Placed> = lines.iter().map(|line| self.place(line)).collect();
        let rooms = Rooms::of(self.columns, &placed);
        let rest = if goes_on { rest_of_row(&placed) } else { 0 };
        let begins = lines[rest..].iter().take_while(|line| !line.is_body() || line.is_blank()).count();
        let style = style(&placed[rest + begins..]);
        let mut chunk: Vec<&Placed> = Vec::new();
        // The lines of the row of totals are no lines of the step above it.
        let mut totals = false;
        for (at, (line, placed)) in lines.iter().zip(&placed).enumerate() {
            if at == rest {
                self.flush(&mut chunk, (Style::First, &rooms), out);
            }
            let row = &self.rows[line.row];
            if line.furniture {
                out.push(row.clone());
            } else if line.stage {
                self.flush(&mut chunk, (style, &rooms), out);
                out.push(Row { page_start: row.page_start, ..self.stage(line) });
            } else if line.counts_columns {
                self.flush(&mut chunk, (style, &rooms), out);
                out.push(Row { page_start: row.page_start, ..Row::positioned(self.counted(row)) });
            } else {
                if line.total || totals && (placed.numbered || placed.works) {
                    self.flush(&mut chunk, (if totals { Style::First } else { style }, &rooms), out);
                    totals = line.total;
                }
                chunk.push(placed);
            }
        }
        self.flush(&mut chunk, (if totals { Style::First } else { style }, &rooms), out);
    }

    /// The heading of a stage: its mark where the numbers stand, its name where the activities do.
    fn stage(&self, line: &Line) -> Row {
        let column = |kind| self.columns.iter().position(|column| column.kind == Some(kind)).unwrap_or(0);
        let mut texts = vec![Text::default(); self.columns.len()];
        let places = [column(Header::Number), column(Header::Activity)];
        for (cell, at) in line.cells.iter().zip(&places[2 - line.cells.len().min(2)..]) {
            texts[*at] = cell.text.clone();
        }
        Row::positioned(texts)
    }

    fn place(&self, line: &Line) -> Placed {
        if line.stage {
            return Placed { blank: true, ..Placed::default() };
        }
        let number = self.columns.iter().position(|column| column.kind == Some(Header::Number));
        let activity = self.columns.iter().position(|column| column.kind == Some(Header::Activity));
        let mut texts: Vec<(usize, Text)> = Vec::new();
        if let Some((_, cell)) = &line.number {
            texts.push((number.or(activity).unwrap_or(0), cell.text.clone()));
        }
        let cells = line.cells.iter().filter(|cell| !self.is_lost(cell));
        texts.extend(cells.flat_map(|cell| self.bands.parts(cell)));
        let mut work = texts.iter().filter(|(column, _)| Some(*column) == activity).map(|(_, text)| text.as_str());
        let first = work.find(|text| crate::grammar::step_number::step_number(text).is_none());
        Placed {
            numbered: line.number.is_some(),
            opens: first.is_some_and(|text| text.starts_with(char::is_uppercase)),
            works: first.is_some(),
            blank: texts.is_empty(),
            page_start: line.page_start,
            texts,
        }
    }

    /// A mark of which nothing tells whose it is.
    fn is_lost(&self, cell: &Cell) -> bool {
        let column = self.bands.column(cell.column);
        let start = self.bands.0.iter().find(|band| band.column == column).map_or(0, |band| band.start);
        match self.columns[column].kind {
            None | Some(Header::Actors) => {
                (self.lanes == Lanes::Lost || self.shared.contains(&column)) && is_mark(cell)
            }
            // The names of the actors are printed sideways, so that nothing parts their columns from the activity.
            Some(Header::Activity) => cell.column > start + WIDEST_INDENT && is_mark(cell),
            _ => false,
        }
    }

    /// The numbers of the columns, one below each name as far as they go.
    fn counted(&self, row: &Row) -> Vec<Text> {
        let mut texts = vec![Text::default(); self.columns.len()];
        for (at, cell) in row.filled().enumerate() {
            texts[at.min(self.columns.len() - 1)].join(' ', &cell.text);
        }
        texts
    }

    fn flush(&self, chunk: &mut Vec<&Placed>, (style, rooms): (Style, &Rooms), out: &mut Vec<Row>) {
        let lines = std::mem::take(chunk);
        let groups = match style {
            Style::First => by_first_line(&lines),
            Style::Blank => by_blank_line(&lines),
            Style::Middle => centred::rows(&lines, self.columns),
        };
        for group in groups {
            let mut texts = vec![Text::default(); self.columns.len()];
            let mut above = vec![0; self.columns.len()];
            for (column, text) in group.iter().flat_map(|line| &line.texts) {
                let line = text.as_str();
                let so_far = &mut texts[*column];
                let begins = begins_item(line) || rooms.parts(*column, (so_far.as_str(), above[*column]), line);
                so_far.join(if begins { '\n' } else { ' ' }, text);
                above[*column] = letters(line);
            }
            let mut row = Row::positioned(texts);
            row.page_start = group.iter().any(|line| line.page_start);
            if !row.is_blank() {
                out.push(row);
            }
        }
    }
}

/// `1. ...`, `- ...`: an item of a list inside a cell begins.
pub(super) fn begins_item(text: &str) -> bool {
    opening(text).is_some_and(|(mark, _)| mark != Opening::Letter)
}

/// Lines at the beginning of a page that go on with the row before: up to the first that carries a number or begins an activity,
/// where what stands there begins small or is held apart from it.
fn rest_of_row(lines: &[Placed]) -> usize {
    let rest = lines.iter().take_while(|line| !line.numbered && !line.opens).count();
    let works = lines[..rest].iter().any(|line| line.works);
    let apart = rest > 0 && lines[rest - 1].blank && lines[..rest].iter().any(|line| !line.blank);
    if works || apart { rest } else { 0 }
}

/// Told from the rows of the body.
fn style(lines: &[Placed]) -> Style {
    let groups: Vec<&[Placed]> = lines.split(|line| line.blank).filter(|group| !group.is_empty()).collect();
    let numbers = |group: &&&[Placed]| group.iter().filter(|line| line.numbered).count();
    let single = groups.iter().filter(|group| numbers(group) == 1).count();
    let begun = |group: &&&[Placed]| numbers(group) == 0 && group.iter().any(|line| line.opens);
    if groups.len() > 1 && single * 5 >= groups.len() * 4 && !groups.iter().any(|group| begun(&group)) {
        return Style::Blank;
    }
    let opens_late = lines.iter().find(|line| !line.blank).is_some_and(|line| !line.numbered);
    // In its first line a row has both its number and the beginning of its activity.
    let centred = lines.iter().filter(|line| line.numbered).any(|line| !line.opens);
    if opens_late || centred { Style::Middle } else { Style::First }
}

fn by_first_line<'p>(lines: &[&'p Placed]) -> Vec<Vec<&'p Placed>> {
    let mut groups: Vec<Vec<&Placed>> = Vec::new();
    for line in lines {
        if line.numbered || groups.is_empty() {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.last_mut() {
            group.push(line);
        }
    }
    groups
}

fn by_blank_line<'p>(lines: &[&'p Placed]) -> Vec<Vec<&'p Placed>> {
    let groups = lines.split(|line| line.blank).filter(|group| !group.is_empty());
    let numbers = |group: &[&Placed]| group.iter().filter(|line| line.numbered).count();
    groups.flat_map(|group| if numbers(group) > 1 { by_first_line(group) } else { vec![group.to_vec()] }).collect()
}
