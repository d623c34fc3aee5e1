//! S118 `missing-section`: an element that the identity page has besides those without which it cannot be signed.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "S118",
    name: "missing-section",
    severity: Severity::Warning,
    summary: "unsur identitas tidak ada",
    summary_en: "an element of the identity page is missing",
    page: include_str!("missing_section.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    if sop.lacks_the_form() {
        return;
    }
    if sop.identity.agency.is_silent() {
        report(findings, Path::identity("instansi"), "Instansi", sop.identity.agency.place());
    }
    for kind in SectionKind::ALL {
        if let Some(section) = sop.section(kind).filter(|section| section.is_silent()) {
            report(findings, Path::section(kind), kind.heading(), section.place());
        }
    }
}

fn report(findings: &mut Findings, path: Path, label: &str, place: Place) {
    let message = Message::new(format!("{label} tidak diisi"), format!("{label} is not filled in"));
    findings.report(path, place, message).help(Message::new(
        format!("isi {label}, atau tulis `-` bila memang tidak ada"),
        format!("fill in {label}, or write `-` if there is none"),
    ));
}
