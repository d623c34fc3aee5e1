//! The model of an SOP in the shape of the YAML contract, as far as it is scored.

use serde_json::{Map, Value, json};
use sop::model::{Field, Identity, Sop, Sourced, Step};
use std::fmt::Display;

fn put(map: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        map.insert(key.to_owned(), value);
    }
}

fn scalar<T: Display>(field: &Field<Sourced<T>>) -> Option<Value> {
    match field {
        Field::Known(value) => Some(json!(value.value.to_string())),
        Field::Unreadable(text) => Some(json!(text.value)),
        Field::Dash(_) | Field::Blank(_) | Field::Absent => None,
    }
}

fn date<T: Display>(field: &Field<Sourced<T>>) -> Option<Value> {
    match field {
        Field::Dash(_) => Some(json!("-")),
        other => scalar(other),
    }
}

fn list<T: Display>(field: &Field<Vec<Sourced<T>>>) -> Option<Value> {
    match field {
        Field::Known(items) => Some(items.iter().map(|item| json!(item.value.to_string())).collect()),
        Field::Unreadable(text) => Some(json!([text.value])),
        _ => None,
    }
}

/// What the contract would say of this SOP.
pub fn recovered(sop: &Sop) -> Value {
    let mut map = Map::new();
    map.insert("identitas".to_owned(), identity(&sop.identity));
    put(&mut map, "dasar_hukum", list(&sop.legal_basis));
    for kind in sop::model::SectionKind::ALL {
        put(&mut map, kind.key(), sop.section(kind).and_then(list));
    }
    let actors = sop.actors.iter().map(|actor| json!({ "id": actor.id.0, "nama": actor.name.value }));
    map.insert("pelaksana".to_owned(), actors.collect());
    map.insert("kegiatan".to_owned(), sop.steps.iter().map(step).collect());
    Value::Object(map)
}

fn identity(identity: &Identity) -> Value {
    let mut map = Map::new();
    put(&mut map, "instansi", scalar(&identity.agency));
    put(&mut map, "unit_kerja", scalar(&identity.unit));
    put(&mut map, "nomor", scalar(&identity.number));
    put(&mut map, "nama", scalar(&identity.title));
    put(&mut map, "tanggal_pembuatan", date(&identity.created));
    put(&mut map, "tanggal_revisi", date(&identity.revised));
    put(&mut map, "tanggal_efektif", date(&identity.effective));
    if let Some(signatory) = identity.signatory.known() {
        let text = |part: &Option<Sourced<String>>| part.as_ref().map(|text| json!(text.value));
        let mut parts = Map::new();
        put(&mut parts, "jabatan", text(&signatory.position));
        put(&mut parts, "nama", text(&signatory.name));
        put(&mut parts, "pangkat", text(&signatory.rank));
        put(&mut parts, "golongan", text(&signatory.grade));
        put(&mut parts, "nip", signatory.nip.as_ref().map(|nip| json!(nip.value.0)));
        map.insert("disahkan_oleh".to_owned(), Value::Object(parts));
    }
    Value::Object(map)
}

fn step(step: &Step) -> Value {
    let mut map = Map::new();
    map.insert("nomor".to_owned(), json!(step.number));
    put(&mut map, "uraian", scalar(&step.activity));
    put(&mut map, "kelengkapan", list(&step.requirements));
    put(&mut map, "waktu", scalar(&step.duration));
    put(&mut map, "output", list(&step.outputs));
    put(&mut map, "keterangan", scalar(&step.note));
    let cells = step.cells.iter().filter_map(|cell| {
        let mut inner = Map::new();
        put(&mut inner, "id", cell.actor.as_ref().map(|actor| json!(actor.value.0)));
        put(&mut inner, "ya", cell.yes.as_ref().map(|target| json!(target.value.to_string())));
        put(&mut inner, "tidak", cell.no.as_ref().map(|target| json!(target.value.to_string())));
        (!inner.is_empty()).then_some(Value::Object(inner))
    });
    map.insert("pelaksana".to_owned(), cells.collect());
    map.insert("bersama".to_owned(), step.joint.iter().map(|actor| json!(actor.value.0)).collect());
    Value::Object(map)
}
