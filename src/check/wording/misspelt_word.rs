//! S805 `misspelt-word`: a word that is known to be misspelt, or that is one letter away from a long word of every SOP.

use crate::check::cures::{in_case_of, replaced};
use crate::check::questions::{Spelling, label_meant_by, listed_words, meant_by, part_of};
use crate::check::{Check, Finding, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Path, SectionKind};
use crate::source::Place;

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
            let change = replaced(sop, passage, word.at..word.end(), &right);
            suspect(findings, passage.path(), passage.part(word.at, word.end()), (word.text, &right))
                .fix(offer(&right, change));
        }
    }
    // The subject of a regulation is its official name.
    for ((item, words), at) in sop.legal_basis.items().iter().zip(sop.texts().citations()).zip(1..) {
        for (word, next) in words.iter().zip(words.iter().skip(1).map(Some)) {
            let Some(right) = label_meant_by(word, next) else { continue };
            let right = in_case_of(word.text, right);
            let place = part_of(&item.value.text, item.place, word.at, word.end());
            let change =
                item.span().map(|value| Change::Replace { value, part: word.at..word.end(), text: right.clone() });
            let path = Path::section(SectionKind::LegalBasis).item(at);
            suspect(findings, path, place, (word.text, &right)).fix(offer(&right, change));
        }
    }
}

/// A word that is probably misspelt, with the right one.
fn suspect<'f>(findings: &'f mut Findings<'_>, path: Path, place: Place, (word, right): (&str, &str)) -> Finding<'f> {
    let message = Message::new(
        format!("kata `{word}` mungkin salah ketik, maksudnya `{right}`"),
        format!("the word `{word}` may be misspelt for `{right}`"),
    );
    findings.report(path, place, message)
}

fn offer(right: &str, change: Option<Change>) -> Option<Fix> {
    let message = Message::new(format!("tulis `{right}`"), format!("write `{right}`"));
    Some(Fix::offered(message, vec![change?]))
}
