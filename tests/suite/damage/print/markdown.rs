//! Markdown with pipe tables, as people and converters write it.

use super::{column_numbers, identity, rows, sections};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Role};
use crate::damage::plan::Plan;
use crate::damage::random::Random;

fn row(cells: &[String], form: &Form) -> String {
    let text = escape(&cells.join(" | ").replace('\n', "<br>"), form);
    if form.has(Fault::BareTable) { text.trim_end_matches([' ', '|']).to_owned() } else { format!("| {text} |") }
}

fn rule(columns: usize, form: &Form) -> String {
    let dashes = vec!["---"; columns].join("|");
    if form.has(Fault::BareTable) { dashes } else { format!("|{dashes}|") }
}

/// Backslashes before the signs that mean something, as pandoc puts them.
pub fn escape(text: &str, form: &Form) -> String {
    if !form.has(Fault::Escapes) {
        return text.to_owned();
    }
    let cells = text.split(" | ").map(|cell| {
        let number = cell.trim_end_matches('.');
        match cell {
            "-" => "\\-".to_owned(),
            _ if cell.ends_with('.') && number.parse::<u32>().is_ok() => format!("{number}\\."),
            _ => cell.replace('_', "\\_").replace('\'', "\\'").replace("<br>- ", "<br>\\- "),
        }
    });
    cells.collect::<Vec<_>>().join(" | ")
}

/// Identity and sections as pipe tables, labels in bold.
pub fn front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut lines = Vec::new();
    if form.has(Fault::FrontMatter) {
        lines.push(format!("---\ntitle: \"SOP {}\"\ntags: [sop, umum]\nlayout: page\n---\n", plan.title));
    }
    lines.extend(identity::agency(plan, form).iter().map(|line| format!("**{line}**\n")));
    let bare = form.has(Fault::BareTable);
    let joint = if form.has(Fault::BareSignatory) { " " } else { "<br>" };
    for (at, (label, value)) in identity::pairs(plan, form, random).into_iter().enumerate() {
        if at == 0 && !bare {
            lines.push(format!("| | |\n{}", rule(2, form)));
        }
        let value = value.join(joint);
        // A cell that is bare and empty needs its pipe to be a cell at all.
        let line = row(&[format!("**{label}**"), value.clone()], form);
        lines.push(if bare && value.is_empty() { format!("{line} |") } else { line });
        if at == 0 && bare {
            lines.push(rule(2, form));
        }
    }
    lines.push(String::new());
    let all = sections::all(plan, form);
    if form.side_by_side {
        lines.extend(beside(&all, form, random));
    } else {
        for (label, items) in all {
            lines.push(format!("## {label}\n\n{}\n", sections::lines(&items, form, random).join("\n")));
        }
    }
    lines.join("\n")
}

fn beside(all: &[sections::Section], form: &Form, random: &mut Random) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, two) in all.chunks(2).enumerate() {
        let lists: Vec<String> =
            two.iter().map(|(_, items)| sections::lines(items, form, random).join("<br>")).collect();
        let labels: Vec<String> = two.iter().map(|(label, _)| format!("**{label}**")).collect();
        if form.has(Fault::LabelInCell) {
            let cells: Vec<String> =
                labels.iter().zip(&lists).map(|(label, list)| format!("{label}<br>{list}")).collect();
            lines.push(row(&cells, form));
        } else {
            lines.push(row(&labels, form));
        }
        if at == 0 {
            lines.push(rule(2, form));
        }
        if !form.has(Fault::LabelInCell) {
            lines.push(row(&lists, form));
        }
    }
    lines
}

/// The table between pipes; the rule stands under the first header row.
pub fn table(grid: &Grid, form: &Form, random: &mut Random) -> String {
    let mut lines = head(grid, form);
    if form.has(Fault::ColumnNumbers) {
        lines.push(row(&column_numbers(grid.roles.len(), random), form));
    }
    let activity = grid.column(Role::Activity).unwrap_or_default();
    for mut cells in rows::body(grid, form, random) {
        // A break of the line inside a cell; what follows the pipe stays behind it.
        let long = cells[activity].split(' ').count() > 2;
        let cut = cells[activity].rfind(' ').filter(|_| form.has(Fault::BrokenCells) && long && random.chance(60));
        if let Some(at) = cut {
            cells[activity].replace_range(at..=at, "\u{1}");
        }
        lines.push(row(&cells, form).replace('\u{1}', "\n"));
    }
    lines.join("\n")
}

fn head(grid: &Grid, form: &Form) -> Vec<String> {
    let columns = grid.roles.len();
    let mut rows = grid.head_cells();
    if form.has(Fault::BareTable) {
        rows = vec![names(grid)];
    }
    if form.has(Fault::FlatHeads) {
        rows = vec![flat(grid, if form.melted { "." } else { " " })];
    }
    if form.has(Fault::HeadTwice) {
        rows.extend(rows.clone());
    }
    let bold = |text: &String| if text.is_empty() { String::new() } else { format!("**{text}**") };
    let mut lines: Vec<String> =
        rows.iter().map(|cells| row(&cells.iter().map(bold).collect::<Vec<_>>(), form)).collect();
    if form.has(Fault::EmptyHead) {
        lines.insert(0, format!("|{}", "  |".repeat(columns)));
        // A converter that knows of no spans prints only the names of the second row.
        if form.melted && grid.head.len() == 2 {
            let names: Vec<String> = grid.head[1].iter().map(|cell| cell.text.clone()).collect();
            lines[2] = row(&names, form);
        }
    }
    lines.insert(1, rule(columns, form));
    lines
}

/// Each column's own name.
fn names(grid: &Grid) -> Vec<String> {
    let rows = grid.head_cells();
    let name = |column: usize| rows.iter().rev().map(|row| row[column].clone()).find(|text| !text.is_empty());
    (0..grid.roles.len()).map(|column| name(column).unwrap_or_default()).collect()
}

/// Each column's name with the name of its group before it.
pub fn flat(grid: &Grid, joint: &str) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for cell in &grid.head[0] {
        let group = if cell.columns > 1 { cell.text.clone() } else { String::new() };
        groups.extend(std::iter::repeat_n(group, cell.columns));
    }
    let names = names(grid).into_iter().enumerate().map(|(column, name)| (name, groups.get(column)));
    names
        .map(|(name, group)| match group {
            Some(group) if !group.is_empty() && *group != name => format!("{group}{joint}{name}"),
            _ if joint == "." => format!("{name}{joint}{name}"),
            _ => name,
        })
        .collect()
}
