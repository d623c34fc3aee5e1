//! S502 `broken-chain`: nothing a step needs was made or used before it.

use crate::check::questions::Paper;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S502",
    name: "broken-chain",
    severity: Severity::Warning,
    summary: "kelengkapan tidak berasal dari langkah sebelumnya",
    summary_en: "nothing a step needs comes from the steps before",
    page: include_str!("broken_chain.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let chain = sop.chain();
    for (row, links) in chain.broken_rows() {
        let Some(first) = links.first() else { continue };
        let names: Vec<_> = links.iter().map(|link| format!("`{}`", link.paper.name.value)).collect();
        let names = names.join(", ");
        let message = Message::new(
            format!("kelengkapan {names} tidak berasal dari output atau kelengkapan langkah sebelumnya"),
            format!("no output or requirement of the steps before is {names}"),
        );
        let finding = findings.report(first.paper.path.clone(), first.paper.name.place, message).help(Message::new(
            "sebut output yang dipakai langkah ini, atau tambahkan langkah yang membuatnya",
            "name the output that this step works on, or add the step that makes it",
        ));
        let made = |paper: &&Paper<'_>| paper.row + 1 == row;
        if let Some(before) = chain.outputs().filter(made).last() {
            let note = Message::new("output langkah sebelumnya", "output of the step before");
            finding.related(before.path.clone(), before.name.place, note);
        }
    }
}
