//! The paragraphs of one step → its cells.

use super::paragraphs::Paragraph;
use super::{Actors, Columns};
use crate::document::Text;
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::read::regrid::gather::begins_item;
use crate::vocabulary::marks::own_words;
use crate::vocabulary::offices;
use std::ops::Range;

/// The cells of a step.
pub(super) struct Cells {
    /// In the order of the columns.
    pub texts: Vec<Text>,
    /// Every cell is one paragraph.
    pub is_exact: bool,
    /// Those of the actors can stand in one place only.
    pub is_placed: bool,
    /// Nothing stands in those of the actors: their symbols were drawn, and did not come along.
    pub is_bare: bool,
    /// Paragraphs that are the step's, its number included.
    pub taken: usize,
    /// What is written at the branches of a decision, where it tells no actor.
    pub answers: Vec<Text>,
}

impl Cells {
    /// The step whose paragraphs begin with its number; `None` where they do not fit.
    pub fn of(lines: &[Paragraph], columns: &Columns) -> Option<Self> {
        let listed = || exact(&with_lists(lines), columns).map(|cells| Cells { taken: lines.len(), ..cells });
        exact(lines, columns).or_else(|| by_time(lines, columns, tail)).or_else(listed)
    }

    /// The last step of a table, behind which the text goes on. Where all steps before it are exact, so is this one.
    pub fn of_last(lines: &[Paragraph], columns: &Columns, are_exact: bool) -> Option<Self> {
        let whole = lines.get(..columns.count()).filter(|lines| are_exact && items(lines, lines.len() - 2) < 2);
        let exact = whole.and_then(|lines| exact(lines, columns));
        exact.or_else(|| by_time(lines, columns, |lines, start, note| Some(last_tail(lines, start, note))))
    }
}

/// The paragraphs with the items of each list in one.
fn with_lists(lines: &[Paragraph]) -> Vec<Paragraph> {
    let item = |line: &Paragraph| line.text.as_ref().is_some_and(|text| begins_item(text.as_str()));
    let mut out: Vec<Paragraph> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let goes_on = at > 0 && item(line) && item(&lines[at - 1]);
        match (out.last_mut().filter(|_| goes_on), &line.text) {
            (Some(Paragraph { text: Some(list), .. }), Some(text)) => list.join('\n', text),
            _ => out.push(Paragraph { text: line.text.clone(), row: line.row }),
        }
    }
    out
}

/// Every cell is one paragraph.
fn exact(lines: &[Paragraph], columns: &Columns) -> Option<Cells> {
    let actors = 2..2 + columns.actors().len();
    if lines.len() != columns.count() {
        return None;
    }
    let timed = lines[actors.end + 1].text.as_ref().map_or("", Text::as_str);
    let is_time = duration::looks_like(timed) || timed.trim().chars().all(|it| matches!(it, '-' | '–' | '.'));
    let fits = is_time && lines[1].text.is_some() && lines[actors].iter().all(|it| columns.may_hold(it));
    fits.then(|| Cells {
        texts: lines.iter().map(cell).collect(),
        is_exact: true,
        is_placed: true,
        is_bare: lines[2..2 + columns.actors().len()].iter().all(|it| it.text.is_none()),
        taken: lines.len(),
        answers: Vec::new(),
    })
}

/// Some cells have several paragraphs: what stands before and behind the time, and the only place where the actors' cells can be.
fn by_time(
    lines: &[Paragraph],
    columns: &Columns,
    tail: impl Fn(&[Paragraph], usize, bool) -> Option<Tail>,
) -> Option<Cells> {
    let count = columns.actors().len();
    let timed = (2 + count..lines.len()).find(|at| is_time(&lines[*at]))?;
    let first = columns.first_actor(&lines[..timed])?;
    let run = match columns.actors {
        Actors::Lanes(_) => lines[first..timed].iter().take_while(|it| may_be_lane(it)).count(),
        Actors::Named(_) => 1,
    };
    let requirements = first + run..timed;
    // Where all of Kelengkapan is empty, one of the lines is its own.
    let is_placed = run == count + usize::from(requirements.is_empty());
    let actors = (0..count).map(|at| if is_placed { cell(&lines[first + at]) } else { Text::default() });
    let tail = tail(lines, timed + 1, columns.note.is_some())?;
    let mut texts = vec![cell(&lines[0]), joined(&lines[1..first], ' ')];
    texts.extend(actors);
    texts.extend([joined(&lines[requirements], '\n'), cell(&lines[timed]), joined(&lines[tail.outputs], '\n')]);
    texts.extend(columns.note.is_some().then(|| joined(&lines[tail.note.clone()], '\n')));
    let between = lines[first..first + run].iter().filter(|_| !is_placed).filter_map(|line| line.text.clone());
    let answers = between.filter(|text| own_words(text.as_str()).is_none()).collect();
    let is_bare = lines[first..first + run].iter().all(|line| line.text.is_none());
    Some(Cells { texts, is_exact: false, is_placed, is_bare, taken: tail.note.end, answers })
}

