//! S612 `mixed-days`: one step counts working days and calendar days.

use crate::check::questions::holds_phrase;
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
    for step in &sop.steps {
        let says = |kind| counts(step, kind) || texts(step).any(|text| holds_phrase(text, &phrase(kind)));
        if !says(DayKind::Working) || !says(DayKind::Calendar) {
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

fn phrase(kind: DayKind) -> String {
    format!("hari {}", kind.word())
}

/// Waktu, as far as it was understood, counts such days.
fn counts(step: &Step, kind: DayKind) -> bool {
    let parts = step.duration.known().into_iter().flat_map(|it| &it.value.parts);
    parts.flat_map(|part| [Some(part.low), part.high]).flatten().any(|it| it.day_kind == Some(kind))
}

/// What else the step says of time: Waktu where it was not understood, the activity, Keterangan. A remark in brackets behind
/// the time only says the same in other days.
fn texts(step: &Step) -> impl Iterator<Item = &str> {
    let unread = match &step.duration {
        Field::Unreadable(text) => Some(text.value.as_str()),
        _ => None,
    };
    let cells = [step.activity.value(), step.note.value()].into_iter().flatten().map(String::as_str);
    unread.into_iter().chain(cells)
}
