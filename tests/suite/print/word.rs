//! The print as a Word file: what it says is read back from what stands on its pages.

use super::{flows, fonts};
use crate::support::golden::{content, stems};
use sop::analysis::analyze;
use sop::layout::{Form, Head, PrintOptions, Role, bind, lay_out, said};
use sop::model::{EdgeKind, SectionKind, Sop};
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
