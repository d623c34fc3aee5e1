//! The cells beside the times of such a table, where blank lines hold them apart: between two times stand what the one step makes
//! and what the next one needs.

use super::cells::is_other;
use super::{said, text};
use crate::document::{Row, Text};
use crate::grammar::marks::Marks;
use crate::grammar::step_number::step_number;
use crate::vocabulary::columns::{Header, header};
use crate::vocabulary::{fold, labels, noise, offices, sections};
use std::ops::Range;

/// Most lines of a cell.
const LONGEST_CELL: usize = 8;

/// The cells of one step that stand beside its time, each as its rows.
#[derive(Debug, Default, Clone)]
pub(super) struct Beside {
    pub actor: Vec<usize>,
    pub needed: Vec<usize>,
    pub made: Vec<usize>,
    pub note: Vec<usize>,
}

/// Which columns stand beside Waktu, and in which order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides {
    /// Rows in which Kelengkapan, Waktu and Output are named.
    pub needed: usize,
    pub time: usize,
    pub made: usize,
    pub has_actor: bool,
    pub has_note: bool,
}

/// The cells beside the times, from the first up to the last; `None` where a step has another number of them than the others.
pub(super) fn cells(rows: &[Row], within: Range<usize>, times: &[Range<usize>], sides: Sides) -> Option<Vec<Beside>> {
    let mut steps = vec![Beside::default(); times.len()];
    let first = times.first()?;
    let last = times.last()?;
    let gaps = times.windows(2).map(|pair| paragraphs(rows, pair[0].end..pair[1].start));
    let gaps: Vec<Vec<Vec<usize>>> = gaps.collect();
    if gaps.len() < 2 {
        return None;
    }
    let above = paragraphs(rows, within.start..first.start);
    let behind = paragraphs(rows, last.end..within.end);
    if sides.time < sides.needed && sides.needed < sides.made {
        // Waktu stands before both.
        for (at, gap) in gaps.iter().chain([&behind]).enumerate() {
            let [needed, made] = &gap[..] else { return None };
            steps[at].needed = needed.clone();
            steps[at].made = made.clone();
        }
        return Some(steps);
    }
    if !(sides.needed < sides.time && sides.time < sides.made) {
        return None;
    }
    let are_named = sides.has_actor && gaps.iter().all(|gap| gap.len() >= 3 && is_actor(rows, &gap[gap.len() - 2]));
    let lead = if are_named { 2 } else { 1 };
    for (at, gap) in gaps.iter().enumerate() {
        let (own, next) = gap.split_at(gap.len().checked_sub(lead)?);
        match own {
            [made] => steps[at].made = made.clone(),
            [made, note] if sides.has_note => (steps[at].made, steps[at].note) = (made.clone(), note.clone()),
            _ => return None,
        }
        steps[at + 1].needed = next[lead - 1].clone();
        if are_named {
            steps[at + 1].actor = next[0].clone();
        }
    }
    // The first of the table stands below the name of its column, where that stands on this page.
    if let Some(needed) = above.last().filter(|it| it[0] > sides.needed && sides.needed > within.start) {
        steps[0].needed = needed.clone();
        let actor = above.len().checked_sub(2).map(|at| &above[at]);
        steps[0].actor = actor.filter(|it| are_named && is_actor(rows, it)).cloned().unwrap_or_default();
    }
    if let Some(step) = steps.last_mut() {
        step.made = behind.first().cloned().unwrap_or_default();
    }
    Some(steps)
}

/// The order in which each step needs what the one before makes, where all of them do and one order only is possible: a page may print
/// the cells of a lower row first.
pub(super) fn chained(rows: &[Row], steps: &[Beside]) -> Option<Vec<usize>> {
    let said = |lines: &[usize]| fold(joined(rows, lines).as_str());
    let needed: Vec<String> = steps.iter().map(|step| said(&step.needed)).collect();
    let made: Vec<String> = steps.iter().map(|step| said(&step.made)).collect();
    let next = |at: usize| {
        let mut found =
            (0..steps.len()).filter(|other| *other != at && !made[at].is_empty() && needed[*other] == made[at]);
        found.next().filter(|_| found.next().is_none())
    };
    let mut order = vec![0];
    while let Some(at) = next(order[order.len() - 1]).filter(|at| !order.contains(at)) {
        order.push(at);
    }
    (order.len() == steps.len()).then_some(order)
}

/// The lines as one text.
pub(super) fn joined(rows: &[Row], lines: &[usize]) -> Text {
    let mut out = Text::default();
    lines.iter().filter_map(|row| text(&rows[*row])).for_each(|line| out.join(' ', line));
    out
}

fn is_actor(rows: &[Row], lines: &[usize]) -> bool {
    lines.first().is_some_and(|row| offices::begins_actor(said(&rows[*row])))
}

/// The paragraphs of these rows: names of columns, their numbers, marks and feet of pages part them and belong to none; a heading
/// or label ends them.
fn paragraphs(rows: &[Row], within: Range<usize>) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut is_open = false;
    let mut at = within.start;
    while at < within.end {
        let row = &rows[at];
        let line = said(row);
        if labels::begins_identity(line) || sections::whole(line).is_some() && header(line).is_none() {
            break;
        }
        // `PERSYARATAN /` above `PERLENGKAPAN`.
        let two = || at + 1 < within.end && is_open_name(line) && names(&format!("{line} {}", said(&rows[at + 1])));
        if row.is_blank() || text(row).is_none() || parts(line) {
            is_open = false;
        } else if two() {
            (is_open, at) = (false, at + 1);
        } else {
            match found.last_mut() {
                Some(last) if is_open && last.len() < LONGEST_CELL => last.push(at),
                _ => found.push(vec![at]),
            }
            is_open = true;
        }
        at += 1;
    }
    found
}

/// A line that belongs to no cell.
fn parts(line: &str) -> bool {
    let marks = Marks::of(line);
    names(line)
        || step_number(line).is_some()
        || marks.rest.is_empty() && (marks.is_present() || marks.is_arrow())
        || noise::is_noise(line)
        || is_other(line) && !line.starts_with(char::is_lowercase) && header(line).is_some()
}

fn names(line: &str) -> bool {
    crate::vocabulary::columns::exact(line).is_some()
}

fn is_open_name(line: &str) -> bool {
    line.ends_with('/') || header(line) == Some(Header::Requirements)
}
