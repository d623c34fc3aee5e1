//! S718 `unmarked-end`: the converted text marks where the flow starts, but not where it ends.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Sop, Symbol, Target};

pub(super) static RULE: Rule = Rule {
    code: "S718",
    name: "unmarked-end",
    severity: Severity::Note,
    summary: "akhir alur tidak ditandai",
    summary_en: "the end of the flow is not marked",
    page: include_str!("unmarked_end.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // What people write in our own format leaves `selesai` out on purpose.
    let open = sop.conversion.is_some() && has_symbol(sop, Symbol::Start) && !ends_in_writing(sop);
    let Some(last) = sop.steps.last().filter(|_| open) else { return };
    let message = Message::new(
        format!("langkah terakhir (langkah {}) tidak bertanda selesai", last.number),
        format!("the last step (step {}) bears no mark of an end", last.number),
    );
    findings
        .report(Path::step(last.number), last.place, message)
        .help(Message::new("tandai langkah terakhir dengan kapsul selesai", "mark the last step with the end capsule"));
}

fn ends_in_writing(sop: &Sop) -> bool {
    let mut targets = sop.cells().flat_map(|(_, _, cell)| cell.ways());
    has_symbol(sop, Symbol::End) || targets.any(|target| target.value == Target::End)
}

fn has_symbol(sop: &Sop, symbol: Symbol) -> bool {
    sop.cells().any(|(_, _, cell)| cell.symbol.as_ref().is_some_and(|it| it.value == symbol))
}
