//! S903 `unknown-related-sop`: Keterkaitan names an SOP that the folder does not hold.

use crate::check::folder::Entry;
use crate::check::{Check, FolderFindings, Library, Relation, Rule};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S903",
    name: "unknown-related-sop",
    severity: Severity::Warning,
    summary: "Keterkaitan menyebut SOP yang tidak ada",
    summary_en: "Keterkaitan names an SOP that is not there",
    page: include_str!("unknown_related_sop.md"),
    check: Check::Folder(check),
};

fn check(library: &Library, findings: &mut FolderFindings) {
    for (at, card) in library.cards().iter().enumerate() {
        if !library.group(card).is_some_and(|group| group.holds_relations()) {
            continue;
        }
        for (entry, relation) in card.relations.iter().zip(library.relations(at)) {
            // What reads as an activity is the business of S904.
            if let (Relation::Missing(near), None) = (relation, entry.activity) {
                report(library, findings, at, entry, *near);
            }
        }
    }
}

fn report(library: &Library, findings: &mut FolderFindings, at: usize, entry: &Entry, near: Option<usize>) {
    let message = Message::new(
        format!("tidak ada SOP bernama `{}` di folder ini", entry.written),
        format!("no SOP of the folder is called `{}`", entry.written),
    );
    let finding = findings.report(at, &entry.spot, message);
    let Some(near) = near else {
        finding.help(Message::new(
            "susun SOP itu, atau pakai nama SOP yang sudah ada",
            "write that SOP, or use the name of one that there is",
        ));
        return;
    };
    let other = &library.cards()[near];
    finding.elsewhere(near, other.head(), Message::new("yang paling mirip", "the nearest name")).help(Message::new(
        format!("kalau yang dimaksud `{}`, tulis nama itu; kalau bukan, susun SOP-nya", other.name()),
        format!("if `{}` is meant, write that name; if not, write the SOP", other.name()),
    ));
}
