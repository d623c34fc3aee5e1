//! S101 `missing-identity-element`: an element of the identity page without which the SOP cannot be signed is not there.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind, Signatory, Sop};
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "S101",
    name: "missing-identity-element",
    severity: Severity::Error,
    summary: "unsur wajib identitas kosong",
    summary_en: "an element the identity page must have is missing",
    page: include_str!("missing_identity_element.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    if sop.lacks_the_form() {
        return;
    }
    let identity = &sop.identity;
    let wanted = [
        ("nomor", "Nomor SOP", identity.number.is_silent(), identity.number.place()),
        ("nama", "Nama SOP", identity.title.is_silent(), identity.title.place()),
        ("tanggal_pembuatan", "Tanggal Pembuatan", identity.created.is_silent(), identity.created.place()),
        ("tanggal_efektif", "Tanggal Efektif", identity.effective.is_silent(), identity.effective.place()),
        ("disahkan_oleh", "Disahkan Oleh", is_unnamed(sop), blank_place(sop)),
    ];
    for (key, label, silent, place) in wanted {
        if silent {
            report(findings, Path::identity(key), label, place);
        }
    }
    if sop.legal_basis.is_silent() {
        report(findings, Path::section(SectionKind::LegalBasis), "Dasar Hukum", sop.legal_basis.place());
    }
}

fn report(findings: &mut Findings, path: Path, label: &str, place: Place) {
    let message = Message::new(format!("{label} tidak diisi"), format!("{label} is not filled in"));
    findings.report(path, place, message).help(Message::new(
        format!("isi {label}; tanpa itu SOP tidak dapat disahkan"),
        format!("fill in {label}: without it the SOP cannot be signed"),
    ));
}

/// The signatory is no sourced value, so that its blank place is asked for by itself.
fn blank_place(sop: &Sop) -> Place {
    match &sop.identity.signatory {
        crate::model::Field::Blank(place) => *place,
        _ => Place::NOWHERE,
    }
}

/// No official is named, although the label may be there.
fn is_unnamed(sop: &Sop) -> bool {
    sop.identity.signatory.known().map_or(sop.identity.signatory.is_silent(), |it| *it == Signatory::default())
}
