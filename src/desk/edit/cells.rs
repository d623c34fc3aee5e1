//! Symbols of a row, and the arrows that leave them.

use super::lanes::take_out;
use super::{Arrow, Refusal, ledger, nowhere};
use crate::model::{ActorId, Cell, CellAt, Sop, Symbol, Target, Way};
use crate::vocabulary::form_words::symbol_word;

const SYMBOLS: [Symbol; 5] = [Symbol::Start, Symbol::Process, Symbol::Decision, Symbol::Document, Symbol::End];

/// The word of who takes part in the act of another, joined to it by a line.
const JOINT: &str = "bersama";

/// Parts of a row that a person decides about with its symbols.
const PARTS: [&str; 2] = ["pelaksana", "simbol"];

/// The symbol of a column in a row.
pub(super) fn set_symbol(sop: &mut Sop, (row, lane): CellAt, wanted: Option<&str>) -> Result<(), Refusal> {
    let actor = actor(sop, lane)?;
    let step = sop.steps.get_mut(row).ok_or_else(Refusal::gone)?;
    let number = step.number;
    step.joint.retain(|it| it.value != actor);
    let own = step.cells.iter().position(|cell| cell.actor.as_ref().is_some_and(|it| it.value == actor));
    match (wanted, own) {
        (None | Some(JOINT), Some(at)) if step.cells.len() > 1 => take_out(step, at),
        (None | Some(JOINT), Some(at)) => step.cells[at].actor = None,
        (None | Some(JOINT), None) => {}
        (Some(wanted), own) => {
            let at = own.unwrap_or_else(|| enter(&mut step.cells, &actor));
            let symbol = SYMBOLS.into_iter().find(|it| symbol_word(*it) == wanted).ok_or_else(Refusal::gone)?;
            draw(sop, (row, at), symbol);
        }
    }
    if wanted == Some(JOINT) {
        sop.steps[row].joint.push(nowhere(actor));
    }
    ledger::settle(sop, number, &PARTS);
    Ok(())
}

/// A symbol moves to another column; arrows to it follow.
pub(super) fn shift(sop: &mut Sop, (row, cell): CellAt, lane: usize) -> Result<(), Refusal> {
    let to = actor(sop, lane)?;
    let step = sop.steps.get_mut(row).ok_or_else(Refusal::gone)?;
    let number = step.number;
    let moved = step.cells.get_mut(cell).ok_or_else(Refusal::gone)?;
    let from = moved.actor.replace(nowhere(to.clone()));
    step.joint.retain(|it| it.value != to);
    let old = from.map(|it| Target::Cell(number, it.value));
    for way in sop.steps.iter_mut().flat_map(|step| &mut step.cells).flat_map(Cell::ways_mut) {
        if old.as_ref() == Some(&way.value) {
            way.value = Target::Cell(number, to.clone());
        }
    }
    ledger::settle(sop, number, &PARTS);
    Ok(())
}

/// All arrows of a symbol.
pub(super) fn set_ways(sop: &mut Sop, (row, cell): CellAt, arrows: &[Arrow]) -> Result<(), Refusal> {
    let mut made = Cell::default();
    for arrow in arrows {
        let way = Way {
            label: arrow.label.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(|it| nowhere(it.to_owned())),
            dashed: arrow.dashed,
            ..Way::from(nowhere(match &arrow.lost {
                Some(written) => as_written(written)?,
                None => target(sop, arrow.to)?,
            }))
        };
        match arrow.kind.as_str() {
            "ya" => made.yes = Some(way),
            "tidak" => made.no = Some(way),
            "cabang" if way.label.is_some() => made.cases.push(way),
            "cabang" => return Err(Refusal::new("beri kata pada cabangnya", "give the branch its words")),
            "lanjut" => made.next.push(way),
            _ => return Err(Refusal::gone()),
        }
    }
    let step = sop.steps.get_mut(row).ok_or_else(Refusal::gone)?;
    let number = step.number;
    let own = step.cells.get_mut(cell).ok_or_else(Refusal::gone)?;
    let Cell { yes, no, cases, next, .. } = made;
    *own = Cell { yes, no, cases, next, ..own.clone() };
    ledger::settle(sop, number, &["ya", "tidak", "cabang", "lanjut"]);
    Ok(())
}

/// Where an arrow leads, as the format writes it.
fn target(sop: &Sop, to: Option<CellAt>) -> Result<Target, Refusal> {
    let Some((row, cell)) = to else { return Ok(Target::End) };
    let step = sop.steps.get(row).ok_or_else(Refusal::gone)?;
    let actor = step.cells.get(cell).ok_or_else(Refusal::gone)?.actor.as_ref();
    Ok(match actor {
        Some(actor) if cell > 0 => Target::Cell(step.number, actor.value.clone()),
        _ => Target::Step(step.number),
    })
}

/// `9` or `9.camat`.
fn as_written(target: &str) -> Result<Target, Refusal> {
    let (number, actor) = target.split_once('.').map_or((target, None), |(number, actor)| (number, Some(actor)));
    let number = number.parse().map_err(|_| Refusal::gone())?;
    Ok(actor.map_or(Target::Step(number), |actor| Target::Cell(number, ActorId(actor.to_owned()))))
}

fn actor(sop: &Sop, lane: usize) -> Result<ActorId, Refusal> {
    sop.actors.get(lane).map(|it| it.id.clone()).ok_or_else(Refusal::gone)
}

/// A place for that actor among the cells: one that says nobody, else a new one, the last.
fn enter(cells: &mut Vec<Cell>, actor: &ActorId) -> usize {
    let free = cells.iter().position(|cell| cell.actor.is_none());
    let at = free.unwrap_or_else(|| {
        cells.push(Cell::default());
        cells.len() - 1
    });
    cells[at].actor = Some(nowhere(actor.clone()));
    at
}

/// Writes a symbol only where the format would take another one.
fn draw(sop: &mut Sop, at: CellAt, symbol: Symbol) {
    sop.steps[at.0].cells[at.1].symbol = None;
    if sop.symbol(at.0, at.1) != symbol {
        sop.steps[at.0].cells[at.1].symbol = Some(nowhere(symbol));
    }
}
