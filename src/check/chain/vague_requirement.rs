//! S507 `vague-requirement`: a requirement is a word that fits every step.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};
use crate::vocabulary::document_synonyms::VAGUE_NAMES;

pub(super) static RULE: Rule = Rule {
    code: "S507",
    name: "vague-requirement",
    severity: Severity::Info,
    summary: "kelengkapan terlalu umum",
    summary_en: "a requirement says nothing definite",
    page: include_str!("vague_requirement.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        for (at, needed) in step.requirements.items().iter().enumerate() {
            if !VAGUE_NAMES.iter().any(|vague| needed.value.is_spelt(vague)) {
                continue;
            }
            let path = Path::field(step.number, StepField::Requirements).item(at + 1);
            let message = Message::new(
                format!("kelengkapan `{}` di langkah {} tidak menyebut dokumen yang mana", needed.value, step.number),
                format!("`{}` under Kelengkapan of step {} does not say which document", needed.value, step.number),
            );
            findings.report(path, needed.place, message).help(Message::new(
                "sebut namanya, misalnya `Surat Bupati tentang …`",
                "name it, such as `Surat Bupati tentang …`",
            ));
        }
    }
}
