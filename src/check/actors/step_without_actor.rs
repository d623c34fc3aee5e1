//! S401 `step-without-actor`: nobody does a step.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S401",
    name: "step-without-actor",
    severity: Severity::Error,
    summary: "langkah tanpa pelaksana",
    summary_en: "a step has no actor",
    page: include_str!("step_without_actor.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // Symbols are lost when a legacy text is converted; that is `unread-actor`.
    if sop.conversion.is_some() {
        return;
    }
    for step in &sop.steps {
        if step.actors().next().is_some() || !step.joint.is_empty() {
            continue;
        }
        let message = Message::new(
            format!("langkah {} tidak menyebut siapa pelaksananya", step.number),
            format!("step {} does not say who does it", step.number),
        );
        findings.report(Path::field(step.number, StepField::Actors), step.place, message).help(Message::new(
            "beri simbol di kolom pelaksananya; dalam YAML: isi `pelaksana` langkah ini",
            "put a symbol into the column of its actor; in YAML: fill in `pelaksana` of this step",
        ));
    }
}
