//! S606 `wide-range`: the upper end of a range is more than twice its lower end.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Duration, Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S606",
    name: "wide-range",
    severity: Severity::Info,
    summary: "rentang waktu terlalu lebar",
    summary_en: "a range of time is too wide",
    page: include_str!("wide_range.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        let Some(duration) = step.duration.known().filter(|it| is_wide(&it.value)) else { continue };
        let message = Message::new(
            format!("waktu `{}` di langkah {} terlalu lebar untuk menjadi ukuran", duration.value, step.number),
            format!("the duration `{}` of step {} is too wide to measure by", duration.value, step.number),
        );
        findings.report(Path::field(step.number, StepField::Duration), duration.place, message).help(Message::new(
            "tulis batas atasnya, misalnya `maks. 3 hari`",
            "write the upper end, such as `maks. 3 hari`",
        ));
    }
}

/// Ends in different units are compared by no rule: a day has no fixed number of hours.
fn is_wide(duration: &Duration) -> bool {
    duration.parts.iter().any(|part| {
        let high = part.high.filter(|high| high.unit == part.low.unit);
        high.is_some_and(|high| high.number.thousandths() > 2 * part.low.number.thousandths())
    })
}
