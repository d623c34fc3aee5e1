//! S709 `idle-decision`: both branches of a decision go to one step.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S709",
    name: "idle-decision",
    severity: Severity::Warning,
    summary: "kedua cabang keputusan sama",
    summary_en: "both branches of a decision go to one step",
    page: include_str!("idle_decision.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (row, _, cell) in sop.cells() {
        let (Some(yes), Some(no)) = (&cell.yes, &cell.no) else { continue };
        if yes.value != no.value {
            continue;
        }
        let number = sop.steps[row].number;
        let message = Message::new(
            format!("cabang Ya dan Tidak di langkah {number} sama-sama menuju `{}`", no.value),
            format!("both branches of step {number} go to `{}`", no.value),
        );
        let note = Message::new("cabang ya", "the branch ya");
        findings
            .report(Path::field(number, StepField::No), no.place, message)
            .related(Path::field(number, StepField::Yes), yes.place, note)
            .help(Message::new(
                "arahkan Tidak ke langkah perbaikan, atau jadikan langkah ini proses biasa",
                "send `tidak` to the step that mends it, or make this a plain step",
            ));
    }
}
