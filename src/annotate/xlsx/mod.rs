//! A workbook of Excel with remarks: notes at the cells they speak of. A cell has but one note, so that all remarks about it share one,
//! and where a person's note is there already they stand at the next cell that is free.

mod notes;
mod shapes;
mod tab;

use super::parts::Parts;
use super::{Fault, Written};
use crate::read::office::xlsx::workbook::Workbook;
use crate::report::{Passage, Remark, passages};
use crate::source::{Source, Spot};
use notes::Note;
use std::collections::{BTreeMap, BTreeSet};
use tab::Tab;

/// The last column of a sheet.
const LAST_COLUMN: u32 = 16_384;

/// Longest note that Excel keeps, in UTF-16 units.
const LONGEST_NOTE: usize = 32_000;

/// Row and column of a cell, from 1.
type Cell = (u32, u32);

/// What our notes on one sheet are to be, and which cells are others'.
#[derive(Debug, Default)]
struct Plan {
    /// Cells with a note of a person.
    taken: BTreeSet<Cell>,
    /// Our notes, with what people answered in them.
    ours: BTreeMap<Cell, String>,
    /// Cells that are one, by the first and the last of each group; a note shows at the first only.
    merged: Vec<(Cell, Cell)>,
}

impl Plan {
    /// The cell that shows what stands at this one.
    fn shown(&self, (row, column): Cell) -> Cell {
        let covers =
            |first: Cell, last: Cell| (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column);
        let group = self.merged.iter().find(|(first, last)| covers(*first, *last));
        group.map_or((row, column), |(first, _)| *first)
    }

    /// The cell that a remark about this cell can stand at.
    fn seat(&self, (row, column): Cell, length: usize) -> Cell {
        let is_full = |cell: &Cell| self.ours.get(cell).is_some_and(|it| it.len() + length > LONGEST_NOTE);
        let mut right = (column..=LAST_COLUMN).map(|column| (row, column));
        let is_free = |cell: &Cell| !self.taken.contains(cell) && self.shown(*cell) == *cell && !is_full(cell);
        right.find(is_free).unwrap_or((row, column))
    }

    /// Adds a remark.
    fn add(&mut self, cell: Cell, remark: &Remark) {
        let cell = self.shown(cell);
        let seat = self.seat(cell, remark.text(None).len());
        let name = notes::name(cell);
        let about = if remark.is_english { format!("About cell {name}") } else { format!("Tentang sel {name}") };
        let text = remark.text(Some(about.as_str()).filter(|_| seat != cell));
        let note = self.ours.entry(seat).or_default();
        if !note.is_empty() {
            note.push_str("\n\n");
        }
        note.push_str(&text);
    }
}

/// Writes the remarks; no cell is changed.
pub(super) fn write(parts: &mut Parts<'_>, source: &Source, remarks: &[Remark]) -> Result<Written, Fault> {
    let workbook = Workbook::of(&mut parts.package)?;
    let mut tabs = Vec::with_capacity(workbook.sheets.len());
    for (number, entry) in (1..).zip(&workbook.sheets) {
        tabs.push(Tab::of(parts, &entry.member, number)?);
    }
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut plans: Vec<Plan> = tabs.iter().map(|tab| plan(tab.notes(), &mut known)).collect();
    let first = workbook.sheets.iter().position(|it| !it.is_hidden).unwrap_or(0);
    let seats: Vec<(usize, Cell)> = remarks.iter().map(|it| place(source, it).unwrap_or((first, (1, 1)))).collect();
    for sheet in seats.iter().map(|it| it.0).collect::<BTreeSet<usize>>() {
        if let (Some(tab), Some(plan)) = (tabs.get(sheet), plans.get_mut(sheet)) {
            plan.merged = tab.merged(parts)?;
        }
    }
    let mut out = Written::default();
    for (remark, (sheet, cell)) in remarks.iter().zip(seats) {
        if let Some(count) = known.get_mut(&remark.fingerprint).filter(|count| **count > 0) {
            *count -= 1;
            out.answered += 1;
            continue;
        }
        let plan = plans.get_mut(sheet).ok_or(Fault::Foreign)?;
        plan.add(cell, remark);
        out.remarks += 1;
        out.unchanged += usize::from(!remark.edits.is_empty());
    }
    for (tab, plan) in tabs.iter().zip(&plans) {
        tab.write(parts, &plan.ours)?;
    }
    Ok(out)
}

/// Sheet and cell that a remark speaks of, if it speaks of any.
fn place(source: &Source, remark: &Remark) -> Option<(usize, Cell)> {
    match source.spot(remark.at?)?.spot() {
        Spot::Sheet { sheet, row, column } => Some((usize::from(sheet), (row, column))),
        _ => None,
    }
}

/// What stays of the notes of a sheet, and in `known` which remarks are not to be made anew.
fn plan(notes: &[Note], known: &mut BTreeMap<String, usize>) -> Plan {
    let mut plan = Plan::default();
    for note in notes {
        let passages = passages(&note.text);
        let is_ours = note.is_ours();
        let stays = if is_ours { answered(&passages) } else { passages };
        stays.iter().filter_map(|it| it.fingerprint).for_each(|it| *known.entry(it.to_owned()).or_default() += 1);
        if is_ours {
            let texts: Vec<&str> = stays.iter().map(|it| it.text).collect();
            if !texts.is_empty() {
                plan.ours.insert(note.cell, texts.join("\n\n"));
            }
        } else {
            plan.taken.insert(note.cell);
        }
    }
    plan
}

/// What people wrote into a note of ours, and the remarks they answer with it: the one before, or the first where they wrote above it.
fn answered<'t>(passages: &[Passage<'t>]) -> Vec<Passage<'t>> {
    let is_persons = |at: usize| passages.get(at).is_some_and(|it: &Passage<'_>| it.fingerprint.is_none());
    let stays = |at: usize| {
        let is_answered = is_persons(at + 1) || at == 1 && is_persons(0);
        passages[at].fingerprint.is_none() || passages[at].is_changed || is_answered
    };
    (0..passages.len()).filter(|at| stays(*at)).map(|at| passages[at].clone()).collect()
}
