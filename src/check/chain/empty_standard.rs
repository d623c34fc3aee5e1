//! S501 `empty-standard`: a step leaves Kelengkapan, Waktu or Output empty, although the table has the column.

use crate::check::questions::is_symbol_word;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Step, StepField};
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "S501",
    name: "empty-standard",
    severity: Severity::Error,
    summary: "mutu baku kosong",
    summary_en: "a step leaves a column of Mutu Baku empty",
    page: include_str!("empty_standard.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // Steps told in sentences have no columns; that there is no table is said once.
    if !sop.has_table() {
        return;
    }
    for field in [StepField::Requirements, StepField::Duration, StepField::Outputs] {
        // A column that is empty throughout was lost or never drawn: that is one finding, not one for each row.
        if sop.steps.iter().all(|step| silence(step, field).is_some()) {
            continue;
        }
        for (row, step) in sop.steps.iter().enumerate() {
            // The cell of a row above holds for this one too; and a symbol in a row of its own has no standard.
            let is_symbol = step.activity.value().is_some_and(|it| is_symbol_word(it));
            if is_symbol || sop.goes_on(row, field) {
                continue;
            }
            // A row that lost a cell says nothing certain of what it lacks: `shifted-row`.
            if let Some(place) = silence(step, field).filter(|_| !sop.ledger().is_moved(step.number)) {
                let column = heading(field);
                let message = Message::new(
                    format!("kolom {column} di langkah {} kosong", step.number),
                    format!("the column {column} of step {} is empty", step.number),
                );
                findings.report(Path::field(step.number, field), place.or(step.place), message).help(Message::new(
                    format!("isi {column}, sebab setiap langkah punya mutu bakunya sendiri"),
                    format!("fill in {column}: every step has its own standard"),
                ));
            }
        }
    }
}

fn silence(step: &Step, field: StepField) -> Option<Place> {
    match field {
        StepField::Requirements => step.requirements.is_silent().then(|| step.requirements.place()),
        StepField::Outputs => step.outputs.is_silent().then(|| step.outputs.place()),
        _ => step.duration.is_silent().then(|| step.duration.place()),
    }
}

fn heading(field: StepField) -> &'static str {
    match field {
        StepField::Requirements => "Kelengkapan",
        StepField::Outputs => "Output",
        _ => "Waktu",
    }
}
