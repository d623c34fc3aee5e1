//! S212 `date-as-signatory`: a date stands where the signing official belongs.

use crate::check::questions::is_date_like;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Field, Path};

pub(super) static RULE: Rule = Rule {
    code: "S212",
    name: "date-as-signatory",
    severity: Severity::Warning,
    summary: "tanggal tertulis di kolom pengesah",
    summary_en: "a date stands in place of the signing official",
    page: include_str!("date_as_signatory.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let texts = match &sop.identity.signatory {
        Field::Unreadable(text) => [Some(text), None],
        Field::Known(it) => [it.name.as_ref(), it.position.as_ref()],
        _ => [None, None],
    };
    let Some(text) = texts.into_iter().flatten().find(|text| is_date_like(&text.value)) else { return };
    let message = Message::new(
        format!("Disahkan Oleh memuat tanggal `{}`, bukan pejabat yang mengesahkan", text.value),
        format!("under Disahkan Oleh stands the date `{}`, not an official", text.value),
    );
    findings.report(Path::identity("disahkan_oleh"), text.place, message).help(Message::new(
        "tulis jabatan, nama dan NIP pejabat yang mengesahkan",
        "write office, name and NIP of the official who signs",
    ));
}
