//! S808 `shouted-activity`: an activity is written in capitals throughout.

use crate::check::cures::{capitalised, set};
use crate::check::questions::{Passage, activities};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::Sourced;
use crate::vocabulary::list_words::SHORT_WORDS;

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
    for (step, activity, passage) in activities(sop) {
        if passage.act().len() < 3 || passage.text.chars().any(char::is_lowercase) {
            continue;
        }
        let message = Message::new(
            format!("uraian langkah {} ditulis dengan huruf kapital semua", step.number),
            format!("the activity of step {} is written in capitals throughout", step.number),
        );
        findings
            .report(passage.path(), activity.place, message)
            .help(Message::new(
                "tulis seperti kalimat biasa; kapital hanya di awal dan pada nama",
                "write it as a sentence: capitals only at its beginning and in names",
            ))
            .fix(as_sentence(activity, passage));
    }
}

/// In small letters but for the first, for offices, and for what is no longer than an abbreviation and no common word.
fn as_sentence(activity: &Sourced<String>, passage: &Passage<'_>) -> Option<Fix> {
    let offices = passage.offices();
    let mut right = String::with_capacity(activity.value.len());
    for (at, word) in passage.act().iter().enumerate() {
        right.push_str(&activity.value[right.len()..word.at]);
        let is_office = offices.iter().any(|office| (office.at..office.end).contains(&word.at));
        let is_short = word.text.chars().count() <= 4 && !SHORT_WORDS.contains(&word.lower.as_ref());
        right.push_str(&match at == 0 || is_office {
            true => capitalised(&word.lower),
            false if is_short => word.text.to_owned(),
            false => word.lower.clone().into_owned(),
        });
        // A letter may have another length in small.
        if right.len() != word.end() {
            return None;
        }
    }
    right.push_str(&activity.value[right.len()..]);
    let message = Message::new(format!("tulis `{right}`"), format!("write `{right}`"));
    Some(Fix::offered(message, vec![set(activity, right)?]))
}
