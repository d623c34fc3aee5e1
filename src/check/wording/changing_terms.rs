//! S809 `changing-terms`: one document goes by two words that mean the same.

use crate::check::cures::set;
use crate::check::questions::{NameKey, Paper, spelt_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::DocumentName;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "S809",
    name: "changing-terms",
    severity: Severity::Info,
    summary: "satu dokumen disebut dengan istilah berganti-ganti",
    summary_en: "one document goes by changing terms",
    page: include_str!("changing_terms.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let chain = sop.chain();
    let mut first: FxHashMap<&NameKey, &Paper<'_>> = FxHashMap::default();
    let mut told = BTreeSet::new();
    for paper in chain.papers() {
        let Some(known) = first.get(paper.key()) else {
            first.insert(paper.key(), paper);
            continue;
        };
        let name = &paper.name.value;
        if name.spelt_like(&known.name.value) || same_words(known, paper) || !told.insert(name.bare()) {
            continue;
        }
        let message = Message::new(
            format!("dokumen `{1}` ini di langkah {0} disebut `{2}`", known.step, paper.name.value, known.name.value),
            format!("`{}` is called `{}` in step {}", paper.name.value, known.name.value, known.step),
        );
        let note = Message::new("istilah yang pertama", "the first term");
        findings
            .report(paper.path(), paper.name.place, message)
            .related(known.path(), known.name.place, note)
            .help(Message::new(
                "pakai satu istilah selama dokumennya sama; beri nama baru hanya bila keadaannya berubah",
                "use one term while it is one document; a new name says that its state has changed",
            ))
            .fix(by_first_term(chain.papers(), paper, &known.name.value));
    }
}

/// The names differ only in joining words, their order or a misspelling.
fn same_words(one: &Paper<'_>, other: &Paper<'_>) -> bool {
    telling_words(one) == telling_words(other)
}

fn telling_words<'a>(paper: &Paper<'a>) -> Vec<Cow<'a, str>> {
    let mut words = spelt_words(&paper.name.value.0);
    words.retain(|word| word.len() > 3);
    words.sort();
    words
}

/// Every paper of that name by the first term; whether its state has changed, only the office knows.
fn by_first_term(papers: &[Paper<'_>], named: &Paper<'_>, term: &DocumentName) -> Option<Fix> {
    let same = |it: &&Paper<'_>| it.name.value.spelt_like(&named.name.value);
    let changes = papers.iter().filter(same).map(|it| set(it.name, &term.0)).collect::<Option<Vec<_>>>()?;
    Some(Fix::offered(Message::new(format!("namai `{term}`"), format!("name it `{term}`")), changes))
}