impl Columns {
    /// What such a line may be: a cell of an actor.
    fn may_hold(&self, line: &Paragraph) -> bool {
        match self.actors {
            Actors::Lanes(_) => may_be_lane(line),
            Actors::Named(_) => !is_time(line),
        }
    }

    /// Where, among the lines before the time of a step, the cells of the actors begin.
    fn first_actor(&self, lines: &[Paragraph]) -> Option<usize> {
        match self.actors {
            Actors::Lanes(_) => {
                let fit = |at: &usize| lines[*at..].iter().take(self.actors().len()).all(may_be_lane);
                let first = (2..lines.len()).find(fit)?;
                lines[1..first].iter().all(|line| !may_be_lane(line)).then_some(first)
            }
            // The activity is one paragraph where the next is an office.
            Actors::Named(_) => {
                let is_office = lines.get(2)?.text.as_ref().is_some_and(|text| offices::begins_office(text.as_str()));
                is_office.then_some(2)
            }
        }
    }
}

/// What stands behind the time; Keterangan is empty where there is none.
struct Tail {
    outputs: Range<usize>,
    note: Range<usize>,
}

impl Tail {
    fn of(start: usize, outputs: usize, end: usize) -> Self {
        Self { outputs: start..start + outputs, note: start + outputs..end }
    }
}

/// Of a step between others; `None` where it is open where the outputs end.
fn tail(lines: &[Paragraph], start: usize, note: bool) -> Option<Tail> {
    let (filled, items, all) = (filled(lines, start), items(lines, start), lines.len() - start);
    let outputs = match (note, filled) {
        (_, 0) => all.min(1),
        (false, _) => all,
        // An empty line behind the outputs is Keterangan.
        (true, _) if lines[start + filled..].iter().all(|line| line.text.is_none()) && all > filled => filled,
        (true, _) if all == filled && (filled == 2 || filled > 2 && items + 1 == filled) => filled - 1,
        (true, _) => return None,
    };
    Some(Tail::of(start, outputs, lines.len()))
}

/// Of the last step: what may as well be the text below the table is left to it.
fn last_tail(lines: &[Paragraph], start: usize, note: bool) -> Tail {
    let (filled, items) = (filled(lines, start), items(lines, start));
    let outputs = match filled {
        0 => (lines.len() - start).min(1),
        1 => 1,
        _ if items == filled || !note => items.max(1),
        _ => return Tail::of(start, 0, start),
    };
    let is_empty = note && lines.get(start + outputs).is_some_and(|line| line.text.is_none());
    Tail::of(start, outputs, start + outputs + usize::from(is_empty))
}

/// Paragraphs from `start` on that hold something.
fn filled(lines: &[Paragraph], start: usize) -> usize {
    lines[start..].iter().take_while(|line| line.text.is_some()).count()
}

/// Those of them that are items of a list.
fn items(lines: &[Paragraph], start: usize) -> usize {
    let is_item = |line: &&Paragraph| line.text.as_ref().is_some_and(|text| begins_item(text.as_str()));
    lines[start..].iter().take_while(is_item).count()
}

fn is_time(line: &Paragraph) -> bool {
    line.text.as_ref().is_some_and(|text| duration::looks_like(text.as_str()))
}

/// Nothing, marks, or what is written at the branches of a decision.
fn may_be_lane(line: &Paragraph) -> bool {
    line.text.as_ref().is_none_or(|text| {
        let marks = Marks::of(text.as_str());
        marks.is_present() && marks.rest.is_empty() || own_words(text.as_str()).is_none()
    })
}

fn cell(line: &Paragraph) -> Text {
    line.text.clone().unwrap_or_default()
}

fn joined(lines: &[Paragraph], separator: char) -> Text {
    let mut text = Text::default();
    lines.iter().filter_map(|line| line.text.as_ref()).for_each(|line| text.join(separator, line));
    text
}
