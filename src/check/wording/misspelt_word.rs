//! S805 `misspelt-word`: a word that is known to be misspelt.

use crate::check::questions::{Spelling, listed_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S805",
    name: "misspelt-word",
    severity: Severity::Info,
    summary: "salah ketik",
    summary_en: "a misspelt word",
    page: include_str!("misspelt_word.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for found in listed_words(sop, Spelling::Typo) {
        let message = Message::new(
            format!("`{}` salah ketik, seharusnya `{}`", found.written, found.right),
            format!("`{}` is misspelt for `{}`", found.written, found.right),
        );
        let fix = found.fix();
        findings.report(found.path, found.place, message).fix(fix);
    }
}
