//! S905 `one-sided-relation`: an SOP is named under Keterkaitan of another that it does not name itself.

use crate::check::folder::Kind;
use crate::check::{Check, FolderFindings, Library, Relation, Rule};
use crate::diagnostic::{Message, Severity};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "S905",
    name: "one-sided-relation",
    severity: Severity::Info,
    summary: "Keterkaitan hanya ditulis di satu pihak",
    summary_en: "a relation is written on one side only",
    page: include_str!("one_sided_relation.md"),
    check: Check::Folder(check),
};

fn check(library: &Library, findings: &mut FolderFindings) {
    let mut askers: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (at, card) in library.cards().iter().enumerate() {
        for (position, relation) in library.relations(at).iter().enumerate() {
            let Relation::One(other) = *relation else { continue };
            let is_whole_and_part = [card.kind, library.cards()[other].kind].contains(&Kind::Macro);
            let both_hold = library.is_in_force(at) && library.is_in_force(other);
            if other != at && both_hold && !is_whole_and_part && !names(library, other, at) {
                askers.entry(other).or_default().push((at, position));
            }
        }
    }
    for (at, askers) in askers {
        report(library, findings, at, &askers);
    }
}

/// Keterkaitan of the one names the other, or may mean it.
fn names(library: &Library, one: usize, other: usize) -> bool {
    library.relations(one).iter().any(|relation| match relation {
        Relation::One(named) => *named == other,
        Relation::Perhaps(named) => named.contains(&other),
        Relation::Missing(near) => *near == Some(other),
        Relation::Unnamed => false,
    })
}

fn report(library: &Library, findings: &mut FolderFindings, at: usize, askers: &[(usize, usize)]) {
    let cards = library.cards();
    let (first, _) = askers[0];
    let (more_id, more_en) = match askers.len() - 1 {
        0 => (String::new(), " names this SOP".to_owned()),
        more => (format!(" dan {more} SOP lain"), format!(" and {more} more name this SOP")),
    };
    let message = Message::new(
        format!("`{}`{more_id} menyebut SOP ini di Keterkaitan, tetapi SOP ini tidak menyebutnya", cards[first].name()),
        format!("`{}`{more_en} under Keterkaitan, but this SOP does not name it back", cards[first].name()),
    );
    let finding = findings.report(at, &cards[at].relations_spot, message);
    let finding = askers.iter().fold(finding, |finding, (asker, position)| {
        let note = Message::new("disebut di sini", "named here");
        finding.elsewhere(*asker, &cards[*asker].relations[*position].spot, note)
    });
    finding.help(Message::new(
        "sebut juga SOP itu di Keterkaitan, supaya keduanya ditinjau bersama",
        "name that SOP under Keterkaitan too, so that both are reviewed together",
    ));
}
