//! Lines of a text with marks below them.

use super::columns::{drawn, width, width_of};
use super::ink::{Ink, Pen, Row};
use super::labels::{Hung, hung};
use super::margin::{Extent, Margin};
use crate::diagnostic::Severity;
use std::borrow::Cow;
use std::ops::Range;

/// Lines of a text, of which those are shown that hold a mark.
#[derive(Debug)]
pub(in crate::report) struct Excerpt<'p> {
    /// The lines, without the end of the last.
    pub text: Cow<'p, str>,
    /// The number of the first.
    pub first: usize,
    /// What the file is called, where that was not said yet.
    pub name: Option<&'p str>,
    /// What is marked in them, the place that the finding is about first; at least one.
    pub marks: Vec<Mark>,
}

/// A stretch of one line of an excerpt.
#[derive(Debug)]
pub(in crate::report) struct Mark {
    /// The finding is about this place.
    pub is_own: bool,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub label: Option<String>,
}

/// A mark in its line.
#[derive(Debug)]
pub(super) struct Placed<'p> {
    /// Columns.
    pub columns: Range<usize>,
    /// Letters; of an empty stretch none.
    pub letters: Range<usize>,
    pub is_own: bool,
    pub label: Option<&'p str>,
}

/// A line with its marks.
struct Line<'p> {
    number: usize,
    text: &'p str,
    marks: Vec<Placed<'p>>,
}

/// How an excerpt stands in its picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// How wide the numbers of lines are.
    pub digits: usize,
    /// How wide the terminal is.
    pub width: usize,
    /// The colour of the finding.
    pub severity: Severity,
    /// Nothing stands below.
    pub is_last: bool,
}

impl Excerpt<'_> {
    /// The highest number of a line that is counted with for the width of the numbers.
    pub fn highest_number(&self) -> usize {
        let end = self.marks.iter().map(|mark| mark.range.end).max().unwrap_or(0).min(self.text.len());
        let before = &self.text[..end];
        self.first + breaks(before) - usize::from(before.ends_with('\n'))
    }

    /// Where the excerpt points: the line and the letter of its first mark.
    pub fn position(&self) -> (usize, usize) {
        let at = self.marks.first().map_or(0, |mark| mark.range.start);
        let (start, line) = self.line_at(at);
        (self.first + breaks(&self.text[..start]), letters_before(line, at - start) + 1)
    }

    /// Draws the lines.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, setting: Setting) {
        let lines = self.lines();
        let margin = Margin::of(extent(&lines), setting.width.saturating_sub(setting.digits + 3));
        for (at, line) in lines.iter().enumerate() {
            let is_last = setting.is_last && at + 1 == lines.len();
            draw_line(pen, line, margin, Setting { is_last, ..setting });
            let Some(next) = lines.get(at + 1) else { break };
            match next.number - line.number {
                // A single line between is shown as well.
                2 => {
                    let between = self.text.split('\n').nth(line.number + 1 - self.first).unwrap_or_default();
                    let between = between.strip_suffix('\r').unwrap_or(between);
                    let number = line.number + 1;
                    code(pen, between, number, (margin, setting.digits));
                }
                3.. => {
                    pen.blanks(setting.digits + 1);
                    pen.write("┆", Ink::Frame);
                    pen.end_line();
                }
                _ => {}
            }
        }
    }

    /// The start of the line that holds an offset, and its text without its end.
    fn line_at(&self, at: usize) -> (usize, &str) {
        let text = &*self.text;
        // Behind the last line break there is no line any more.
        let within = if at == text.len() && text.ends_with('\n') { at - 1 } else { at };
        let start = text[..within].rfind('\n').map_or(0, |at| at + 1);
        let line = match text[within..].find('\n') {
            Some(end) => {
                let line = &text[start..within + end];
                line.strip_suffix('\r').unwrap_or(line)
            }
            None => &text[start..],
        };
        (start, line)
    }

    /// The lines that hold marks, from the first to the last.
    fn lines(&self) -> Vec<Line<'_>> {
        let mut lines: Vec<Line<'_>> = Vec::with_capacity(self.marks.len());
        for mark in &self.marks {
            let (start, text) = self.line_at(mark.range.start);
            let column = |at: usize| width(&text[..(at - start).min(text.len())]);
            let from = column(mark.range.start);
            // Of an empty stretch the place is marked where it stands.
            let to = column(mark.range.end.max(mark.range.start)).max(from + 1);
            let letter = letters_before(text, mark.range.start - start);
            let length = self.text.get(mark.range.clone()).map_or(0, |it| it.chars().count());
            let (letters, label) = (letter..letter + length, mark.label.as_deref());
            let placed = Placed { columns: from..to, letters, is_own: mark.is_own, label };
            let number = self.first + breaks(&self.text[..start]);
            match lines.iter_mut().find(|line| line.number == number) {
                Some(line) => line.marks.push(placed),
                None => lines.push(Line { number, text, marks: vec![placed] }),
            }
        }
        lines.sort_by_key(|line| line.number);
        lines
    }
}

