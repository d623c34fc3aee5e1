//! Steps told as a list of sentences: the lines of the list, from its heading to what ends it.

use super::counted::Count;
use super::{LONGEST_PREAMBLE, MOST_BLANK, Open, Reader, behind_colon, is_place_and_date};
use crate::document::{Row, Text};
use crate::grammar::step_number::step_number;
use crate::grammar::{duration, person};
use crate::model::SectionKind;
use crate::parse::pieces::{CutRow, Piece, counts_chapter, heads_steps};
use crate::parse::table::prose;
use crate::parse::{heading, identity};
use crate::vocabulary::bodies;
use crate::vocabulary::fold;
use crate::vocabulary::prose_words::{BEHIND_LISTS, SUMS};
use crate::vocabulary::sections::{self, Heading};

/// One line of the steps as a list of sentences.
#[derive(Debug)]
pub(in crate::parse) struct Told {
    pub text: Text,
    /// The heading of the steps, or of a stage of them, stands right before it.
    pub begins_stage: bool,
    /// A blank line stands before it.
    pub after_blank: bool,
    /// How long the step takes, in a column of its own.
    pub time: Option<Text>,
}

/// The heading of the steps, or the table, stands below this row.
pub(super) fn steps_follow(rows: &[Row], at: usize, below: &[(usize, CutRow)]) -> bool {
    let next = (at + 1..rows.len()).take(MOST_BLANK).find(|at| !rows[*at].is_blank());
    let place = next.and_then(|next| below.iter().take(MOST_BLANK).position(|(at, _)| *at == next));
    // What is not outside the tables is in one.
    next.is_some_and(|next| place.is_none_or(|place| heads_steps(&rows[next..], &below[place].1)))
}

/// Rows of a signature block below the office.
const SIGNATURE_ROWS: usize = 7;

/// The office, or the place and date, of a signature block may stand here.
pub(super) fn may_open_signature(row: &Row) -> bool {
    row.texts().any(|text| identity::is_office(text) || text.lines().next().is_some_and(is_place_and_date))
}

/// The number of who signs, or the name with its title, stands in one of the next rows, before another step.
pub(super) fn signature_follows(below: &[Row]) -> bool {
    let texts = below.iter().filter(|row| !row.is_blank()).take(SIGNATURE_ROWS).flat_map(Row::texts);
    let mut texts = texts.take_while(|text| prose::number(text).is_none());
    texts.any(|text| person::nip(text).is_some() || person::has_rank(text) || person::is_titled(text))
}

/// A paragraph behind the list of steps: a note, a signature, the head of the next page; a sum also right below the last step.
pub(super) fn ends_steps(row: &Row, is_paragraph: bool, is_signed_below: bool) -> bool {
    row.single().is_some_and(|cell| {
        let text = cell.text.as_str();
        let first = text.split(|it: char| !it.is_alphabetic()).next().unwrap_or("").to_lowercase();
        let signs = || text.len() <= LONGEST_PREAMBLE && heading::opens_preamble(text);
        let is_capital = || text.len() <= LONGEST_PREAMBLE && !text.contains(char::is_lowercase);
        let heads_signature =
            || is_signed_below && identity::is_office(text) && (is_capital() || text.trim_end().ends_with(','));
        let sums = SUMS.contains(&first.as_str()) && text.contains(':');
        let closes = || {
            signs()
                || heads_signature()
                || is_place_and_date(text)
                || BEHIND_LISTS.contains(&first.as_str())
                || bodies::is_letterhead(text)
        };
        // `Unit terkait Rawat inap`: a section of another form, and its contents behind it.
        let mut words = text.split_whitespace().map(fold);
        let two = words.next().unwrap_or_default() + &words.next().unwrap_or_default();
        // In a file of paragraphs no blank line stands before it.
        let signed = || {
            let mut lines = text.lines();
            lines.next().is_some_and(is_place_and_date)
                && (is_signed_below || lines.any(|it| person::nip(it).is_some()))
        };
        sums || sections::exact(&two) == Some(Heading::Foreign) || is_paragraph && closes() || signed()
    })
}

/// Words of the longest line above a list of steps behind another list: `Petugas melaksanakan`.
const MOST_HEADING_WORDS: usize = 3;

impl Reader {
    /// The heading of the steps, or of a stage of them.
    pub(super) fn procedure(&mut self, cut: &CutRow, row: &Row) {
        let within = matches!(self.open, Open::Procedure);
        self.begins_stage = true;
        for (cell, pieces) in row.filled().zip(cut) {
            match pieces[..] {
                [] | [Piece::Heading(..)] => self.lines.structure.push(cell.text.clone()),
                _ if counts_chapter(cell.text.as_str()) => self.lines.structure.push(cell.text.clone()),
                _ if prose::names_actor(cell.text.as_str()) => {
                    self.step_line(cell.text.clone());
                    self.begins_stage = true;
                }
                _ if prose::is_stage(cell.text.as_str()) || prose::is_lettered_stage(cell.text.as_str()) => {
                    self.lines.structure.push(cell.text.clone())
                }
                _ => self.step_line(behind_colon(&cell.text)),
            }
        }
        let own = row.texts().next().and_then(|text| Count::before(text).or_else(|| Count::of(text)));
        // The count of the stages is within that of the headings.
        if !within || own.zip(self.counted).is_some_and(|(own, before)| own.follows(before)) {
            self.counted = own;
        }
        self.open = Open::Procedure;
        self.blank = false;
        self.layout = row.layout;
    }

