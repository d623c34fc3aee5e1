//! The columns of a page in which headings stand side by side, and the rows below them → pieces of lines in their columns.

use super::block::{HeadingPlace, Placed, Printed, is_lone_mark};
use super::marks;
use super::says::is_closed;
use crate::document::{Layout, Text};
use crate::parse::lines::Line;

/// Columns nearer than this are one.
const NEAR: usize = 10;

/// So far left of its centred heading a column may begin.
const WIDEST_CENTRING: usize = 24;

/// So far left of the texts of its column a mark may stand.
const FARTHEST_COLUMN: usize = 16;

/// The columns in which headings stand side by side.
pub(super) struct Ground {
    /// Where each begins; empty where the page tells nothing.
    pub columns: Vec<usize>,
    /// Where the contents of each begin, for those held apart by blanks.
    starts: Vec<usize>,
    /// The sections of each column.
    sections: Vec<Vec<usize>>,
    layout: Layout,
}

impl Ground {
    pub fn of(places: &[HeadingPlace], rows: &[Printed]) -> Self {
        let layout = places[0].layout;
        let none = || Self { columns: Vec::new(), starts: Vec::new(), sections: Vec::new(), layout: Layout::Plain };
        let near = if layout == Layout::Cells { 1 } else { NEAR };
        let mut columns: Vec<usize> = Vec::new();
        for place in places {
            if columns.iter().all(|known| known.abs_diff(place.column) >= near) {
                columns.push(place.column);
            }
        }
        columns.sort_unstable();
        if columns.len() < 2 {
            return none();
        }
        let of_column = |column: &usize| {
            let here = places.iter().enumerate().filter(|(_, place)| place.column.abs_diff(*column) < near);
            here.map(|(at, _)| at).collect()
        };
        let sections = columns.iter().map(of_column).collect();
        let starts: Option<Vec<usize>> = match layout {
            Layout::Cells => Some(columns.clone()),
            _ => columns.iter().enumerate().map(|(at, column)| content_start(rows, &columns[..at], *column)).collect(),
        };
        match starts {
            Some(starts) => Self { columns, starts, sections, layout },
            None => none(),
        }
    }

    /// The items `1.` and `2.` in rows of their own, right above a row that has `3.` and a text beside it, are of the same section.
    pub fn settle_lists(&self, rows: &mut [Printed]) {
        if self.layout != Layout::Cells || self.columns.is_empty() {
            return;
        }
        if let Some(at) = rows.iter().position(|row| row.is_last_of_left)
            && let ([left], [right]) = (&self.sections[0][..], &self.sections[self.sections.len() - 1][..])
        {
            rows[..at].iter_mut().for_each(|row| row.home = row.home.or(Some(*left)));
            rows[at + 1..].iter_mut().for_each(|row| row.home = row.home.or(Some(*right)));
        }
        self.settle_first(rows);
        for at in 0..rows.len() {
            let [(column, _, text), _, ..] = &rows[at].cells[..] else { continue };
            let (Some(mark), [home]) = (marks::leading(text.as_str()), &self.sections[self.column_at(*column)][..])
            else {
                continue;
            };
            let mut due = mark.value.saturating_sub(1);
            for above in rows[..at].iter_mut().rev() {
                let is_due = |text: &Text| due > 0 && marks::leading(text.as_str()).is_some_and(|it| it.value == due);
                match &above.cells[..] {
                    [(.., text)] if above.home.is_none() && is_due(text) => above.home = Some(*home),
                    _ => break,
                }
                due -= 1;
            }
        }
    }

    /// Lines above the first row that has a text for both columns go on in the left one, where each has one section only.
    fn settle_first(&self, rows: &mut [Printed]) {
        let ([left], [_]) = (&self.sections[0][..], &self.sections[self.sections.len() - 1][..]) else { return };
        let is_both =
            |row: &Printed| row.layout == Layout::Cells && row.cells.len() > 1 && self.column_at(row.cells[0].0) == 0;
        let Some(both) = rows.iter().position(is_both) else { return };
        let loose = rows[..both].iter_mut().filter(|row| row.home.is_none() && row.cells.len() == 1 && !row.is_placed);
        loose.for_each(|row| row.home = Some(*left));
    }

    /// A line without a text for the right column goes on with the open item of the left one in the row above, or with its list.
    pub fn settle_short(&self, rows: &mut [Printed]) {
        let [Some([left]), Some([_])] = [0, 1].map(|column| self.sections.get(column).map(Vec::as_slice)) else {
            return;
        };
        let mut is_open = false;
        let mut last: Option<u32> = None;
        for row in rows.iter_mut().filter(|_| self.layout == Layout::Cells) {
            let is_short = row.cells.len() == 1 && !row.is_placed && row.home.is_none() && row.layout != Layout::Cells;
            let first = row.cells.first().map_or("", |(.., text)| text.as_str());
            let mark = marks::leading(first).map(|mark| mark.value);
            // Bullets are all of one value.
            let is_due = |value: u32| last.is_some_and(|last| value == if last > 0 { last + 1 } else { 0 });
            if is_short && mark.map_or(is_open, is_due) {
                row.home = Some(*left);
            }
            let is_left = row.home == Some(*left) || row.cells.len() > 1 && self.column_at(row.cells[0].0) == 0;
            is_open = is_left && !is_closed(first);
            last = mark.filter(|_| is_left).or(last);
        }
    }

