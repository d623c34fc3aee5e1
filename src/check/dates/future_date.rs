//! S210 `future-date`: the SOP claims to have been made, or to have taken effect, on a day that is still to come.

use crate::check::questions::{date_label, known_date, written_date};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Date, Path};

pub(super) static RULE: Rule = Rule {
    code: "S210",
    name: "future-date",
    severity: Severity::Warning,
    summary: "tanggal pembuatan atau efektif di masa depan",
    summary_en: "the SOP was made, or is in force, in the future",
    page: include_str!("future_date.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(today) = sop.settings().today.as_ref().and_then(Date::as_ymd) else { return };
    // A revision date may be the planned day of the next review.
    let fields = [("tanggal_pembuatan", &sop.identity.created), ("tanggal_efektif", &sop.identity.effective)];
    for (key, field) in fields {
        let label = date_label(key);
        if known_date(field).is_none_or(|date| date <= today) {
            continue;
        }
        let written = field.known().map(|date| written_date(sop, key, date)).unwrap_or_default();
        let message = Message::new(
            format!("{label} `{written}` masih di masa depan"),
            format!("{label} `{written}` is still to come"),
        );
        findings.report(Path::identity(key), field.place(), message).help(Message::new(
            "periksa tahunnya; SOP yang belum dibuat tidak dapat disahkan",
            "check the year: what is not made yet cannot be signed",
        ));
    }
}
