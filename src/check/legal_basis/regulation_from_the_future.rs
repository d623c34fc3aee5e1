//! S310 `regulation-from-the-future`: a regulation is cited that is younger than the SOP.

use crate::check::questions::moment;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};

pub(super) static RULE: Rule = Rule {
    code: "S310",
    name: "regulation-from-the-future",
    severity: Severity::Error,
    summary: "peraturan lebih muda daripada SOP",
    summary_en: "a regulation is younger than the SOP",
    page: include_str!("regulation_from_the_future.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some((made, dated_by)) = moment(sop) else { return };
    // A revision may have added what is younger than the first issue.
    let revised = sop.identity.revised.value().and_then(|date| date.year).unwrap_or_default();
    for (at, cited) in sop.legal_basis.items().iter().enumerate() {
        let Some(year) = cited.value.regulation.as_ref().and_then(|it| it.year) else { continue };
        if year <= made.year.max(revised) {
            continue;
        }
        let message = Message::new(
            format!("peraturan tahun {year} tidak mungkin menjadi dasar SOP tahun {}", made.year),
            format!("a regulation of {year} cannot be the basis of an SOP of {}", made.year),
        );
        let path = Path::section(SectionKind::LegalBasis).item(at + 1);
        findings.report(path, cited.place, message).rests_on(&dated_by).help(Message::new(
            "periksa tahun peraturan dan tanggal SOP",
            "check the year of the regulation and the date of the SOP",
        ));
    }
}