    /// The column of the page that a place is in.
    fn column_at(&self, at: usize) -> usize {
        let slack = if self.layout == Layout::Cells { 0 } else { 2 };
        let edges = self.columns.iter().zip(&self.starts).map(|(heading, start)| (*heading).min(*start));
        edges.take_while(|edge| *edge <= at + slack).count().saturating_sub(1)
    }

    /// Where a text of a table begins: behind its mark, where each heading has a cell for the mark before it.
    fn column_of(&self, column: usize, end: usize) -> usize {
        let has_room = self.layout == Layout::Cells && self.columns.windows(2).all(|pair| pair[0] + 1 < pair[1]);
        let own = end.saturating_sub(1);
        if has_room && column < own && self.columns.contains(&own) { own } else { column }
    }

    /// The column whose contents begin right behind a mark: the text of a mark alone may be in a line below.
    fn column_behind(&self, column: usize, text: &str) -> Option<usize> {
        let is_mark = self.layout == Layout::Spaced && (marks::starts_item(text) || is_lone_mark(text));
        let is_behind = |start: &usize| (column + 1..=column + FARTHEST_COLUMN).contains(start);
        self.starts.iter().position(is_behind).filter(|_| is_mark)
    }

    pub fn place(&self, row: Printed, count: usize, out: &mut Vec<Placed>) {
        let known = row.layout == self.layout && row.is_placed || self.layout == Layout::Spaced;
        // Cells merged downwards have pushed the headings to the right of their contents.
        let pushed = row.layout == Layout::Cells
            && row.cells.len() == self.columns.len()
            && row.cells.first().is_some_and(|cell| cell.0 < self.columns[0]);
        let in_column = |column: usize, line: Line| match &self.sections[column][..] {
            [only] => Placed { line, home: Some(*only), among: Vec::new() },
            several => Placed { line, home: None, among: several.to_vec() },
        };
        let after_blank = row.after_blank;
        let line = |column: usize, text: Text| Line { text, after_blank, column };
        for (at, (column, end, text)) in row.cells.into_iter().enumerate() {
            if let Some(home) = row.home {
                out.push(Placed { line: line(column, text), home: Some(home), among: Vec::new() });
            } else if self.columns.is_empty() || !known {
                out.push(Placed { line: line(column, text), home: None, among: (0..count).collect() });
            } else if pushed {
                out.push(in_column(at, line(column, text)));
            } else {
                let own = || self.column_at(self.column_of(column, end));
                let here = self.column_behind(column, text.as_str()).unwrap_or_else(own);
                match self.cut(here, column, end, &text) {
                    Some((left, right, start)) => {
                        out.push(in_column(here, line(column, left)));
                        out.push(in_column(here + 1, line(start, right)));
                    }
                    None => out.push(in_column(here, line(column, text))),
                }
            }
        }
    }

    /// A text that reaches into the next column, which only one blank holds apart from it: cut where the neighbouring lines
    /// begin their items.
    fn cut(&self, here: usize, column: usize, end: usize, text: &Text) -> Option<(Text, Text, usize)> {
        let start = *self.starts.get(here + 1).filter(|_| self.layout == Layout::Spaced)?;
        if end <= start + 1 || column + 2 >= start {
            return None;
        }
        let heading = self.columns[here + 1];
        let whole = text.as_str();
        let mut best: Option<(usize, (bool, usize), usize)> = None;
        let mut before = ' ';
        for (place, (at, letter)) in (column..).zip(whole.char_indices()) {
            let opens = before == ' ' && letter != ' ' && at > 0;
            before = letter;
            let off = place.abs_diff(start);
            // A line that reaches over may push its neighbour back as far as below its heading.
            let is_near = off <= 4 || (heading..start).contains(&(place + 2));
            let marked = opens && is_near && marks::starts_item(&whole[at..]);
            let aligned = opens && off == 0 && !letter.is_lowercase();
            // A mark tells more than a word that happens to stand there.
            let rank = (!marked, off);
            if (marked || aligned) && best.is_none_or(|(_, before, _)| rank < before) {
                best = Some((at, rank, place));
            }
        }
        let (at, _, place) = best?;
        Some((text.slice(whole[..at].trim_end()), text.slice(&whole[at..]), place))
    }
}

/// Where the contents begin of the column under a heading; `None` where no line begins near it.
fn content_start(rows: &[Printed], left: &[usize], heading: usize) -> Option<usize> {
    let Some(left) = left.last() else { return Some(0) };
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for row in rows.iter().filter(|row| row.home.is_none() && row.layout != Layout::Cells) {
        for (at, (column, ..)) in row.cells.iter().enumerate() {
            let follows = at > 0 || *column + NEAR > heading;
            if follows && *column > left + 2 && column + WIDEST_CENTRING > heading && *column <= heading + NEAR {
                match starts.iter_mut().find(|(start, _)| start == column) {
                    Some((_, count)) => *count += 1,
                    None => starts.push((*column, 1)),
                }
            }
        }
    }
    starts
        .into_iter()
        .max_by_key(|(start, count)| (*count, usize::MAX - start.abs_diff(heading)))
        .map(|(start, _)| start)
}
