//! S607 `conditional-duration`: one cell holds two durations for two cases.

use crate::check::questions::{duration_texts, holds_two_durations};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S607",
    name: "conditional-duration",
    severity: Severity::Warning,
    summary: "dua waktu dalam satu langkah",
    summary_en: "two durations in one step",
    page: include_str!("conditional_duration.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        let Some((text, place)) = duration_texts(step).filter(|(text, _)| holds_two_durations(text)) else { continue };
        let message = Message::new(
            format!("waktu `{text}` di langkah {} memuat dua waktu", step.number),
            format!("the duration `{text}` of step {} holds two durations", step.number),
        );
        findings.report(Path::field(step.number, StepField::Duration), place, message).help(Message::new(
            "pisahkan kasusnya dengan keputusan, lalu beri setiap langkah satu waktu",
            "part the cases by a decision, and give each step one duration",
        ));
    }
}
