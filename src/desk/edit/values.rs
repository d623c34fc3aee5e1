//! Fields: the text a person writes is read as the YAML reads it, so that a date is a date and a time a time.

use super::ledger;
use super::{Refusal, nowhere};
use crate::desk::form::{PEOPLE, PERSON};
use crate::model::{SectionKind, Sop};
use crate::read::yaml::read_json;
use crate::schema::SopTwin;
use serde_json::{Map, Value, json};

/// Fields of the identity block.
const TEXTS: [&str; 8] = [
    "instansi",
    "unit_kerja",
    "nomor",
    "nomor_revisi",
    "nama",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
];

/// Fields of a row that hold a text, and those that hold a list.
const ROW_TEXTS: [&str; 3] = ["uraian", "waktu", "keterangan"];
const ROW_LISTS: [&str; 2] = ["kelengkapan", "output"];

/// Lets a field say that text.
pub(super) fn set(sop: &mut Sop, key: &str, text: &str) -> Result<(), Refusal> {
    let parts: Vec<&str> = key.split('/').collect();
    let is_section = |key: &str| SectionKind::ALL.iter().any(|kind| kind.key() == key);
    let (path, value) = match parts.as_slice() {
        ["identitas", "maksud_tujuan"] => (key.to_owned(), list(text)),
        ["identitas", field] if TEXTS.contains(field) => (key.to_owned(), line(text)),
        ["identitas", who, part] if PEOPLE.contains(who) && PERSON.iter().any(|(it, _)| it == part) => {
            let text = if *part == "nip" { text.replace(' ', "") } else { text.to_owned() };
            (key.to_owned(), line(&text))
        }
        [section] if is_section(section) => (key.to_owned(), list(text)),
        [row, field] if ROW_TEXTS.contains(field) || ROW_LISTS.contains(field) => {
            let at = row.strip_prefix('r').and_then(|it| it.parse::<usize>().ok()).ok_or_else(Refusal::gone)?;
            let step = sop.steps.get_mut(at).ok_or_else(Refusal::gone)?;
            let number = step.number;
            // A text of its own parts the cell from the one above.
            if !text.trim().is_empty() {
                step.merged.retain(|it| it.key() != *field);
            }
            let value = if ROW_LISTS.contains(field) { list(text) } else { line(text) };
            (format!("kegiatan/{number}/{field}"), value)
        }
        _ => return Err(Refusal::gone()),
    };
    let before = tree_of(sop)?;
    ledger::overwrite(sop, &path, value.as_array().map(Vec::as_slice), found(&before, &parts));
    let mut tree = tree_of(sop)?;
    put(&mut tree, &parts, value).ok_or_else(Refusal::gone)?;
    let read = read_json(&tree.to_string())
        .map_err(|error| Refusal(crate::diagnostic::Message::new(error.id.clone(), error.en.clone())))?;
    *sop = read.into_iter().next().ok_or_else(Refusal::gone)?;
    Ok(())
}

fn tree_of(sop: &Sop) -> Result<Value, Refusal> {
    serde_json::to_value(SopTwin::of(sop)).map_err(|_| Refusal::gone())
}

/// One text; nothing where it is empty.
fn line(text: &str) -> Value {
    let text = text.trim();
    if text.is_empty() { Value::Null } else { json!(text) }
}

/// The lines that say something; a dash alone says that there is explicitly none.
fn list(text: &str) -> Value {
    let items: Vec<&str> = text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    match items.as_slice() {
        [] => Value::Null,
        ["-"] => json!("-"),
        items => json!(items),
    }
}

/// What stands there.
fn found<'t>(tree: &'t Value, parts: &[&str]) -> Option<&'t Value> {
    match parts {
        [row, field] if *row != "identitas" => step(tree, row)?.get(field),
        parts => parts.iter().try_fold(tree, |tree, part| tree.get(part)),
    }
}

fn step<'t>(tree: &'t Value, row: &str) -> Option<&'t Value> {
    let at: usize = row.strip_prefix('r')?.parse().ok()?;
    tree.get("kegiatan")?.as_array()?.iter().filter(|it| it.get("subjudul").is_none()).nth(at)
}

/// Puts a value there, the maps on the way made where they are missing.
fn put(tree: &mut Value, parts: &[&str], value: Value) -> Option<()> {
    let holder = match parts {
        ["identitas", who, _] => map(map(tree.as_object_mut()?, "identitas")?, who)?,
        ["identitas", _] => map(tree.as_object_mut()?, "identitas")?,
        [_] => tree.as_object_mut()?,
        [row, _] => {
            let at: usize = row.strip_prefix('r')?.parse().ok()?;
            let rows = tree.get_mut("kegiatan")?.as_array_mut()?.iter_mut();
            rows.filter(|it| it.get("subjudul").is_none()).nth(at)?.as_object_mut()?
        }
        _ => return None,
    };
    let key = parts.last()?;
    match value {
        Value::Null => holder.remove(*key),
        value => holder.insert((*key).to_owned(), value),
    };
    // Of a person of whom nothing is said any more, no trace stays.
    if let (["identitas", who, _], true) = (parts, holder.is_empty()) {
        tree.get_mut("identitas")?.as_object_mut()?.remove(*who);
    }
    Some(())
}

fn map<'t>(tree: &'t mut Map<String, Value>, key: &str) -> Option<&'t mut Map<String, Value>> {
    let slot = tree.entry(key.to_owned()).or_insert(Value::Null);
    if !slot.is_object() {
        *slot = Value::Object(Map::new());
    }
    slot.as_object_mut()
}

/// The headings of a text, one a line.
pub(super) fn headings(text: &str) -> Vec<crate::model::Sourced<String>> {
    text.lines().map(str::trim).filter(|it| !it.is_empty()).map(|it| nowhere(it.to_owned())).collect()
}
