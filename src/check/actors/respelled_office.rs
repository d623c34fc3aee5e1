//! S408 `respelled-office`: one office is spelt in two ways.

use crate::check::questions::words;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;
use crate::source::Place;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "S408",
    name: "respelled-office",
    severity: Severity::Warning,
    summary: "satu jabatan ditulis dengan dua ejaan",
    summary_en: "one office is spelt in two ways",
    page: include_str!("respelled_office.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let mut first: BTreeMap<&str, (String, Path, Place)> = BTreeMap::new();
    let mut told = Vec::new();
    for passage in sop.passages() {
        for office in passage.offices() {
            let spelt = in_words(&passage.text[office.at..office.end]);
            let place = passage.part(office.at, office.end);
            let Some((known, known_path, known_place)) = first.get(office.short) else {
                first.insert(office.short, (spelt, passage.path(), place));
                continue;
            };
            let is_new = is_respelled(known, &spelt) && !told.contains(&(office.short, spelt.to_lowercase()));
            if is_new {
                told.push((office.short, spelt.to_lowercase()));
                let message = Message::new(
                    format!("`{spelt}` di tempat lain ditulis `{known}`"),
                    format!("`{spelt}` is written `{known}` elsewhere"),
                );
                let note = Message::new("ejaan yang pertama", "the first spelling");
                findings
                    .report(passage.path(), place, message)
                    .related(known_path.clone(), *known_place, note)
                    .help(Message::new("pakai satu ejaan di seluruh SOP", "use one spelling throughout"));
            }
        }
    }
}

/// Two abbreviations that differ in their letters: `Kasubag`, `Kasubbag`. An abbreviation beside its full form is no fault.
fn is_respelled(known: &str, spelt: &str) -> bool {
    let short = |text: &str| !text.contains(' ');
    short(known) == short(spelt) && !known.eq_ignore_ascii_case(spelt)
}

/// The words alone: marks of a chart may stand between them.
fn in_words(spelt: &str) -> String {
    words(spelt).iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}
