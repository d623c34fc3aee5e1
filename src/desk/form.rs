//! One SOP as the page shows it: every field of the form with its words, and where an edit of it is addressed to.

use super::findings::key_of;
use crate::diagnostic::{Language, path_in_words, sentence_case};
use crate::layout::{account, date_words, items, section};
use crate::model::{
    Addresses, Cell, Date, Field, How, Identity, IdentityField, Path, Review, SectionKind, Signatory, Sop, Sourced,
    Step, StepField, Way,
};
use crate::vocabulary::form_words::symbol_word;
use serde::Serialize;
use std::fmt::Display;

/// An SOP.
#[derive(Debug, Serialize)]
pub struct Form {
    identity: Vec<Entry>,
    people: Vec<Person>,
    sections: Vec<Entry>,
    actors: Vec<Lane>,
    rows: Vec<Row>,
    doubts: Vec<Doubt>,
    leftovers: Vec<Unplaced>,
    /// The file it was converted from.
    source: Option<String>,
    /// Values that keep the print from being final.
    open: usize,
}

/// One field.
#[derive(Debug, Serialize)]
struct Entry {
    /// Its path, which is also where an edit goes to.
    path: String,
    label: String,
    /// Its words; the items of a list one to a line.
    text: String,
    /// `text`, `date`, `list`.
    kind: &'static str,
    /// What stands there could not be understood.
    unreadable: bool,
    /// Only some forms have it, and this one says nothing there.
    spare: bool,
}

/// Somebody who signs, makes or examines.
#[derive(Debug, Serialize)]
struct Person {
    path: String,
    label: String,
    spare: bool,
    parts: Vec<Entry>,
}

/// An actor column.
#[derive(Debug, Serialize)]
struct Lane {
    name: String,
    external: bool,
}

/// A row of the table.
#[derive(Debug, Serialize)]
struct Row {
    number: u32,
    headings: Vec<String>,
    uraian: String,
    kelengkapan: String,
    waktu: String,
    output: String,
    keterangan: String,
    cells: Vec<CellView>,
    /// Columns of those who take part.
    joint: Vec<usize>,
    /// The flow of the row in a sentence.
    told: String,
    /// Keys of fields that could not be understood.
    unreadable: Vec<&'static str>,
    /// Keys of columns whose cell goes on from the row above.
    merged: Vec<&'static str>,
}

/// A symbol of a row.
#[derive(Debug, Serialize)]
struct CellView {
    /// Its column, from 0; none where nobody is said, or somebody without a column.
    lane: Option<usize>,
    /// Who is said, where no column has it.
    stranger: Option<String>,
    symbol: &'static str,
    ways: Vec<WayView>,
}

/// A written arrow.
#[derive(Debug, Serialize)]
struct WayView {
    /// `ya`, `tidak`, `cabang`, `lanjut`.
    kind: &'static str,
    label: Option<String>,
    dashed: bool,
    /// Where it leads, as written.
    said: String,
    /// Row and cell, from 0; none for `selesai`, and for what is lost.
    to: Option<(usize, usize)>,
    lost: bool,
}

/// A value that waits for a person.
#[derive(Debug, Serialize)]
struct Doubt {
    /// The cell of the form.
    key: String,
    /// The path in the ledger.
    path: String,
    place: String,
    /// `repaired`, `inferred`, `unreadable`.
    how: &'static str,
    reason: Option<String>,
    /// Where it stands in the file it came from.
    at: Option<String>,
}

/// A text without a place in the form.
#[derive(Debug, Serialize)]
struct Unplaced {
    text: String,
    near: Vec<String>,
}

/// The people of the identity block with the keys of what is said of them.
pub(super) const PEOPLE: [&str; 3] = ["disahkan_oleh", "dibuat_oleh", "diperiksa_oleh"];

/// What is said of a person.
pub(super) const PERSON: [(&str, &str); 5] =
    [("jabatan", "Jabatan"), ("nama", "Nama"), ("pangkat", "Pangkat"), ("golongan", "Golongan"), ("nip", "NIP")];

