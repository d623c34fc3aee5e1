//! S710 `self-return`: a decision sends work back to itself.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Addresses, Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S710",
    name: "self-return",
    severity: Severity::Warning,
    summary: "keputusan kembali ke dirinya sendiri",
    summary_en: "a decision goes back to itself",
    page: include_str!("self_return.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let addresses = Addresses::of(sop);
    for (row, at, cell) in sop.cells() {
        let Some(no) = &cell.no else { continue };
        if addresses.resolve_from((row, at), &no.value) != Some(Some((row, at))) {
            continue;
        }
        let number = sop.steps[row].number;
        let message = Message::new(
            format!("cabang Tidak di langkah {number} kembali ke langkah itu sendiri"),
            format!("the branch Tidak of step {number} goes back to that same step"),
        );
        findings
            .report(Path::field(number, StepField::No), no.place, message)
            .help(Message::new("arahkan ke langkah yang memperbaikinya", "send it to the step where it is mended"));
    }
}
