//! The print as a Word file: what it says is read back from what stands on its pages.

use super::{flows, fonts};
use crate::support::golden::{content, stems};
use sop::analysis::analyze;
use sop::layout::{Form, Head, PrintOptions, Role, bind, lay_out, said};
use sop::model::{ActorId, EdgeKind, SectionKind, Sop, Target};
use sop::render::docx::{Text, render};
use sop::render::print::Metadata;

/// Models of the property tests: as many as the variable says, few where it says nothing.
fn cases() -> u32 {
    std::env::var("SOP_PRINTS").ok().and_then(|count| count.parse().ok()).unwrap_or(12)
}

/// These SOPs as a Word file.
pub fn word(sops: &[Sop]) -> Vec<u8> {
    let (fonts, options) = (fonts(), PrintOptions::default());
    let pages = bind(sops.iter().map(|sop| lay_out(sop, &options, &fonts)).collect());
    let metadata = sops.first().map(Metadata::of).unwrap_or_default();
    let text = Text { pages: &pages, sops, metadata: &metadata, form: &options.form, family: "Arial" };
    render(&text).expect("it can be packed")
}

/// Everything that the form says, a line for each fact.
pub fn facts(sop: &Sop) -> Vec<String> {
    let form = Form::default();
    let one = |role: Role| said(sop, &form, &role).join(" | ").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut facts = vec![format!("nama: {}", one(Role::Title)), format!("instansi: {}", one(Role::Agency))];
    facts.extend((0..9).map(|number| format!("isian {number}: {}", one(Role::Value(number)))));
    for kind in SectionKind::ALL {
        let items = (0..).map(|item| one(Role::ItemText(kind, item))).take_while(|text| !text.is_empty());
        facts.extend(items.map(|item| format!("{}: {item}", kind.key())));
    }
    let actors = sop.actors.len();
    facts.extend(
        (0..actors)
            .map(|at| format!("pelaksana: {}", one(Role::Head(Head { row: 1, column: at + 2, columns: 1, rows: 1 })))),
    );
    for (row, step) in sop.steps.iter().enumerate() {
        facts.extend(step.headings.iter().map(|it| format!("{}: judul {}", step.number, it.value)));
        let columns = [0, 1].into_iter().chain(2 + actors.max(1)..6 + actors.max(1));
        facts.extend(
            columns.map(|column| format!("{} {column}: {}", step.number, one(Role::Cell { step: row, column }))),
        );
        for (at, cell) in step.cells.iter().enumerate() {
            if let Some(actor) = &cell.actor {
                let symbol = sop.symbol(row, at);
                facts.push(format!("{}: {} {symbol:?}", step.number, sop.actor_name(&actor.value)));
            }
        }
        let mut joint: Vec<&str> = step.joint.iter().map(|it| sop.actor_name(&it.value)).collect();
        joint.sort_unstable();
        joint.dedup();
        joint.iter().for_each(|name| facts.push(format!("{}: bersama {name}", step.number)));
    }
    facts.extend(edges(sop));
    facts
}

fn edges(sop: &Sop) -> Vec<String> {
    let place = |(row, at): (usize, usize)| {
        let actor = sop.steps[row].cells[at].actor.as_ref().map_or("?", |it| sop.actor_name(&it.value));
        format!("{} {actor}", sop.steps[row].number)
    };
    let mut lines: Vec<String> = sop
        .edges()
        .iter()
        .map(|edge| {
            let kind = match edge.kind {
                EdgeKind::Yes => "ya",
                EdgeKind::No => "tidak",
                EdgeKind::Next | EdgeKind::Case(_) => "lanjut",
            };
            let to = edge.to.map_or("selesai".to_owned(), place);
            let label = sop.label(edge).unwrap_or_default();
            format!("{} {kind} [{label}] {to} {}", place(edge.from), edge.dashed)
        })
        .collect();
    lines.sort();
    lines
}

/// What the file says otherwise than the SOP.
fn differences(sop: &Sop, bytes: &[u8]) -> Vec<String> {
    let read = analyze(bytes, "x.docx").expect("it is a Word file").sops;
    let (own, back) = (facts(sop), read.iter().flat_map(facts).collect::<Vec<_>>());
    let lost = own.iter().filter(|it| !back.contains(it)).map(|it| format!("- {it}"));
    lost.chain(back.iter().filter(|it| !own.contains(it)).map(|it| format!("+ {it}"))).collect()
}

/// The SOP without what no print draws: who hands work to himself, or acts along with himself.
fn drawable(mut sop: Sop) -> Sop {
    let last = sop.steps.last().map_or(0, |step| step.number);
    while let Some(edge) = sop.edges().into_iter().find(|edge| edge.to == Some(edge.from)) {
        let cell = &mut sop.steps[edge.from.0].cells[edge.from.1];
        let way = if edge.kind == EdgeKind::Yes { &mut cell.yes } else { &mut cell.no };
        way.as_mut().expect("only answers lead back").value = Target::End;
    }
    for step in &mut sop.steps {
        // An end that its own actor comes to in one row is drawn as a capsule beside his symbol, as an end of the flow is.
        if step.number == last && step.cells.len() > 1 {
            step.cells.truncate(1);
        }
        let acting: Vec<ActorId> = step.actors().map(|it| it.value.clone()).collect();
        step.joint.retain(|it| !acting.contains(&it.value));
    }
    sop
}

fn example(name: &str) -> Sop {
    analyze(&content(&format!("examples/{name}.yaml")), name).expect("an example").sops.remove(0)
}

#[test]
fn examples_are_read_back_from_their_word_files() {
    for name in stems("examples", ".yaml") {
        let sop = example(&name);
        let differences = differences(&sop, &word(std::slice::from_ref(&sop)));
        assert!(differences.is_empty(), "{name}:\n{}", differences.join("\n"));
    }
}

#[test]
fn flows_are_read_back_from_word_files() {
    for seed in 0..u64::from(cases()) {
        let sop = drawable(flows::flow(seed, 30));
        if !sop.doubts().is_empty() {
            continue;
        }
        let bytes = word(std::slice::from_ref(&sop));
        // For `tests/office/word.py`, which has other programs save them anew.
        if let Some(folder) = std::env::var_os("SOP_WORD_FILES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{seed}.docx")), &bytes).expect("a folder");
        }
        let differences = differences(&sop, &bytes);
        assert!(differences.is_empty(), "{seed}:\n{}", differences.join("\n"));
    }
}
