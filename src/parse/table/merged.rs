//! Cells of Mutu Baku and Keterangan that the document draws over the rows of several steps.

use super::row::RawStep;
use super::{Columns, Table};
use crate::document::{Row, Text};
use crate::model::StepField;
use crate::vocabulary::form_words::FROM_ABOVE;
use smallvec::SmallVec;

/// Finds the columns in which a step has no cell of its own because one of a row above, which holds something, reaches over it.
pub(super) fn merge(steps: &mut [RawStep], rows: &[Row], table: &Table) {
    for field in StepField::MERGED {
        // The last row that the cell of the step above reaches over.
        let mut reach: Option<usize> = None;
        for (at, step) in steps.iter_mut().enumerate() {
            let first = step.rows.iter().copied().min().unwrap_or(0);
            let parted = at == 0 || step.shifted || step.weighed || !step.headings.is_empty();
            let text = text_of(step, field);
            let pointed = text.as_str().trim() == FROM_ABOVE;
            let covered = text.is_blank() && reach.is_some_and(|last| first <= last);
            if !parted && (pointed || covered) {
                step.merged.push(field);
                continue;
            }
            reach = reach_of(step, field, rows, table);
        }
    }
}

/// The last row that a filled cell of the step reaches over; none where it reaches over no other.
fn reach_of(step: &RawStep, field: StepField, rows: &[Row], table: &Table) -> Option<usize> {
    let ends = step.rows.iter().filter(|_| !step.shifted && !step.weighed).flat_map(|row| {
        let places = places(table.columns_at(*row), field);
        let cells = places.into_iter().filter_map(|at| rows[*row].cells.get(at));
        cells.filter(|cell| !cell.text.is_blank()).map(|cell| row + cell.rows_below).max()
    });
    ends.max()
}

/// The positions at which a row has its cells of that column.
fn places(columns: &Columns, field: StepField) -> SmallVec<[usize; 4]> {
    match field {
        StepField::Requirements => columns.requirements.into_iter().collect(),
        StepField::Duration => columns.durations.iter().map(|(at, _)| *at).collect(),
        StepField::Outputs => columns.outputs.into_iter().collect(),
        StepField::Note => columns.note.into_iter().collect(),
        _ => SmallVec::new(),
    }
}

fn text_of(step: &RawStep, field: StepField) -> &Text {
    match field {
        StepField::Requirements => &step.requirements,
        StepField::Duration => &step.duration,
        StepField::Outputs => &step.outputs,
        _ => &step.note,
    }
}
