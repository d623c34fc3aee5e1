//! S011 `repeated-step-number`: two rows bear one number.

use crate::check::cures::renumbering;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "S011",
    name: "repeated-step-number",
    severity: Severity::Error,
    summary: "nomor langkah ganda",
    summary_en: "two steps bear one number",
    page: include_str!("repeated_step_number.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let mut firsts = BTreeMap::new();
    // One fix numbers all of them.
    let mut is_first = true;
    for step in &sop.steps {
        let first = *firsts.entry(step.number).or_insert(step);
        if std::ptr::eq(first, step) {
            continue;
        }
        let fix = std::mem::take(&mut is_first).then(|| renumbering(sop)).flatten();
        let message = Message::new(
            format!("nomor langkah {} dipakai lebih dari sekali", step.number),
            format!("the step number {} is given more than once", step.number),
        );
        let note = Message::new("langkah pertama bernomor ini", "the first step of this number");
        findings
            .report(Path::step(step.number), step.place, message)
            .related(Path::step(first.number), first.place, note)
            .help(Message::new(
                "nomori ulang langkah-langkahnya, beserta nomor tujuan panahnya",
                "number the steps anew, and the targets of the arrows",
            ))
            .fix(fix);
    }
}
