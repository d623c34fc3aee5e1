//! S802 `passive-activity`: the activity is told in the passive.

use crate::check::cures::{capitalised, set};
use crate::check::questions::{activities, passive_verb, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::Sourced;
use crate::vocabulary::active_forms::{PREPOSITIONS, active_form};

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
    for (step, activity, passage) in activities(sop) {
        let Some(verb) = passive_verb(passage.act()) else { continue };
        let message = Message::new(
            format!("uraian langkah {} memakai kata kerja pasif `{}`", step.number, verb.text),
            format!("the activity of step {} uses the passive `{}`", step.number, verb.text),
        );
        findings
            .report(passage.path(), passage.part(verb.at, verb.end()), message)
            .help(Message::new(
                "tulis dalam bentuk aktif, misalnya `Mencatat surat`",
                "write it in the active, such as `Mencatat surat`",
            ))
            .fix(in_the_active(activity, verb.at, verb.end()));
    }
}

/// `Surat dicatat di buku` → `Mencatat surat di buku`, `Dicatat surat` → `Mencatat surat`; other sentences are for a person.
fn in_the_active(activity: &Sourced<String>, from: usize, to: usize) -> Option<Fix> {
    let text = &activity.value;
    let verb = capitalised(active_form(&text[from..to].to_lowercase())?);
    let (before, behind) = (text[..from].trim(), text[to..].trim());
    let where_to = words(behind).first().is_none_or(|word| PREPOSITIONS.contains(&word.lower.as_ref()));
    let object = match before.is_empty() {
        true if !where_to => behind.to_owned(),
        false if where_to => format!("{} {behind}", uncapitalised(before)).trim_end().to_owned(),
        _ => return None,
    };
    let right = format!("{verb} {object}");
    let message = Message::new(format!("tulis `{right}`"), format!("write `{right}`"));
    Some(Fix::offered(message, vec![set(activity, right)?]))
}

/// An abbreviation keeps its capitals.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), text.chars().nth(1));
    match first.filter(|_| second.is_some_and(char::is_lowercase)) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => text.to_owned(),
    }
}
