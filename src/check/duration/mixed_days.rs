//! S612 `mixed-days`: one step counts working days and calendar days.

use crate::check::questions::{Passage, Spot, holds_phrase, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{DayKind, Field, Path, Step, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S612",
    name: "mixed-days",
    severity: Severity::Warning,
    summary: "hari kerja dan hari kalender bercampur dalam satu langkah",
    summary_en: "one step counts working days and calendar days",
    page: include_str!("mixed_days.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let [working, calendar] = [DayKind::Working, DayKind::Calendar].map(|kind| (kind, format!("hari {}", kind.word())));
    for (row, step) in sop.steps.iter().enumerate() {
        let says = |(kind, phrase): &(DayKind, String)| {
            counts(step, *kind)
                || unread(step).is_some_and(|text| holds_phrase(&words(text), phrase))
                || cells(sop, row).any(|cell| holds_phrase(&cell.words, phrase))
        };
        if !says(&calendar) || !says(&working) {
            continue;
        }
        let message = Message::new(
            format!("langkah {} menyebut hari kerja dan juga hari kalender", step.number),
            format!("step {} speaks of working days and of calendar days", step.number),
        );
        let path = Path::field(step.number, StepField::Duration);
        findings.report(path, step.duration.place(), message).help(Message::new(
            "pilih satu: `hari kerja` tanpa hari libur, atau `hari kalender` berturut-turut, di Waktu, uraian dan Keterangan",
            "choose one of them, in Waktu, in the activity and in the note",
        ));
    }
}

/// Waktu, as far as it was understood, counts such days.
fn counts(step: &Step, kind: DayKind) -> bool {
    let parts = step.duration.known().into_iter().flat_map(|it| &it.value.parts);
    parts.flat_map(|part| [Some(part.low), part.high]).flatten().any(|it| it.day_kind == Some(kind))
}

/// Waktu where it was not understood. A remark in brackets behind the time only says the same in other days.
fn unread(step: &Step) -> Option<&str> {
    match &step.duration {
        Field::Unreadable(text) => Some(text.value.as_str()),
        _ => None,
    }
}

/// What else the step says of time: the activity and Keterangan.
fn cells<'s, 'a>(sop: &'s Subject<'a>, row: usize) -> impl Iterator<Item = &'s Passage<'a>> {
    sop.texts().row(row).iter().filter(|it| matches!(it.spot, Spot::Field(..)))
}
