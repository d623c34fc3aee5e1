//! Workbooks: what they show is read back as what the SOP says.

use super::{flows, fonts, models, printed};
use sop::analysis::analyze;
use sop::layout::{Form, Page, Paper, PrintOptions, account, lay_out};
use sop::model::{Addresses, Sop, Sourced, Target, Way};
use sop::render::print::Metadata;
use sop::render::{svg, xlsx};
use sop::source::Place;

fn book(sop: &Sop, pages: &[Page]) -> Vec<u8> {
    xlsx::render(&[(sop, pages)], &Form::default(), &Metadata::of(sop)).expect("it can be packed")
}

/// The SOP that a workbook shows, without the account of how it was read.
fn back(book: &[u8]) -> Result<Sop, String> {
    let mut sops = analyze(book, "x.xlsx").map_err(|error| error.to_string())?.sops;
    if sops.len() != 1 {
        return Err(format!("{} SOPs", sops.len()));
    }
    Ok(Sop { conversion: None, ..sops.remove(0) })
}

/// Everything that a print says, in one text.
fn shown(sop: &Sop) -> String {
    svg::render(&lay_out(sop, &PrintOptions::default(), &fonts()), "Arial")
}

/// As much of an SOP as paper can say: no arrow without a target, of who acts along with others not the order in which they
/// were written.
fn sayable(sop: &Sop) -> Sop {
    let mut sop = Sop { conversion: None, ..sop.clone() };
    let lost = sop.clone();
    let order: Vec<_> = sop.actors.iter().map(|actor| actor.id.clone()).collect();
    for (row, step) in sop.steps.iter_mut().enumerate() {
        for (at, cell) in step.cells.iter_mut().enumerate() {
            let is_lost = |way: &Way| Addresses::of(&lost).resolve_from((row, at), &way.value).is_none();
            for way in [&mut cell.yes, &mut cell.no] {
                if way.as_ref().is_some_and(is_lost) {
                    *way = Some(Sourced::new(Target::Step(row as u32 + 1), Place::NOWHERE).into());
                }
            }
        }
        let acting: Vec<_> = step.actors().map(|it| it.value.clone()).collect();
        step.joint.retain(|it| !acting.contains(&it.value));
        step.joint.sort_by_key(|it| order.iter().position(|id| *id == it.value));
        step.joint.dedup();
    }
    sop
}

/// What the workbook of an SOP says otherwise than the SOP.
fn changed(sop: &Sop) -> Option<String> {
    let sop = &sayable(sop);
    let back = match back(&book(sop, &printed(sop, Paper::A4))) {
        Ok(back) => back,
        Err(error) => return Some(error),
    };
    if shown(sop) == shown(&back) {
        return None;
    }
    let (before, after) = (account(sop), account(&back));
    let flow =
        before.iter().zip(&after).filter(|(one, other)| one != other).map(|(one, other)| format!("{one}\n    {other}"));
    let flow: Vec<String> = flow.collect();
    if flow.is_empty() {
        let (one, other) = (shown(sop), shown(&back));
        let line = one.lines().zip(other.lines()).find(|(one, other)| one != other);
        return Some(format!("{} {} {line:?}", before.len(), after.len()));
    }
    Some(flow.join("\n"))
}

#[test]
fn generated_flows_come_back() {
    let count = std::env::var("SOP_FLOWS").ok().and_then(|it| it.parse().ok()).unwrap_or(20);
    let faults: Vec<(u64, String)> =
        (0..count).filter_map(|seed| Some((seed, changed(&flows::flow(seed, 30))?))).collect();
    for (seed, fault) in &faults {
        eprintln!("== {seed}\n{fault}");
    }
    assert!(faults.is_empty(), "{} of {count}", faults.len());
}

#[test]
fn made_up_documents_come_back() {
    for sop in
        [models::returns(), models::several_cells(), models::many_actors(), models::long_texts(), models::tall_row(4)]
    {
        assert_eq!(changed(&sop), None);
    }
}
