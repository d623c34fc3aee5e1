//! S803 `activity-without-object`: the activity is one word.

use crate::check::questions::activities;
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
        if text.act().len() != 1 {
            continue;
        }
        let message = Message::new(
            format!("uraian langkah {}, `{}`, tidak menyebut apa yang dikerjakan", step.number, activity.value),
            format!("the activity of step {}, `{}`, does not say what is worked on", step.number, activity.value),
        );
        findings.report(text.path(), activity.place, message).help(Message::new(
            format!("sebut objeknya, misalnya `{} laporan`", activity.value.trim_end_matches('.')),
            format!("name the object, such as `{} laporan`", activity.value.trim_end_matches('.')),
        ));
    }
}
