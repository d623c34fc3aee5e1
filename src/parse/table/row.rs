//! One row of the table → its cells by role, put right by what they hold where cells were lost.

use super::Columns;
use crate::document::{EMPTY, Row, Text};
use crate::grammar::enumeration::{begins_document, is_whole_name};
use crate::grammar::step_number::{next_number, roman_number, step_number};
use crate::model::{StepField, Unit};
use crate::vocabulary::offices;
use crate::vocabulary::units::is_unit;

/// The cells of one step by role, not yet read.
#[derive(Debug, Clone, Default)]
pub(super) struct RawStep {
    pub number: Option<u32>,
    /// The number counts within another: `2.1`.
    pub nested: bool,
    /// The number was not printed; why this one.
    pub number_reason: Option<&'static str>,
    /// The headings in the rows above.
    pub headings: Vec<Text>,
    /// The number as it was printed, where the numbers start again in the midst of the procedure.
    pub renumbered: Option<(u32, &'static str)>,
    pub number_cell: Text,
    pub activity: Text,
    /// Filled actor cells with the position of their lane.
    pub lanes: Vec<(usize, Text)>,
    /// Filled actor cells whose lane is lost.
    pub strays: Vec<Text>,
    pub actor_names: Text,
    pub requirements: Text,
    pub duration: Text,
    /// The unit that the header gives to a bare number.
    pub unit: Option<Unit>,
    pub outputs: Text,
    pub note: Text,
    /// The columns whose cell goes on from the row above.
    pub merged: Vec<StepField>,
    /// The cells were put right by type.
    pub shifted: bool,
    /// The cells were told apart by what they say.
    pub weighed: bool,
    /// The rows of the document it was gathered from.
    pub rows: Vec<usize>,
    /// Where the filled cells of actors stand: row, and position in it.
    pub marked: Vec<(usize, usize)>,
    /// `Ya` or `Tidak` in a row of its own below.
    pub answers: Vec<Text>,
    /// Words of a cell that had run into the next row were put back: the fields mended.
    pub rejoined: Vec<(&'static str, String)>,
}

impl RawStep {
    /// Cuts a row by the columns of its table; `last` is the number of the step above, 0 where there is none.
    pub fn of(row: &Row, columns: &Columns, last: u32) -> Self {
        let mut step = Self::default();
        let lead = step.lead(row, columns, last);
        step.by_position(row, columns, lead);
        step
    }

    /// Number and activity; returns the position of the first cell after them.
    fn lead(&mut self, row: &Row, columns: &Columns, last: u32) -> usize {
        let text = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or(&EMPTY, |cell| &cell.text);
        let activity_at = columns.activity.unwrap_or(1);
        let number = text(columns.number);
        if !number.is_blank() {
            let roman = || columns.roman.then(|| roman_number(number.as_str())).flatten();
            let next = || next_number(number.as_str(), last);
            self.number = step_number(number.as_str()).or_else(roman).or_else(next);
            self.number_cell = number.clone();
        }
        self.activity = text(Some(activity_at)).clone();
        self.nested = self.number.is_none() && is_nested(number.as_str());
        if self.nested {
            return activity_at + 1;
        }
        if self.number.is_none() && columns.number.is_none() {
            self.split_number(false);
        } else if self.number.is_none() && !number.is_blank() {
            // The number and the activity stand in one cell, or a word ran into the number column.
            self.number_cell = EMPTY.clone();
            let mut joined = number.clone();
            joined.join(' ', &self.activity);
            self.activity = joined;
            self.split_number(true);
        }
        activity_at + 1
    }

    /// `1. Menerima surat` → number and activity; in the column of the numbers the dot may be missing.
    fn split_number(&mut self, bare: bool) {
        let text = self.activity.as_str();
        let Some((mark, rest)) = split_number(text).filter(|(mark, _)| bare || mark.ends_with(['.', ')'])) else {
            return;
        };
        self.number = mark.trim_end_matches(['.', ')']).parse().ok().filter(|number| *number > 0);
        let (number_cell, activity) = (self.activity.slice(mark), self.activity.slice(rest.trim()));
        self.number_cell = number_cell;
        self.activity = activity;
    }

    fn by_position(&mut self, row: &Row, columns: &Columns, lead: usize) {
        for (at, cell) in row.cells.iter().enumerate() {
            let text = &cell.text;
            // Before the activity only a column with a role of its own says something.
            let is_led = at < lead && (columns.is_free(at) || columns.number == Some(at) || at + 1 == lead);
            if text.is_blank() || is_led {
                continue;
            }
            if let Some((_, unit)) = columns.durations.iter().find(|(column, _)| *column == at) {
                self.add_duration(text, *unit, columns.durations.len() > 1);
            } else if columns.requirements == Some(at) {
                self.requirements.join(' ', text);
            } else if columns.outputs == Some(at) {
                self.outputs.join(' ', text);
            } else if columns.note == Some(at) {
                self.note.join(' ', text);
            } else if columns.actor_names == Some(at) {
                self.actor_names.join(' ', text);
            } else if let Some(lane) = columns.lane_at(at) {
                self.lanes.push((lane, text.clone()));
            } else if at > 0 && columns.times(at - 1) && self.lacks_unit() && opens_with_unit(text.as_str()) {
                // The heading stands over two columns: of numbers and of units.
                self.duration.join(' ', text);
            } else if columns.note.is_none() && at >= columns.width {
                self.note.join(' ', text);
            } else {
                self.strays.push(text.clone());
            }
        }
    }

    /// A bare number is all that the time says.
    fn lacks_unit(&self) -> bool {
        let bare = self.duration.as_str().trim();
        !bare.is_empty() && !bare.contains(char::is_alphabetic)
    }

    /// The unit stands in the header: kept beside the number, and written out where several units have a column each.
    fn add_duration(&mut self, text: &Text, unit: Option<Unit>, several: bool) {
        let bare = text.as_str().trim();
        if several && bare.chars().all(|it| it == '-' || it == '0') {
            return;
        }
        self.duration.join(' ', text);
        if let Some(unit) = unit.filter(|_| !bare.chars().any(char::is_alphabetic)) {
            if several {
                self.duration.push_separator(' ');
                for letter in unit.word().chars() {
                    self.duration.push_separator(letter);
                }
            } else {
                self.unit = Some(unit);
            }
        }
    }

    /// Adds the cells of a row without number to those of this one; what has a cell `apart` is another entry of a list.
    pub fn extend(&mut self, more: RawStep, apart: bool) {
        self.activity.join(' ', &more.activity);
        join_list(&mut self.requirements, &more.requirements, apart);
        self.duration.join(' ', &more.duration);
        join_list(&mut self.outputs, &more.outputs, apart);
        self.note.join(' ', &more.note);
        self.actor_names.join(' ', &more.actor_names);
        for (lane, text) in more.lanes {
            match self.lanes.iter_mut().find(|(it, _)| *it == lane) {
                Some((_, before)) => before.join(' ', &text),
                None => self.lanes.push((lane, text)),
            }
        }
        self.lanes.sort_by_key(|(lane, _)| *lane);
        self.shifted |= more.shifted;
        self.strays.extend(more.strays);
        self.rows.extend(more.rows);
        self.marked.extend(more.marked);
    }

    /// Every text of the step.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        [
            &self.number_cell,
            &self.activity,
            &self.requirements,
            &self.duration,
            &self.outputs,
            &self.note,
            &self.actor_names,
        ]
        .into_iter()
    }
}

