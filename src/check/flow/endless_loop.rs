//! S707 `endless-loop`: steps from which no way leads to an end.

use crate::check::questions::{ends, way_in_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::flow::{Arrow, components, cycle_through, reached_from_start, reaching_an_end};
use crate::model::Path;
use std::collections::BTreeSet;

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
    let graph = sop.flow();
    // Where it would have led is not known: `dangling-arrow`.
    if graph.loses_an_arrow() {
        return;
    }
    let (reached, ending) = (reached_from_start(graph), reaching_an_end(graph));
    let component = components(graph);
    let leaves = (0..graph.len()).filter(|node| graph.onward(*node).any(|next| component[next] != component[*node]));
    // What only leads into the loop is stuck because of it; the loop itself is told, once.
    let mut told: BTreeSet<usize> = leaves.map(|node| component[node]).collect();
    for node in (0..graph.len()).filter(|node| reached[*node] && !ending[*node]) {
        if told.insert(component[node])
            && let Some(around) = cycle_through(graph, node)
        {
            report(sop, findings, &around);
        }
    }
}

fn report(sop: &Subject<'_>, findings: &mut Findings, around: &[Arrow]) {
    let (Some(first), Some(last)) = (around.first(), around.last()) else { return };
    let graph = sop.flow();
    let way = way_in_words(sop, graph, around);
    let step = &sop.steps[graph.row(first.from)];
    let message = Message::new(
        format!("dari langkah {} tidak ada jalan ke selesai: {}", step.number, way.id),
        format!("no way leads from step {} to an end: {}", step.number, way.en),
    );
    let back = &sop.steps[graph.row(last.from)];
    let finding = findings.report(Path::step(step.number), step.place, message).help(Message::new(
        "beri putaran ini keputusan dengan cabang yang maju",
        "give the loop a decision with a branch that goes on",
    ));
    if back.number != step.number {
        let note = Message::new("dari sini pekerjaan kembali", "work goes back from here");
        finding.related(Path::step(back.number), back.place, note);
    }
}
