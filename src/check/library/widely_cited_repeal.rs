//! S910 `widely-cited-repeal`: several SOPs of the folder cite a repealed regulation.

use crate::check::folder::Outdated;
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "S910",
    name: "widely-cited-repeal",
    severity: Severity::Info,
    summary: "peraturan yang dicabut dikutip banyak SOP",
    summary_en: "a repealed regulation is cited by many SOPs",
    page: include_str!("widely_cited_repeal.md"),
    check: Check::Folder(check),
};

/// Fewer SOPs are no matter of the folder.
const LEAST: usize = 3;

fn check(library: &Library, findings: &mut FolderFindings) {
    let mut cited: BTreeMap<_, Vec<(usize, &Outdated)>> = BTreeMap::new();
    for (at, card) in library.cards().iter().enumerate() {
        for outdated in &card.outdated {
            let repeal = outdated.repeal;
            let places = cited.entry((repeal.kind, repeal.number, repeal.year, repeal.issuer)).or_default();
            if places.last().is_none_or(|(last, _)| *last != at) {
                places.push((at, outdated));
            }
        }
    }
    for places in cited.into_values().filter(|places| places.len() >= LEAST) {
        report(library, findings, &places);
    }
}

fn report(library: &Library, findings: &mut FolderFindings, places: &[(usize, &Outdated)]) {
    let (at, first) = places[0];
    let (count, all, by) = (places.len(), library.cards().len(), first.repeal.replaced_by);
    let message = Message::new(
        format!("{count} dari {all} SOP mengutip `{}`, yang sudah dicabut dan diganti {by}", first.name),
        format!("{count} of {all} SOPs cite `{}`, which was repealed and replaced by {by}", first.name),
    );
    let finding = findings.report(at, &first.spot, message);
    let finding = places[1..].iter().fold(finding, |finding, (other, cited)| {
        finding.elsewhere(*other, &cited.spot, Message::new("dikutip di sini", "cited here"))
    });
    finding.help(Message::new(
        "perbarui Dasar Hukum semua SOP itu sekaligus; `sop check --select S301,S302,S313` menyebut setiap kutipan",
        "bring all of them up to date together; `sop check --select S301,S302,S313` names every citation",
    ));
}
