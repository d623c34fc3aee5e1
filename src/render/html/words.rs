//! The whole SOP as text: identity, lists, and the steps with the flow in words.

use super::super::svg::escape;
use super::name;
use crate::layout::account;
use crate::model::{ColumnRole, SectionKind, Sop, StepField};
use crate::render::told::{identity, items, said, section};
use crate::vocabulary::form_words::shared_with;
use std::fmt::Write;

/// Writes the section; `number` counts the SOPs of the file from 1.
pub(super) fn write(out: &mut String, sop: &Sop, number: usize) {
    let _ = write!(out, "<section id=\"kata-{number}\">\n<h1>{}</h1>\n<dl>\n", escape(name(sop)));
    for (label, value) in identity(sop) {
        let _ = writeln!(out, "<dt>{label}</dt><dd>{}</dd>", broken(&value));
    }
    out.push_str("</dl>\n");
    for kind in SectionKind::ALL {
        let list = section(sop, kind);
        if !list.is_empty() {
            let _ = writeln!(out, "<h2>{}</h2>\n<ol>", kind.heading());
            list.iter().for_each(|item| write_item(out, item));
            out.push_str("</ol>\n");
        }
    }
    out.push_str("<h2>Langkah-langkah</h2>\n<ul class=\"langkah\">\n");
    let tops = StepField::MERGED.map(|field| sop.cell_tops(field));
    for (row, told) in account(sop).iter().enumerate() {
        write_step(out, sop, (row, tops.each_ref().map(|tops| tops[row])), told);
    }
    out.push_str("</ul>\n</section>\n");
}

/// Text with its line breaks.
fn broken(text: &str) -> String {
    text.trim_end().lines().map(escape).collect::<Vec<String>>().join("<br>")
}

fn write_item(out: &mut String, item: &str) {
    let _ = writeln!(out, "<li>{}</li>", broken(item));
}

/// `tops` are the rows in which the cells begin that may go on over several, in the order of [`StepField::MERGED`].
fn write_step(out: &mut String, sop: &Sop, (row, tops): (usize, [usize; 4]), told: &str) {
    let step = &sop.steps[row];
    let activity = step.activity.value().map_or("", String::as_str);
    let _ = writeln!(out, "<li><p><b>{}</b></p><p>{}</p>", broken(activity), escape(told));
    let parts: [(ColumnRole, Vec<String>); 4] = [
        (ColumnRole::Requirements, items(&step.requirements)),
        (ColumnRole::Duration, said(&step.duration).into_iter().collect()),
        (ColumnRole::Outputs, items(&step.outputs)),
        (ColumnRole::Note, said(&step.note).into_iter().collect()),
    ];
    for ((role, texts), top) in parts.into_iter().zip(tops) {
        let text = if top == row { texts.join("; ") } else { shared_with(sop.steps[top].number) };
        if !text.is_empty() {
            let _ = writeln!(out, "<p>{}: {}</p>", role.heading(), broken(&text));
        }
    }
    out.push_str("</li>\n");
}
