//! S208 `revision-on-creation-day`: the revision date repeats the date on which the SOP was made.

use crate::check::questions::{known_date, labelled_date};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::Path;
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "S208",
    name: "revision-on-creation-day",
    severity: Severity::Warning,
    summary: "tanggal revisi sama dengan tanggal pembuatan",
    summary_en: "the revision date repeats the date of making",
    page: include_str!("revision_on_creation_day.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let (created, revised) = (&sop.identity.created, &sop.identity.revised);
    let (Some(first), Some(second)) = (known_date(created), known_date(revised)) else { return };
    if first != second {
        return;
    }
    let one = labelled_date(sop, "tanggal_revisi", revised);
    let two = labelled_date(sop, "tanggal_pembuatan", created);
    let message = Message::new(
        format!("{one} sama dengan {two}, padahal revisi datang kemudian"),
        format!("{one} is the same as {two}, but a revision comes later"),
    );
    let note = Message::new("tanggal pembuatan", "date of making");
    findings
        .report(Path::identity("tanggal_revisi"), revised.place(), message)
        .related(Path::identity("tanggal_pembuatan"), created.place(), note)
        .help(Message::new("tulis `-` bila SOP belum pernah direvisi", "write `-` if the SOP was never revised"))
        .fix(never_revised(revised.place()));
}

fn never_revised(date: Place) -> Option<Fix> {
    let change = Change::Set { value: date.span()?, text: "-".to_owned() };
    Some(Fix::offered(Message::new("tulis `-`: belum pernah direvisi", "write `-`: never revised"), vec![change]))
}