/// `1.1`, `2.10.`, `3a`: the number of a step within a stage, or within another step.
pub(super) fn is_nested(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ')']);
    let lettered = text.strip_suffix(|it: char| it.is_ascii_lowercase()).map(|it| it.trim_end_matches('.'));
    if lettered.is_some_and(|it| (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit())) {
        return true;
    }
    let mut parts = text.split('.');
    let counts = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
    parts.clone().count() == 2 && parts.all(counts)
}

/// `Hari`, `Hari Kerja`: nothing but a unit.
fn opens_with_unit(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(is_unit) && words.count() <= 1
}

/// `1. Menerima surat`, `1 Menerima surat`: the number with its mark, and the rest.
pub(super) fn split_number(text: &str) -> Option<(&str, &str)> {
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let marked = text[digits..].starts_with(['.', ')']);
    let whole = (1..=2).contains(&digits) && (marked || text[digits..].starts_with(' '));
    whole.then(|| text.split_at(digits + usize::from(marked)))
}

/// A line that begins with a list mark, stands apart, or names another document is an item of its own, any other goes on.
fn join_list(list: &mut Text, more: &Text, apart: bool) {
    let first = more.as_str().trim_start();
    let digits = first.len() - first.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let marked =
        first.starts_with(['•', '-', '–', '*', '\u{f0b7}']) || (digits > 0 && first[digits..].starts_with(['.', ')']));
    let is_item = marked || apart || names_another(list.as_str(), first);
    list.join(if is_item { '\n' } else { ' ' }, more);
}

/// `Baju pelindung` in the row below `Regu siap berangkat`: two whole names that begin with capitals, and no office that goes on.
fn names_another(list: &str, below: &str) -> bool {
    let above = list.trim_end().rsplit('\n').next().unwrap_or_default();
    begins_document(above, below) || is_whole_name(above) && is_whole_name(below) && !offices::begins_actor(below)
}
