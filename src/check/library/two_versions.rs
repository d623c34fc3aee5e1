//! S902 `two-versions`: one SOP of a unit is there twice, and both are in force.

use crate::check::folder::Card;
use crate::check::questions::words;
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::document_synonyms::JOINING_WORDS;

pub(super) static RULE: Rule = Rule {
    code: "S902",
    name: "two-versions",
    severity: Severity::Warning,
    summary: "satu SOP ada dua kali dan keduanya berlaku",
    summary_en: "one SOP is there twice, and both are in force",
    page: include_str!("two_versions.md"),
    check: Check::Folder(check),
};

/// So many steps tell one work from another.
const LEAST_STEPS: usize = 3;

fn check(library: &Library, findings: &mut FolderFindings) {
    let key = |at: usize, card: &Card| {
        let title = card.title.as_ref().filter(|it| library.is_in_force(at) && !is_cut(&it.written))?;
        Some((card.agency?, card.unit, title.key.clone()))
    };
    for group in library.alike(key) {
        let made = |at: usize| library.cards()[at].made.map(|it| (it.year, it.month, it.day));
        // Of equal dates the first named is kept.
        let Some(newest) = group.iter().copied().max_by_key(|at| (made(*at), usize::MAX - at)) else { continue };
        let is_other = |at: &usize| is_of_other_work(&library.cards()[*at], &library.cards()[newest]);
        for at in group.into_iter().filter(|at| *at != newest && !is_other(at)) {
            report(library, findings, at, newest, made(at) < made(newest));
        }
    }
}

/// The name breaks off, so that what tells it from another may be lost: `Pelayanan Administrasi dan`.
fn is_cut(name: &str) -> bool {
    let last = words(name).pop().map(|word| word.lower.into_owned()).unwrap_or_default();
    JOINING_WORDS.contains(&last.as_str()) || name.trim_end().ends_with(['-', '–', ',', '(', '/', '&', ':'])
}

/// Both have steps enough to tell, and not one activity in common: two SOPs of which one name at least was cut short.
fn is_of_other_work(one: &Card, other: &Card) -> bool {
    let shortest = one.steps.len().min(other.steps.len());
    shortest >= LEAST_STEPS && !one.steps.iter().any(|step| other.steps.contains(step))
}

fn report(library: &Library, findings: &mut FolderFindings, at: usize, newest: usize, is_older: bool) {
    let (own, other) = (&library.cards()[at], &library.cards()[newest]);
    let (id, en) = match is_older {
        true => ("versi yang lebih baru", "the newer version"),
        false => ("versi yang lain", "the other version"),
    };
    let message = Message::new(
        format!("SOP `{}` ada dua kali dan keduanya berlaku", own.name()),
        format!("the SOP `{}` is there twice, and both are in force", own.name()),
    );
    findings.report(at, own.head(), message).elsewhere(newest, other.head(), Message::new(id, en)).help(Message::new(
        "tarik yang lama dari folder ini, atau cabut di Keterkaitan yang baru (`Mencabut SOP Nomor …`)",
        "take the old one out of the folder, or revoke it under Keterkaitan of the new one (`Mencabut SOP Nomor …`)",
    ));
}
