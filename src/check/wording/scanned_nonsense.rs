//! S810 `scanned-nonsense`: a word that no dictionary has, made of another by scanning.

use crate::check::questions::Kind;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S810",
    name: "scanned-nonsense",
    severity: Severity::Warning,
    summary: "kata rusak dari hasil pindai",
    summary_en: "a word garbled by scanning",
    page: include_str!("scanned_nonsense.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for passage in sop.passages() {
        for word in passage.listed.iter().map(|at| &passage.words[*at]).filter(|word| word.is(Kind::Nonsense)) {
            let message = Message::new(
                format!("kata `{}` tidak dikenal, mungkin salah terbaca dari hasil pindai", word.text),
                format!("the word `{}` is not known; it may have been misread from a scan", word.text),
            );
            findings.report(passage.path(), passage.part(word.at, word.end()), message).help(Message::new(
                "bandingkan dengan dokumen aslinya; mungkin `menelaah` atau `memerintahkan`",
                "compare it with the original document; it may be `menelaah` or `memerintahkan`",
            ));
        }
    }
}
