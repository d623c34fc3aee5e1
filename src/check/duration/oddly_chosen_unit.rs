//! S604 `oddly-chosen-unit`: a duration is counted in a unit much smaller than it is long.

use crate::check::cures::set;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::{Duration, Path, Sourced, StepField, Unit};

pub(super) static RULE: Rule = Rule {
    code: "S604",
    name: "oddly-chosen-unit",
    severity: Severity::Info,
    summary: "satuan waktu terlalu kecil",
    summary_en: "a duration is counted in too small a unit",
    page: include_str!("oddly_chosen_unit.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        let Some(duration) = step.duration.known() else { continue };
        let Some(better) = better(&duration.value) else { continue };
        let message = Message::new(
            format!("waktu `{}` di langkah {} mungkin dimaksud `{better}`", duration.value, step.number),
            format!("the duration `{}` of step {} may be meant as `{better}`", duration.value, step.number),
        );
        findings
            .report(Path::field(step.number, StepField::Duration), duration.place, message)
            .help(Message::new(
                "sehari kerja 7,5 jam; pakai `hari` bila pekerjaan boleh berlanjut esoknya",
                "a working day has 7.5 hours: write `hari` where work may go on the next day",
            ))
            .fix(counted(duration, better));
    }
}

/// `48 jam` is two days, `240 menit` four hours; `3x24 jam` says deliberately what it says, and so does `240 menit (4 jam)`.
fn better(duration: &Duration) -> Option<String> {
    let [part] = duration.parts.as_slice() else { return None };
    if part.times.is_some() || part.high.is_some() || duration.per.is_some() || duration.remark.is_some() {
        return None;
    }
    let count = part.low.number.thousandths() / 1000;
    let whole = part.low.number.thousandths().is_multiple_of(1000);
    let (size, word) = match part.low.unit {
        Unit::Hour if count >= 24 => (24, "hari"),
        Unit::Minute if count >= 240 => (60, "jam"),
        _ => return None,
    };
    (whole && count.is_multiple_of(size)).then(|| format!("{} {word}", count / size))
}

/// Only the office knows whether 24 hours were meant as one day of work.
fn counted(duration: &Sourced<Duration>, better: String) -> Option<Fix> {
    let message = Message::new(format!("tulis `{better}`"), format!("write `{better}`"));
    Some(Fix::offered(message, vec![set(duration, better)?]))
}
