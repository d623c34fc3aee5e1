//! S911 `unmade-document`: an SOP waits for a document that no SOP of the agency makes.

use crate::check::folder::Paper;
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "S911",
    name: "unmade-document",
    severity: Severity::Info,
    summary: "SOP menunggu dokumen yang tidak dibuat SOP mana pun",
    summary_en: "an SOP waits for a document that no SOP makes",
    page: include_str!("unmade_document.md"),
    check: Check::Folder(check),
};

fn check(library: &Library, findings: &mut FolderFindings) {
    let mut waiting: Vec<Vec<(usize, &Paper)>> = Vec::new();
    let mut known: HashMap<_, usize> = HashMap::new();
    for (at, card) in library.cards().iter().enumerate() {
        if !library.group(card).is_some_and(|group| group.holds_documents()) {
            continue;
        }
        for paper in card.awaited() {
            if library.is_made(card.agency, &paper.tokens) {
                continue;
            }
            let group = *known.entry((card.agency, &paper.tokens)).or_insert_with(|| {
                waiting.push(Vec::new());
                waiting.len() - 1
            });
            waiting[group].push((at, paper));
        }
    }
    for places in waiting {
        report(library, findings, &places);
    }
}

fn report(library: &Library, findings: &mut FolderFindings, places: &[(usize, &Paper)]) {
    let [(at, first), rest @ ..] = places else { return };
    let (more_id, more_en) = match rest.len() {
        0 => (String::new(), String::new()),
        more => (format!(" ({more} SOP lain juga menunggunya)"), format!(" (waited for by {more} more SOPs)")),
    };
    let name = library.cards()[*at].name();
    let message = Message::new(
        format!("`{name}` menunggu `{}`, yang tidak dibuat SOP mana pun{more_id}", first.written),
        format!("`{name}` waits for `{}`, which no SOP makes{more_en}", first.written),
    );
    let finding = findings.report(*at, &first.spot, message);
    let finding = rest.iter().fold(finding, |finding, (other, paper)| {
        finding.elsewhere(*other, &paper.spot, Message::new("juga ditunggu di sini", "waited for here too"))
    });
    finding.help(Message::new(
        "sebut dokumen itu sebagai output SOP yang membuatnya, atau susun SOP-nya; kalau datang dari luar kantor, biarkan",
        "name it as an output of the SOP that makes it, or write that SOP; if it comes from outside the office, leave it",
    ));
}
