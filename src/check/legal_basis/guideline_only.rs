//! S307 `guideline-only`: only the guidelines on writing SOPs are cited, nothing on the matter itself.

use crate::check::questions::only_guidelines;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};

pub(super) static RULE: Rule = Rule {
    code: "S307",
    name: "guideline-only",
    severity: Severity::Warning,
    summary: "dasar hukum hanya pedoman penyusunan SOP",
    summary_en: "only the guidelines on writing SOPs are cited",
    page: include_str!("guideline_only.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    if !only_guidelines(sop) {
        return;
    }
    let message = Message::new(
        "Dasar Hukum hanya memuat pedoman penyusunan SOP",
        "the legal basis holds nothing but the guidelines on writing SOPs",
    );
    findings.report(Path::section(SectionKind::LegalBasis), sop.legal_basis.place(), message).help(Message::new(
        "tambahkan peraturan yang mengatur pekerjaan ini dan peraturan pelaksanaannya",
        "add the regulations on the matter itself",
    ));
}
