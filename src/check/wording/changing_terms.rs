//! S809 `changing-terms`: one document goes by two words that mean the same.

use crate::check::cures::set;
use crate::check::questions::{NameKey, Paper, spelt_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::DocumentName;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

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
    // Hardly any SOP has such a document.
    let mut untold = None;
    for paper in chain.papers() {
        let Some(known) = first.get(paper.key()) else {
            first.insert(paper.key(), paper);
            continue;
        };
        let name = &paper.name.value;
        if name.spelt_like(&known.name.value) || same_words(known, paper) {
            continue;
        }
        let untold = untold.get_or_insert_with(|| by_name(chain.papers()));
        let Some(alike) = untold.remove(&name.bare()) else { continue };
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
            .fix(by_first_term(&alike, &known.name.value));
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

/// The papers of each name, however it is spelt.
fn by_name<'p, 's>(papers: &'p [Paper<'s>]) -> FxHashMap<String, Vec<&'p Paper<'s>>> {
    let mut named: FxHashMap<String, Vec<&Paper<'_>>> = FxHashMap::default();
    papers.iter().for_each(|it| named.entry(it.name.value.bare()).or_default().push(it));
    named
}

/// All these papers by the first term; whether their state has changed, only the office knows.
fn by_first_term(papers: &[&Paper<'_>], term: &DocumentName) -> Option<Fix> {
    let changes = papers.iter().map(|it| set(it.name, &term.0)).collect::<Option<Vec<_>>>()?;
    Some(Fix::offered(Message::new(format!("namai `{term}`"), format!("name it `{term}`")), changes))
}
