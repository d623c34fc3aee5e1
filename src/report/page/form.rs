//! The upper half of the form: identity block and the six sections.

use super::desk::Desk;
use super::keys::Band;
use super::shade::Shade;
use super::{notes, table};
use crate::diagnostic::Language;
use crate::diagnostic::{path_in_words, sentence_case};
use crate::model::{Date, Field, IdentityField, IdentityValue, SectionKind, Signatory, Sourced};
use crate::report::escaping::Xml;
use crate::vocabulary::months::MONTHS;
use std::fmt::{Display, Write};

/// Identity block and sections with the notes about them, then the table.
pub(super) fn write(out: &mut String, desk: &Desk<'_>) {
    let notes = notes::list(desk, Band::Identity);
    let bare = if notes.is_empty() { " bare" } else { "" };
    let _ = write!(out, "<div class=\"band{bare}\">\n<div class=\"form\" lang=\"id\">\n");
    write_identity(out, desk);
    out.push_str("<div class=\"sections\">\n");
    for kind in SectionKind::ALL {
        write_section(out, desk, kind);
    }
    out.push_str("</div>\n</div>\n");
    let _ = write!(out, "<div class=\"margin\">{notes}</div>\n</div>\n");
    table::write(out, desk);
}

fn write_identity(out: &mut String, desk: &Desk<'_>) {
    let marks = desk.marks("identitas");
    let _ = writeln!(out, "<dl class=\"identity\" id=\"{}\">{}", desk.anchor("identitas"), wrap_marks(&marks));
    let beside = desk.sop.identity.rows().filter(|row| !row.is_left()).count();
    for row in desk.sop.identity.rows() {
        let (key, path) = (row.key(), format!("identitas/{}", row.key()));
        let label = path_in_words(&path, Language::Indonesian);
        let value = entry(desk, row, &path);
        let place = if row.is_left() { left_place(row, beside) } else { String::new() };
        let _ = writeln!(out, "<div class=\"{key}\"{place}><dt>{}</dt><dd>{value}</dd></div>", Xml(&label));
    }
    out.push_str("</dl>\n");
}

/// Agency and unit share the height of the rows beside them.
fn left_place(row: IdentityField, beside: usize) -> String {
    let (half, end) = (beside / 2 + 1, beside + 1);
    let (from, to) = if row == IdentityField::Agency { (1, half) } else { (half, end) };
    format!(" style=\"grid-row:{from}/{to}\"")
}

/// Marks on the whole block stand in an entry of their own.
fn wrap_marks(marks: &str) -> String {
    if marks.is_empty() {
        String::new()
    } else {
        format!("<div class=\"all\"><dt>Identitas</dt><dd>{marks}</dd></div>")
    }
}

/// One entry of the block.
fn entry(desk: &Desk<'_>, row: IdentityField, path: &str) -> String {
    match desk.sop.identity.value(row) {
        IdentityValue::Text(field) => desk.field(path, path, field),
        IdentityValue::Number(field) => desk.field(path, path, field),
        IdentityValue::Date(date) => desk.field(path, path, &spelt(date)),
        IdentityValue::Person(field) => person(desk, path, field),
        IdentityValue::List(field) => {
            let mut items = String::new();
            write_items(&mut items, desk, path, field);
            format!("<div id=\"{}\">{items}{}</div>", desk.anchor(path), desk.marks(path))
        }
    }
}

/// The date as people write it: `1 Juli 2023`.
fn spelt(field: &Field<Sourced<Date>>) -> Field<Sourced<String>> {
    match field {
        Field::Known(it) => Field::Known(it.clone().map(|date| date_words(&date))),
        Field::Unreadable(text) => Field::Unreadable(text.clone()),
        Field::Dash(place) => Field::Dash(*place),
        Field::Blank(place) => Field::Blank(*place),
        Field::Absent => Field::Absent,
    }
}

fn date_words(date: &Date) -> String {
    let month = |number: u8| MONTHS.iter().find(|(_, it)| *it == number).map(|(word, _)| sentence_case(word));
    let parts =
        [date.day.map(|day| day.to_string()), date.month.and_then(month), date.year.map(|year| year.to_string())];
    let words: Vec<String> = parts.into_iter().flatten().collect();
    date.spelling.clone().unwrap_or_else(|| words.join(" "))
}

fn person(desk: &Desk<'_>, path: &str, field: &Field<Signatory>) -> String {
    let Field::Known(it) = field else {
        let (text, shade) = match field {
            Field::Unreadable(text) => (text.value.as_str(), Shade::Unreadable),
            Field::Dash(_) => ("-", Shade::Read),
            _ => ("", Shade::Read),
        };
        return desk.shaded(path, path, text, shade);
    };
    let mut out = format!("<span class=\"v\" id=\"{}\">", desk.anchor(path));
    for (key, line) in signatory_lines(it) {
        let path = format!("{path}/{key}");
        let _ = write!(out, "<span class=\"line\">{}</span>", desk.value(&path, &path, &line));
    }
    let _ = write!(out, "{}</span>", desk.marks(path));
    out
}

/// The lines of the official, each with its key in paths; those not said are left out.
pub(super) fn signatory_lines(it: &Signatory) -> Vec<(&'static str, String)> {
    let of = |part: &Option<Sourced<String>>| part.as_ref().map(|it| it.value.clone());
    let grade = of(&it.grade);
    let rank = match (of(&it.rank), grade) {
        (Some(rank), Some(grade)) => Some(format!("{rank} ({grade})")),
        (rank, grade) => rank.or(grade),
    };
    let nip = it.nip.as_ref().map(|nip| format!("NIP {}", nip.value.grouped()));
    let lines = [("jabatan", of(&it.position)), ("nama", of(&it.name)), ("pangkat", rank), ("nip", nip)];
    lines.into_iter().filter_map(|(key, line)| Some((key, line?))).collect()
}

fn write_section(out: &mut String, desk: &Desk<'_>, kind: SectionKind) {
    let key = kind.key();
    let (anchor, heading) = (desk.anchor(key), kind.heading());
    let _ = writeln!(out, "<section id=\"{anchor}\"><h3>{}{}</h3>", Xml(heading), desk.marks(key));
    match desk.sop.section(kind) {
        Some(field) => write_items(out, desk, key, field),
        None => write_items(out, desk, key, &desk.sop.legal_basis),
    }
    out.push_str("</section>\n");
}

/// The items of a list, numbered where there are several.
pub(super) fn write_items<T: Display>(out: &mut String, desk: &Desk<'_>, key: &str, field: &Field<Vec<Sourced<T>>>) {
    match field {
        Field::Absent | Field::Blank(_) => {}
        Field::Dash(_) => out.push_str("<p>-</p>\n"),
        Field::Unreadable(text) => {
            let _ = writeln!(out, "<p>{}</p>", Shade::Unreadable.wrap(desk, key, &Xml(&text.value).to_string()));
        }
        Field::Known(items) => {
            let class = if items.len() == 1 { " class=\"one\"" } else { "" };
            let _ = writeln!(out, "<ol{class}>");
            for (at, it) in items.iter().enumerate() {
                let path = format!("{key}/{}", at + 1);
                let _ = writeln!(out, "<li>{}</li>", desk.value(&path, &path, &it.value.to_string()));
            }
            out.push_str("</ol>\n");
        }
    }
}
