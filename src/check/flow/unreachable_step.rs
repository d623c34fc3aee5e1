//! S705 `unreachable-step`: no arrow leads to a step.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S705",
    name: "unreachable-step",
    severity: Severity::Error,
    summary: "langkah tidak terjangkau",
    summary_en: "no arrow leads to a step",
    page: include_str!("unreachable_step.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let reached = sop.flow().reached_from_start();
    for (row, step) in sop.steps.iter().enumerate() {
        if step.cells.is_empty() || (0..step.cells.len()).any(|at| reached.contains(&(row, at))) {
            continue;
        }
        let message = Message::new(
            format!("langkah {} tidak dituju panah mana pun", step.number),
            format!("no arrow leads to step {}", step.number),
        );
        findings.report(Path::step(step.number), step.place, message).help(Message::new(
            "periksa `lanjut`, `ya` dan `tidak` langkah sebelumnya",
            "look at `lanjut`, `ya` and `tidak` of the steps before",
        ));
    }
}
