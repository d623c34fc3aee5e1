//! S912 `older-basis`: an SOP cites a regulation where sister SOPs of the agency cite a younger one on the same subject.

use crate::check::folder::{Basis, Card};
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "S912",
    name: "older-basis",
    severity: Severity::Info,
    summary: "dasar hukum lebih lama daripada yang dikutip SOP lain",
    summary_en: "other SOPs of the agency cite a younger regulation on the same subject",
    page: include_str!("older_basis.md"),
    check: Check::Folder(check),
};

fn check(library: &Library, findings: &mut FolderFindings) {
    let mut youngest: BTreeMap<(u64, u64), (usize, &Basis)> = BTreeMap::new();
    for (at, card) in library.cards().iter().enumerate() {
        for (key, basis) in keyed(card) {
            let held = youngest.entry(key).or_insert((at, basis));
            if basis.year > held.1.year {
                *held = (at, basis);
            }
        }
    }
    for (at, card) in library.cards().iter().enumerate() {
        for (key, basis) in keyed(card) {
            let Some((other, younger)) = youngest.get(&key).filter(|(_, it)| it.year > basis.year) else { continue };
            // Who cites both knows of both.
            if !card.bases.iter().any(|it| it.subject == basis.subject && it.year > basis.year) {
                report(findings, (at, basis), (*other, younger));
            }
        }
    }
}

/// The citations of a card, each by its agency and subject.
fn keyed(card: &Card) -> impl Iterator<Item = ((u64, u64), &Basis)> {
    card.agency.into_iter().flat_map(|agency| card.bases.iter().map(move |basis| ((agency, basis.subject), basis)))
}

fn report(findings: &mut FolderFindings, (at, own): (usize, &Basis), (other, younger): (usize, &Basis)) {
    let message = Message::new(
        format!("`{}` mungkin sudah diganti: SOP lain mengutip `{}` tentang hal yang sama", own.name, younger.name),
        format!("`{}` may be replaced: another SOP cites `{}` on the same subject", own.name, younger.name),
    );
    let note = Message::new("yang lebih baru dikutip di sini", "the younger one is cited here");
    findings.report(at, &own.spot, message).elsewhere(other, &younger.spot, note).help(Message::new(
        "periksa mana yang masih berlaku, lalu samakan Dasar Hukum SOP-SOP ini",
        "see which of the two is in force, and cite it in all SOPs",
    ));
}