    /// Within the list of steps: the heading of a stage whose steps count on from those above, or of the first one.
    pub(super) fn counts_on_in_stage(&self, rows: &[Row]) -> bool {
        if !matches!(self.open, Open::Procedure) {
            return false;
        }
        let next = if self.lines.procedure.is_empty() { 1 } else { self.last_step.unwrap_or(0) + 1 };
        let is_stage = |text: &str| prose::is_stage(text) || prose::is_lettered_stage(text);
        let heads = rows.first().and_then(Row::single).is_some_and(|cell| is_stage(cell.text.as_str()));
        let mut below = rows[1..].iter().filter(|row| !row.is_blank());
        heads && below.next().and_then(|row| prose::number(row.texts().next()?)) == Some(next)
    }

    /// The list of equipment ends here: the next one counts from 1 again, and its entries say who does what. A few words may head it.
    pub(super) fn restarts_as_steps(&self, rows: &[Row]) -> bool {
        let lists_equipment = matches!(self.open, Open::Sections)
            && self.lines.blocks.last().is_some_and(|block| {
                !block.is_bare() && block.sections.last().is_some_and(|it| it.kind == Some(SectionKind::Equipment))
            });
        if !lists_equipment {
            return false;
        }
        let Some(first) = rows.first().and_then(Row::single) else { return false };
        let text = first.text.as_str();
        let heads = prose::number(text).is_none() && text.split_whitespace().count() <= MOST_HEADING_WORDS;
        let mut entries = rows.iter().filter(|row| !row.is_blank()).skip(usize::from(heads));
        let is_step = |row: &Row, number| row.single().is_some_and(|cell| prose::is_step(cell.text.as_str(), number));
        entries.next().is_some_and(|row| is_step(row, 1)) && entries.next().is_some_and(|row| is_step(row, 2))
    }

    /// The first line of such a list, or the words that head it.
    pub(super) fn opens_steps(&mut self, row: &Row) {
        (self.open, self.begins_stage) = (Open::Procedure, true);
        for cell in row.filled() {
            match prose::number(cell.text.as_str()) {
                Some(_) => self.step_line(cell.text.clone()),
                None => self.lines.structure.push(cell.text.clone()),
            }
        }
        self.blank = false;
        self.layout = row.layout;
    }

    /// `Langkah-langkah` beside the second step, below `Prosedur/` beside the first: the heading goes on beside the list.
    pub(super) fn heading_goes_on(&self, row: &Row) -> Option<Text> {
        let mut cells = row.filled();
        let (first, second) = (cells.next()?, cells.next()?);
        let counts_on = prose::number(second.text.as_str()) == Some(self.last_step? + 1);
        let heads = || sections::whole(first.text.as_str()) == Some(Heading::Procedure);
        (counts_on && heads()).then(|| first.text.clone())
    }

    pub(super) fn step_line(&mut self, text: Text) {
        self.last_step = prose::number(text.as_str()).or(self.last_step);
        let (begins_stage, after_blank) = (std::mem::take(&mut self.begins_stage), self.blank);
        self.lines.procedure.push(Told { text, begins_stage, after_blank, time: None });
    }

    /// A line of the list; behind an entry its time may stand in a column of its own.
    pub(super) fn step_row(&mut self, row: &Row) {
        let tail = self.heading_goes_on(row);
        let mut cells: Vec<&Text> = row.filled().skip(tail.iter().count()).map(|cell| &cell.text).collect();
        self.lines.structure.extend(tail);
        let is_entry = cells.first().is_some_and(|text| prose::number(text.as_str()).is_some());
        // The number may have a cell of its own.
        let is_counted = is_entry || cells.first().is_some_and(|text| step_number(text.as_str()).is_some());
        let is_time =
            |text: &Text| duration::parse(text.as_str()).is_some() && text.as_str().contains(char::is_numeric);
        let time = match &cells[..] {
            [_, .., last] if is_counted && (is_entry || cells.len() > 2) && is_time(last) => cells.pop(),
            _ => None,
        };
        let mut whole = Text::default();
        cells.iter().for_each(|text| whole.join(' ', text));
        self.step_line(whole);
        if let Some(line) = self.lines.procedure.last_mut() {
            line.time = time.cloned();
        }
    }

    /// Behind the head of a later page the list of steps goes on.
    pub(super) fn resumes_steps(&mut self, row: &Row) {
        let next = self.last_step.map(|last| last + 1);
        if matches!(self.open, Open::Nothing | Open::Label(_))
            && next.is_some()
            && row.single().is_some_and(|cell| prose::number(cell.text.as_str()) == next)
        {
            self.settle(None);
            self.open = Open::Procedure;
        }
    }
}
