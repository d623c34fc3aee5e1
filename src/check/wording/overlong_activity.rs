//! S804 `overlong-activity`: the activity is longer than a reader holds in mind.

use crate::check::questions::activities;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S804",
    name: "overlong-activity",
    severity: Severity::Info,
    summary: "uraian terlalu panjang",
    summary_en: "an activity is too long",
    page: include_str!("overlong_activity.md"),
    check: Check::Sop(check),
};

/// More words than this are several activities.
const MOST_WORDS: usize = 35;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (step, _, activity) in activities(sop) {
        let count = activity.words.len();
        if count <= MOST_WORDS {
            continue;
        }
        let message = Message::new(
            format!("uraian langkah {} terlalu panjang: {count} kata", step.number),
            format!("the activity of step {} is too long: {count} words", step.number),
        );
        findings.report(activity.path(), activity.place, message).help(Message::new(
            "pecah menjadi beberapa langkah, satu kata kerja untuk satu langkah",
            "split it into steps, one verb to a step",
        ));
    }
}