impl Form {
    /// That of an SOP, its labels in that language where they are not words of the form itself.
    pub fn of(sop: &Sop, language: Language) -> Self {
        let reviews = sop.conversion.iter().flat_map(|it| &it.reviews);
        let leftovers = sop.conversion.iter().flat_map(|it| &it.leftovers);
        let near = |path: &Path| path_in_words(path.as_str(), language);
        let addresses = Addresses::of(sop);
        let mut told = account(sop).into_iter();
        let rows = sop.steps.iter().enumerate();
        Self {
            identity: identity(&sop.identity, language),
            people: PEOPLE.iter().map(|key| person(key, &sop.identity, language)).collect(),
            sections: SectionKind::ALL.iter().map(|kind| section_entry(sop, *kind)).collect(),
            actors: sop.actors.iter().map(|it| Lane { name: it.name.value.clone(), external: it.external }).collect(),
            rows: rows
                .map(|(at, step)| Row { told: told.next().unwrap_or_default(), ..row(sop, at, step, &addresses) })
                .collect(),
            doubts: reviews.map(|review| doubt(sop, review, language)).collect(),
            leftovers: leftovers
                .map(|it| Unplaced { text: it.text.clone(), near: it.near.iter().map(near).collect() })
                .collect(),
            source: sop.conversion.as_ref().map(|it| it.source.clone()).filter(|it| !it.is_empty()),
            open: sop.doubts().len(),
        }
    }
}

fn identity(identity: &Identity, language: Language) -> Vec<Entry> {
    let mut entries = vec![
        text("instansi", &identity.agency, String::clone),
        text("unit_kerja", &identity.unit, String::clone),
        text("nama", &identity.title, String::clone),
        text("nomor", &identity.number, ToString::to_string),
        text("nomor_revisi", &identity.revision, String::clone),
    ];
    let dates = identity.dates().into_iter();
    entries
        .extend(dates.map(|(key, date)| Entry { kind: "date", ..text(key, date, date_words as fn(&Date) -> String) }));
    entries.push(Entry {
        kind: "list",
        text: items(&identity.purpose).join("\n"),
        unreadable: matches!(identity.purpose, Field::Unreadable(_)),
        spare: identity.purpose.is_absent(),
        ..bare("maksud_tujuan")
    });
    let is_extra = |key: &str| IdentityField::ALL.into_iter().any(|it| it.key() == key && it.is_extra());
    for entry in &mut entries {
        entry.spare &= is_extra(&entry.path);
        entry.path = format!("identitas/{}", entry.path);
        entry.label = path_in_words(&entry.path, language);
    }
    entries
}

fn bare(path: &str) -> Entry {
    Entry {
        path: path.to_owned(),
        label: String::new(),
        text: String::new(),
        kind: "text",
        unreadable: false,
        spare: false,
    }
}

fn text<T>(path: &str, field: &Field<Sourced<T>>, words: impl Fn(&T) -> String) -> Entry {
    Entry {
        text: said(field, words),
        unreadable: matches!(field, Field::Unreadable(_)),
        spare: field.is_absent(),
        ..bare(path)
    }
}

fn said<T>(field: &Field<Sourced<T>>, words: impl Fn(&T) -> String) -> String {
    match field {
        Field::Absent | Field::Blank(_) => String::new(),
        Field::Dash(_) => "-".to_owned(),
        Field::Unreadable(text) => text.value.clone(),
        Field::Known(value) => words(&value.value),
    }
}

fn person(key: &'static str, identity: &Identity, language: Language) -> Person {
    let field = match key {
        "dibuat_oleh" => &identity.maker,
        "diperiksa_oleh" => &identity.examiner,
        _ => &identity.signatory,
    };
    let path = format!("identitas/{key}");
    let nobody = Signatory::default();
    let known = field.known().unwrap_or(&nobody);
    let part = |(part, label): (&str, &str)| Entry {
        label: label.to_owned(),
        text: part_of(known, part),
        ..bare(&format!("{path}/{part}"))
    };
    let mut parts: Vec<Entry> = PERSON.into_iter().map(part).collect();
    if let Field::Unreadable(text) = field {
        parts[1].text = text.value.clone();
        parts[1].unreadable = true;
    }
    let label = path_in_words(&path, language);
    Person { label, spare: field.is_absent() && key != "disahkan_oleh", parts, path }
}

