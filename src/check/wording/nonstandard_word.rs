//! S807 `nonstandard-word`: a spelling that is not standard Indonesian, reported once for each word.

use crate::check::questions::{Spelling, listed_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "S807",
    name: "nonstandard-word",
    severity: Severity::Info,
    summary: "kata tidak baku",
    summary_en: "a word that is not standard Indonesian",
    page: include_str!("nonstandard_word.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let mut told = BTreeSet::new();
    for found in listed_words(sop.passages(), Spelling::Nonstandard) {
        if !told.insert(found.written.to_lowercase()) {
            continue;
        }
        let message = Message::new(
            format!("`{}` tidak baku, yang baku `{}`", found.written, found.right),
            format!("`{}` is not standard; the standard word is `{}`", found.written, found.right),
        );
        let fix = found.fix();
        let finding = findings.report(found.path, found.place, message);
        if let Some(fix) = fix {
            finding.fix(fix);
        }
    }
}
