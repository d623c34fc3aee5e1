//! S802 `passive-activity`: the activity is told in the passive.

use crate::check::questions::{activities, part, passive_verb};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S802",
    name: "passive-activity",
    severity: Severity::Warning,
    summary: "uraian berupa kalimat pasif",
    summary_en: "an activity is told in the passive",
    page: include_str!("passive_activity.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (_, path, activity) in activities(sop) {
        let Some((from, to)) = passive_verb(&activity.value) else { continue };
        let message = Message::new(
            format!("uraian memakai kata kerja pasif `{}`", &activity.value[from..to]),
            format!("the activity uses the passive `{}`", &activity.value[from..to]),
        );
        findings.report(path, part(activity, from, to), message).help(Message::new(
            "tulis dalam bentuk aktif, misalnya `Mencatat surat`",
            "write it in the active, such as `Mencatat surat`",
        ));
    }
}
