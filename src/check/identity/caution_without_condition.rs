//! S113 `caution-without-condition`: a caution names neither a condition nor a consequence.

use crate::check::questions::{holds_phrase, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};
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
    for (at, item) in sop.cautions.items().iter().enumerate() {
        // A longer sentence mostly names a consequence in words of its own.
        if words(&item.value).len() > 4 || CAUTION_WORDS.iter().any(|word| holds_phrase(&item.value, word)) {
            continue;
        }
        let message = Message::new(
            format!("peringatan `{}` tidak menyebut syarat atau akibat", item.value),
            format!("the caution `{}` names no condition and no consequence", item.value),
        );
        findings.report(Path::section(SectionKind::Cautions).item(at + 1), item.place, message).help(Message::new(
            "tulis `Jika … maka …`, misalnya `Jika SOP ini tidak dilaksanakan maka surat terlambat dibalas`",
            "write `Jika … maka …`, such as `Jika SOP ini tidak dilaksanakan maka surat terlambat dibalas`",
        ));
    }
}
