//! S801 `activity-without-verb`: the activity does not begin with an active verb.

use crate::check::cures::in_case_of;
use crate::check::questions::{FirstWord, Kind, Word, activities, is_symbol_word, passive_verb, subject_of};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::Sourced;
use crate::vocabulary::active_forms::active_form;
use crate::vocabulary::activity_verbs::BARE_VERBS;

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
    for (step, activity, passage) in activities(sop) {
        let Some(first) = passage.act().first() else { continue };
        // The word of a symbol is no activity at all: `activity-without-object`.
        if first.opens() == FirstWord::Active || asks(passage.text) || is_symbol_word(passage.text) {
            continue;
        }
        // Those have rules of their own, but for verbs that need no prefix: `Datang ke loket`.
        let is_bare = BARE_VERBS.contains(&first.as_lower()) && passage.act().len() > 1;
        let is_listed = is_bare || first.is(Kind::Glued) || first.is(Kind::Nonsense);
        if is_listed || passive_verb(passage.act()).is_some() || subject_of(sop, passage).is_some() {
            continue;
        }
        let message = Message::new(
            format!("uraian langkah {} diawali `{}`, bukan kata kerja aktif", step.number, first.text),
            format!("the activity of step {} begins with `{}`, not with an active verb", step.number, first.text),
        );
        findings
            .report(passage.path(), passage.part(first.at, first.end()), message)
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
