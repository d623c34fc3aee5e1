//! Rows put in, taken out and moved. Arrows are held to the rows they lead to while the rows get other numbers.

use super::Refusal;
use super::ledger;
use super::values::headings;
use crate::model::{Addresses, Cell, Sop, Step, StepField, Symbol, Target, Way};
use std::collections::BTreeMap;

/// A new row that says nothing yet, done by whoever did the row before, of a first row by whoever does the next.
pub(super) fn add(sop: &mut Sop, at: usize) -> Result<(), Refusal> {
    if at > sop.steps.len() {
        return Err(Refusal::gone());
    }
    let before = at.checked_sub(1).and_then(|before| sop.steps.get(before)).and_then(|step| step.cells.last());
    let neighbour = before.or_else(|| sop.steps.get(at).and_then(|step| step.cells.first()));
    let actor = neighbour.and_then(|cell| cell.actor.clone());
    // A cell that goes on over the place goes on over the new row too.
    let merged = StepField::MERGED.into_iter().filter(|field| sop.goes_on(at, *field)).collect();
    let new = Step { cells: vec![Cell { actor, ..Cell::default() }], merged, ..Step::new(0) };
    let old: Vec<Option<usize>> = (0..at).map(Some).chain([None]).chain((at..sop.steps.len()).map(Some)).collect();
    rearrange(sop, &old, new);
    Ok(())
}

/// A row goes; arrows to it lead to the row that follows it.
pub(super) fn remove(sop: &mut Sop, at: usize) -> Result<(), Refusal> {
    if at >= sop.steps.len() {
        return Err(Refusal::gone());
    }
    let heading = std::mem::take(&mut sop.steps[at].headings);
    if let Some(next) = sop.steps.get_mut(at + 1) {
        next.headings.splice(0..0, heading);
    }
    let old: Vec<Option<usize>> = (0..sop.steps.len()).filter(|row| *row != at).map(Some).collect();
    rearrange(sop, &old, Step::new(0));
    Ok(())
}

/// A row moves.
pub(super) fn shift(sop: &mut Sop, from: usize, to: usize) -> Result<(), Refusal> {
    if from >= sop.steps.len() || to >= sop.steps.len() {
        return Err(Refusal::gone());
    }
    let mut old: Vec<usize> = (0..sop.steps.len()).collect();
    let moved = old.remove(from);
    old.insert(to, moved);
    let old: Vec<Option<usize>> = old.into_iter().map(Some).collect();
    rearrange(sop, &old, Step::new(0));
    Ok(())
}

/// The headings above a row.
pub(super) fn set_headings(sop: &mut Sop, row: usize, text: &str) -> Result<(), Refusal> {
    sop.steps.get_mut(row).ok_or_else(Refusal::gone)?.headings = headings(text);
    Ok(())
}

/// The rows in this order, by their old positions, with a new row where there is none; numbers anew from the first one's.
fn rearrange(sop: &mut Sop, order: &[Option<usize>], new: Step) {
    let goals = goals(sop);
    part_cells(sop, order);
    let first = sop.steps.first().filter(|_| is_counted(&sop.steps)).map_or(1, |it| it.number);
    let old_last = sop.steps.len().checked_sub(1);
    let old_numbers: Vec<u32> = sop.steps.iter().map(|it| it.number).collect();
    let mut before: Vec<Option<Step>> = std::mem::take(&mut sop.steps).into_iter().map(Some).collect();
    let mut new_numbers = vec![None; before.len()];
    for (old, number) in order.iter().zip(first..) {
        let step = match old {
            Some(old) => {
                new_numbers[*old] = Some(number);
                before[*old].take()
            }
            None => Some(new.clone()),
        };
        sop.steps.extend(step.map(|step| Step { number, ..step }));
    }
    for (old, step) in order.iter().zip(&mut sop.steps) {
        let Some(old) = old else { continue };
        let ways = step.cells.iter_mut().flat_map(Cell::ways_mut).zip(&goals[*old]);
        ways.for_each(|(way, goal)| way.value = aimed(&way.value, *goal, &new_numbers));
    }
    let mut numbers = BTreeMap::new();
    // Of several rows of one number the ledger means the first.
    old_numbers.iter().zip(&new_numbers).for_each(|(old, new)| _ = numbers.entry(*old).or_insert(*new));
    ledger::renumber(sop, "kegiatan", &numbers);
    move_ends(sop, order, old_last);
}

