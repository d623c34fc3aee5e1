//! S024 `heading-as-step`: a numbered row is only a heading in capitals.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Step, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S024",
    name: "heading-as-step",
    severity: Severity::Warning,
    summary: "subjudul bernomor seperti langkah",
    summary_en: "a heading is numbered like a step",
    page: include_str!("heading_as_step.md"),
    check: Check::Sop(check),
};

/// Letters of the shortest heading.
const SHORTEST: usize = 4;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (step, later) in sop.steps_with_successors() {
        let Some(heading) = heading(step).filter(|_| later.iter().any(|step| !step.is_hollow())) else { continue };
        let number = step.number;
        let message = Message::new(
            format!("langkah {number} hanya `{heading}`: tampaknya subjudul, bukan langkah"),
            format!("step {number} is only `{heading}`: a heading, it seems, and no step"),
        );
        findings.report(Path::field(number, StepField::Activity), step.activity.place(), message).help(Message::new(
            format!("tulis sebagai baris tanpa nomor: `- subjudul: {heading}`, lalu nomori ulang langkah di bawahnya"),
            format!("write it as a row without number, `- subjudul: {heading}`, and number the steps below anew"),
        ));
    }
}

/// The activity of a row that says nothing else, where it is in capitals throughout.
fn heading(step: &Step) -> Option<&str> {
    let text = step.activity.value().filter(|_| step.is_hollow())?;
    let letters = || text.chars().filter(|it| it.is_alphabetic());
    (letters().count() >= SHORTEST && letters().all(char::is_uppercase)).then_some(text)
}
