//! The lines of a table below its header: where they end, and which carries the number of a step.

use super::InVain;
use super::heading::Heading;
use crate::document::{Cell, Layout, Row};
use crate::grammar::step_number::{is_column_numbers, step_number};
use crate::grammar::{duration, offset_in};
use crate::vocabulary::columns::{Header, exact, is_total};
use crate::vocabulary::{labels, noise, prose_words, sections, stages};

/// One line of a table.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Row of the document.
    pub row: usize,
    /// Its cells, without the number.
    pub cells: Vec<Cell>,
    /// The number of a step, with its cell.
    pub number: Option<(u32, Cell)>,
    /// It holds nothing but the numbers of the columns.
    pub counts_columns: bool,
    /// It belongs to the page, not to the table.
    pub furniture: bool,
    /// It names the stage of the procedure that begins below it.
    pub stage: bool,
    /// It begins the row of totals.
    pub total: bool,
    /// A page begins with it.
    pub page_start: bool,
}

impl Line {
    /// Nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.is_empty() && self.number.is_none()
    }

    /// It is a line of steps.
    pub fn is_body(&self) -> bool {
        !self.counts_columns && !self.furniture && !self.stage
    }
}

/// A stretch of a table on one grid.
#[derive(Debug)]
pub(super) struct Stretch {
    /// The header printed above it, if one is.
    pub heading: Option<Heading>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// Most lines between two numbers of one table: a step on a page of its own.
const MOST_LINES: usize = 80;

/// Furthest that the next number is looked for behind a line that may end the table.
const FURTHEST: usize = 24;

/// Reads the lines below a header, page by page; and where the table ends. In vain where no number follows.
pub(super) fn read(rows: &[Row], heading: &Heading) -> Result<(Vec<Stretch>, usize), InVain> {
    let mut reader = Reader { rows, zone: Zone::of(heading), last: None };
    let mut stretches = vec![Stretch { heading: None, lines: Vec::new() }];
    let (mut at, mut end) = (heading.lines.end, None);
    let mut limit = at + MOST_LINES;
    while at < rows.len() && at < limit && (rows[at].layout != Layout::Cells || rows[at].is_blank()) {
        let line = reader.line(at);
        if let Some(repeated) = repeated(rows, at, heading).filter(|_| line.number.is_none()) {
            if !repeated.repeats(heading) {
                break;
            }
            at = repeated.lines.end;
            limit = at + MOST_LINES;
            reader.zone = Zone::of(&repeated);
            stretches.push(Stretch { heading: Some(repeated), lines: Vec::new() });
            continue;
        }
        if ends_table(&rows[at]) && line.cells.len() < 4 && line.number.is_none() && !reader.goes_on(at) {
            break;
        }
        if reader.begins_another(&line) {
            break;
        }
        if line.number.is_some() && !line.counts_columns {
            reader.last = line.number.as_ref().map(|(number, _)| *number);
            end = Some(at);
            limit = at + MOST_LINES;
        }
        if line.page_start && stretches.last().is_some_and(|it| !it.lines.is_empty()) {
            stretches.push(Stretch { heading: None, lines: Vec::new() });
        }
        if let Some(stretch) = stretches.last_mut() {
            stretch.lines.push(line);
        }
        at += 1;
    }
    let end = reader.rest(end.ok_or(InVain(at))? + 1);
    // What was read beyond the end stays as it is.
    for stretch in &mut stretches {
        stretch.lines.retain(|line| line.row < end);
    }
    let beyond = |stretch: &Stretch| stretch.heading.as_ref().is_some_and(|it| it.lines.start >= end);
    stretches.retain(|stretch| !beyond(stretch) && (!stretch.lines.is_empty() || stretch.heading.is_some()));
    Ok((stretches, end))
}

/// Within so many lines a step tells its time.
const NEAR: usize = 4;

struct Reader<'r> {
    rows: &'r [Row],
    zone: Zone,
    /// The number read last.
    last: Option<u32>,
}

