//! S115 `bare-record-keeping`: the section on records is one word that says neither what nor where.

use crate::check::questions::words;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};

pub(super) static RULE: Rule = Rule {
    code: "S115",
    name: "bare-record-keeping",
    severity: Severity::Info,
    summary: "pencatatan tidak menyebut apa dan di mana",
    summary_en: "the section on records says neither what nor where",
    page: include_str!("bare_record_keeping.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let [item] = sop.records.items() else { return };
    if words(&item.value).len() != 1 {
        return;
    }
    let message = Message::new(
        format!("Pencatatan dan Pendataan `{}` tidak menyebut apa yang dicatat dan di mana disimpan", item.value),
        format!("Pencatatan dan Pendataan `{}` says neither what is recorded nor where it is kept", item.value),
    );
    findings.report(Path::section(SectionKind::Records).item(1), item.place, message).help(Message::new(
        "sebut bukunya atau cara menyimpannya, misalnya `Disimpan sebagai data elektronik dan manual`",
        "name the register or the way it is kept, such as `Disimpan sebagai data elektronik dan manual`",
    ));
}
