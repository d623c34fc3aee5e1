//! The rows of the table with their faults: shifted, continued, cut in two, summed up.

use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Role};
use crate::damage::layout::Medium;
use crate::damage::random::Random;

/// The rows as every medium with cells prints them.
pub fn body(grid: &Grid, form: &Form, random: &mut Random) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let continued = if form.has(Fault::ContinuedRow) { random.between(0, grid.body.len() - 1) } else { usize::MAX };
    for (at, row) in grid.body.iter().enumerate() {
        let mut row = row.clone();
        let rest = if at == continued { split_off(grid, &mut row, random) } else { None };
        if form.has(Fault::ShiftedRows) && random.chance(70) {
            shift(grid, &mut row, random);
        }
        if form.has(Fault::NumberMiddle) && form.medium == Medium::Tabs && at > 0 && (at == 1 || random.chance(40)) {
            rows.extend(number_below(grid, &mut row, random));
        }
        rows.push(row);
        rows.extend(rest);
        if form.has(Fault::ArrowRow) && grid.decisions.contains(&at) {
            let mut arrow = vec![String::new(); grid.roles.len()];
            arrow[1] = (*random.pick(&["↓ YA", "↓ Ya", "Ya ↓"])).to_owned();
            rows.push(arrow);
        }
    }
    if form.has(Fault::TotalRow) {
        rows.push(total(grid, random));
    }
    rows
}

/// Takes what stands below the first lines of a row into a row of its own: where a page ends in the midst of it.
///
/// `lines` are the lines that a cell has; a cell is only cut before a line in lower case, so that it is seen to go on.
pub fn cut(row: &mut [String], lines: impl Fn(usize, &str) -> Vec<String>) -> Option<Vec<String>> {
    let mut rest = vec![String::new(); row.len()];
    for (column, cell) in row.iter_mut().enumerate().skip(1) {
        let all = lines(column, cell);
        let goes_on = |at: &usize| all[*at].starts_with(char::is_lowercase);
        if let Some(at) = (1..all.len()).find(goes_on) {
            (*cell, rest[column]) = (all[..at].join(" "), all[at..].join(" "));
        }
    }
    rest.iter().any(|cell| !cell.is_empty()).then_some(rest)
}

fn total(grid: &Grid, random: &mut Random) -> Vec<String> {
    let mut total = vec![String::new(); grid.roles.len()];
    total[1] = (*random.pick(&["Jumlah", "Total", "Total Waktu"])).to_owned();
    if let Some(time) = grid.roles.iter().position(|role| matches!(role, Role::Time(_))) {
        total[time] = format!("{} menit", random.between(200, 900));
    }
    total
}

/// Takes what stands above the middle of a row into a row of its own: half the activity, or the cells behind the lanes.
fn number_below(grid: &Grid, row: &mut [String], random: &mut Random) -> Option<Vec<String>> {
    let mut above = vec![String::new(); row.len()];
    let activity = grid.column(Role::Activity)?;
    let words: Vec<String> = row[activity].split(' ').map(str::to_owned).collect();
    // A line that begins in lower case goes on with the one above.
    let cut = (words.len() / 2..words.len()).find(|at| words[*at].starts_with(char::is_lowercase));
    match cut.filter(|at| *at > 0 && random.chance(60)) {
        Some(cut) => {
            above[activity] = words[..cut].join(" ");
            row[activity] = words[cut..].join(" ");
        }
        None => {
            let first = grid.column(Role::Requirements)?;
            above[first..].swap_with_slice(&mut row[first..]);
        }
    }
    Some(above)
}

/// Takes the last word of a cell into a row of its own.
fn split_off(grid: &Grid, row: &mut [String], random: &mut Random) -> Option<Vec<String>> {
    let column = grid.column(*random.pick(&[Role::Activity, Role::Activity, Role::Outputs]))?;
    let (kept, word) = row[column].rsplit_once(' ').map(|(kept, word)| (kept.to_owned(), word.to_owned()))?;
    row[column] = kept;
    let mut rest = vec![String::new(); row.len()];
    rest[column] = word;
    Some(rest)
}

/// Loses some of the empty lane cells; empty cells fill the row up at its end.
fn shift(grid: &Grid, row: &mut Vec<String>, random: &mut Random) {
    let lanes: Vec<usize> = (0..row.len()).filter(|at| matches!(grid.roles[*at], Role::Lane(_))).collect();
    if lanes.len() < 2 {
        return;
    }
    for _ in 0..random.between(1, lanes.len() - 1) {
        row.remove(lanes[0]);
        row.push(String::new());
    }
}
