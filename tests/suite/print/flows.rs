//! Seed → a flow as offices draw them: work passed from actor to actor, rows of several symbols, decisions with returns.

use super::models::{cell, decision, id, sop, sourced, step};
use crate::damage::random::Random;
use sop::model::{Cell, Sop, Step, Target};

/// The flow of that seed: 2 to 15 actors, up to `most` rows of one to three cells, up to 30 % decisions.
pub fn flow(seed: u64, most: usize) -> Sop {
    let mut random = Random::new(seed);
    let columns = random.between(2, 15);
    let rows = random.between(1, most);
    let shares = (random.between(0, 30), random.between(0, 30));
    of_size(&mut random, columns, rows, shares)
}

/// A flow of that many actors and rows; so many cells of a hundred decide, so many rows of a hundred have several cells.
pub fn of_size(random: &mut Random, columns: usize, rows: usize, shares: (usize, usize)) -> Sop {
    let steps = (1..=rows).map(|number| row(random, (number, rows), columns, shares));
    sop(columns, steps.collect())
}

fn row(
    random: &mut Random,
    (number, rows): (usize, usize),
    columns: usize,
    (decisions, several): (usize, usize),
) -> Step {
    let count = if random.chance(several) { random.between(2, 3) } else { 1 };
    let mut cells: Vec<Cell> = (0..count).map(|_| cell(random.between(0, columns - 1))).collect();
    for cell in &mut cells {
        if random.chance(decisions) {
            let column = random.between(0, columns - 1);
            let yes = way(random, (number, rows), columns, 60);
            let no = way(random, (number, rows), columns, 20);
            *cell = decision(column, yes, no);
        }
    }
    let mut step = step(number as u32, cells);
    if count == 1 && random.chance(5) {
        step.joint = vec![sourced(id(random.between(0, columns - 1))), sourced(id(random.between(0, columns - 1)))];
    }
    step
}

/// Where a branch goes: on to the next row in `on` per cent, else back near or far, ahead, to one cell of a row, or to the end.
fn way(random: &mut Random, (number, rows): (usize, usize), columns: usize, on: usize) -> Target {
    let next = (number + 1).min(rows) as u32;
    if random.chance(on) {
        return Target::Step(next);
    }
    match random.between(1, 10) {
        1..=5 => Target::Step(number.saturating_sub(random.between(0, 4)).max(1) as u32),
        6 | 7 => Target::Step(random.between(1, rows) as u32),
        8 => Target::Step((number + random.between(1, 3)).min(rows) as u32),
        9 => Target::Cell(random.between(1, rows) as u32, id(random.between(0, columns - 1))),
        _ => Target::End,
    }
}
