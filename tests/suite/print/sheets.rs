//! Workbooks: what they show is read back as what the SOP says.

use super::{flows, fonts, models, printed, words};
use proptest::prelude::*;
use sop::analysis::analyze;
use sop::layout::{Form, Page, Paper, PrintOptions, account, lay_out};
use sop::model::{Addresses, Sop, Sourced, Symbol, Target, Way};
use sop::render::print::Metadata;
use sop::render::{svg, xlsx};
use sop::source::Place;

/// Flows to try: as `SOP_FLOWS` says, else few.
fn cases() -> u32 {
    std::env::var("SOP_FLOWS").ok().and_then(|it| it.parse().ok()).unwrap_or(20)
}

pub fn book(sop: &Sop, pages: &[Page]) -> Vec<u8> {
    xlsx::render(&[(sop, pages)], &Form::default(), &Metadata::of(sop)).expect("it can be packed")
}

/// The SOP that a workbook shows, without the account of how it was read.
pub fn back(book: &[u8]) -> Result<Sop, String> {
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
pub fn sayable(sop: &Sop) -> Sop {
    let mut sop = Sop { conversion: None, ..sop.clone() };
    for at in 0..sop.actors.len() {
        let name = sop.actors[at].name.value.clone();
        if sop.actors[..at].iter().any(|it| it.name.value == name) {
            sop.actors[at].name.value = format!("{name} Cabang");
        }
    }
    // A symbol that nothing of its row leads to has no place in the row's order on paper.
    let (edges, rows) = (sop.edges(), sop.steps.len());
    let ends = sop.steps.last().is_some_and(|step| sop.symbol(rows - 1, step.cells.len() - 1) == Symbol::End);
    for (row, step) in sop.steps.iter_mut().enumerate() {
        let is_led = |at: &usize| edges.iter().any(|edge| edge.from == (row, at - 1) && edge.to == Some((row, *at)));
        let led = (1..step.cells.len()).take_while(is_led).count();
        step.cells.truncate(led + 1);
        // Below one's own last symbol, a capsule is the end and not one more act.
        if let [.., before, last] = &step.cells[..]
            && before.actor == last.actor
            && last.symbol.as_ref().map(|it| it.value).or(ends.then_some(Symbol::End)) == Some(Symbol::End)
            && row + 1 == rows
        {
            step.cells.pop();
            if let Some(cell) = step.cells.last_mut().filter(|cell| !cell.branches()) {
                cell.next = vec![Sourced::new(Target::End, Place::NOWHERE).into()];
            }
        }
    }
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

/// The same without words at branches where not all of them have room in print.
fn labelled(mut sop: Sop) -> Sop {
    let said = words(&printed(&sop, Paper::A4));
    let ways = |sop: &Sop| -> Vec<String> {
        let cells = sop.steps.iter().flat_map(|step| &step.cells);
        cells
            .flat_map(|cell| cell.ways().filter_map(|way| way.words().map(str::to_owned)).collect::<Vec<_>>())
            .collect()
    };
    let own = ways(&sop);
    let count = |word: &String| said.lines().filter(|line| *line == word).count();
    if own.iter().any(|word| count(word) < own.iter().filter(|it| *it == word).count()) {
        for cell in sop.steps.iter_mut().flat_map(|step| &mut step.cells) {
            cell.ways_mut().for_each(|way| way.label = None);
        }
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
    let faults: Vec<(u64, String)> =
        (0..u64::from(cases())).filter_map(|seed| Some((seed, changed(&flows::flow(seed, 30))?))).collect();
    for (seed, fault) in &faults {
        eprintln!("== {seed}\n{fault}");
    }
    assert!(faults.is_empty(), "{} of {}", faults.len(), cases());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn any_flow_comes_back(models::Any(sop) in models::any_sop()) {
        let sop = labelled(sayable(&sop));
        prop_assume!(sop.doubts().is_empty());
        prop_assert_eq!(changed(&sop), None);
    }
}

#[test]
fn made_up_documents_come_back() {
    for sop in
        [models::returns(), models::several_cells(), models::many_actors(), models::long_texts(), models::tall_row(4)]
    {
        assert_eq!(changed(&sop), None);
    }
}
