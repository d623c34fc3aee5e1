//! S808 `shouted-activity`: an activity is written in capitals throughout.

use crate::check::questions::{activities, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S808",
    name: "shouted-activity",
    severity: Severity::Info,
    summary: "uraian ditulis dengan huruf kapital semua",
    summary_en: "an activity is written in capitals throughout",
    page: include_str!("shouted_activity.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (step, path, activity) in activities(sop) {
        let text = &activity.value;
        if words(text).len() < 3 || text.chars().any(char::is_lowercase) {
            continue;
        }
        let message = Message::new(
            format!("uraian langkah {} ditulis dengan huruf kapital semua", step.number),
            format!("the activity of step {} is written in capitals throughout", step.number),
        );
        findings.report(path, activity.place, message).help(Message::new(
            "tulis seperti kalimat biasa; kapital hanya di awal dan pada nama",
            "write it as a sentence: capitals only at its beginning and in names",
        ));
    }
}
