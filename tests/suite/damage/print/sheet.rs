//! What a spreadsheet saves: rows between tabs, commas or semicolons, cells of several lines in quotes.

use super::{column_numbers, identity, rows, sections, wrap};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Role};
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// A row of cells as it is saved.
pub fn line(cells: &[String], form: &Form) -> String {
    cells.iter().map(|cell| quoted(cell, form)).collect::<Vec<_>>().join(form.separator)
}

fn quoted(cell: &str, form: &Form) -> String {
    if cell.contains(['\n', '"']) || cell.contains(form.separator) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Identity and sections.
pub fn front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut lines = Vec::new();
    let names = identity::agency(plan, form);
    let beside = form.has(Fault::AgencyCell);
    if !beside {
        lines.extend(names.iter().map(|name| line(std::slice::from_ref(name), form)));
        lines.push(String::new());
    }
    for (at, (label, value)) in identity::pairs(plan, form, random).into_iter().enumerate() {
        let joint = if form.has(Fault::BareSignatory) { " " } else { "\n" };
        let mut cells = vec![label, value.join(joint)];
        if beside {
            cells.insert(0, if at == 0 { names.join(" ") } else { String::new() });
        }
        lines.push(line(&cells, form));
    }
    lines.push(String::new());
    let across = if form.side_by_side { 2 } else { 1 };
    for row in sections::all(plan, form).chunks(across) {
        let labels: Vec<String> = row.iter().map(|(label, _)| label.clone()).collect();
        let lists: Vec<String> = row.iter().map(|(_, items)| sections::lines(items, form, random).join("\n")).collect();
        if form.has(Fault::NumberColumn) {
            let heads: Vec<String> = labels.iter().flat_map(|label| [label.clone(), String::new()]).collect();
            lines.push(line(&heads, form));
            lines.extend(sections::number_column(row).iter().map(|cells| line(cells, form)));
        } else if form.has(Fault::LabelInCell) {
            let cells: Vec<String> =
                labels.iter().zip(&lists).map(|(label, list)| format!("{label}\n{list}")).collect();
            lines.push(line(&cells, form));
        } else {
            lines.extend([line(&labels, form), line(&lists, form)]);
        }
    }
    lines.join("\n")
}

/// The table.
pub fn table(grid: &Grid, form: &Form, random: &mut Random) -> String {
    let times = if form.has(Fault::HeadTwice) { 2 } else { 1 };
    let mut all: Vec<Vec<String>> = Vec::new();
    for _ in 0..times {
        for mut row in grid.head_cells() {
            row.iter_mut().filter(|name| name.contains(' ')).for_each(|name| *name = wrap(name, 12).join("\n"));
            all.push(row);
        }
    }
    if form.has(Fault::ColumnNumbers) {
        all.push(column_numbers(grid.roles.len(), random));
    }
    let activity = grid.column(Role::Activity).unwrap_or_default();
    for mut row in rows::body(grid, form, random) {
        if random.chance(50) {
            row[activity] = wrap(&row[activity], 30).join("\n");
        }
        all.push(row);
    }
    all.iter().map(|row| line(row, form)).collect::<Vec<_>>().join("\n")
}
