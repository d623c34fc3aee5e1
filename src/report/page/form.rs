//! The upper half of the form: identity block and the six sections.

use super::desk::Desk;
use super::keys::{Band, IDENTITY};
use super::shade::Shade;
use super::{notes, table};
use crate::diagnostic::Language;
use crate::diagnostic::{path_in_words, sentence_case};
use crate::model::{Date, Field, SectionKind, Signatory, Sourced};
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
    for key in IDENTITY {
        let path = format!("identitas/{key}");
        let label = path_in_words(&path, Language::Indonesian);
        let value = if key == "disahkan_oleh" { signatory(desk) } else { entry(desk, key, &path) };
        let _ = writeln!(out, "<div class=\"{key}\"><dt>{}</dt><dd>{value}</dd></div>", Xml(&label));
    }
    out.push_str("</dl>\n");
}

/// Marks on the whole block stand in an entry of their own.
fn wrap_marks(marks: &str) -> String {
    if marks.is_empty() {
        String::new()
    } else {
        format!("<div class=\"all\"><dt>Identitas</dt><dd>{marks}</dd></div>")
    }
}

/// One entry of the block but the official.
fn entry(desk: &Desk<'_>, key: &str, path: &str) -> String {
    let identity = &desk.sop.identity;
    match key {
        "instansi" => desk.field(path, path, &identity.agency),
        "unit_kerja" => desk.field(path, path, &identity.unit),
        "nomor" => desk.field(path, path, &identity.number),
        "nama" => desk.field(path, path, &identity.title),
        key => {
            let date = identity.dates().into_iter().find(|(it, _)| *it == key);
            date.map_or_else(String::new, |(_, date)| desk.field(path, path, &spelt(date)))
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

fn signatory(desk: &Desk<'_>) -> String {
    let path = "identitas/disahkan_oleh";
    let Field::Known(it) = &desk.sop.identity.signatory else {
        let (text, shade) = match &desk.sop.identity.signatory {
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
