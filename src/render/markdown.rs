//! Sop → Markdown: identity as a table, lists, and the procedure as a pipe table with the flow in words. `sop convert` reads back
//! its identity, lists and steps; ways to one of several cells are only for people.

use super::told::{identity, items, said, section};
use crate::model::{Cell, ColumnRole, SectionKind, Sop, Step, StepField, Symbol, Target, Way};
use crate::plain::is_unsafe;
use crate::vocabulary::form_words::{ALONG, DASHED_ARROW, END, FROM_ABOVE, NAMELESS, START, said_ways};
use std::fmt::Write;

/// One SOP after the other, ending in a line break.
pub fn to_markdown(sops: &[Sop]) -> String {
    sops.iter().map(document).collect::<Vec<String>>().join("\n")
}

fn document(sop: &Sop) -> String {
    let mut out = String::new();
    let title = sop.identity.title.value().map_or(NAMELESS, String::as_str);
    // Writing to a String does not fail.
    let _ = writeln!(out, "# {}\n", escape_line(title));
    write_identity(&mut out, sop);
    for kind in SectionKind::ALL {
        let list = section(sop, kind);
        if !list.is_empty() {
            let _ = writeln!(out, "\n## {}\n", kind.heading());
            write_list(&mut out, &list);
        }
    }
    // A heading here would be read as the end of the last list.
    out.push_str("\n---\n\n");
    write_procedure(&mut out, sop);
    out
}

fn write_identity(out: &mut String, sop: &Sop) {
    let lines = identity(sop);
    for (at, (label, value)) in lines.iter().enumerate() {
        let _ = writeln!(out, "| {label} | {} |", escape(value));
        if at == 0 {
            out.push_str("|---|---|\n");
        }
    }
}

fn write_list(out: &mut String, list: &[String]) {
    match list {
        [only] if only == "-" => out.push_str("-\n"),
        _ => list.iter().enumerate().for_each(|(at, item)| {
            let _ = writeln!(out, "{}. {}", at + 1, escape(item));
        }),
    }
}

fn write_procedure(out: &mut String, sop: &Sop) {
    let has_note = sop.steps.iter().any(|step| step.note.known().is_some());
    let mut head = vec![ColumnRole::Number.heading().to_owned(), ColumnRole::Activity.heading().to_owned()];
    head.extend(sop.actors.iter().map(|actor| escape(&actor.name.value)));
    head.extend(
        [ColumnRole::Requirements, ColumnRole::Duration, ColumnRole::Outputs].map(|it| it.heading().to_owned()),
    );
    if has_note {
        head.push(ColumnRole::Note.heading().to_owned());
    }
    write_row(out, &head);
    let _ = writeln!(out, "|{}", "---|".repeat(head.len()));
    for (row, step) in sop.steps.iter().enumerate() {
        for heading in &step.headings {
            let mut cells = vec![String::new(); head.len()];
            cells[0] = format!("**{}**", escape(&heading.value));
            write_row(out, &cells);
        }
        let mut cells = vec![step.number.to_string(), escape(&said(&step.activity).unwrap_or_default())];
        cells[1].push_str(&elsewhere(sop, row, step));
        cells.extend((0..sop.actors.len()).map(|column| actor_cell(sop, row, column, step)));
        let own = |field, text: String| if sop.goes_on(row, field) { FROM_ABOVE.to_owned() } else { text };
        cells.extend([
            own(StepField::Requirements, lines(&items(&step.requirements))),
            own(StepField::Duration, escape(&said(&step.duration).unwrap_or_default())),
            own(StepField::Outputs, lines(&items(&step.outputs))),
        ]);
        if has_note {
            cells.push(own(StepField::Note, escape(&said(&step.note).unwrap_or_default())));
        }
        write_row(out, &cells);
    }
}

fn write_row(out: &mut String, cells: &[String]) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// Several documents one under the other.
fn lines(list: &[String]) -> String {
    match list {
        [only] => escape(only),
        _ => list.iter().map(|item| format!("- {}", escape(item))).collect::<Vec<String>>().join("<br>"),
    }
}

/// The symbols of one actor in one row, each with where it leads.
fn actor_cell(sop: &Sop, row: usize, column: usize, step: &Step) -> String {
    let Some(actor) = sop.actors.get(column) else { return String::new() };
    let mine = |cell: &&Cell| cell.actor.as_ref().is_some_and(|it| it.value == actor.id);
    let mut texts: Vec<String> = Vec::new();
    for (at, cell) in step.cells.iter().enumerate().filter(|(_, cell)| mine(cell)) {
        texts.push(symbol(sop, row, at, cell));
    }
    if step.joint.iter().any(|it| it.value == actor.id) {
        texts.push(format!("□ {ALONG}"));
    }
    texts.join("<br>")
}

/// What no actor column can show: symbols of actors without a column.
fn elsewhere(sop: &Sop, row: usize, step: &Step) -> String {
    let mut out = String::new();
    for (at, cell) in step.cells.iter().enumerate() {
        if let Some(actor) = &cell.actor
            && sop.actor(&actor.value).is_none()
        {
            let _ = write!(out, "<br>{}: {}", escape(&actor.value.0), symbol(sop, row, at, cell));
        }
    }
    out
}

fn symbol(sop: &Sop, row: usize, at: usize, cell: &Cell) -> String {
    let shape = match sop.symbol(row, at) {
        Symbol::Start => START,
        Symbol::Process => "□",
        Symbol::Decision => "◇",
        Symbol::Document => "▤",
        Symbol::End => END,
    };
    let way = |(word, way): (&str, &Way)| {
        let word = if word.is_empty() { "lanjut".to_owned() } else { escape(word) };
        let line = if way.dashed { DASHED_ARROW } else { "→" };
        format!("{word} {line} {}", goal(sop, &way.value))
    };
    let ways: Vec<String> = said_ways(cell).map(way).collect();
    if ways.is_empty() { shape.to_owned() } else { format!("{shape} {}", ways.join(", ")) }
}

fn goal(sop: &Sop, target: &Target) -> String {
    match target {
        Target::Cell(number, actor) => format!("{number} ({})", escape(sop.actor_name(actor))),
        other => other.to_string(),
    }
}

/// Text that is only text in Markdown and in the HTML it may hold, its lines one under the other.
fn escape(text: &str) -> String {
    let lines = text.trim().lines().map(escape_line).filter(|line| !line.is_empty());
    lines.collect::<Vec<String>>().join("<br>")
}

/// The same in one line.
fn escape_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let flat = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    for (at, character) in flat.char_indices() {
        let opens = at == 0 && flat.len() > 1 && matches!(character, '#' | '-' | '+' | '=' | '~');
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '$' => {
                let _ = write!(out, "&#{};", u32::from(character));
            }
            _ if opens => {
                let _ = write!(out, "&#{};", u32::from(character));
            }
            other if is_unsafe(other) => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    out
}
