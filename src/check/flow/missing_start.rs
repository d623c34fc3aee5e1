//! S701 `missing-start`: no step carries the capsule Mulai.

use crate::check::cures::set;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::{Path, Sourced, StepField, Symbol};

pub(super) static RULE: Rule = Rule {
    code: "S701",
    name: "missing-start",
    severity: Severity::Error,
    summary: "alur tanpa mulai",
    summary_en: "the flow has no start",
    page: include_str!("missing_start.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // A converted text cannot tell a lost capsule from a box.
    if sop.conversion.is_some() {
        return;
    }
    let Some((_, _, first)) = sop.cells().next() else { return };
    // A first step that decides starts the flow too, unless it is drawn as something else.
    let Some(symbol) = first.symbol.as_ref().filter(|symbol| symbol.value != Symbol::Start) else { return };
    if sop.cells().any(|(row, at, _)| sop.symbol(row, at) == Symbol::Start) {
        return;
    }
    let number = sop.steps[0].number;
    let message = Message::new("tidak ada langkah yang bersimbol mulai", "no step carries the start symbol");
    findings
        .report(Path::field(number, StepField::Symbol), symbol.place, message)
        .help(Message::new(
            "beri langkah pertama simbol mulai (kapsul); dalam YAML: `simbol: mulai`, atau hapus `simbol`-nya",
            "give the first step the start symbol (capsule); in YAML: `simbol: mulai`, or leave its `simbol` out",
        ))
        .fix(started(symbol));
}

/// A box at the beginning becomes the start; a decision stays one.
fn started(symbol: &Sourced<Symbol>) -> Option<Fix> {
    let message = Message::new("tulis `simbol: mulai`", "write `simbol: mulai`");
    (symbol.value == Symbol::Process).then(|| Some(Fix::safe(message, vec![set(symbol, "mulai")?])))?
}
