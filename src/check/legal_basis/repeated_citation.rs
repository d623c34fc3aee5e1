//! S309 `repeated-citation`: one regulation is cited twice.

use crate::check::questions::{regulation_key, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Citation, Path, SectionKind, Sourced};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "S309",
    name: "repeated-citation",
    severity: Severity::Warning,
    summary: "peraturan disebut dua kali",
    summary_en: "a regulation is cited twice",
    page: include_str!("repeated_citation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let cited = sop.legal_basis.items();
    let path = |at: usize| Path::section(SectionKind::LegalBasis).item(at + 1);
    let mut firsts = FxHashMap::default();
    for (at, later) in cited.iter().enumerate() {
        let Some(key) = later.value.regulation.as_ref().and_then(regulation_key) else { continue };
        let first = *firsts.entry(key).or_insert(at);
        if first == at {
            continue;
        }
        let message = Message::new(
            format!("`{}` sudah disebut di Dasar Hukum butir {}", later.value.short_name(), first + 1),
            format!("`{}` is cited already in item {} of Dasar Hukum", later.value.short_name(), first + 1),
        );
        let note = Message::new("disebut pertama kali di sini", "first cited here");
        findings
            .report(path(at), later.place, message)
            .related(path(first), cited[first].place, note)
            .help(Message::new("hapus salah satunya", "remove one of them"))
            .fix(without_the_lesser(&cited[first], later));
    }
}

/// Takes out the citation that says nothing which the other does not say: the later one, where both say the same.
fn without_the_lesser(first: &Sourced<Citation>, later: &Sourced<Citation>) -> Option<Fix> {
    let gone =
        [(later, first), (first, later)].into_iter().find(|(gone, kept)| says_no_more(&gone.value, &kept.value))?.0;
    let message = Message::new(format!("hapus `{}`", gone.value.text), format!("remove `{}`", gone.value.text));
    Some(Fix::safe(message, vec![Change::Remove { item: gone.span()? }]))
}

/// Kind, number and year are the same; what is left to say is the subject, and a later amendment.
fn says_no_more(gone: &Citation, kept: &Citation) -> bool {
    let subject = |it: &Citation| {
        let Some(about) = it.regulation.as_ref().and_then(|it| it.about.as_deref()) else { return BTreeSet::new() };
        let told = words(&it.text[it.text.find(about).unwrap_or(it.text.len())..]);
        told.into_iter().map(|word| word.lower.into_owned()).collect::<BTreeSet<_>>()
    };
    subject(gone).is_subset(&subject(kept))
}
