//! S403 `unlisted-actor`: work is handed to an office that has no column.

use crate::check::questions::{activities, handed_to, names_office, part};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S403",
    name: "unlisted-actor",
    severity: Severity::Warning,
    summary: "penerima pekerjaan tidak punya kolom",
    summary_en: "work is handed to an office that has no column",
    page: include_str!("unlisted_actor.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    if sop.actors.is_empty() {
        return;
    }
    let last = sop.steps.last().map(|step| step.number);
    for (step, path, activity) in activities(sop) {
        let Some(office) = handed_to(&activity.value) else { continue };
        let name = |actor| -> &str { sop.settings().offices.name(actor) };
        let listed = sop.actors.iter().any(|actor| names_office(name(&actor.name.value), office.short));
        // What leaves with the last step leaves the procedure.
        if listed || Some(step.number) == last {
            continue;
        }
        let named = &activity.value[office.at..office.end];
        let message = Message::new(
            format!("pekerjaan diserahkan kepada `{named}`, yang tidak punya kolom pelaksana"),
            format!("work is handed to `{named}`, who has no actor column"),
        );
        findings.report(path, part(activity, office.at, office.end), message).help(Message::new(
            "tambahkan kolom pelaksananya, atau sebut pelaksana yang ada",
            "add the column, or name an actor that has one",
        ));
    }
}
