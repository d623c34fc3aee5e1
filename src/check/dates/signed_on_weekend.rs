//! S211 `signed-on-weekend`: the SOP took effect, and so was signed, on a Saturday or Sunday.

use crate::check::questions::{known_date, written_date};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S211",
    name: "signed-on-weekend",
    severity: Severity::Info,
    summary: "tanggal efektif jatuh pada akhir pekan",
    summary_en: "the effective date falls on a weekend",
    page: include_str!("signed_on_weekend.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let effective = &sop.identity.effective;
    let Some((id, en)) = known_date(effective).and_then(weekend) else { return };
    let written = effective.known().map(|date| written_date(sop, "tanggal_efektif", date)).unwrap_or_default();
    let message = Message::new(
        format!("Tanggal Efektif `{written}` jatuh pada hari {id}"),
        format!("the effective date `{written}` is a {en}"),
    );
    findings.report(Path::identity("tanggal_efektif"), effective.place(), message).help(Message::new(
        "periksa tanggalnya; pegawai bekerja Senin sampai Jumat",
        "check the date: offices work from Monday to Friday",
    ));
}

/// Saturday or Sunday, by Zeller's congruence.
fn weekend((year, month, day): (u16, u8, u8)) -> Option<(&'static str, &'static str)> {
    let (year, month) =
        if month < 3 { (u32::from(year) - 1, u32::from(month) + 12) } else { (u32::from(year), u32::from(month)) };
    let (century, rest) = (year / 100, year % 100);
    match (u32::from(day) + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century) % 7 {
        0 => Some(("Sabtu", "Saturday")),
        1 => Some(("Minggu", "Sunday")),
        _ => None,
    }
}
