//! S404 `subject-in-activity`: the activity begins with who does it.

use crate::check::questions::{activities, part, subject_of};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::Sourced;

pub(super) static RULE: Rule = Rule {
    code: "S404",
    name: "subject-in-activity",
    severity: Severity::Warning,
    summary: "uraian kegiatan menyebut pelaksananya",
    summary_en: "the activity begins with who does it",
    page: include_str!("subject_in_activity.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (_, path, activity) in activities(sop) {
        let Some((end, rest)) = subject_of(sop, &activity.value) else { continue };
        let subject = activity.value[..end].trim();
        let message = Message::new(
            format!("uraian diawali pelaksananya, `{subject}`"),
            format!("the activity begins with its actor, `{subject}`"),
        );
        findings
            .report(path, part(activity, 0, end), message)
            .help(Message::new(
                "mulai dengan kata kerja; pelaksananya sudah tampak pada kolomnya",
                "begin with the verb: the column shows who acts",
            ))
            .fix(without_subject(activity, rest));
    }
}

/// Takes the subject out and begins the verb with a capital.
fn without_subject(activity: &Sourced<String>, rest: usize) -> Option<Fix> {
    let first = activity.value[rest..].chars().next()?;
    let part = 0..rest + first.len_utf8();
    let change = Change::Replace { value: activity.span()?, part, text: first.to_uppercase().collect() };
    Some(Fix::offered(Message::new("hapus pelaksana dari uraian", "take the actor out of the activity"), vec![change]))
}
