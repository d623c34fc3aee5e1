//! S305 `mixed-citation-styles`: one list writes kinds of regulation, or the word Nomor, now in full and now short.

use crate::check::questions::{CitationStyle, style_of};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};

pub(super) static RULE: Rule = Rule {
    code: "S305",
    name: "mixed-citation-styles",
    severity: Severity::Info,
    summary: "penulisan peraturan tidak seragam",
    summary_en: "regulations are cited in mixed styles",
    page: include_str!("mixed_citation_styles.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let cited = sop.legal_basis.items();
    let styles: Vec<Option<CitationStyle>> =
        cited.iter().zip(sop.texts().citations()).map(|(it, words)| style_of(&it.value, words)).collect();
    let Some((first, style)) = styles.iter().enumerate().find_map(|(at, style)| Some((at, (*style)?))) else { return };
    let Some(other) = styles.iter().position(|it| it.is_some_and(|it| it != style)) else { return };
    let path = |at: usize| Path::section(SectionKind::LegalBasis).item(at + 1);
    let (one, two) = (cited[first].value.short_name(), cited[other].value.short_name());
    let message = Message::new(
        format!("`{two}` ditulis dengan cara lain daripada `{one}`"),
        format!("`{two}` is written in another style than `{one}`"),
    );
    let note = Message::new("cara penulisan yang pertama", "the first style");
    findings.report(path(other), cited[other].place, message).related(path(first), cited[first].place, note).help(
        Message::new(
            "pakai satu cara di seluruh daftar, sebaiknya lengkap: `Undang-Undang Nomor … Tahun … tentang …`",
            "keep to one style, best the full one: `Undang-Undang Nomor … Tahun … tentang …`",
        ),
    );
}
