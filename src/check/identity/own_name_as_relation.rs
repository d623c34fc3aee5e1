//! S119 `own-name-as-relation`: under Keterkaitan the SOP names itself.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};

pub(super) static RULE: Rule = Rule {
    code: "S119",
    name: "own-name-as-relation",
    severity: Severity::Warning,
    summary: "Keterkaitan menyebut SOP ini sendiri",
    summary_en: "under Keterkaitan the SOP names itself",
    page: include_str!("own_name_as_relation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(title) = sop.identity.title.known() else { return };
    let own = sop.name();
    for ((at, entry), name) in sop.related.items().iter().enumerate().zip(sop.related_names()) {
        if own.is_empty() || **name != *own {
            continue;
        }
        let message = Message::new(
            format!("Keterkaitan menyebut `{}`, yaitu SOP ini sendiri", entry.value),
            format!("under Keterkaitan stands `{}`, which is this SOP itself", entry.value),
        );
        let note = Message::new("nama SOP ini", "the name of this SOP");
        findings
            .report(Path::section(SectionKind::Related).item(at + 1), entry.place, message)
            .related(Path::identity("nama"), title.place, note)
            .help(Message::new(
                "ganti dengan SOP lain yang mendahului atau meneruskan pekerjaan ini, atau hapus",
                "name another SOP that comes before or goes on with this work, or take it out",
            ));
    }
}
