//! S904 `activity-as-relation`: an entry under Keterkaitan is an activity, not an SOP.

use crate::check::{Check, FolderFindings, Library, Relation, Rule};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S904",
    name: "activity-as-relation",
    severity: Severity::Info,
    summary: "Keterkaitan berisi kegiatan, bukan nama SOP",
    summary_en: "Keterkaitan holds an activity, not the name of an SOP",
    page: include_str!("activity_as_relation.md"),
    check: Check::Folder(check),
};

fn check(library: &Library, findings: &mut FolderFindings) {
    for (at, card) in library.cards().iter().enumerate() {
        for (entry, relation) in card.relations.iter().zip(library.relations(at)) {
            let (Relation::Missing(_), Some(activity)) = (relation, entry.activity) else { continue };
            let (id, en) = match activity {
                Some(step) => (format!("pekerjaan langkah {step}"), format!("what step {step} does")),
                None => ("sebuah kegiatan".to_owned(), "an activity".to_owned()),
            };
            let message = Message::new(
                format!("`{}` adalah {id}, bukan nama SOP", entry.written),
                format!("`{}` is {en}, not the name of an SOP", entry.written),
            );
            findings.report(at, &entry.spot, message).help(Message::new(
                "sebut SOP lain yang terkait dengan namanya, misalnya `SOP Pengelolaan Surat Keluar`; kalau tidak ada: `-`",
                "name the other SOPs it is related to, such as `SOP Pengelolaan Surat Keluar`; if there are none: `-`",
            ));
        }
    }
}
