//! S404 `subject-in-activity`: the activity begins with who does it.

use crate::check::questions::{activities, part, subject_of};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Edit, Fix};
use crate::diagnostic::{Message, Severity};
use crate::model::Sourced;
use crate::source::Span;

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
        let finding = findings.report(path, part(activity, 0, end), message).help(Message::new(
            "mulai dengan kata kerja; pelaksananya sudah tampak pada kolomnya",
            "begin with the verb: the column shows who acts",
        ));
        if let Some(fix) = without_subject(activity, rest) {
            finding.fix(fix);
        }
    }
}

/// Takes the subject out and begins the verb with a capital, where the source spells the activity as we know it.
fn without_subject(activity: &Sourced<String>, rest: usize) -> Option<Fix> {
    let span = activity.span().filter(|span| span.len() == activity.value.len())?;
    let first = activity.value[rest..].chars().next()?;
    let start = span.start as usize;
    let edit = Edit { span: Span::new(start, start + rest + first.len_utf8()), text: first.to_uppercase().collect() };
    let message = Message::new("hapus pelaksana dari uraian", "take the actor out of the activity");
    Some(Fix { message, edits: vec![edit], safe: false })
}
