//! S719 `unread-branch`: a decision of a converted text lacks a branch whose arrow was lost.

use crate::check::questions::has_several_ways;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField, Symbol};

pub(super) static RULE: Rule = Rule {
    code: "S719",
    name: "unread-branch",
    severity: Severity::Note,
    summary: "cabang keputusan tidak terbaca",
    summary_en: "a branch of a decision could not be read",
    page: include_str!("unread_branch.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // In our own format a missing branch was not written: that is `one-way-decision`.
    if sop.conversion.is_none() {
        return;
    }
    for (row, _, cell) in sop.cells().filter(|(row, at, _)| sop.symbol(*row, *at) == Symbol::Decision) {
        if cell.no.is_some() || has_several_ways(cell) {
            continue;
        }
        let step = &sop.steps[row];
        let message = Message::new(
            format!("tujuan cabang Tidak di langkah {} tidak terbaca", step.number),
            format!("where the branch Tidak of step {} leads could not be read", step.number),
        );
        let place = cell.symbol.as_ref().map_or(step.place, |symbol| symbol.place);
        findings.report(Path::field(step.number, StepField::No), place, message).help(Message::new(
            "lihat panahnya di dokumen asli, lalu tulis pada hasil konversinya `tidak: nomor langkah`",
            "look at the arrow in the original, and write `tidak: step number` into the converted file",
        ));
    }
}