fn part_of(it: &Signatory, key: &str) -> String {
    if key == "nip" {
        return it.nip.as_ref().map(|nip| nip.value.grouped()).unwrap_or_default();
    }
    let part = match key {
        "jabatan" => &it.position,
        "nama" => &it.name,
        "pangkat" => &it.rank,
        _ => &it.grade,
    };
    part.as_ref().map(|it| it.value.clone()).unwrap_or_default()
}

fn section_entry(sop: &Sop, kind: SectionKind) -> Entry {
    let unreadable = match sop.section(kind) {
        Some(field) => matches!(field, Field::Unreadable(_)),
        None => matches!(sop.legal_basis, Field::Unreadable(_)),
    };
    Entry {
        label: kind.heading().to_owned(),
        text: section(sop, kind).join("\n"),
        kind: "list",
        unreadable,
        ..bare(kind.key())
    }
}

fn row(sop: &Sop, at: usize, step: &Step, addresses: &Addresses<'_>) -> Row {
    let lane = |id| sop.actors.iter().position(|actor| actor.id == id);
    let unreadable = [
        (StepField::Activity, matches!(step.activity, Field::Unreadable(_))),
        (StepField::Requirements, matches!(step.requirements, Field::Unreadable(_))),
        (StepField::Duration, matches!(step.duration, Field::Unreadable(_))),
        (StepField::Outputs, matches!(step.outputs, Field::Unreadable(_))),
        (StepField::Note, matches!(step.note, Field::Unreadable(_))),
    ];
    Row {
        number: step.number,
        headings: step.headings.iter().map(|it| it.value.clone()).collect(),
        uraian: said(&step.activity, String::clone),
        kelengkapan: listed(&step.requirements),
        waktu: said(&step.duration, ToString::to_string),
        output: listed(&step.outputs),
        keterangan: said(&step.note, String::clone),
        cells: step.cells.iter().enumerate().map(|(cell, it)| cell_view(sop, (at, cell), it, addresses)).collect(),
        joint: step.joint.iter().filter_map(|id| lane(id.value.clone())).collect(),
        told: String::new(),
        unreadable: unreadable.into_iter().filter(|(_, is)| *is).map(|(field, _)| field.key()).collect(),
        merged: StepField::MERGED.into_iter().filter(|it| sop.goes_on(at, *it)).map(StepField::key).collect(),
    }
}

fn listed<T: Display>(field: &Field<Vec<Sourced<T>>>) -> String {
    items(field).join("\n")
}

fn cell_view(sop: &Sop, at: (usize, usize), cell: &Cell, addresses: &Addresses<'_>) -> CellView {
    let actor = cell.actor.as_ref();
    let lane = actor.and_then(|id| sop.actors.iter().position(|it| it.id == id.value));
    let way = |(field, way): (StepField, &Way)| {
        let found = addresses.resolve_from(at, &way.value);
        WayView {
            kind: field.key(),
            label: way.words().map(str::to_owned),
            dashed: way.dashed,
            said: way.value.to_string(),
            to: found.flatten(),
            lost: found.is_none(),
        }
    };
    CellView {
        lane,
        stranger: actor.filter(|_| lane.is_none()).map(|id| id.value.0.clone()),
        symbol: symbol_word(sop.symbol(at.0, at.1)),
        ways: cell.ways_by_field().map(way).collect(),
    }
}

fn doubt(sop: &Sop, review: &Review, language: Language) -> Doubt {
    let line = |line: u32| if language == Language::English { format!("line {line}") } else { format!("baris {line}") };
    Doubt {
        key: key_of(sop, &review.path, None),
        path: review.path.clone(),
        place: sentence_case(&path_in_words(&review.path, language)),
        how: match review.how {
            How::Repaired => "repaired",
            How::Inferred => "inferred",
            How::Unreadable => "unreadable",
        },
        reason: review.reason.clone(),
        at: review.spot.clone().or_else(|| review.line.map(line)),
    }
}
