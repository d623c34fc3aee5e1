//! S803 `activity-without-object`: the activity is one word.

use crate::check::questions::{FirstWord, Kind, Word, activities, is_symbol_word};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S803",
    name: "activity-without-object",
    severity: Severity::Warning,
    summary: "uraian tanpa objek",
    summary_en: "an activity names no object",
    page: include_str!("activity_without_object.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (step, activity, text) in activities(sop) {
        if !names_no_object(text.act()) {
            continue;
        }
        let message = Message::new(
            format!("uraian langkah {}, `{}`, tidak menyebut apa yang dikerjakan", step.number, activity.value),
            format!("the activity of step {}, `{}`, does not say what is worked on", step.number, activity.value),
        );
        findings.report(text.path(), activity.place, message).help(help(&activity.value));
    }
}

fn help(activity: &str) -> Message {
    let verb = activity.trim_end_matches('.');
    match is_symbol_word(activity) {
        true => Message::new(
            "hapus baris ini; simbolnya dipasang di langkah pertama atau terakhir, bukan di baris sendiri",
            "take the row out: its symbol belongs to the first or the last step, not into a row of its own",
        ),
        false => Message::new(
            format!("sebut objeknya, misalnya `{verb} laporan`"),
            format!("name the object, such as `{verb} laporan`"),
        ),
    }
}

/// One word, or verbs alone: `Mencetak dan mendistribusikan`.
fn names_no_object(act: &[Word<'_>]) -> bool {
    let is_verb = |word: &Word<'_>| word.opens() == FirstWord::Active && word.is(Kind::KnownVerb);
    match act {
        [_] => true,
        [first, .., last] => {
            act.len() <= MOST_VERBS
                && is_verb(first)
                && is_verb(last)
                && act.iter().all(|it| is_verb(it) || it.is(Kind::Joining))
        }
        [] => false,
    }
}

/// Words of an activity of verbs alone; more are a sentence that was not understood.
const MOST_VERBS: usize = 5;
