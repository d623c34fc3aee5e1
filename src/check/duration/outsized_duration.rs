//! S608 `outsized-duration`: putting something on record takes a day or more, signing it more than a week of work.

use crate::check::questions::{FirstWord, Word, first_word_of, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Duration, Field, Number, Path, Quantity, Sourced, StepField, Unit};
use crate::vocabulary::activity_verbs::{RECORDING, SIGNING};

pub(super) static RULE: Rule = Rule {
    code: "S608",
    name: "outsized-duration",
    severity: Severity::Info,
    summary: "waktu terlalu lama untuk pekerjaannya",
    summary_en: "a duration is too long for what is done",
    page: include_str!("outsized_duration.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (row, step) in sop.steps.iter().enumerate() {
        let Some(verb) = first_word_of(sop, row).filter(|verb| !does_more(&step.activity, verb)) else { continue };
        let is_long: fn(&Duration) -> bool = match verb {
            _ if RECORDING.contains(&verb) => takes_a_day,
            _ if SIGNING.contains(&verb) => takes_over_a_week,
            _ => continue,
        };
        let Some(duration) = step.duration.known().filter(|it| is_long(&it.value)) else { continue };
        let message = Message::new(
            format!("waktu `{}` di langkah {} terlalu lama untuk {verb}", duration.value, step.number),
            format!(
                "the duration `{}` of step {} is too long for what is done (`{verb}`)",
                duration.value, step.number
            ),
        );
        let activity = Path::field(step.number, StepField::Activity);
        let note = Message::new("kegiatannya", "the activity");
        findings
            .report(Path::field(step.number, StepField::Duration), duration.place, message)
            .related(activity, step.activity.place(), note)
            .help(Message::new(
                "tulis waktu kerjanya saja, misalnya `15 menit`",
                "write the time of the work alone, such as `15 menit`",
            ));
    }
}

/// `Mencatat dalam register dan memberitahukan …`: something else is done too, which may take the time.
fn does_more(activity: &Field<Sourced<String>>, verb: &str) -> bool {
    let Some(text) = activity.value() else { return false };
    let quick = |word: &Word<'_>| RECORDING.contains(&&*word.lower) || SIGNING.contains(&&*word.lower);
    let is_other = |word: &Word<'_>| word.lower != verb && word.opens() == FirstWord::Active && !quick(word);
    words(text).iter().skip(1).any(is_other)
}

/// More than five days, or a week.
fn takes_over_a_week(duration: &Duration) -> bool {
    let is_long = |low: Quantity| low.unit > Unit::Week || low.unit == Unit::Week && low.number > Number::whole(1);
    let is_many_days = |low: Quantity| low.unit == Unit::Day && low.number > Number::whole(5);
    duration.per.is_none() && duration.parts.iter().any(|part| is_long(part.low) || is_many_days(part.low))
}

fn takes_a_day(duration: &Duration) -> bool {
    duration.per.is_none() && duration.parts.iter().any(|part| part.low.unit >= Unit::Day)
}