/// Line breaks in a text.
fn breaks(text: &str) -> usize {
    text.bytes().filter(|it| *it == b'\n').count()
}

/// Letters before an offset of a line; its end counts as one.
fn letters_before(line: &str, at: usize) -> usize {
    line[..at.min(line.len())].chars().count() + usize::from(at > line.len())
}

fn extent(lines: &[Line<'_>]) -> Extent {
    let marks = || lines.iter().flat_map(|line| &line.marks);
    let blank = lines.iter().filter_map(|line| {
        let blanks = line.text.chars().take_while(|it| it.is_whitespace());
        let is_blank = line.text.trim_start().is_empty();
        (!is_blank).then(|| blanks.map(|it| if it == '\t' { 4 } else { 1 }).sum())
    });
    let label_end = |it: &Placed<'_>| it.columns.end + it.label.map_or(0, |label| width(label) + 1);
    Extent {
        blank: blank.min().unwrap_or(0),
        start: marks().map(|it| it.columns.start).min().unwrap_or(0),
        end: marks().map(|it| it.columns.end).max().unwrap_or(0),
        label_end: marks().map(label_end).max().unwrap_or(0),
        line: lines.iter().map(|line| width(line.text)).max().unwrap_or(0),
    }
}

/// A line of the text, and the marks and labels below it.
fn draw_line(pen: &mut Pen<'_>, line: &Line<'_>, margin: Margin, setting: Setting) {
    let left = code(pen, line.text, line.number, (margin, setting.digits));
    let (hung, depth) = hung(&line.marks);
    let mut rows: Vec<Row> = (0..=depth).map(|_| frame(setting.digits)).collect();
    if setting.is_last
        && let Some(row) = rows.last_mut()
    {
        row.put(setting.digits + 1, '╰', Ink::Frame);
        row.put(setting.digits + 2, '╴', Ink::Frame);
    }
    let ground = Ground { start: setting.digits + 3, left, severity: setting.severity };
    ground.hang(&mut rows, &hung);
    ground.underline(&mut rows, hung);
    rows.iter().for_each(|row| pen.row(row));
}

/// The frame of a line without number.
fn frame(digits: usize) -> Row {
    let mut row = Row::default();
    row.put(digits + 1, '│', Ink::Frame);
    row
}

/// A line of the text with its number; gives the first of its columns that is shown.
fn code(pen: &mut Pen<'_>, line: &str, number: usize, (margin, digits): (Margin, usize)) -> usize {
    let columns = width(line);
    let (left, right) = (margin.left(columns), margin.right(columns));
    let (near, from) = near(line, left, right);
    let near = drawn(near);
    let (shown, left) = between(&near, left - from, right - from);
    pen.write(&format!("{number:>digits$}"), Ink::Frame);
    pen.blanks(1);
    pen.write("│", Ink::Frame);
    let mut rest = shown;
    if margin.cuts_left() {
        // A mark of one column stands in place of the first letter, however wide that was.
        let (bytes, columns) = at_least_one_column(shown.chars());
        rest = &shown[bytes..];
        pen.blanks(1);
        pen.write("…", Ink::Frame);
        pen.blanks(if rest.is_empty() { 0 } else { columns.saturating_sub(1) });
    } else if !rest.is_empty() {
        pen.blanks(1);
    }
    if columns > right {
        let cut = rest.len().saturating_sub(at_least_one_column(shown.chars().rev()).0);
        pen.write(&rest[..cut], Ink::Plain);
        pen.write("…", Ink::Frame);
        // Letters without a column of their own stay.
        let mut letters = rest[cut..].chars();
        letters.next();
        rest = letters.as_str();
    }
    pen.write(rest, Ink::Plain);
    pen.end_line();
    from + left
}

/// What stands between two columns of a line with the letters that reach over either, and the column that this begins at: of an
/// endless line no more has to be looked at.
fn near(line: &str, left: usize, right: usize) -> (&str, usize) {
    let (mut start, mut column) = (None, 0);
    for (at, letter) in line.char_indices() {
        let next = column + width_of(letter);
        if start.is_none() && (column >= left || next > left) {
            start = Some((at, column));
        }
        if column > right {
            let (start, column) = start.unwrap_or((at, column));
            return (&line[start..at], column);
        }
        column = next;
    }
    let (start, column) = start.unwrap_or((line.len(), column));
    (&line[start..], column)
}

/// The bytes and columns of the letters that take up the first column.
fn at_least_one_column(letters: impl Iterator<Item = char>) -> (usize, usize) {
    let (mut bytes, mut columns) = (0, 0);
    for letter in letters {
        bytes += letter.len_utf8();
        columns += width_of(letter);
        if columns >= 1 {
            break;
        }
    }
    (bytes, columns)
}

/// What stands between two columns of a line, and the column that this begins at: no letter is cut in two.
fn between(line: &str, left: usize, right: usize) -> (&str, usize) {
    if line.is_ascii() {
        return (&line[left..right.max(left)], left);
    }
    let mut skipped = 0;
    let first = line.char_indices().find(|(_, letter)| {
        let is_shown = skipped >= left;
        skipped += if is_shown { 0 } else { width_of(*letter) };
        is_shown
    });
    let shown = &line[first.map_or(line.len(), |(at, _)| at)..];
    let mut taken = 0;
    let end = shown.char_indices().find(|(_, letter)| {
        taken += width_of(*letter);
        taken > right - left
    });
    (&shown[..end.map_or(shown.len(), |(at, _)| at)], skipped.max(left))
}

/// Where marks and labels are drawn.
struct Ground {
    /// The column that lines begin at.
    start: usize,
    /// The first of their own columns that is shown.
    left: usize,
    severity: Severity,
}

impl Ground {
    fn at(&self, column: usize) -> usize {
        (self.start + column).saturating_sub(self.left)
    }

    fn ink(&self, mark: &Placed<'_>) -> Ink {
        if mark.is_own { Ink::Level(self.severity) } else { Ink::Frame }
    }

    /// Labels, and the lines they hang on where they do not stand beside their marks.
    fn hang(&self, rows: &mut [Row], hung: &[Hung<'_, '_>]) {
        for Hung { depth, mark } in hung.iter().filter(|it| it.depth > 0 && it.mark.has_label()) {
            let lines = rows.iter_mut().take(depth + 1);
            lines.for_each(|row| row.put(self.at(mark.columns.start), '│', self.ink(mark)));
        }
        for Hung { depth, mark } in hung {
            let Some(label) = mark.label else { continue };
            let (row, column) = match (*depth, mark.columns.end) {
                (0, 0) => (0, 2),
                (0, end) => (0, end + 1),
                (depth, _) => (depth + 1, mark.columns.start),
            };
            if let Some(row) = rows.get_mut(row) {
                row.put_all(self.start + column.saturating_sub(self.left), label, self.ink(mark));
            }
        }
    }

    /// The lines below the marks, the short ones over the long ones.
    fn underline(&self, rows: &mut [Row], mut hung: Vec<Hung<'_, '_>>) {
        let Some(row) = rows.first_mut() else { return };
        hung.sort_by_key(|it| (std::cmp::Reverse(it.mark.columns.len()), it.mark.is_own));
        for Hung { depth, mark } in hung {
            let (line, corner) = if mark.is_own { ('━', '┯') } else { ('─', '┬') };
            mark.columns.clone().for_each(|column| row.put(self.at(column), line, self.ink(mark)));
            if depth > 0 && mark.has_label() {
                row.put(self.at(mark.columns.start), corner, self.ink(mark));
            }
        }
    }
}
