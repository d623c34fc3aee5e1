//! S707 `endless-loop`: steps from which no way leads to an end.

use crate::check::questions::ends;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S707",
    name: "endless-loop",
    severity: Severity::Error,
    summary: "putaran tanpa jalan keluar",
    summary_en: "a loop without a way out",
    page: include_str!("endless_loop.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    if !ends(sop) {
        return;
    }
    let flow = sop.flow();
    let (reached, ending) = (flow.reached_from_start(), flow.reaching_an_end());
    let stuck =
        |row: usize, at: usize| reached.contains(&(row, at)) && !ending.contains(&(row, at)) && flow.goes_on((row, at));
    let Some((row, _, _)) = sop.cells().find(|(row, at, _)| stuck(*row, *at)) else { return };
    let step = &sop.steps[row];
    let message = Message::new(
        format!("dari langkah {} tidak ada jalan ke selesai", step.number),
        format!("no way leads from step {} to an end", step.number),
    );
    findings.report(Path::step(step.number), step.place, message).help(Message::new(
        "beri putaran ini keputusan dengan cabang yang maju",
        "give the loop a decision with a branch that goes on",
    ));
}
