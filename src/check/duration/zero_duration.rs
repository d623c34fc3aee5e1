//! S611 `zero-duration`: a step takes no time at all.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S611",
    name: "zero-duration",
    severity: Severity::Warning,
    summary: "waktu nol",
    summary_en: "a step takes no time",
    page: include_str!("zero_duration.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        let Some(duration) = step.duration.known() else { continue };
        let zero = duration.value.parts.iter().all(|part| part.high.unwrap_or(part.low).number.thousandths() == 0);
        if !zero {
            continue;
        }
        let message = Message::new(
            format!("waktu `{}` berarti langkah {} tidak memakan waktu", duration.value, step.number),
            format!("the duration `{}` says that step {} takes no time", duration.value, step.number),
        );
        findings.report(Path::field(step.number, StepField::Duration), duration.place, message).help(Message::new(
            "tulis waktu yang sebenarnya, atau gabungkan langkah ini dengan langkah lain",
            "write the true time, or merge this step with another",
        ));
    }
}
