//! The lower half of the form: the procedure, row by row, each with its notes in the margin.

use super::desk::{Desk, lines, said};
use super::keys::Band;
use super::notes;
use super::shade::Shade;
use crate::model::{Actor, Cell, ColumnRole, DocumentName, Field, Sourced, Step, StepField, Symbol};
use crate::report::escaping::Xml;
use crate::vocabulary::form_words::{self, symbol_word};
use std::fmt::Write;
use std::ops::Range;

/// More actors than this have their names set upright.
const MOST_LEVEL: usize = 3;

/// More notes than this stand below their row.
const MOST_IN_MARGIN: usize = 2;

/// The longest branch, in characters, that is kept on one line.
const SHORT_BRANCH: usize = 10;

/// The table with all its notes; only the notes about it where the SOP has no steps.
pub(super) fn write(out: &mut String, desk: &Desk<'_>) {
    let (id, marks) = (desk.anchor("kegiatan"), desk.marks("kegiatan"));
    let _ = writeln!(out, "<h3 id=\"{id}\" lang=\"id\">{}{marks}</h3>", form_words::PROCEDURE);
    out.push_str(&notes::list(desk, Band::Table));
    if desk.sop.steps.is_empty() {
        let none = desk.pick("Tidak ada tabel kegiatan yang terbaca.", "No procedure table was read.");
        let _ = writeln!(out, "<p class=\"none\">{none}</p>");
        return;
    }
    let upright = if desk.sop.actors.len() > MOST_LEVEL { " upright" } else { "" };
    let label = desk.pick("Tabel kegiatan", "Procedure table");
    let _ = writeln!(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">");
    let _ = writeln!(out, "<table role=\"table\" class=\"steps{upright}\">");
    let plan = Plan::of(desk);
    write_header(out, desk, &plan);
    out.push_str("<tbody role=\"rowgroup\">\n");
    for (row, step) in desk.sop.steps.iter().enumerate() {
        step.headings.iter().for_each(|heading| write_heading(out, &plan, &heading.value));
        write_row(out, desk, (row, step), &plan);
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn write_header(out: &mut String, desk: &Desk<'_>, plan: &Plan) {
    let actors = &desk.sop.actors;
    let tall = |role: ColumnRole, class: &str| {
        format!("<th role=\"columnheader\" scope=\"col\" rowspan=\"2\" class=\"{class}\">{}</th>", role.heading())
    };
    out.push_str("<thead role=\"rowgroup\" lang=\"id\">\n<tr role=\"row\">");
    out.push_str(&tall(ColumnRole::Number, "no"));
    out.push_str(&tall(ColumnRole::Activity, "uraian"));
    if !actors.is_empty() {
        let (id, marks) = (desk.anchor("pelaksana"), desk.marks("pelaksana"));
        let (count, heading) = (actors.len(), ColumnRole::Actor.heading());
        let _ = write!(
            out,
            "<th role=\"columnheader\" scope=\"colgroup\" colspan=\"{count}\" id=\"{id}\">{heading}{marks}</th>"
        );
    }
    let _ = write!(out, "<th role=\"columnheader\" scope=\"colgroup\" colspan=\"3\">{}</th>", form_words::QUALITY);
    if plan.has_notes {
        out.push_str(&tall(ColumnRole::Note, "keterangan"));
    }
    if plan.has_margin {
        let label = desk.pick("Catatan pemeriksa", "Notes");
        let _ = write!(out, "<th role=\"columnheader\" scope=\"col\" rowspan=\"2\" class=\"margin\">{label}</th>");
    }
    out.push_str("</tr>\n<tr role=\"row\">");
    for (at, actor) in actors.iter().enumerate() {
        let path = format!("pelaksana/{}", at + 1);
        let value = desk.value(&path, &path, &actor.name.value);
        let _ = write!(out, "<th role=\"columnheader\" scope=\"col\" class=\"lane\"><div>{value}</div></th>");
    }
    for (role, class) in
        [(ColumnRole::Requirements, "docs"), (ColumnRole::Duration, "waktu"), (ColumnRole::Outputs, "docs")]
    {
        let heading = role.heading();
        let _ = write!(out, "<th role=\"columnheader\" scope=\"col\" class=\"{class}\">{heading}</th>");
    }
    out.push_str("</tr>\n</thead>\n");
}

fn write_row(out: &mut String, desk: &Desk<'_>, (row, step): (usize, &Step), plan: &Plan) {
    let (key, number) = (format!("r{row}"), step.number);
    let path = format!("kegiatan/{number}");
    let _ = write!(
        out,
        "<tr role=\"row\" lang=\"id\"><th role=\"rowheader\" scope=\"row\" class=\"no\" id=\"{}\">{number}{}</th>",
        desk.anchor(&key),
        desk.marks(&key)
    );
    let activity = format!("{}{}", said(&step.activity), homeless(desk, row, step));
    let activity_path = format!("{path}/uraian");
    let shade = desk.shade_of(&activity_path, &step.activity);
    write_cell(out, ColumnRole::Activity, &desk.shaded(&format!("{key}/uraian"), &activity_path, &activity, shade));
    for (lane, actor) in desk.sop.actors.iter().enumerate() {
        write_lane(out, desk, (row, step), (lane, actor));
    }
    let documents =
        [(ColumnRole::Requirements, "kelengkapan", &step.requirements), (ColumnRole::Outputs, "output", &step.outputs)];
    let [requirements, outputs] = documents.map(|(role, field, documents)| {
        let mut cell = String::new();
        let (key, path) = (format!("{key}/{field}"), format!("{path}/{field}"));
        plan.write(&mut cell, desk, (row, role), &list(desk, &key, &path, documents));
        cell
    });
    out.push_str(&requirements);
    let duration = desk.field(&format!("{key}/waktu"), &format!("{path}/waktu"), &step.duration);
    plan.write(out, desk, (row, ColumnRole::Duration), &duration);
    out.push_str(&outputs);
    if plan.has_notes {
        let note = desk.field(&format!("{key}/keterangan"), &format!("{path}/keterangan"), &step.note);
        plan.write(out, desk, (row, ColumnRole::Note), &note);
    }
    if plan.has_margin {
        write_notes(out, desk, row, plan);
    }
    out.push_str("</tr>\n");
}

/// The notes on a row: a few in the margin, many across the page below it, where they take up less of its length and no cell
/// goes on into the next row.
fn write_notes(out: &mut String, desk: &Desk<'_>, row: usize, plan: &Plan) {
    let lang = desk.pick("id", "en");
    let notes = notes::list(desk, Band::Row(row));
    if plan.goes_on_below(row) || desk.notes_in(Band::Row(row)).count() <= MOST_IN_MARGIN {
        let _ = write!(out, "<td role=\"cell\" class=\"margin\" lang=\"{lang}\">{notes}</td>");
        return;
    }
    let columns = plan.columns;
    let _ = write!(
        out,
        "<td role=\"cell\" class=\"margin\"></td></tr>\n<tr role=\"row\" class=\"below\" lang=\"{lang}\">\
         <td role=\"cell\" colspan=\"{columns}\">{notes}</td>"
    );
}

/// A row that heads those below it.
fn write_heading(out: &mut String, plan: &Plan, heading: &str) {
    let _ = writeln!(
        out,
        "<tr role=\"row\" class=\"heading\" lang=\"id\">\
         <th role=\"rowheader\" scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>",
        plan.columns,
        lines(heading)
    );
}

/// What holds for every row of the table, asked once.
struct Plan {
    /// Of each column of [`StepField::MERGED`] and each row, the rows that its cell takes up.
    spans: [Vec<Range<usize>>; 4],
    /// Some row has something in the column of notes.
    has_notes: bool,
    /// Some row was found fault with.
    has_margin: bool,
    /// All columns.
    columns: usize,
}

impl Plan {
    fn of(desk: &Desk<'_>) -> Self {
        let spans = StepField::MERGED.map(|field| {
            let tops = desk.sop.cell_tops(field);
            let rows = |cell: &[usize]| vec![cell[0]..cell[0] + cell.len(); cell.len()];
            tops.chunk_by(|one, other| one == other).flat_map(rows).collect()
        });
        let has_notes = desk.sop.steps.iter().any(|step| !step.note.is_silent())
            || desk.notes.iter().any(|note| note.key.ends_with("/keterangan"));
        let has_margin = desk.notes.iter().any(|note| matches!(desk.keys.band(&note.key), Band::Row(_)));
        let columns = 5 + desk.sop.actors.len() + usize::from(has_notes) + usize::from(has_margin);
        Self { spans, has_notes, has_margin, columns }
    }

    fn goes_on_below(&self, row: usize) -> bool {
        self.spans.iter().any(|rows| rows[row].end > row + 1)
    }

    /// A cell with the rows it takes up. One that goes on from above is seen only where rows stand as blocks of their own.
    fn write(&self, out: &mut String, desk: &Desk<'_>, (row, role): (usize, ColumnRole), html: &str) {
        let at = MERGED.iter().position(|it| *it == role).unwrap_or(0);
        let (rows, heading) = (&self.spans[at][row], role.heading());
        if rows.start < row {
            let told = form_words::shared_with(desk.sop.steps[rows.start].number);
            let _ = write!(out, "<td role=\"cell\" class=\"shared\" data-l=\"{heading}\">{told}{html}</td>");
        } else if rows.len() > 1 {
            let count = rows.len();
            let _ = write!(out, "<td role=\"cell\" rowspan=\"{count}\" data-l=\"{heading}\">{html}</td>");
        } else {
            write_cell(out, role, html);
        }
    }
}

/// The columns of [`StepField::MERGED`].
const MERGED: [ColumnRole; 4] = [ColumnRole::Requirements, ColumnRole::Duration, ColumnRole::Outputs, ColumnRole::Note];

fn write_cell(out: &mut String, role: ColumnRole, html: &str) {
    let _ = write!(out, "<td role=\"cell\" data-l=\"{}\">{html}</td>", role.heading());
}

/// Symbols whose actor has no column.
fn homeless(desk: &Desk<'_>, row: usize, step: &Step) -> String {
    let mut out = String::new();
    for (at, cell) in step.cells.iter().enumerate() {
        if let Some(id) = cell.actor.as_ref().map(|it| &it.value).filter(|id| desk.sop.actor(id).is_none()) {
            let _ = write!(out, "\n{id}: {}", symbol_word(desk.sop.symbol(row, at)));
        }
    }
    out
}

/// The cell of one actor: his symbols with where they lead, and that he takes part.
fn write_lane(out: &mut String, desk: &Desk<'_>, (row, step): (usize, &Step), (lane, actor): (usize, &Actor)) {
    let key = format!("r{row}/k{lane}");
    let path = format!("kegiatan/{}/pelaksana", step.number);
    let mut body = String::new();
    for (at, cell) in step.cells.iter().enumerate() {
        if cell.actor.as_ref().is_some_and(|it| it.value == actor.id) {
            let path = format!("{path}/{}", at + 1);
            body.push_str(&desk.shade(&path).wrap(desk, &path, &symbol(desk, row, at, cell)));
        }
    }
    if step.joint.iter().any(|it| it.value == actor.id) {
        let path = format!("kegiatan/{}/bersama", step.number);
        body.push_str(&desk.shade(&path).wrap(desk, &path, "<span class=\"joint\">turut serta</span>"));
    }
    // Nobody is known to act, and the document did not leave it blank either.
    let lost = step.actors().next().is_none() && desk.shade(&path) == Shade::Unreadable;
    let class = if lost { " lost" } else { "" };
    let empty = if body.is_empty() { " empty" } else { "" };
    let (id, marks) = (desk.anchor(&key), desk.marks(&key));
    let _ = write!(
        out,
        "<td role=\"cell\" class=\"lane{class}{empty}\" id=\"{id}\" data-l=\"{}\">{body}{marks}</td>",
        Xml(&actor.name.value)
    );
}

fn symbol(desk: &Desk<'_>, row: usize, at: usize, cell: &Cell) -> String {
    let it = desk.sop.symbol(row, at);
    let class = match it {
        Symbol::Start | Symbol::End => "capsule",
        Symbol::Process | Symbol::Document => "box",
        Symbol::Decision => "diamond",
    };
    let mut out = format!("<span class=\"symbol {class}\"></span><span class=\"vh\">{}</span>", symbol_word(it));
    for (word, way) in form_words::said_ways(cell) {
        let words = format!("{word} {} {}", if way.dashed { form_words::DASHED_ARROW } else { "→" }, way.value);
        let words = words.trim_start();
        let short = if words.chars().count() <= SHORT_BRANCH { " short" } else { "" };
        let _ = write!(out, "<span class=\"to{short}\">{}</span>", Xml(words));
    }
    out
}

fn list(desk: &Desk<'_>, key: &str, path: &str, field: &Field<Vec<Sourced<DocumentName>>>) -> String {
    let mut out = format!("<div id=\"{}\">", desk.anchor(key));
    match field {
        Field::Absent | Field::Blank(_) => {}
        Field::Dash(_) => out.push('-'),
        Field::Unreadable(text) => out.push_str(&Shade::Unreadable.wrap(desk, path, &lines(&text.value))),
        Field::Known(items) => {
            let class = if items.len() == 1 { " class=\"one\"" } else { "" };
            let _ = write!(out, "<ul{class}>");
            for (at, it) in items.iter().enumerate() {
                let at = at + 1;
                let value = desk.value(&format!("{key}/{at}"), &format!("{path}/{at}"), &it.value.0);
                let _ = write!(out, "<li>{value}</li>");
            }
            out.push_str("</ul>");
        }
    }
    let _ = write!(out, "{}</div>", desk.marks(key));
    out
}
