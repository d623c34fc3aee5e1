//! S205 `impossible-date`: a date that is in no calendar, or that cannot be read.

use crate::check::questions::{date_label, written_date};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Field, Path};

pub(super) static RULE: Rule = Rule {
    code: "S205",
    name: "impossible-date",
    severity: Severity::Error,
    summary: "tanggal tidak ada di kalender",
    summary_en: "a date is in no calendar",
    page: include_str!("impossible_date.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (key, field) in sop.identity.dates() {
        let (text, place) = match field {
            Field::Known(date) if !date.value.exists() => (written_date(sop, key, date), date.place),
            Field::Unreadable(text) if text.value.chars().any(|letter| letter.is_ascii_digit()) => {
                (text.value.clone(), text.place)
            }
            _ => continue,
        };
        let message = Message::new(
            format!("{} `{text}` tidak ada di kalender", date_label(key)),
            format!("{} `{text}` is no date of the calendar", date_label(key)),
        );
        findings.report(Path::identity(key), place, message).help(Message::new(
            "periksa hari dan bulannya, lalu tulis sebagai `2 Juli 2023`",
            "check day and month, and write it as `2 Juli 2023`",
        ));
    }
}
