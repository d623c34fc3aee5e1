//! S112 `document-as-equipment`: a document that steps work on is listed as equipment.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::SectionKind;
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
    for item in sop.texts().section(SectionKind::Equipment) {
        let begins = |opening: &&str| {
            let mut parts = opening.split(' ').enumerate();
            parts.all(|(at, part)| item.words.get(at).is_some_and(|word| word.lower == part))
        };
        if !DOCUMENT_OPENINGS.iter().any(begins) {
            continue;
        }
        let message = Message::new(
            format!("`{}` di Peralatan/Perlengkapan adalah dokumen, bukan alat", item.text),
            format!("`{}` under Peralatan/Perlengkapan is a document, no tool", item.text),
        );
        findings.report(item.path(), item.place, message).help(Message::new(
            "pindahkan ke Kelengkapan langkah yang memakainya; di sini tulis alat, misalnya komputer dan ATK",
            "move it to the requirements of the step that uses it; list tools here, such as computer and stationery",
        ));
    }
}
