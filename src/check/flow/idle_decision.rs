//! S709 `idle-decision`: both branches of a decision go to one step.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField, Target};

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
        let (id, en) = match &no.value {
            Target::End => ("selesai".to_owned(), "the end".to_owned()),
            step => (format!("langkah `{step}`"), format!("step `{step}`")),
        };
        let message = Message::new(
            format!("cabang Ya dan Tidak di langkah {number} sama-sama menuju {id}"),
            format!("both branches of step {number} go to {en}"),
        );
        let note = Message::new("cabang Ya", "the branch Ya");
        findings
            .report(Path::field(number, StepField::No), no.place, message)
            .related(Path::field(number, StepField::Yes), yes.place, note)
            .help(Message::new(
                "arahkan Tidak ke langkah perbaikan, atau jadikan langkah ini proses biasa",
                "send Tidak to the step that mends it, or make this a plain step",
            ));
    }
}
