//! S113 `caution-without-condition`: a caution names neither a condition nor a consequence.

use crate::check::questions::holds_phrase;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::SectionKind;
use crate::vocabulary::decision_wording::CAUTION_WORDS;

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
        // A longer sentence mostly names a consequence in words of its own.
        if item.words.len() > 4 || CAUTION_WORDS.iter().any(|word| holds_phrase(&item.words, word)) {
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
