//! The lines of each step of such a table, and where the last one ends.

use super::cells::is_unit;
use super::header;
use crate::document::{Cell, Layout, Row};
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::grammar::step_number::step_number;
use crate::model::Symbol;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::flow_words::leads_on;
use crate::vocabulary::marks::own_words;
use crate::vocabulary::{fold, labels, offices, sections};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The activity of a step begins with this name.
pub(super) fn begins_with(rows: &[Row], step: &Range<usize>, name: &str) -> bool {
    let mut lines = rows[step.clone()].iter().filter_map(Row::single).map(|cell| cell.text.as_str());
    let first = lines.next().map_or("", |line| attached(line).map_or("", |(_, words)| words));
    let activity = if first.is_empty() { lines.next().unwrap_or_default() } else { first };
    activity.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
}

/// `Selesai` below what a step makes: the words of a symbol, and the row they stand in.
pub(super) fn end_sign<'r>(rows: &'r [Row], step: &Range<usize>) -> Option<(usize, &'r Cell)> {
    let at = step.clone().rfind(|at| !rows[*at].is_blank())?;
    let cell = rows[at].single()?;
    let marks = Marks::of(cell.text.as_str());
    let is_end = marks.symbol() == Some(Symbol::End) && marks.rest.is_empty();
    let above = step.start..at;
    let timed = above.clone().find(|at| rows[*at].texts().any(duration::looks_like))?;
    (is_end && above.skip_while(|at| *at <= timed).any(|at| !rows[at].is_blank())).then_some((at, cell))
}

/// The number of a step, alone or before its activity.
pub(super) fn numbered(text: &str) -> Option<u32> {
    step_number(text).or_else(|| attached(text).map(|(number, _)| number))
}

/// `1. Menerima surat`: the number with its point, and the words behind it.
pub(super) fn attached(text: &str) -> Option<(u32, &str)> {
    let (mark, words) = text.trim_start().split_once(' ')?;
    let words = words.trim_start();
    let number =
        step_number(mark).filter(|_| mark.ends_with(['.', ')']) && mark.starts_with(|it: char| it.is_ascii_digit()))?;
    words.starts_with(char::is_uppercase).then_some((number, words))
}

/// The numbers of the columns, each in a line of its own: how many they are, and the first row behind them.
pub(super) fn column_numbers(rows: &[Row], from: usize) -> Option<(usize, usize)> {
    let mut next = 1;
    for (at, row) in rows.iter().enumerate().skip(from).filter(|(_, row)| !row.is_blank()) {
        match row.single().and_then(|cell| step_number(cell.text.as_str())) {
            Some(number) if number == next => next += 1,
            Some(1) if next > FEWEST_NUMBERS => return Some((next as usize - 1, at)),
            _ => break,
        }
    }
    None
}

/// Fewer numbers in lines of their own are not those of columns.
const FEWEST_NUMBERS: u32 = 4;

/// The lines of each step: from its number, alone on a line or before the activity, up to the next number.
pub(super) fn read(rows: &[Row], from: usize) -> Vec<Range<usize>> {
    let from = column_numbers(rows, from).map_or(from, |(_, behind)| behind);
    let mut steps: Vec<Range<usize>> = Vec::new();
    let mut wanted = None;
    let first = rows.iter().skip(from).find(|row| !row.is_blank()).and_then(Row::single);
    let are_attached = first.is_some_and(|cell| attached(cell.text.as_str()).is_some());
    let number_of =
        |text: &str| if are_attached { attached(text).map(|(number, _)| number) } else { step_number(text) };
    for (at, row) in rows.iter().enumerate().skip(from) {
        let Some(cell) = row.single().filter(|_| row.layout == Layout::Plain) else {
            if row.is_blank() {
                continue;
            }
            break;
        };
        let text = cell.text.as_str();
        if labels::begins_identity(text) {
            break;
        }
        let counts_time = || rows.get(at + 1).and_then(Row::single).is_some_and(|below| is_unit(below.text.as_str()));
        match number_of(text).filter(|_| steps.is_empty() || !counts_time()) {
            Some(number) if wanted.is_none_or(|wanted| wanted == number) => {
                steps.push(at..at + 1);
                wanted = Some(number + 1);
            }
            _ => match steps.last_mut() {
                Some(step) if at <= step.end + 1 => step.end = at + 1,
                _ => break,
            },
        }
    }
    let is_timed = |step: &Range<usize>| {
        rows[step.start + 1..step.end].iter().flat_map(Row::texts).any(|text| duration::parse(text).is_some())
    };
    if are_attached && !steps.iter().all(is_timed) {
        // Of a step whose cells stand in one line nothing tells that they do not.
        steps.clear();
    }
    steps
}

/// Where the last step ends: it has no more lines than the longest before it, and nothing of a header.
pub(super) fn last_end(rows: &[Row], before: &[Range<usize>], last: &Range<usize>) -> usize {
    let lines = |step: &Range<usize>| rows[step.clone()].iter().filter(|row| !row.is_blank()).count();
    let Some(longest) = before.iter().map(lines).max() else { return last.end };
    let mut filled = last.clone().filter(|at| !rows[*at].is_blank());
    let bound = filled.nth(longest.max(SHORTEST_BOUND)).unwrap_or(last.end);
    let bound = header::again(rows, &(last.start..bound)).unwrap_or(bound);
    let known: FxHashSet<String> =
        before.iter().flat_map(|step| rows[step.clone()].iter().flat_map(Row::texts)).map(fold).collect();
    behind_outputs(rows, last.start..bound, &known).unwrap_or(bound)
}

/// Below the first line of what the last step makes: an activity, an actor, an answer, or what a step before said already, of which
/// the cells stand elsewhere.
fn behind_outputs(rows: &[Row], step: Range<usize>, known: &FxHashSet<String>) -> Option<usize> {
    let text = |at: usize| rows[at].single().map_or("", |cell| cell.text.as_str().trim());
    let mut behind = step.filter(|at| !rows[*at].is_blank()).skip_while(|at| !duration::looks_like(text(*at))).skip(1);
    let mut above = text(behind.next()?);
    behind.find(|at| {
        let (line, last) = (text(*at), above.split_whitespace().last().unwrap_or_default());
        above = line;
        let is_verb = line.split_whitespace().next().is_some_and(is_active);
        let begins = line.starts_with(char::is_uppercase) && (is_verb || offices::begins_actor(line));
        // What goes on in small letters is a piece of a cell, wherever else it stands.
        let is_known = || !line.starts_with(char::is_lowercase) && known.contains(&fold(line));
        begins && !leads_on(last) || own_words(line).is_none() || is_known() || sections::whole(line).is_some()
    })
}

/// So many lines the last step may have in any case.
const SHORTEST_BOUND: usize = 6;

/// Most times that stand in one step in lines of their own.
const MOST_TIMES: usize = 2;

/// Numbers one below the other, or the times of several steps behind one number: the cells of the steps stand elsewhere.
pub(super) fn are_apart(rows: &[Row], steps: &[Range<usize>]) -> bool {
    let is_bare = |step: &&Range<usize>| rows[step.start + 1..step.end].iter().all(Row::is_blank);
    let times = |step: &Range<usize>| {
        let lines = rows[step.start + 1..step.end].iter().flat_map(Row::texts);
        lines.filter(|line| line.starts_with(|it: char| it.is_ascii_digit()) && duration::looks_like(line)).count()
    };
    steps.iter().filter(is_bare).count() * 2 >= steps.len() || steps.iter().any(|step| times(step) > MOST_TIMES)
}
