//! The columns of each run of rows, from where its own cells stand: the durations are the anchor, the header only says in
//! which order the others stand beside them.
//!
//! A header is centred over cells that stand left, a page has helper columns of its own, a row lost a cell.

use super::row::split_number;
use super::{Columns, Table};
use crate::document::{Layout, Row};
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::grammar::step_number::step_number;
use std::collections::BTreeMap;

/// Widest rows that are looked at.
const WIDEST: usize = 400;

/// Gives each run of rows its own columns, where those of the header do not fit it.
pub(super) fn fit(rows: &[Row], table: &mut Table) {
    let fits = |columns: &Columns| {
        let ordered = |(home, _): &(usize, _)| columns.lanes.iter().all(|(at, _)| at < home);
        columns.durations.len() == 1 && columns.activity.is_some() && columns.durations.iter().all(ordered)
    };
    if !fits(&table.columns) || !table.later.iter().all(|(_, columns)| fits(columns)) {
        return;
    }
    let mut fitted = Fitted::default();
    let mut headers = table.later.iter().peekable();
    let mut named = &table.columns;
    for run in runs(rows, table) {
        while let Some((from, columns)) = headers.next_if(|(from, _)| *from <= run[0]) {
            named = columns;
            fitted.go_on(*from, columns);
        }
        let headed = run[0].checked_sub(1).is_some_and(|above| table.structure.binary_search(&above).is_ok());
        fitted.take(rows, run, headed, named);
    }
    (table.later, table.shifted) = (fitted.later, fitted.shifted);
}

/// The columns of the runs so far.
#[derive(Default)]
struct Fitted {
    later: Vec<(usize, Columns)>,
    shifted: Vec<usize>,
    /// The columns that hold at the moment are not those of a header.
    is_own: bool,
}

impl Fitted {
    fn go_on(&mut self, from: usize, columns: &Columns) {
        self.later.push((from, columns.clone()));
        self.is_own = false;
    }

    fn take(&mut self, rows: &[Row], run: &[usize], headed: bool, named: &Columns) {
        let mut anchors = anchors(rows, run, named);
        if fits(rows, run, (&anchors, headed), named) {
            if self.is_own {
                self.go_on(run[0], named);
            }
        } else {
            self.leave_header(rows, run, named, &mut anchors);
        }
        let place = self.later.last().map_or(named, |(_, columns)| columns).durations[0].0;
        let is_lost = |anchor: Option<usize>| anchor.filter(|at| *at != place);
        let mut from = 0;
        for lost in anchors.chunk_by(|one, other| is_lost(*one) == is_lost(*other)) {
            let rest = from + lost.len();
            if let Some(anchor) = is_lost(lost[0]) {
                let home = self.later.last().map_or(named, |(_, columns)| columns).clone();
                self.later.push((run[from], refitted(rows, &run[from..rest], named, anchor)));
                self.shifted.extend(&run[from..rest]);
                self.later.extend(run.get(rest).map(|next| (*next, home)));
                self.is_own |= rest == run.len();
            }
            from = rest;
        }
    }

    /// Columns that are not the header's: those of the run before, or the run's own.
    fn leave_header(&mut self, rows: &[Row], run: &[usize], named: &Columns, anchors_of: &mut Vec<Option<usize>>) {
        if let Some((_, own)) = self.later.last().filter(|_| self.is_own) {
            let anchors = anchors(rows, run, own);
            if fits(rows, run, (&anchors, false), own) {
                *anchors_of = anchors;
                return;
            }
        }
        if let Some(anchor) = common_anchor(anchors_of, named) {
            let own = refitted(rows, run, named, anchor);
            *anchors_of = anchors(rows, run, &own);
            self.later.push((run[0], own));
            self.is_own = true;
        }
    }
}

/// The rows of the body between headers, pages and blank lines.
fn runs<'t>(rows: &[Row], table: &'t Table) -> Vec<&'t [usize]> {
    let apart = |before: usize, next: usize| {
        rows[next].page_start
            || rows[before + 1..next].iter().any(|row| row.layout != Layout::Cells || row.page_start)
            || table.structure.get(table.structure.partition_point(|at| *at < before)).is_some_and(|at| *at < next)
    };
    table.body.chunk_by(|before, next| !apart(*before, *next)).collect()
}

/// A text, and no mark.
fn is_prose(text: &str) -> bool {
    !text.trim().is_empty() && step_number(text).is_none() && Marks::of(text).is_text()
}

fn text(row: &Row, at: usize) -> &str {
    row.cells.get(at).map_or("", |cell| cell.text.as_str())
}

