//! S120 `renamed-agency`: an agency is called by a name that it no longer bore when the SOP was made.

use crate::check::questions::{Kind, Moment, Word, moment};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::phrases::{Phrases, count};
use crate::vocabulary::renamings::{RENAMINGS, Renaming};
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "S120",
    name: "renamed-agency",
    severity: Severity::Info,
    summary: "nama lembaga yang mungkin sudah diganti",
    summary_en: "an agency is called by a name that may be out of use",
    page: include_str!("renamed_agency.md"),
    check: Check::Sop(check),
};

const ROWS: &[&[&str]] = &{
    let mut rows: [&[&str]; RENAMINGS.len()] = [&[]; RENAMINGS.len()];
    let mut at = 0;
    while at < rows.len() {
        rows[at] = RENAMINGS[at].names;
        at += 1;
    }
    rows
};

static NAMES: Phrases<{ count(ROWS) }, 128> = Phrases::of(ROWS);

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some((made, dated_by)) = moment(sop) else { return };
    let mut told = BTreeSet::new();
    for passage in sop.passages() {
        let mut at = 0;
        while at < passage.words.len() {
            let Some((usual, taken)) = name_at(&passage.words[at..]) else {
                at += 1;
                continue;
            };
            let (from, to) = (passage.words[at].at, passage.words[at + taken - 1].end());
            at += taken;
            let row = RENAMINGS.iter().find(|row| row.names[0] == usual && is_out_of_use(row, made));
            let Some(row) = row.filter(|_| told.insert(usual)) else { continue };
            let written = &passage.text[from..to];
            let message = Message::new(
                format!("`{written}` mungkin sudah berganti nama sejak {}, menjadi {}", row.since.0, row.now),
                format!("`{written}` may have been renamed in {}, to {}", row.since.0, row.now),
            );
            findings.report(passage.path(), passage.part(from, to), message).rests_on(&dated_by).help(Message::new(
                format!("periksa dahulu dalam {}, lalu pakai nama yang berlaku", row.by),
                format!("look into {} first, then use the name in force", row.by),
            ));
        }
    }
}

/// The name that these words begin with, and how many of them it takes.
fn name_at(words: &[Word<'_>]) -> Option<(&'static str, usize)> {
    words.first().filter(|it| it.is(Kind::OpensFormerName))?;
    NAMES.longest(words.len(), |at| words[at].as_lower())
}

/// The SOP was certainly made while the name was out of use.
fn is_out_of_use(row: &Renaming, made: Moment) -> bool {
    let moment = |(year, month, day)| Moment { year, month: Some(month), day: Some(day) };
    let is_back = row.again.is_some_and(|again| !made.is_certainly_before(moment(again)));
    made.is_certainly_from(moment(row.since)) && !is_back
}