/// Where numbers and activities stand on a page, as its header has it.
#[derive(Debug, Clone, Copy)]
struct Zone {
    /// Furthest column in which a number begins.
    furthest: usize,
    /// Where the name of the numbers ends, and where that of the activities begins.
    number: usize,
    activity: usize,
}

impl Zone {
    fn of(heading: &Heading) -> Self {
        let column = |kind| heading.column(kind).map(|at| &heading.columns[at]);
        let activity = column(Header::Activity).map_or(0, |it| it.from);
        match column(Header::Number).filter(|number| number.from < activity) {
            Some(number) => {
                let furthest = (number.to + 2).min(activity.max(number.from + 1));
                Self { furthest, number: number.to, activity }
            }
            None => Self { furthest: activity, number: activity, activity },
        }
    }
}

/// So far a number may be from the last: rows are lost, but not tens of them.
const FURTHEST_NUMBER: u32 = 9;

impl Reader<'_> {
    fn line(&self, at: usize) -> Line {
        let row = &self.rows[at];
        let mut cells: Vec<Cell> = row.filled().cloned().collect();
        let counts_columns = is_column_numbers(row.texts());
        let number = (!counts_columns).then(|| self.number(&mut cells)).flatten();
        let texts = || cells.iter().map(|cell| cell.text.as_str());
        let furniture = number.is_none()
            && !cells.is_empty()
            && (texts().all(noise::is_noise) || texts().any(noise::is_page_count));
        let stage = number.is_none() && !furniture && self.names_stage(&cells);
        let total = number.is_none() && cells.iter().take(2).any(|cell| is_total(cell.text.as_str()));
        Line { row: at, number, counts_columns, furniture, stage, total, page_start: row.page_start, cells }
    }

    /// `A.   PERSIAPAN`, `I. Tahap Pelaksanaan`, `PELAPORAN` where the numbers stand: the heading of a stage.
    fn names_stage(&self, cells: &[Cell]) -> bool {
        let (mark, title) = match cells {
            [only] => split_mark(only.text.as_str()),
            [mark, title] if is_stage_mark(mark.text.as_str()) => (true, title.text.as_str()),
            _ => return false,
        };
        let letters = || title.chars().filter(|it| it.is_alphabetic());
        let capitals = letters().count() > 3 && letters().all(char::is_uppercase);
        let named = title.starts_with(char::is_uppercase) && stages::names_stage(title);
        let stands = cells.first().is_some_and(|first| first.column <= self.zone.furthest);
        stands && if mark { capitals || named } else { capitals && named }
    }

    /// Takes the number of a step off the first cell.
    fn number(&self, cells: &mut Vec<Cell>) -> Option<(u32, Cell)> {
        let first = cells.first().filter(|first| first.column <= self.zone.furthest || self.is_next(cells))?;
        if self.last.zip(step_number(first.text.as_str())).is_some_and(|(last, it)| it > last + FURTHEST_NUMBER) {
            return None;
        }
        if let Some(number) = step_number(first.text.as_str()) {
            return Some((number, cells.remove(0)));
        }
        // `1. Mencatat surat`: the number and the activity a single blank apart.
        let text = first.text.as_str();
        let (head, rest) = text.split_once(char::is_whitespace)?;
        let number = step_number(head).filter(|number| *number == self.last.unwrap_or(0) + 1)?;
        let rest = rest.trim_start();
        let marked = head.ends_with(['.', ')']) || rest.starts_with(char::is_uppercase);
        if !marked || rest.is_empty() {
            return None;
        }
        let column = first.column + text[..offset_in(text, rest)].chars().count();
        let cell = |text, column, end_column| Cell { text, column, end_column, rows_below: 0 };
        let number_cell = cell(first.text.slice(head), first.column, first.column + head.chars().count());
        cells[0] = cell(first.text.slice(rest), column, first.end_column);
        Some((number, number_cell))
    }

    /// The number that comes next, with an activity beside it, before the place where the header names that: a page further down
    /// stands at other columns than the one with the header.
    fn is_next(&self, cells: &[Cell]) -> bool {
        let [first, second, ..] = cells else { return false };
        let next = self.last.map(|last| last + 1);
        first.column < self.zone.activity
            && next.is_some()
            && step_number(first.text.as_str()) == next
            && second.text.as_str().starts_with(char::is_uppercase)
    }

    /// Numbers that begin again, of rows without any time: a register or a list below the table.
    fn begins_another(&self, line: &Line) -> bool {
        let again = line.number.as_ref().zip(self.last).is_some_and(|((number, _), last)| *number == 1 && last > 1);
        let timed = |row: &Row| row.texts().any(duration::looks_like);
        again && !self.rows[line.row..].iter().take(NEAR).any(timed)
    }

    /// The next number comes soon, before any label of another SOP: a heading or a lone word here is a line of a cell.
    fn goes_on(&self, at: usize) -> bool {
        let Some(last) = self.last else { return false };
        for ahead in at + 1..(at + FURTHEST).min(self.rows.len()) {
            let row = &self.rows[ahead];
            if row.filled().any(|cell| labels::begins_identity(cell.text.as_str())) {
                return false;
            }
            let line = self.line(ahead);
            if line.number.as_ref().is_some_and(|(number, _)| *number == last + 1) && line.cells.len() >= 2 {
                return true;
            }
        }
        false
    }

    /// One past the last line: up to the blank line after the last number.
    fn rest(&self, from: usize) -> usize {
        let mut end = from;
        let Zone { number, activity, .. } = self.zone;
        let open = |row: &&Row| !row.is_blank() && !row.page_start && row.layout != Layout::Cells && !ends_table(row);
        while let Some(row) = self.rows.get(end).filter(open) {
            let stray = row.single().is_some_and(|cell| cell.column < number && number < activity);
            if stray || row.filled().all(|cell| noise::is_noise(cell.text.as_str())) {
                break;
            }
            end += 1;
        }
        end
    }
}

