//! S806 `glued-words`: two words run together.

use crate::check::questions::{Spelling, listed_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S806",
    name: "glued-words",
    severity: Severity::Info,
    summary: "spasi hilang di antara dua kata",
    summary_en: "two words run together",
    page: include_str!("glued_words.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for found in listed_words(sop, Spelling::Glued) {
        let message = Message::new(
            format!("kata `{}` seharusnya ditulis terpisah: `{}`", found.written, found.right),
            format!("`{}` should be written as two words: `{}`", found.written, found.right),
        );
        let fix = found.fix();
        findings.report(found.path, found.place, message).fix(fix);
    }
}
