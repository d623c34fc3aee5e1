//! S721 `abandoned-branch`: one of two parallel branches can end while the other goes on to where they should have met.

use crate::check::questions::{cell_in_words, way_in_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::flow::{Parting, partings, reached_from_start};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S721",
    name: "abandoned-branch",
    severity: Severity::Warning,
    summary: "cabang paralel ditinggalkan",
    summary_en: "a parallel branch is left behind",
    page: include_str!("abandoned_branch.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let graph = sop.flow();
    // Where it would have led is not known: `dangling-arrow`.
    if graph.loses_an_arrow() {
        return;
    }
    for Parting { split, ended, left } in partings(graph, &reached_from_start(graph)) {
        let (Some(left_from), Some(branch)) = (left.first().and_then(|it| it.to), ended.first().and_then(|it| it.to))
        else {
            continue;
        };
        let (way, other) = (way_in_words(sop, graph, &ended), cell_in_words(sop, graph, left_from));
        let message = Message::new(
            format!("pekerjaan dapat berakhir tanpa menunggu {}, yang dikerjakan bersamaan: {}", other.id, way.id),
            format!("work can end without waiting for {}, which is done in parallel: {}", other.en, way.en),
        );
        let (branch, other) = (&sop.steps[graph.row(branch)], &sop.steps[graph.row(left_from)]);
        let parts = &sop.steps[graph.row(split)];
        let note = Message::new("dikerjakan bersamaan", "done in parallel");
        findings
            .report(Path::step(branch.number), branch.place, message)
            .related(Path::step(other.number), other.place, note)
            .help(Message::new(
                format!(
                    "pekerjaan dibagi di langkah {}: pertemukan dahulu kedua cabang di satu langkah, baru putuskan di sana",
                    parts.number
                ),
                format!("work is split at step {}: let both branches meet in one step, and decide there", parts.number),
            ));
    }
}
