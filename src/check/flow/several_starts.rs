//! S717 `several-starts`: more than one capsule Mulai.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField, Symbol};

pub(super) static RULE: Rule = Rule {
    code: "S717",
    name: "several-starts",
    severity: Severity::Warning,
    summary: "alur dengan beberapa simbol mulai",
    summary_en: "the flow has several start symbols",
    page: include_str!("several_starts.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let mut starts = sop.cells().filter(|(row, at, _)| sop.symbol(*row, *at) == Symbol::Start);
    let Some((first, _, _)) = starts.next() else { return };
    for (row, _, cell) in starts {
        let number = sop.steps[row].number;
        let place = cell.symbol.as_ref().map_or(sop.steps[row].place, |symbol| symbol.place);
        let message = Message::new(
            format!("langkah {number} mulai lagi, padahal alur sudah mulai di langkah {}", sop.steps[first].number),
            format!("step {number} starts again, but the flow starts at step {}", sop.steps[first].number),
        );
        findings.report(Path::field(number, StepField::Symbol), place, message).help(Message::new(
            "hapus simbol mulai di langkah ini; pekerjaan yang dibagi mendapat beberapa panah (dalam YAML: `lanjut`)",
            "take the start symbol out of this step: work that is split gets several arrows (in YAML: `lanjut`)",
        ));
    }
}
