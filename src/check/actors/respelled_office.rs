//! S408 `respelled-office`: one office is spelt in two ways.

use crate::check::cures::{in_case_of, replaced};
use crate::check::questions::{Passage, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
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
    twin_columns(sop, findings);
    let mut first: BTreeMap<&str, (String, Path, Place)> = BTreeMap::new();
    let mut told = Vec::new();
    for passage in sop.passages() {
        for office in passage.offices() {
            let written = &passage.text[office.at..office.end];
            let place = passage.part(office.at, office.end);
            let Some((known, known_path, known_place)) = first.get(office.short) else {
                first.insert(office.short, (in_words(written), passage.path(), place));
                continue;
            };
            if written.eq_ignore_ascii_case(known) {
                continue;
            }
            let spelt = in_words(written);
            let names = &sop.settings().offices;
            let is_new = is_respelled(names.name(known), names.name(&spelt))
                && !told.contains(&(office.short, spelt.to_lowercase()));
            if is_new {
                told.push((office.short, spelt.to_lowercase()));
                let message = Message::new(
                    format!("jabatan `{spelt}` di tempat lain ditulis `{known}`"),
                    format!("the office `{spelt}` is written `{known}` elsewhere"),
                );
                let note = Message::new("ejaan yang pertama", "the first spelling");
                findings
                    .report(passage.path(), place, message)
                    .related(known_path.clone(), *known_place, note)
                    .help(Message::new("pakai satu ejaan di seluruh SOP", "use one spelling throughout"))
                    .fix(in_one_spelling(sop, office.short, known, &spelt));
            }
        }
    }
}

/// Two columns of one office, once abbreviated and once written out: its steps are split between them.
fn twin_columns(sop: &Subject<'_>, findings: &mut Findings) {
    let mut first: BTreeMap<String, &Passage<'_>> = BTreeMap::new();
    for passage in sop.texts().actors() {
        let Some(name) = abbreviated(passage) else { continue };
        let Some(known) = first.get(&name) else {
            first.insert(name, passage);
            continue;
        };
        if known.text.split(' ').count() == passage.text.split(' ').count() {
            continue;
        }
        let message = Message::new(
            format!("kolom pelaksana `{}` dan `{}` adalah satu jabatan", known.text, passage.text),
            format!("the actor columns `{}` and `{}` are of one office", known.text, passage.text),
        );
        let note = Message::new("kolom yang pertama", "the first column");
        findings.report(passage.path(), passage.place, message).related(known.path(), known.place, note).help(
            Message::new(
                "jadikan satu kolom dan pindahkan langkahnya ke sana",
                "make them one column, and move the steps there",
            ),
        );
    }
}

/// The name of a column with every office in it abbreviated, in lower case.
fn abbreviated(column: &Passage<'_>) -> Option<String> {
    let mut name = String::new();
    let mut from = 0;
    for office in column.offices() {
        name.push_str(column.text.get(from..office.at)?);
        name.push_str(office.short);
        from = office.end;
    }
    name.push_str(column.text.get(from..)?);
    (from > 0).then(|| in_words(&name).to_lowercase())
}

/// Two abbreviations that differ in their letters: `Kasubag`, `Kasubbag`. An abbreviation beside its full form is no fault.
fn is_respelled(known: &str, spelt: &str) -> bool {
    known.contains(' ') == spelt.contains(' ') && !known.eq_ignore_ascii_case(spelt)
}

/// The words alone: marks of a chart may stand between them.
fn in_words(spelt: &str) -> String {
    words(spelt).iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// An abbreviation is written as the dictionary has it, everywhere; of two full forms, the first one is offered.
fn in_one_spelling(sop: &Subject<'_>, short: &str, known: &str, spelt: &str) -> Option<Fix> {
    let is_abbreviation = !spelt.contains(' ');
    let right = if is_abbreviation { short } else { known };
    let mut changes: Vec<Change> = Vec::new();
    for passage in sop.passages() {
        for office in passage.offices().iter().filter(|it| it.short == short) {
            let other = &passage.text[office.at..office.end];
            let is_meant = is_abbreviation != other.contains(' ') && !other.eq_ignore_ascii_case(right);
            let by = if is_abbreviation { in_case_of(other, right) } else { right.to_owned() };
            changes.extend(replaced(sop, passage, office.at..office.end, &by).filter(|_| is_meant));
        }
    }
    let message = Message::new(format!("tulis `{right}` di mana-mana"), format!("write `{right}` everywhere"));
    (!changes.is_empty()).then(|| Fix { safe: is_abbreviation, ..Fix::safe(message, changes) })
}
