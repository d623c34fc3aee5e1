//! S308 `missing-organisation-rule`: no citation speaks of the organisation, duties and functions of the agency.

use crate::check::questions::{Word, holds_phrase, only_guidelines};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};
use crate::vocabulary::regulation_kinds::ORGANISATION_SUBJECTS;

pub(super) static RULE: Rule = Rule {
    code: "S308",
    name: "missing-organisation-rule",
    severity: Severity::Info,
    summary: "peraturan organisasi tidak disebut",
    summary_en: "no regulation on the organisation of the agency is cited",
    page: include_str!("missing_organisation_rule.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let cited = sop.legal_basis.items();
    let on_duties = |words: &Vec<Word<'_>>| ORGANISATION_SUBJECTS.iter().any(|subject| holds_phrase(words, subject));
    // Where one regulation is cited, or nothing but the guidelines, more is missing than this; another form does not ask for it.
    if cited.len() < 2 || sop.has_moved_basis() || only_guidelines(sop) || sop.texts().citations().iter().any(on_duties)
    {
        return;
    }
    let message = Message::new(
        "Dasar Hukum tidak memuat peraturan tentang organisasi, tugas dan fungsi instansi",
        "the legal basis holds no regulation on the organisation of the agency",
    );
    findings.report(Path::section(SectionKind::LegalBasis), sop.legal_basis.place(), message).help(Message::new(
        "tambahkan peraturan organisasi dan tata kerja instansi, sebab prosedur berangkat dari tugas dan fungsinya",
        "add the regulation on the organisation of the agency: the procedure follows from its duties",
    ));
}
