//! S507 `vague-requirement`: a requirement is a word that fits every step.

use crate::check::questions::Word;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{DocumentName, StepField};
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
    for (row, step) in sop.steps.iter().enumerate() {
        let names = step.requirements.items().iter().zip(sop.texts().documents(row, StepField::Requirements));
        for (needed, text) in names.filter(|(name, text)| is_vague(&name.value, &text.words)) {
            let message = Message::new(
                format!("kelengkapan `{}` di langkah {} tidak menyebut dokumen yang mana", needed.value, step.number),
                format!("`{}` under Kelengkapan of step {} does not say which document", needed.value, step.number),
            );
            findings.report(text.path(), needed.place, message).help(Message::new(
                "sebut namanya, misalnya `Surat Bupati tentang …`",
                "name it, such as `Surat Bupati tentang …`",
            ));
        }
    }
}

fn is_vague(name: &DocumentName, words: &[Word<'_>]) -> bool {
    let Some(first) = words.first() else { return false };
    let mut likely = VAGUE_NAMES.iter().filter(|vague| vague.starts_with(first.as_lower()));
    likely.any(|vague| name.is_spelt(vague))
}
