//! S502 `broken-chain`: nothing a step needs was made or used before it.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

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
    for (row, needed) in chain.broken_rows() {
        let Some(first) = needed.first() else { continue };
        // What it needs may come from the step that the numbering lacks: `step-number-gap`.
        if row > 0 && sop.steps[row].number > sop.steps[row - 1].number.saturating_add(1) {
            continue;
        }
        let names: Vec<_> = needed.iter().map(|paper| format!("`{}`", paper.name.value)).collect();
        let names = names.join(", ");
        let message = Message::new(
            format!("kelengkapan {names} belum disebut di langkah mana pun sebelum langkah {}", first.step),
            format!("no step before step {} names {names}", first.step),
        );
        let finding = findings.report(first.path(), first.name.place, message).help(Message::new(
            "tulis output langkah sebelumnya yang dipakai di sini dengan nama yang sama, atau tambahkan langkah yang membuatnya",
            "give the output of an earlier step that is used here the same name, or add the step that makes it",
        ));
        // Where the row before was dealt out, what it makes may stand elsewhere.
        let finding = finding.rests_on(&Path::step(sop.steps[row - 1].number));
        if let Some(before) = chain.papers_of(row - 1).iter().rfind(|paper| paper.made) {
            let note = Message::new("output langkah sebelumnya", "output of the step before");
            finding.related(before.path(), before.name.place, note);
        }
    }
}
