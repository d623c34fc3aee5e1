//! S404 `subject-in-activity`: the activity begins with who does it.

use crate::check::questions::{activities, subject_of};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Origin, Path, Sourced, Step, StepField};

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
    // Where steps are sentences the subject is the only one who says who acts.
    if !sop.has_table() {
        return;
    }
    for (step, activity, text) in activities(sop) {
        let Some((end, rest)) = subject_of(sop, text) else { continue };
        let subject = activity.value[..end].trim();
        let message = Message::new(
            format!("uraian langkah {} diawali pelaksananya, `{subject}`", step.number),
            format!("the activity of step {} begins with its actor, `{subject}`", step.number),
        );
        findings
            .report(text.path(), text.part(0, end), message)
            .help(Message::new(
                "mulai dengan kata kerja; pelaksananya sudah tampak pada kolomnya",
                "begin with the verb: the column shows who acts",
            ))
            .fix(without_subject(activity, rest, is_shown(sop, step, subject)));
    }
}

/// Takes the subject out and begins the verb with a capital.
fn without_subject(activity: &Sourced<String>, rest: usize, is_shown: bool) -> Option<Fix> {
    let first = activity.value[rest..].chars().next()?;
    let part = 0..rest + first.len_utf8();
    let change = Change::Replace { value: activity.span()?, part, text: first.to_uppercase().collect() };
    let message = Message::new("hapus pelaksana dari uraian", "take the actor out of the activity");
    Some(Fix { safe: is_shown, ..Fix::safe(message, vec![change]) })
}

/// The column says the same, and does so by itself: it was not inferred from this very subject.
fn is_shown(sop: &Subject<'_>, step: &Step, subject: &str) -> bool {
    let column = Path::field(step.number, StepField::Actors);
    let is_said = matches!(sop.ledger().origin(&column), Origin::Read);
    let mut actors = step.actors();
    let only = actors.next().filter(|_| actors.next().is_none());
    is_said && only.is_some_and(|actor| sop.actor_name(&actor.value).trim().eq_ignore_ascii_case(subject))
}
