//! S705 `unreachable-step`: no arrow leads to a step.

use crate::check::questions::cell_in_words;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::flow::reached_from_start;
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S705",
    name: "unreachable-step",
    severity: Severity::Error,
    summary: "langkah tidak terjangkau",
    summary_en: "no arrow leads to a step",
    page: include_str!("unreachable_step.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let graph = sop.flow();
    // Where it would have led is not known: `dangling-arrow`.
    if graph.loses_an_arrow() {
        return;
    }
    let reached = reached_from_start(graph);
    for (row, step) in sop.steps.iter().enumerate() {
        let lost: Vec<usize> = (0..step.cells.len()).filter(|at| !reached[graph.node((row, *at))]).collect();
        if lost.len() == step.cells.len() && !lost.is_empty() {
            let message = Message::new(
                format!("langkah {} tidak dituju panah mana pun", step.number),
                format!("no arrow leads to step {}", step.number),
            );
            findings.report(Path::step(step.number), step.place, message).help(help());
            continue;
        }
        for at in lost {
            let cell = cell_in_words(sop, graph, graph.node((row, at)));
            let message = Message::new(
                format!("{} tidak dituju panah mana pun", cell.id),
                format!("no arrow leads to {}", cell.en),
            );
            let place = step.cells[at].actor.as_ref().map_or(step.place, |actor| actor.place);
            findings.report(Path::field(step.number, StepField::Actors), place, message).help(help());
        }
    }
}

fn help() -> Message {
    Message::new(
        "gambar panah dari langkah sebelumnya; dalam YAML: periksa `lanjut`, `ya` dan `tidak` langkah sebelumnya",
        "draw an arrow from a step before; in YAML: look at `lanjut`, `ya` and `tidak` of the steps before",
    )
}
