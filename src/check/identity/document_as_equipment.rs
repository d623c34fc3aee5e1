//! S112 `document-as-equipment`: a document that steps work on is listed as equipment.

use crate::check::questions::words;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};
use crate::vocabulary::document_synonyms::DOCUMENT_OPENINGS;

pub(super) static RULE: Rule = Rule {
    code: "S112",
    name: "document-as-equipment",
    severity: Severity::Info,
    summary: "dokumen tercantum sebagai peralatan",
    summary_en: "a document is listed as equipment",
    page: include_str!("document_as_equipment.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (at, item) in sop.equipment.items().iter().enumerate() {
        let lower: Vec<_> = words(&item.value).into_iter().map(|word| word.lower).collect();
        let joined = lower.join(" ");
        if !DOCUMENT_OPENINGS.iter().any(|opening| joined == *opening || joined.starts_with(&format!("{opening} "))) {
            continue;
        }
        let message = Message::new(
            format!("`{}` di Peralatan/Perlengkapan adalah dokumen, bukan alat", item.value),
            format!("`{}` under Peralatan/Perlengkapan is a document, no tool", item.value),
        );
        findings.report(Path::section(SectionKind::Equipment).item(at + 1), item.place, message).help(Message::new(
            "pindahkan ke Kelengkapan langkah yang memakainya; di sini tulis alat, misalnya komputer dan ATK",
            "move it to the requirements of the step that uses it; list tools here, such as computer and stationery",
        ));
    }
}
