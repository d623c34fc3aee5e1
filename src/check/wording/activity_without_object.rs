//! S803 `activity-without-object`: the activity is one word.

use crate::check::questions::{activities, each_activity_word};
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
    for (_, path, activity) in activities(sop) {
        if each_activity_word(&activity.value).take(2).count() != 1 {
            continue;
        }
        let message = Message::new(
            format!("`{}` tidak menyebut apa yang dikerjakan", activity.value),
            format!("`{}` does not say what is worked on", activity.value),
        );
        findings.report(path, activity.place, message).help(Message::new(
            format!("sebut objeknya, misalnya `{} laporan`", activity.value.trim_end_matches('.')),
            "name the object",
        ));
    }
}
