//! S706 `dead-end`: work stops at a step that does not end the procedure.

use crate::check::questions::ends;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Cell, Path, Symbol};

pub(super) static RULE: Rule = Rule {
    code: "S706",
    name: "dead-end",
    severity: Severity::Error,
    summary: "alur berhenti sebelum selesai",
    summary_en: "work stops at a step that is no end",
    page: include_str!("dead_end.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // Where nothing ends at all, `missing-end` says so.
    if !ends(sop) {
        return;
    }
    let graph = sop.flow();
    // Where it would have led is not known: `dangling-arrow`.
    if graph.loses_an_arrow() {
        return;
    }
    // Capsules are lost when a legacy text is converted: where it shows none, its last step ends.
    let is_end = |cell: &Cell| cell.symbol.as_ref().is_some_and(|it| it.value == Symbol::End);
    let shows_end = sop.conversion.is_none() || sop.steps.iter().flat_map(|step| &step.cells).any(is_end);
    let ends_unmarked = |row: usize| !shows_end && row + 1 == sop.steps.len();
    for node in (0..graph.len()).filter(|node| !graph.goes_on(*node) && !ends_unmarked(graph.row(*node))) {
        let step = &sop.steps[graph.row(node)];
        let message = Message::new(
            format!("pekerjaan berhenti di langkah {}, padahal belum selesai", step.number),
            format!("work stops at step {}, which is no end", step.number),
        );
        findings.report(Path::step(step.number), step.place, message).help(Message::new(
            "gambar panah ke langkah berikutnya, atau beri simbol selesai; dalam YAML: `lanjut`, atau `simbol: selesai`",
            "draw an arrow to the next step, or give this one the end symbol; in YAML: `lanjut`, or `simbol: selesai`",
        ));
    }
}
