//! S204 `incomplete-date`: a date lacks its day, month or year.

use crate::check::questions::{date_label, written_date};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Date, Path};

pub(super) static RULE: Rule = Rule {
    code: "S204",
    name: "incomplete-date",
    severity: Severity::Warning,
    summary: "tanggal tidak lengkap",
    summary_en: "a date is incomplete",
    page: include_str!("incomplete_date.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (key, field) in sop.identity.dates() {
        let Some(date) = field.known() else { continue };
        if date.value.is_complete() {
            continue;
        }
        let (id, en) = missing(&date.value);
        let written = written_date(sop, key, date);
        let message = Message::new(
            format!("{} `{written}` belum menyebut {id}", date_label(key)),
            format!("{} `{written}` has no {en}", date_label(key)),
        );
        findings.report(Path::identity(key), date.place, message).help(Message::new(
            "tulis tanggal, bulan dan tahun, misalnya `30 November 2023`",
            "write day, month and year, such as `30 November 2023`",
        ));
    }
}

fn missing(date: &Date) -> (&'static str, &'static str) {
    match (date.year, date.month) {
        (None, _) => ("tahun", "year"),
        (_, None) => ("bulan", "month"),
        _ => ("tanggal berapa", "day"),
    }
}
