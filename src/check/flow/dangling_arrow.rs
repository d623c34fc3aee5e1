//! S704 `dangling-arrow`: an arrow goes to a step or cell that is not there.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Addresses, Path, Target};

pub(super) static RULE: Rule = Rule {
    code: "S704",
    name: "dangling-arrow",
    severity: Severity::Error,
    summary: "panah menuju langkah yang tidak ada",
    summary_en: "an arrow goes to a step that is not there",
    page: include_str!("dangling_arrow.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let addresses = Addresses::of(sop);
    let last = sop.steps.iter().map(|step| step.number).max().unwrap_or_default();
    for (row, _, cell) in sop.cells() {
        let number = sop.steps[row].number;
        for (field, target) in cell.ways_by_field().filter(|(_, target)| addresses.resolve(&target.value).is_none()) {
            // The arrow to a step that was taken out is told with the gap that it left: `step-number-gap`.
            if target.value.number().is_some_and(|it| addresses.is_missing_between(it)) {
                continue;
            }
            let message = Message::new(
                format!(
                    "panah `{}` di langkah {number} menuju langkah `{}`, yang tidak ada di tabel",
                    field.key(),
                    target.value
                ),
                format!(
                    "the arrow `{}` of step {number} goes to step `{}`, which is not in the table",
                    field.key(),
                    target.value
                ),
            );
            findings.report(Path::field(number, field), target.place, message).help(advice(last, &target.value));
        }
    }
}

/// Beyond the last step an arrow has often kept the number that its target had before the steps were numbered anew.
fn advice(last: u32, target: &Target) -> Message {
    match target.number() {
        Some(number) if number > last => Message::new(
            format!(
                "langkah terakhir bernomor {last}; bila langkah-langkah dinomori ulang, nomor tujuan panah ini tertinggal: \
                 tulis nomornya yang baru, atau `selesai`"
            ),
            format!(
                "the last step has the number {last}; if the steps were numbered anew, this arrow was forgotten: write the \
                 new number, or `selesai`"
            ),
        ),
        _ => Message::new(
            "arahkan ke nomor langkah yang ada, atau ke `selesai`",
            "write the number of a step that is there, or `selesai`",
        ),
    }
}
