//! S113 `caution-without-condition`: a caution names neither a condition nor a consequence.

use crate::check::questions::{Word, holds_phrase};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::SectionKind;
use crate::vocabulary::decision_wording::{CALLS_FOR_CARE, CAUTION_WORDS};

pub(super) static RULE: Rule = Rule {
    code: "S113",
    name: "caution-without-condition",
    severity: Severity::Info,
    summary: "peringatan tanpa syarat dan akibat",
    summary_en: "a caution names no condition and no consequence",
    page: include_str!("caution_without_condition.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for item in sop.texts().section(SectionKind::Cautions) {
        // A longer sentence mostly names a consequence in words of its own, unless it only calls for care.
        let calls_for_care = CALLS_FOR_CARE.iter().any(|call| starts_with(&item.words, call));
        if item.words.len() > 4 && !calls_for_care || CAUTION_WORDS.iter().any(|word| holds_phrase(&item.words, word)) {
            continue;
        }
        let message = Message::new(
            format!("peringatan `{}` tidak menyebut syarat atau akibat", item.text),
            format!("the caution `{}` names no condition and no consequence", item.text),
        );
        findings.report(item.path(), item.place, message).help(Message::new(
            "tulis `Jika … maka …`, misalnya `Jika SOP ini tidak dilaksanakan maka surat terlambat dibalas`",
            "write `Jika … maka …`, such as `Jika SOP ini tidak dilaksanakan maka surat terlambat dibalas`",
        ));
    }
}

fn starts_with(words: &[Word<'_>], phrase: &str) -> bool {
    let mut said = words.iter();
    phrase.split(' ').all(|part| said.next().is_some_and(|word| word.lower == part))
}
