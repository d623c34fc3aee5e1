//! Markdown pipe tables and HTML.

use super::{identity, sections, tabs};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::Grid;
use crate::damage::plan::Plan;
use crate::damage::random::Random;

fn pipe_row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | ").replace('\n', "<br>"))
}

/// Identity and sections as pipe tables, labels in bold.
pub fn markdown_front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut lines: Vec<String> = identity::agency(plan, form).iter().map(|line| format!("**{line}**\n")).collect();
    lines.push("| | |\n|---|---|".to_owned());
    for (label, value) in identity::pairs(plan, form, random) {
        lines.push(pipe_row(&[format!("**{label}**"), value.join("<br>")]));
    }
    lines.push(String::new());
    let all = sections::all(plan, form);
    if form.side_by_side {
        for (at, two) in all.chunks(2).enumerate() {
            lines.push(pipe_row(&two.iter().map(|(label, _)| format!("**{label}**")).collect::<Vec<_>>()));
            if at == 0 {
                lines.push("|---|---|".to_owned());
            }
            let cells = two.iter().map(|(_, items)| sections::lines(items, form, random).join("<br>"));
            lines.push(pipe_row(&cells.collect::<Vec<_>>()));
        }
    } else {
        for (label, items) in all {
            lines.push(format!("## {label}\n\n{}\n", sections::lines(&items, form, random).join("\n")));
        }
    }
    lines.join("\n")
}

/// The table between pipes; the rule stands under the first header row.
pub fn markdown_table(grid: &Grid, form: &Form, random: &mut Random) -> String {
    let mut lines = Vec::new();
    for (at, row) in grid.head_cells().into_iter().enumerate() {
        let bold = |text: String| if text.is_empty() { text } else { format!("**{text}**") };
        lines.push(pipe_row(&row.into_iter().map(bold).collect::<Vec<_>>()));
        if at == 0 {
            lines.push(format!("|{}", "---|".repeat(grid.roles.len())));
        }
    }
    if form.has(Fault::ColumnNumbers) {
        lines.push(pipe_row(&(1..=grid.roles.len()).map(|at| at.to_string()).collect::<Vec<_>>()));
    }
    lines.extend(tabs::body(grid, form, random).iter().map(|row| pipe_row(row)));
    lines.join("\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('±', "&plusmn;")
        .replace('–', "&ndash;")
        .replace('\n', "<br>")
}

fn tag(name: &str, span: (usize, usize), text: &str) -> String {
    let rows = if span.0 > 1 { format!(" rowspan=\"{}\"", span.0) } else { String::new() };
    let columns = if span.1 > 1 { format!(" colspan=\"{}\"", span.1) } else { String::new() };
    let word = name.split(' ').next().unwrap_or(name);
    format!("<{name}{rows}{columns}>{text}</{word}>")
}

fn list(items: &[String]) -> String {
    match items {
        [item] => escape(item),
        items => {
            let items: Vec<String> = items.iter().map(|item| format!("<li>{}</li>", escape(item))).collect();
            format!("<ol>{}</ol>", items.concat())
        }
    }
}

/// Identity and sections as HTML tables.
pub fn html_front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut out = vec!["<html><body>\n<table border=\"1\">".to_owned()];
    let agency: Vec<String> = identity::agency(plan, form).iter().map(|line| escape(line)).collect();
    for (at, (label, value)) in identity::pairs(plan, form, random).into_iter().enumerate() {
        let left = if at == 0 { tag("td", (6, 1), &agency.join("<br>")) } else { String::new() };
        let value: Vec<String> = value.iter().map(|line| escape(line)).collect();
        let value = value.join("<br/>");
        let value = if value.is_empty() { "&nbsp;".to_owned() } else { value };
        out.push(format!("<tr>{left}<td>{}</td><td>{value}</td></tr>", escape(&label)));
    }
    out.push("</table>\n<table border=\"1\">".to_owned());
    let across = if form.side_by_side { 2 } else { 1 };
    for row in sections::all(plan, form).chunks(across) {
        let labels =
            row.iter().map(|(label, _)| tag("td class=\"label\"", (1, 1), &format!("<b>{}</b>", escape(label))));
        out.push(format!("<tr>{}</tr>", labels.collect::<String>()));
        let cells = row.iter().map(|(_, items)| tag("td", (1, 1), &list(items)));
        out.push(format!("<tr>{}</tr>", cells.collect::<String>()));
    }
    out.push("</table>".to_owned());
    out.join("\n")
}

/// The table with spans in its header.
pub fn html_table(grid: &Grid, form: &Form, random: &mut Random) -> String {
    let mut out = vec!["<table border=\"1\">\n<thead>".to_owned()];
    for row in &grid.head {
        let cells = row.iter().map(|cell| tag("th", (cell.rows, cell.columns), &escape(&cell.text)));
        out.push(format!("<tr>{}</tr>", cells.collect::<String>()));
    }
    out.push("</thead>\n<tbody>".to_owned());
    if form.has(Fault::ColumnNumbers) {
        let cells = (1..=grid.roles.len()).map(|at| tag("td", (1, 1), &at.to_string()));
        out.push(format!("<tr>{}</tr>", cells.collect::<String>()));
    }
    for row in tabs::body(grid, form, random) {
        let cells = row.iter().map(|text| tag("td", (1, 1), &escape(text)));
        out.push(format!("<tr>{}</tr>", cells.collect::<String>()));
    }
    out.push("</tbody>\n</table>".to_owned());
    out.join("\n")
}
