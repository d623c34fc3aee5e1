//! S209 `overdue-review`: more than two years have passed since the SOP was made, revised or took effect.

use crate::check::questions::{known_date, labelled_date};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Date, Path};

pub(super) static RULE: Rule = Rule {
    code: "S209",
    name: "overdue-review",
    severity: Severity::Info,
    summary: "SOP sudah lama tidak ditinjau ulang",
    summary_en: "the SOP has not been reviewed for long",
    page: include_str!("overdue_review.md"),
    check: Check::Sop(check),
};

/// An SOP is looked at again within so many years.
const YEARS: u16 = 2;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some((year, month, day)) = sop.settings().today.as_ref().and_then(Date::as_ymd) else { return };
    let dates = sop.identity.dates();
    let latest = dates.iter().filter_map(|(key, field)| Some((known_date(field)?, *key, *field)));
    let Some((last, key, field)) = latest.max_by_key(|(date, key, _)| (*date, *key)) else { return };
    if (last.0.saturating_add(YEARS), last.1, last.2) >= (year, month, day) {
        return;
    }
    let last_date = labelled_date(sop, key, field);
    let message = Message::new(
        format!("SOP ini tidak ditinjau ulang sejak {last_date}, lebih dari {YEARS} tahun yang lalu"),
        format!("this SOP has not been reviewed since {last_date}, more than {YEARS} years ago"),
    );
    findings.report(Path::identity(key), field.place(), message).help(Message::new(
        "tinjau ulang isinya, lalu isi Tanggal Revisi; bila tidak berubah, catat hasil evaluasinya",
        "review it and fill in Tanggal Revisi; where nothing has changed, keep the record of the evaluation",
    ));
}
