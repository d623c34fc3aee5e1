//! S716 `oversized-procedure`: so many steps or actors that the procedure should be split.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S716",
    name: "oversized-procedure",
    severity: Severity::Info,
    summary: "prosedur terlalu panjang",
    summary_en: "the procedure is too long",
    page: include_str!("oversized_procedure.md"),
    check: Check::Sop(check),
};

/// More than these, and nobody follows the chart.
const MOST_STEPS: usize = 25;
const MOST_ACTORS: usize = 8;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let (steps, actors) = (sop.steps.len(), sop.actors.len());
    if steps <= MOST_STEPS && actors <= MOST_ACTORS {
        return;
    }
    let message = Message::new(
        format!("prosedur ini memuat {steps} langkah dan {actors} pelaksana, terlalu banyak untuk satu bagan"),
        format!("this procedure has {steps} steps and {actors} actors, too many for one chart"),
    );
    let place = sop.identity.title.place();
    findings.report(Path::steps(), place, message).help(Message::new(
        format!(
            "pecah menjadi SOP makro dan beberapa SOP mikro (di atas {MOST_STEPS} langkah atau {MOST_ACTORS} pelaksana)"
        ),
        format!("split it into one macro and several micro SOPs (above {MOST_STEPS} steps or {MOST_ACTORS} actors)"),
    ));
}
