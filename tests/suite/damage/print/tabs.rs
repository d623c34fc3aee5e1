//! The procedure table in tab-separated text, with what happens to its rows there.

use super::FOOTERS;
use crate::damage::fault::Fault;
use crate::damage::form::{Form, Layout};
use crate::damage::grid::{Grid, Role};
use crate::damage::random::Random;

/// The table, line by line.
pub fn table(grid: &Grid, form: &Form, random: &mut Random) -> String {
    let mut lines = head(grid, form);
    if form.has(Fault::ColumnNumbers) {
        lines.push(column_numbers(grid, random));
    }
    let half = grid.body.len() / 2;
    for (at, row) in body(grid, form, random).into_iter().enumerate() {
        if at == half && form.has(Fault::PageBreak) {
            lines.push(String::new());
            lines.extend(repeated_head(grid, form));
        }
        if at == half && form.has(Fault::Footers) {
            lines.push((*random.pick(FOOTERS)).to_owned());
        }
        lines.push(row.join("\t"));
    }
    lines.join("\n")
}

fn head(grid: &Grid, form: &Form) -> Vec<String> {
    let mut rows = grid.head_cells();
    if form.has(Fault::HeaderLacksColumns) {
        let lost = [grid.column(Role::Requirements), grid.column(Role::Time(None))];
        let group = rows[0][lost[0].unwrap_or_default()].clone();
        let depth = rows.len();
        for row in &mut rows {
            if let (Some(time), true) = (lost[1], depth > 1) {
                let output = row[time + 1].clone();
                row.remove(time + 1);
                row[time] = output;
            }
            if let Some(first) = lost[0] {
                row[first] = String::new();
            }
        }
        if let (Some(first), true) = (lost[0], depth > 1) {
            rows[0][first] = group;
            rows[0][first + 1] = form.heads.outputs.clone();
            rows[1][first + 1] = String::new();
        }
    }
    rows.into_iter().map(|row| row.join("\t")).collect()
}

/// The header on the next page; in the Balangan layout its column numbers have melted into the names.
fn repeated_head(grid: &Grid, form: &Form) -> Vec<String> {
    if form.layout != Layout::Balangan {
        return head(grid, form);
    }
    let mut rows = grid.head_cells();
    for column in 0..grid.roles.len() {
        let lowest = rows.iter_mut().map(|row| &mut row[column]).rfind(|text| !text.is_empty());
        if let Some(text) = lowest {
            *text = format!("{text} {}", column + 1);
        }
    }
    rows.into_iter().map(|row| row.join("\t")).collect()
}

fn column_numbers(grid: &Grid, random: &mut Random) -> String {
    let brackets = random.chance(40);
    let numbers = (1..=grid.roles.len()).map(|at| if brackets { format!("({at})") } else { at.to_string() });
    numbers.collect::<Vec<_>>().join("\t")
}

/// The rows with their faults: shifted, continued, summed up.
pub fn body(grid: &Grid, form: &Form, random: &mut Random) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let continued = if form.has(Fault::ContinuedRow) { random.between(0, grid.body.len() - 1) } else { usize::MAX };
    for (at, row) in grid.body.iter().enumerate() {
        let mut row = row.clone();
        let rest = if at == continued { split_off(grid, &mut row, random) } else { None };
        if form.has(Fault::ShiftedRows) && random.chance(70) {
            shift(grid, &mut row, random);
        }
        rows.push(row);
        rows.extend(rest);
    }
    if form.has(Fault::TotalRow) {
        let mut total = vec![String::new(); grid.roles.len()];
        total[1] = (*random.pick(&["Jumlah", "Total", "Total Waktu"])).to_owned();
        if let Some(time) = grid.roles.iter().position(|role| matches!(role, Role::Time(_))) {
            total[time] = format!("{} menit", random.between(200, 900));
        }
        rows.push(total);
    }
    rows
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