/// Where the duration of a row stands: in its column, or else in the nearest one right of Kegiatan that holds one. What only says
/// that no time can be measured is a duration where there is no other.
fn anchor(row: &Row, columns: &Columns) -> Option<usize> {
    let (home, unit) = columns.durations[0];
    let timed = |at: usize| {
        let text = text(row, at).trim();
        duration::looks_like(text) || (unit.is_some() && is_bare_number(text))
    };
    let measured = |at: usize| text(row, at).contains(|it: char| it.is_ascii_digit());
    let filled = |at: usize| !text(row, at).trim().is_empty();
    let at_home = timed(home);
    if at_home && measured(home) && filled(home + 1) {
        return Some(home);
    }
    // In the note a duration is a remark, not the time of the step; right of a note stands nothing.
    let ends = |at: usize| !(at + 1..row.cells.len().min(WIDEST)).any(filled);
    let in_note = |at: usize| columns.note == Some(at) && home < at && filled(home) && ends(at);
    let lead = columns.activity? + 1;
    let mut others = (lead..row.cells.len().min(WIDEST)).filter(|at| timed(*at) && !in_note(*at)).peekable();
    let first = others.next()?;
    // Beside its duration a step has what it needs and what it makes.
    let between = |at: usize| is_prose(text(row, at - 1)) && is_prose(text(row, at + 1));
    let nearest = match others.peek() {
        Some(_) => {
            [first].into_iter().chain(others).min_by_key(|at| (!measured(*at), !between(*at), at.abs_diff(home)))
        }
        None => Some(first),
    }?;
    Some(if at_home && !measured(nearest) { home } else { nearest })
}

/// `3`, `10`: a duration where the header names its unit.
fn is_bare_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit())
}

/// Where the duration of each row of a run stands.
fn anchors(rows: &[Row], run: &[usize], columns: &Columns) -> Vec<Option<usize>> {
    run.iter().map(|at| anchor(&rows[*at], columns)).collect()
}

/// Where most durations of a run stand.
fn common_anchor(anchors: &[Option<usize>], named: &Columns) -> Option<usize> {
    let home = named.durations[0].0;
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    anchors.iter().flatten().for_each(|at| *counts.entry(*at).or_default() += 1);
    let nearest = |(at, count): &(usize, usize)| (*count, std::cmp::Reverse(at.abs_diff(home)));
    counts.into_iter().max_by_key(nearest).map(|(at, _)| at)
}

/// Some duration stands in Waktu, or none anywhere; and in such rows no column holds text that has no role while Kelengkapan
/// or Output is empty.
fn fits(rows: &[Row], run: &[usize], (anchors, headed): (&[Option<usize>], bool), columns: &Columns) -> bool {
    let home = Some(columns.durations[0].0);
    if !anchors.contains(&home) {
        return anchors.iter().all(Option::is_none);
    }
    let own = run.iter().zip(anchors).filter(|(_, at)| at.is_none() || **at == home).map(|(row, _)| &rows[*row]);
    let mut filled = vec![0; columns.width.min(WIDEST)];
    let (mut count, mut behind) = (0, 0);
    for row in own {
        count += 1;
        behind += usize::from(row.cells.iter().skip(columns.width).any(|cell| !cell.text.is_blank()));
        let cells = row.cells.iter().zip(&mut filled).filter(|(cell, _)| !cell.text.is_blank());
        cells.for_each(|(_, filled)| *filled += 1);
    }
    let counted = |at: Option<usize>| at.map(|at| filled.get(at).copied().unwrap_or(0));
    if [columns.requirements, columns.outputs].into_iter().filter_map(counted).all(|count| count > 0) {
        return true;
    }
    // On a page without header, or in rows of another width, what stands right of an empty Output may be that.
    let width = run.iter().map(|at| rows[*at].cells.len()).max().unwrap_or(0);
    let right = counted(columns.note).unwrap_or(0) + behind;
    if (!headed || width > columns.width) && counted(columns.outputs) == Some(0) && right > count / 2 {
        return false;
    }
    let has_role = |at: usize| columns.activity.is_some_and(|it| at < it) || columns.positions().any(|it| it == at);
    let strays: usize = filled.iter().enumerate().filter(|(at, _)| !has_role(*at)).map(|(_, count)| count).sum();
    strays * 2 <= count
}