/// A row that comes to stand below another one says itself what a cell said that went on from the row above it.
fn part_cells(sop: &mut Sop, order: &[Option<usize>]) {
    for field in StepField::MERGED {
        let tops = sop.cell_tops(field);
        let mut before = None;
        for old in order {
            let Some(row) = *old else { continue };
            if tops[row] != row && before != row.checked_sub(1) {
                let top = sop.steps[tops[row]].clone();
                take_over(&mut sop.steps[row], &top, field);
            }
            before = Some(row);
        }
    }
}

/// What the column says of one row, the other says.
fn take_over(step: &mut Step, top: &Step, field: StepField) {
    step.merged.retain(|it| *it != field);
    match field {
        StepField::Requirements => step.requirements = top.requirements.clone(),
        StepField::Duration => step.duration = top.duration.clone(),
        StepField::Outputs => step.outputs = top.outputs.clone(),
        _ => step.note = top.note.clone(),
    }
}

/// Where an arrow leads that led to this row before; to what follows that row where it is gone.
fn aimed(target: &Target, goal: Option<usize>, new_numbers: &[Option<u32>]) -> Target {
    let last = new_numbers.iter().flatten().max().copied().unwrap_or_default();
    match goal {
        Some(row) => match (new_numbers[row], new_numbers[row..].iter().flatten().next()) {
            (Some(number), _) => renamed(target, number),
            (None, Some(next)) => Target::Step(*next),
            (None, None) => Target::End,
        },
        // What leads nowhere must not come to lead somewhere by chance.
        None => match target.number() {
            Some(number) if number <= last.saturating_add(1) => renamed(target, last.saturating_add(2)),
            _ => target.clone(),
        },
    }
}

/// The numbers count up by one.
fn is_counted(steps: &[Step]) -> bool {
    steps.windows(2).all(|pair| pair[0].number.checked_add(1) == Some(pair[1].number))
}

/// Of each row, the rows that its arrows lead to, in their order; none where one ends or is lost.
fn goals(sop: &Sop) -> Vec<Vec<Option<usize>>> {
    let addresses = Addresses::of(sop);
    let goal = |from, way: &Way| addresses.resolve_from(from, &way.value).flatten().map(|(row, _)| row);
    let of_cell = |row: usize, at: usize, cell: &Cell| cell.ways().map(|way| goal((row, at), way)).collect::<Vec<_>>();
    let of_row = |(row, step): (usize, &Step)| {
        step.cells.iter().enumerate().flat_map(|(at, cell)| of_cell(row, at, cell)).collect()
    };
    sop.steps.iter().enumerate().map(of_row).collect()
}

fn renamed(target: &Target, number: u32) -> Target {
    match target {
        Target::Step(_) => Target::Step(number),
        Target::Cell(_, actor) => Target::Cell(number, actor.clone()),
        Target::End => Target::End,
    }
}

/// Capsules of begin and end stay at begin and end: a row that came to stand elsewhere loses the one it had for its place.
fn move_ends(sop: &mut Sop, order: &[Option<usize>], last: Option<usize>) {
    let rows = sop.steps.len();
    let (first, last) =
        (order.iter().position(|it| *it == Some(0)), order.iter().position(|it| it.is_some() && *it == last));
    if let Some(row) = first.filter(|row| *row > 0) {
        clear(sop.steps[row].cells.first_mut(), Symbol::Start);
        clear(sop.steps[0].cells.first_mut(), Symbol::Process);
    }
    if let Some(row) = last.filter(|row| row + 1 < rows) {
        clear(sop.steps[row].cells.last_mut(), Symbol::End);
        clear(sop.steps[rows - 1].cells.last_mut(), Symbol::Process);
    }
    if rows > 1 && first.is_none() {
        clear(sop.steps[0].cells.first_mut(), Symbol::Process);
    }
    if rows > 1 && last.is_none() {
        clear(sop.steps[rows - 1].cells.last_mut(), Symbol::Process);
    }
}

/// The format's default takes the place of that symbol.
fn clear(cell: Option<&mut Cell>, symbol: Symbol) {
    if let Some(cell) = cell
        && cell.symbol.as_ref().is_some_and(|it| it.value == symbol)
    {
        cell.symbol = None;
    }
}