/// Whether the mark of a stage stands before a title, and the title.
fn split_mark(text: &str) -> (bool, &str) {
    match text.trim().split_once(char::is_whitespace) {
        Some((mark, title)) if is_stage_mark(mark) => (true, title.trim_start()),
        _ => (false, text.trim()),
    }
}

/// `A.`, `II)`
fn is_stage_mark(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['.', ')']);
    let is_letter = bare.len() == 1 && bare.bytes().all(|it| it.is_ascii_uppercase());
    let is_roman = (1..=4).contains(&bare.len()) && bare.bytes().all(|it| matches!(it, b'I' | b'V' | b'X'));
    bare.len() < text.trim().len() && (is_letter || is_roman)
}

/// The header printed again here.
fn repeated(rows: &[Row], at: usize, first: &Heading) -> Option<Heading> {
    let named = |row: &Row| row.filled().filter(|cell| exact(cell.text.as_str()).is_some()).count();
    if named(&rows[at]) == 0 {
        return None;
    }
    let reach = at..(at + first.lines.len() + 3).min(rows.len());
    let heading = reach.filter(|line| named(&rows[*line]) > 0).find_map(|line| Heading::at(rows, line))?;
    (heading.lines.start <= at).then_some(heading)
}

/// A label or heading of the identity page.
pub(super) fn ends_table(row: &Row) -> bool {
    let labelled = |cell: &Cell| labels::begins_identity(cell.text.as_str());
    // In small letters it is the end of a sentence.
    let is_small = |text: &str| text.trim_start().starts_with(char::is_lowercase);
    let heading = |cell: &Cell| !is_small(cell.text.as_str()) && sections::whole(cell.text.as_str()).is_some();
    let text = || row.single().filter(|_| row.layout == Layout::Plain).map(|cell| cell.text.as_str());
    let is_annex = |text: &str| text.split_once(':').is_some_and(|(word, _)| prose_words::heads_annex(word.trim()));
    row.filled().take(3).any(labelled)
        || text().is_some_and(is_annex)
        || (row.layout == Layout::Plain && row.filled().any(heading))
        || (row.filled().count() == 2 && row.filled().all(heading))
}
