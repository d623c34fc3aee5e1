//! S801 `activity-without-verb`: the activity does not begin with an active verb.

use crate::check::cures::in_case_of;
use crate::check::questions::{FirstWord, Word, activities, activity_words, first_word, is_passive, part, subject_of};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::Sourced;
use crate::vocabulary::active_forms::active_form;
use crate::vocabulary::typos::{GLUED, SCANNED_NONSENSE};

pub(super) static RULE: Rule = Rule {
    code: "S801",
    name: "activity-without-verb",
    severity: Severity::Warning,
    summary: "uraian tidak diawali kata kerja aktif",
    summary_en: "an activity does not begin with an active verb",
    page: include_str!("activity_without_verb.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (step, path, activity) in activities(sop) {
        let words = activity_words(&activity.value);
        let Some(first) = words.first() else { continue };
        let lower = first.as_lower();
        // Those have rules of their own.
        let other = GLUED.iter().any(|(glued, _)| *glued == lower)
            || SCANNED_NONSENSE.contains(&lower)
            || is_passive(&activity.value)
            || subject_of(sop, &activity.value).is_some();
        if first_word(lower) == FirstWord::Active || other || asks(&activity.value) {
            continue;
        }
        let message = Message::new(
            format!("uraian langkah {} diawali `{}`, bukan kata kerja aktif", step.number, first.text),
            format!("the activity of step {} begins with `{}`, not with an active verb", step.number, first.text),
        );
        findings
            .report(path, part(activity, first.at, first.end()), message)
            .help(Message::new(
                "mulai dengan kata kerja `me-…` atau `ber-…`, misalnya `Menyerahkan disposisi`",
                "begin with a verb in `me-…` or `ber-…`, such as `Menyerahkan disposisi`",
            ))
            .fix(with_verb(activity, first));
    }
}

/// Decisions may be put as a question.
fn asks(activity: &str) -> bool {
    activity.trim_end().ends_with('?')
}

/// The verb that the list has for the first word.
fn with_verb(activity: &Sourced<String>, first: &Word<'_>) -> Option<Fix> {
    let verb = in_case_of(first.text, active_form(&first.lower)?);
    let message = Message::new(format!("tulis `{verb}`"), format!("write `{verb}`"));
    let change = Change::Replace { value: activity.span()?, part: first.at..first.end(), text: verb };
    Some(Fix::offered(message, vec![change]))
}
