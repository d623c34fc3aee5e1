//! S720 `unmarked-start`: the converted text draws the first step as a plain box.

use crate::check::{Findings, Rule};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Sop, StepField, Symbol};

pub(super) static RULE: Rule = Rule {
    code: "S720",
    name: "unmarked-start",
    severity: Severity::Warning,
    summary: "awal alur tidak ditandai",
    summary_en: "the start of the flow is not marked",
    page: include_str!("unmarked_start.md"),
    check,
};

fn check(sop: &Sop, findings: &mut Findings) {
    // Where first rows are lost, so is their capsule.
    let Some(first) = sop.steps.first().filter(|step| sop.conversion.is_some() && step.number == 1) else { return };
    let drawn = first.cells.first().and_then(|cell| cell.symbol.as_ref());
    let Some(symbol) = drawn.filter(|symbol| symbol.value == Symbol::Process) else { return };
    if sop.cells().any(|(row, at, _)| sop.symbol(row, at) == Symbol::Start) {
        return;
    }
    let message = Message::new("langkah pertama tidak bertanda mulai", "the first step bears no mark of a start");
    findings
        .report(Path::field(first.number, StepField::Symbol), symbol.place, message)
        .help(Message::new("tandai langkah pertama dengan kapsul mulai", "mark the first step with the start capsule"));
}
