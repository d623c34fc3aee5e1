//! S718 `unmarked-end`: the converted text marks where the flow starts, but not where it ends.

use crate::check::{Findings, Rule};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Sop, Symbol, Target};

pub(super) static RULE: Rule = Rule {
    code: "S718",
    name: "unmarked-end",
    severity: Severity::Warning,
    summary: "mulai ditandai, selesai tidak",
    summary_en: "the start is marked, the end is not",
    page: include_str!("unmarked_end.md"),
    check,
};

fn check(sop: &Sop, findings: &mut Findings) {
    let written =
        |symbol: Symbol| sop.cells().any(|(_, _, cell)| cell.symbol.as_ref().is_some_and(|it| it.value == symbol));
    let leaves = sop.cells().any(|(_, _, cell)| {
        cell.yes.iter().chain(&cell.no).chain(&cell.next).any(|target| target.value == Target::End)
    });
    // What people write in our own format leaves `selesai` out on purpose.
    if sop.conversion.is_none() || !written(Symbol::Start) || written(Symbol::End) || leaves {
        return;
    }
    let Some(last) = sop.steps.last() else { return };
    let message = Message::new(
        "alur bertanda mulai tetapi tidak bertanda selesai",
        "the flow has a mark where it starts, and none where it ends",
    );
    findings
        .report(Path::step(last.number), last.place, message)
        .help(Message::new("tandai langkah terakhir dengan kapsul selesai", "mark the last step with the end capsule"));
}
