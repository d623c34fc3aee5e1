//! S309 `repeated-citation`: one regulation is cited twice.

use crate::check::questions::same_regulation;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};

pub(super) static RULE: Rule = Rule {
    code: "S309",
    name: "repeated-citation",
    severity: Severity::Warning,
    summary: "peraturan disebut dua kali",
    summary_en: "a regulation is cited twice",
    page: include_str!("repeated_citation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let cited = sop.legal_basis.items();
    let path = |at: usize| Path::section(SectionKind::LegalBasis).item(at + 1);
    for (at, later) in cited.iter().enumerate() {
        let same = |other: &crate::model::Citation| match (&other.regulation, &later.value.regulation) {
            (Some(one), Some(two)) => same_regulation(one, two),
            _ => false,
        };
        let Some(first) = cited[..at].iter().position(|it| same(&it.value)) else { continue };
        let message = Message::new(
            format!("`{}` sudah disebut di butir {}", later.value.short_name(), first + 1),
            format!("`{}` is cited in item {} already", later.value.short_name(), first + 1),
        );
        let note = Message::new("disebut pertama kali di sini", "first cited here");
        findings
            .report(path(at), later.place, message)
            .related(path(first), cited[first].place, note)
            .help(Message::new("hapus salah satunya", "remove one of them"));
    }
}
