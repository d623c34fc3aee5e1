//! S805 `misspelt-word`: a word that is known to be misspelt, or that is one letter away from a long word of every SOP.

use crate::check::cures::{in_case_of, replaced};
use crate::check::questions::{Spelling, listed_words, meant_by};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};

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
            format!("kata `{}` salah ketik, seharusnya `{}`", found.written, found.right),
            format!("the word `{}` is misspelt for `{}`", found.written, found.right),
        );
        let fix = found.fix();
        findings.report(found.path, found.place, message).fix(fix);
    }
    for passage in sop.passages() {
        for word in &passage.words {
            let Some(right) = meant_by(word) else { continue };
            let right = in_case_of(word.text, right);
            let message = Message::new(
                format!("kata `{}` mungkin salah ketik, maksudnya `{right}`", word.text),
                format!("the word `{}` may be misspelt for `{right}`", word.text),
            );
            let change = replaced(sop, passage, word.at..word.end(), &right);
            let fix = change.map(|change| {
                Fix::offered(Message::new(format!("tulis `{right}`"), format!("write `{right}`")), vec![change])
            });
            findings.report(passage.path(), passage.part(word.at, word.end()), message).fix(fix);
        }
    }
}
