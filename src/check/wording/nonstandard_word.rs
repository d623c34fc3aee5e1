//! S807 `nonstandard-word`: a spelling that is not standard Indonesian, reported once for each word.

use crate::check::cures::is_official_name;
use crate::check::questions::{Listed, Spelling, listed_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
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
    let all = listed_words(sop, Spelling::Nonstandard);
    for found in &all {
        if !told.insert(found.written.to_lowercase()) {
            continue;
        }
        let message = Message::new(
            format!("kata `{}` tidak baku, yang baku `{}`", found.written, found.right),
            format!("the word `{}` is not standard; the standard word is `{}`", found.written, found.right),
        );
        findings.report(found.path.clone(), found.place, message).fix(everywhere(found, &all));
    }
}

/// The word is told once, and mended in every text; in names that an office officially bears, only by somebody who knows.
fn everywhere(found: &Listed, all: &[Listed]) -> Option<Fix> {
    let same = |it: &&Listed| it.written.to_lowercase() == found.written.to_lowercase();
    let (names, prose): (Vec<_>, Vec<_>) = all.iter().filter(same).partition(|it| is_official_name(&it.path));
    let changes = |of: &[&Listed]| of.iter().filter_map(|it| it.change.clone()).collect::<Vec<_>>();
    let message = Message::new(format!("tulis `{}`", found.right), format!("write `{}`", found.right));
    match (changes(&prose), changes(&names)) {
        (prose, _) if !prose.is_empty() => Some(Fix::safe(message, prose)),
        (_, names) => (!names.is_empty()).then(|| Fix::offered(message, names)),
    }
}
