//! S720 `endless-split`: a parallel `lanjut` hands work on and back, so that there is always some left.

use crate::check::questions::way_in_words;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::flow::{Arrow, Graph, finishing, path, reached_from_start, reaching_an_end};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S720",
    name: "endless-split",
    severity: Severity::Error,
    summary: "pekerjaan paralel yang tidak pernah habis",
    summary_en: "parallel work that never comes to an end",
    page: include_str!("endless_split.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let graph = sop.flow();
    let (reached, ending) = (reached_from_start(graph), reaching_an_end(graph));
    // A cell without any way to an end is told of by `dead-end` and `endless-loop`.
    let finishes = finishing(graph, |node| !ending[node]);
    let stuck = |node: usize| reached[node] && !finishes[node];
    let mut splits = graph.splits().filter(|node| stuck(*node));
    let Some((split, around)) = splits.find_map(|split| Some((split, way_back(graph, split, &finishes)?))) else {
        return;
    };
    let way = way_in_words(sop, graph, &around);
    let step = &sop.steps[graph.row(split)];
    let message = Message::new(
        format!("langkah {} membagi pekerjaan, dan sebagiannya selalu kembali ke sana: {}", step.number, way.id),
        format!("step {} splits the work, and a part of it always comes back there: {}", step.number, way.en),
    );
    let cell = &step.cells[graph.cell(split).1];
    let place = cell.next.iter().map(|target| target.place).reduce(|one, other| one.or(other)).unwrap_or(step.place);
    findings.report(Path::field(step.number, StepField::Next), place, message).help(Message::new(
        "beberapa panah keluar berarti semuanya dikerjakan; bila salah satu saja, jadikan keputusan dengan cabang Ya dan Tidak (dalam YAML: `ya` dan `tidak`, bukan `lanjut`)",
        "several arrows out mean that all of them are done: where it is one or the other, make it a decision with the branches Ya and Tidak (in YAML: `ya` and `tidak`, not `lanjut`)",
    ));
}

/// The way by which work comes back to the split through cells that do not finish.
fn way_back(graph: &Graph, split: usize, finishes: &[bool]) -> Option<Vec<Arrow>> {
    let stays = |arrow: &Arrow| arrow.to.is_some_and(|to| !finishes[to]);
    path(graph, split, stays, |arrow| arrow.to == Some(split))
}
