//! Actor columns put in, renamed, taken out and moved.

use super::ledger;
use super::{Refusal, nowhere};
use crate::model::{Actor, ActorId, Cell, Sop, Step, Target};
use std::collections::BTreeMap;

/// A new column.
pub(super) fn add(sop: &mut Sop, at: usize, name: &str) -> Result<(), Refusal> {
    let name = named(name)?;
    if at > sop.actors.len() {
        return Err(Refusal::gone());
    }
    let taken: Vec<ActorId> = sop.actors.iter().map(|it| it.id.clone()).chain(mentioned(sop)).collect();
    // Steps may speak already of somebody who has no column.
    let stranger = mentioned(sop).find(|id| id.0.trim().eq_ignore_ascii_case(&name) && sop.actor(id).is_none());
    let id = stranger.unwrap_or_else(|| ActorId::from_name(&name, &taken));
    sop.actors.insert(at, Actor { id, name: nowhere(name), external: false });
    let numbers = (at..sop.actors.len()).map(|old| (number(old), Some(number(old + 1))));
    ledger::renumber(sop, "pelaksana", &numbers.collect());
    Ok(())
}

/// Another name; the id by which steps refer to the column stays.
pub(super) fn rename(sop: &mut Sop, at: usize, name: &str) -> Result<(), Refusal> {
    let name = named(name)?;
    sop.actors.get_mut(at).ok_or_else(Refusal::gone)?.name = nowhere(name);
    ledger::renumber(sop, "pelaksana", &BTreeMap::from([(number(at), None)]));
    Ok(())
}

/// Whether it is outside the office.
pub(super) fn set_external(sop: &mut Sop, at: usize, external: bool) -> Result<(), Refusal> {
    sop.actors.get_mut(at).ok_or_else(Refusal::gone)?.external = external;
    Ok(())
}

/// The column goes with its symbols. A row that nobody else acts in keeps its symbol and arrows, and says nobody.
pub(super) fn remove(sop: &mut Sop, at: usize) -> Result<(), Refusal> {
    if at >= sop.actors.len() {
        return Err(Refusal::gone());
    }
    let gone = sop.actors.remove(at).id;
    sop.steps.iter_mut().for_each(|step| leave(step, &gone));
    for way in sop.steps.iter_mut().flat_map(|step| &mut step.cells).flat_map(Cell::ways_mut) {
        if let Target::Cell(number, actor) = &way.value
            && *actor == gone
        {
            way.value = Target::Step(*number);
        }
    }
    let behind = (at + 1..=sop.actors.len()).map(|old| (number(old), Some(number(old - 1))));
    let numbers = behind.chain([(number(at), None)]).collect();
    ledger::renumber(sop, "pelaksana", &numbers);
    Ok(())
}

/// The column moves.
pub(super) fn shift(sop: &mut Sop, from: usize, to: usize) -> Result<(), Refusal> {
    if from >= sop.actors.len() || to >= sop.actors.len() {
        return Err(Refusal::gone());
    }
    let mut order: Vec<usize> = (0..sop.actors.len()).collect();
    let moved = order.remove(from);
    order.insert(to, moved);
    let actor = sop.actors.remove(from);
    sop.actors.insert(to, actor);
    let numbers = order.iter().enumerate().map(|(new, old)| (number(*old), Some(number(new))));
    ledger::renumber(sop, "pelaksana", &numbers.collect());
    Ok(())
}

/// Takes the symbols of an actor out of a row.
fn leave(step: &mut Step, gone: &ActorId) {
    step.joint.retain(|it| it.value != *gone);
    let is_gone = |cell: &Cell| cell.actor.as_ref().is_some_and(|it| it.value == *gone);
    if let [only] = step.cells.as_mut_slice() {
        if is_gone(only) {
            only.actor = None;
        }
        return;
    }
    while let Some(at) = step.cells.iter().position(is_gone).filter(|_| step.cells.len() > 1) {
        take_out(step, at);
    }
    if let [only] = step.cells.as_mut_slice()
        && is_gone(only)
    {
        only.actor = None;
    }
}

/// Takes one of several symbols out of a row; the one before takes over arrows that lead on from the row.
pub(super) fn take_out(step: &mut Step, at: usize) {
    let was_last = at + 1 == step.cells.len();
    let cell = step.cells.remove(at);
    if was_last
        && cell.leads_on()
        && let Some(before) = step.cells.last_mut().filter(|before| !before.leads_on())
    {
        let Cell { yes, no, cases, next, .. } = cell;
        *before = Cell { yes, no, cases, next, ..before.clone() };
    }
}

/// Everybody whom steps speak of.
fn mentioned(sop: &Sop) -> impl Iterator<Item = ActorId> {
    sop.steps.iter().flat_map(|step| step.actors().chain(&step.joint)).map(|it| it.value.clone())
}

fn number(position: usize) -> u32 {
    u32::try_from(position + 1).unwrap_or(u32::MAX)
}

fn named(name: &str) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<&str>>().join(" ");
    match name.is_empty() {
        true => Err(Refusal::new("tulis dahulu nama pelaksananya", "say first who it is")),
        false => Ok(name),
    }
}
