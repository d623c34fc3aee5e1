//! S602 `missing-unit`: Waktu holds a number without a unit.

use crate::check::questions::{duration_texts, is_bare_number};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S602",
    name: "missing-unit",
    severity: Severity::Error,
    summary: "waktu tanpa satuan",
    summary_en: "a duration without a unit",
    page: include_str!("missing_unit.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        let Some((text, place)) = duration_texts(step).filter(|(text, _)| is_bare_number(text)) else { continue };
        let message = Message::new(
            format!("waktu `{text}` di langkah {} tanpa satuan", step.number),
            format!("the duration `{text}` of step {} has no unit", step.number),
        );
        findings.report(Path::field(step.number, StepField::Duration), place, message).help(Message::new(
            format!("tambahkan satuannya, misalnya `{text} menit`"),
            format!("add the unit, such as `{text} menit`"),
        ));
    }
}
