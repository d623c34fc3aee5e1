//! S601 `unmeasurable-duration`: Waktu holds something that cannot be measured.

use crate::check::questions::{
    duration_texts, has_digit, holds_two_durations, is_bare_number, is_counted_from_an_event,
};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Field, Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S601",
    name: "unmeasurable-duration",
    severity: Severity::Error,
    summary: "waktu tidak terukur",
    summary_en: "a duration cannot be measured",
    page: include_str!("unmeasurable_duration.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        let dash = matches!(step.duration, Field::Dash(_)).then(|| ("-".to_owned(), step.duration.place()));
        let is_measured =
            |text: &str| is_bare_number(text) || holds_two_durations(text) || is_counted_from_an_event(text);
        let unread = duration_texts(step).filter(|(text, _)| !is_measured(text));
        let Some((text, place)) = dash.or(unread) else { continue };
        let number = step.number;
        let message = match has_digit(&text) {
            true => Message::new(
                format!("waktu `{text}` di langkah {number} bukan angka dengan satuan waktu"),
                format!("the duration `{text}` of step {number} is no number with a unit of time"),
            ),
            false => Message::new(
                format!("waktu `{text}` di langkah {number} bukan waktu yang dapat diukur"),
                format!("the duration `{text}` of step {number} cannot be measured"),
            ),
        };
        findings.report(Path::field(step.number, StepField::Duration), place, message).help(Message::new(
            "tulis angka dan satuan, misalnya `1 hari` atau `15 menit`",
            "write a number and a unit, such as `1 hari` or `15 menit`",
        ));
    }
}
