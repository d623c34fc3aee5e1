//! Tables as pandoc draws them in plain text: grids, and multiline tables between rules of hyphens.

use super::markdown::escape;
use super::{column_numbers, identity, rows, sections, wrap};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Role};
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// Identity as a table of two columns, sections below headings or as another table.
pub fn front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut parts = Vec::new();
    if form.has(Fault::FrontMatter) {
        parts.push(format!("---\ntitle: \"SOP {}\"\nauthor: Tata Usaha\n---", plan.title));
    }
    parts.push(identity::agency(plan, form).iter().map(|line| format!("**{line}**")).collect::<Vec<_>>().join("\n\n"));
    let pairs = identity::pairs(plan, form, random);
    let pairs: Vec<Vec<String>> =
        pairs.into_iter().map(|(label, value)| vec![label, escape(&value.join(" "), form)]).collect();
    parts.push(drawn(&pairs, 1, &[30, 50], form));
    let all = sections::all(plan, form);
    if form.side_by_side {
        for two in all.chunks(2) {
            let labels: Vec<String> = two.iter().map(|(label, _)| label.clone()).collect();
            let lists: Vec<String> =
                two.iter().map(|(_, items)| sections::lines(items, form, random).join("\n")).collect();
            parts.push(grid_table(&[labels, lists], 1, &[46, 46]));
        }
    } else {
        for (label, items) in all {
            parts.push(format!("## {label}\n\n{}", sections::lines(&items, form, random).join("\n")));
        }
    }
    parts.join("\n\n")
}

/// The procedure table.
pub fn table(grid: &Grid, form: &Form, random: &mut Random) -> String {
    let mut all = grid.head_cells();
    let heads = all.len();
    if form.has(Fault::ColumnNumbers) {
        all.push(column_numbers(grid.roles.len(), random));
    }
    all.extend(rows::body(grid, form, random));
    all.iter_mut().flatten().for_each(|cell| *cell = escape(cell, form));
    let widths: Vec<usize> = grid.roles.iter().enumerate().map(|(at, role)| width(*role, at, &all)).collect();
    drawn(&all, heads, &widths, form)
}

fn width(role: Role, column: usize, rows: &[Vec<String>]) -> usize {
    let usual = match role {
        Role::Number | Role::Time(Some(_)) => 5,
        Role::Activity => 28,
        Role::Requirements | Role::Outputs => 18,
        _ => 11,
    };
    let words = rows.iter().flat_map(|row| row[column].split_whitespace());
    words.map(|word| word.chars().count()).max().unwrap_or(0).max(usual)
}

fn drawn(rows: &[Vec<String>], heads: usize, widths: &[usize], form: &Form) -> String {
    if form.melted { grid_table(rows, heads, widths) } else { multiline(rows, heads, widths) }
}

/// The lines of a cell: its own, wrapped.
fn lines(text: &str, width: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap(line, width)).collect()
}

fn drawn_row(row: &[String], widths: &[usize], (open, between, close): (&str, &str, &str)) -> Vec<String> {
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(text, width)| lines(text, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let line = |at: usize| {
        let texts = cells.iter().zip(widths).map(|(lines, width)| {
            let text = lines.get(at).map_or("", String::as_str);
            format!("{text}{}", " ".repeat(width.saturating_sub(text.chars().count())))
        });
        format!("{open}{}{close}", texts.collect::<Vec<_>>().join(between))
    };
    (0..height).map(line).collect()
}

fn grid_table(rows: &[Vec<String>], heads: usize, widths: &[usize]) -> String {
    let rule = |sign: &str| {
        format!("+{}", widths.iter().map(|width| format!("{}+", sign.repeat(width + 2))).collect::<String>())
    };
    let mut out = vec![rule("-")];
    for (at, row) in rows.iter().enumerate() {
        out.extend(drawn_row(row, widths, ("| ", " | ", " |")));
        out.push(rule(if at + 1 == heads { "=" } else { "-" }));
    }
    out.join("\n")
}

fn multiline(rows: &[Vec<String>], heads: usize, widths: &[usize]) -> String {
    let long = format!("  {}", "-".repeat(widths.iter().map(|width| width + 1).sum::<usize>() - 1));
    let short = format!("  {}", widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join(" "));
    let mut out = vec![long.clone()];
    for (at, row) in rows.iter().enumerate() {
        if at == 1 {
            out.push(short.clone());
        } else if at > 1 && at != heads {
            out.push(String::new());
        }
        out.extend(drawn_row(row, widths, ("  ", " ", "")));
        if at + 1 == heads && heads > 1 {
            out.push(String::new());
        }
    }
    out.push(long);
    out.join("\n")
}