/// The columns of rows whose durations stand at `anchor`: what the header has left of Waktu left of it, the rest right.
fn refitted(rows: &[Row], run: &[usize], named: &Columns, anchor: usize) -> Columns {
    let width = run.iter().map(|at| rows[*at].cells.len()).max().unwrap_or(0).min(WIDEST).max(anchor + 1);
    let prose: Vec<bool> = (0..width).map(|at| run.iter().any(|row| is_prose(text(&rows[*row], at)))).collect();
    let lead = named.number.map_or(0, |at| at + 1);
    let glued = glued_number(rows, run, named, anchor);
    let own = glued.or(named.activity.filter(|at| *at < anchor && prose[*at]));
    let activity = own.or_else(|| (lead..anchor).find(|at| prose[*at])).or(named.activity).unwrap_or(lead);
    let home = named.durations[0].0;
    let shift = |at: usize| (at + anchor).saturating_sub(home);
    let candidates = |range: std::ops::Range<usize>| -> Vec<usize> { range.filter(|at| prose[*at]).collect() };
    let roles = named.roles();
    let (left, right): (Vec<Role>, Vec<Role>) = roles.into_iter().partition(|role| role.at < home);
    let mut columns = Columns { actor_names: None, requirements: None, outputs: None, note: None, ..named.clone() };
    columns.width = width;
    columns.activity = Some(activity);
    columns.number = named.number.filter(|_| glued.is_none());
    columns.durations[0].0 = anchor;
    let before = candidates(activity + 1..anchor);
    let before = &before[before.len().saturating_sub(left.len())..];
    let behind = candidates(anchor + 1..width);
    let mut first = anchor;
    for (slots, roles) in [(before, &left), (&behind, &right)] {
        for (slot, role) in assigned(slots, roles, shift) {
            *role(&mut columns) = Some(slot);
            first = first.min(slot);
        }
    }
    columns.place_lanes(named, activity, first);
    columns
}

/// `1. Mengajukan permohonan` in the column of the numbers of every row, and all columns as much nearer: there Kegiatan stands.
fn glued_number(rows: &[Row], run: &[usize], named: &Columns, anchor: usize) -> Option<usize> {
    let (number, activity) = (named.number?, named.activity?);
    let is_nearer = number < activity && anchor + (activity - number) == named.durations[0].0;
    let begins = |at: &usize| {
        let cell = text(&rows[*at], number);
        cell.trim().is_empty() || split_number(cell).is_some_and(|(_, rest)| rest.contains(char::is_alphabetic))
    };
    let is_filled = |at: &usize| !text(&rows[*at], number).trim().is_empty();
    (is_nearer && run.iter().all(begins) && run.iter().any(is_filled)).then_some(number)
}

/// Where the position of a column is kept.
type Slot = fn(&mut Columns) -> &mut Option<usize>;

/// A column of the header.
struct Role {
    at: usize,
    slot: Slot,
    is_note: bool,
}

/// Which of the filled columns holds what, both from left to right: as near as can be to where the header has it, and rather
/// Keterangan left out than another.
fn assigned(slots: &[usize], roles: &[Role], shift: impl Fn(usize) -> usize) -> Vec<(usize, Slot)> {
    let wanted = slots.len().min(roles.len());
    let chosen = |mask: u32| (0..roles.len()).filter(move |at| mask & (1 << at) != 0);
    let cost = |mask: &u32| {
        let apart = chosen(*mask).zip(slots).map(|(at, slot)| shift(roles[at].at).abs_diff(*slot)).sum::<usize>();
        let missing = (0..roles.len()).filter(|at| mask & (1 << at) == 0 && !roles[*at].is_note);
        apart + missing.count() * MISSING
    };
    let masks = (0..1u32 << roles.len()).filter(|mask| mask.count_ones() as usize == wanted);
    let best = masks.min_by_key(cost).unwrap_or(0);
    chosen(best).zip(slots).map(|(at, slot)| (*slot, roles[at].slot)).collect()
}

/// So many columns may be between a cell and its header before another is left without any.
const MISSING: usize = 3;

impl Columns {
    /// The columns beside Waktu, as they follow each other.
    fn roles(&self) -> Vec<Role> {
        let places: [(Option<usize>, Slot); 4] = [
            (self.actor_names, |it| &mut it.actor_names),
            (self.requirements, |it| &mut it.requirements),
            (self.outputs, |it| &mut it.outputs),
            (self.note, |it| &mut it.note),
        ];
        let known = places.into_iter().filter_map(|(at, slot)| Some((at?, slot)));
        let mut roles: Vec<Role> = known.map(|(at, slot)| Role { at, slot, is_note: self.note == Some(at) }).collect();
        roles.sort_by_key(|role| role.at);
        roles
    }

    /// The lanes between Kegiatan and the first column behind them: one each, or where they were, or nowhere.
    fn place_lanes(&mut self, named: &Columns, activity: usize, first: usize) {
        let room = first.saturating_sub(activity + 1);
        let behind = named.lanes.last().map(|(at, _)| named.position_after(*at));
        let same = named.activity == Some(activity) && named.durations[0].0 == self.durations[0].0;
        let stays = same && behind == Some(first);
        for (order, (at, _)) in self.lanes.iter_mut().enumerate() {
            *at = match () {
                () if room == named.lanes.len() => activity + 1 + order,
                () if stays => *at,
                // What stands there is nobody's for sure.
                () => self.width,
            };
        }
    }
}
