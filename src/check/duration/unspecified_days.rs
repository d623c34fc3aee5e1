//! S605 `unspecified-days`: five days or more are counted without saying whether working or calendar days.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Duration, Path, StepField, Unit};

pub(super) static RULE: Rule = Rule {
    code: "S605",
    name: "unspecified-days",
    severity: Severity::Info,
    summary: "tidak jelas hari kerja atau hari kalender",
    summary_en: "working or calendar days is not said",
    page: include_str!("unspecified_days.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        let Some(duration) = step.duration.known().filter(|it| is_unspecified(&it.value)) else { continue };
        let message = Message::new(
            format!(
                "waktu `{}` di langkah {} tidak menyebut hari kerja atau hari kalender",
                duration.value, step.number
            ),
            format!(
                "the duration `{}` of step {} does not say whether working or calendar days",
                duration.value, step.number
            ),
        );
        findings
            .report(Path::field(step.number, StepField::Duration), duration.place, message)
            .help(Message::new("tulis `hari kerja` atau `hari kalender`", "write `hari kerja` or `hari kalender`"));
    }
}

fn is_unspecified(duration: &Duration) -> bool {
    duration.parts.iter().any(|part| {
        let longest = part.high.unwrap_or(part.low);
        longest.unit == Unit::Day && longest.day_kind.is_none() && longest.number.as_f64() >= 5.0
    })
}
