//! S403 `unlisted-actor`: work is handed to an office that has no column.

use crate::check::questions::{Passage, activities, handed_to, is_head, names_office, unnamed_head};
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
    for (step, _, activity) in activities(sop) {
        let Some((from, to)) = unlisted(sop, activity) else { continue };
        // What leaves with the last step leaves the procedure.
        if Some(step.number) == last {
            continue;
        }
        let named = &activity.text[from..to];
        let message = Message::new(
            format!("langkah {} menyerahkan pekerjaan kepada `{named}`, yang tidak punya kolom pelaksana", step.number),
            format!("step {} hands work to `{named}`, who has no actor column", step.number),
        );
        findings.report(activity.path(), activity.part(from, to), message).help(Message::new(
            "tambahkan kolom pelaksana itu, atau sebut pelaksana yang kolomnya ada",
            "add the column, or name an actor that has one",
        ));
    }
}

/// Where the receiver without a column stands in the text: an office, or `pimpinan` where no column is of a head.
fn unlisted(sop: &Subject<'_>, activity: &Passage<'_>) -> Option<(usize, usize)> {
    let name = |actor| -> &str { sop.settings().offices.name(actor) };
    let mut names = sop.actors.iter().map(|actor| name(&actor.name.value));
    match handed_to(activity) {
        Some(office) => {
            let said = activity.text[office.at..office.end].to_lowercase();
            // The column `Kepala` is of the `kepala badan`.
            let begins = |name: &str| {
                said.strip_prefix(&name.trim().to_lowercase()).is_some_and(|rest| rest.starts_with(char::is_whitespace))
            };
            let has_column = names.any(|name| names_office(name, office.short) || begins(name));
            (!has_column).then_some((office.at, office.end))
        }
        None => unnamed_head(&activity.words).filter(|_| !names.any(is_head)),
    }
}
