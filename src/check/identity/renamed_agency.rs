//! S120 `renamed-agency`: an agency is called by a name that it no longer bore when the SOP was made.

use crate::check::questions::{Moment, Phrases, moment};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::renamings::{RENAMINGS, Renaming};
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(super) static RULE: Rule = Rule {
    code: "S120",
    name: "renamed-agency",
    severity: Severity::Info,
    summary: "nama lembaga yang mungkin sudah diganti",
    summary_en: "an agency is called by a name that may be out of use",
    page: include_str!("renamed_agency.md"),
    check: Check::Sop(check),
};

static NAMES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(&RENAMINGS.iter().map(|row| row.names).collect::<Vec<_>>()));

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some((made, dated_by)) = moment(sop) else { return };
    let mut told = BTreeSet::new();
    for passage in sop.passages() {
        let mut at = 0;
        while at < passage.words.len() {
            let Some((usual, taken)) = NAMES.at(&passage.words[at..]) else {
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

/// The SOP was certainly made while the name was out of use.
fn is_out_of_use(row: &Renaming, made: Moment) -> bool {
    let moment = |(year, month, day)| Moment { year, month: Some(month), day: Some(day) };
    let is_back = row.again.is_some_and(|again| !made.is_certainly_before(moment(again)));
    made.is_certainly_from(moment(row.since)) && !is_back
}
