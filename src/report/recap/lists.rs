//! The sheets that are lists: units, documents, findings, files that could not be read.

use super::sheet::{Value, list};
use super::workbook::Sheet;
use super::{DocumentRow, Recap};
use crate::diagnostic::{Language, Severity, sentence_case};
use crate::report::Tally;
use std::collections::BTreeMap;

fn pick(language: Language, id: &'static str, en: &'static str) -> &'static str {
    if language == Language::English { en } else { id }
}

/// The heads of the columns that count findings.
fn severities(language: Language) -> [String; 4] {
    [Severity::Error, Severity::Warning, Severity::Info, Severity::Note].map(|it| sentence_case(it.spoken(language)))
}

fn counts(tally: &Tally) -> [Value<'static>; 4] {
    [tally.errors, tally.warnings, tally.infos, tally.notes].map(Value::Count)
}

fn text(text: &str) -> Value<'_> {
    if text.is_empty() { Value::Blank } else { Value::Text(text) }
}

/// What is counted of one unit.
#[derive(Default)]
struct Unit {
    documents: usize,
    flawless: usize,
    tally: Tally,
}

/// One row for each unit, by agency and unit as written.
pub(super) fn units(recap: &Recap, language: Language) -> Sheet {
    let mut units: BTreeMap<(&str, &str), Unit> = BTreeMap::new();
    for document in recap.documents() {
        let unit = units.entry((&document.agency, &document.unit)).or_default();
        unit.documents += 1;
        unit.flawless += usize::from(document.tally.errors == 0);
        unit.tally.add(document.tally);
    }
    let heads = severities(language);
    let mut columns = vec![
        (pick(language, "Instansi", "Agency"), 38.0),
        (pick(language, "Unit kerja", "Unit"), 30.0),
        (pick(language, "Dokumen", "Documents"), 11.0),
    ];
    columns.extend(heads.iter().map(|it| (it.as_str(), 11.0)));
    columns.push((pick(language, "Tanpa galat", "Without errors"), 11.0));
    columns.push((pick(language, "Bagian tanpa galat", "Share without errors"), 13.0));
    let rows = units.iter().map(|((agency, name), unit)| {
        let mut row = vec![text(agency), text(name), Value::Count(unit.documents)];
        row.extend(counts(&unit.tally));
        row.extend([Value::Count(unit.flawless), Value::Share(unit.flawless as f64 / unit.documents.max(1) as f64)]);
        row
    });
    list(pick(language, "Unit", "Units"), &columns, rows)
}

/// One row for each SOP.
pub(super) fn documents(recap: &Recap, language: Language) -> Sheet {
    let heads = severities(language);
    let mut columns = vec![
        (pick(language, "Berkas", "File"), 26.0),
        (pick(language, "Nama", "Name"), 34.0),
        (pick(language, "Nomor", "Number"), 24.0),
        (pick(language, "Instansi", "Agency"), 28.0),
        (pick(language, "Unit kerja", "Unit"), 22.0),
        (pick(language, "Pembuatan", "Created"), 12.0),
        (pick(language, "Revisi", "Revised"), 12.0),
        (pick(language, "Efektif", "Effective"), 12.0),
        (pick(language, "Langkah", "Steps"), 9.0),
        (pick(language, "Waktu kerja, paling cepat", "Working time, from"), 14.0),
        (pick(language, "Waktu kerja, paling lama", "Working time, to"), 14.0),
        (pick(language, "Langkah tanpa waktu terhitung", "Steps not counted"), 12.0),
    ];
    columns.extend(heads.iter().map(|it| (it.as_str(), 11.0)));
    list(pick(language, "Dokumen", "Documents"), &columns, recap.documents().map(document))
}

fn document(it: &DocumentRow) -> Vec<Value<'_>> {
    let mut row = vec![text(&it.file), text(&it.title), text(&it.number), text(&it.agency), text(&it.unit)];
    row.extend(it.dates.iter().map(Value::Date));
    row.push(Value::Count(it.steps));
    match it.minutes {
        Some((from, to)) => row.extend([Value::Minutes(from), Value::Minutes(to)]),
        None => row.extend([Value::Blank, Value::Blank]),
    }
    row.push(Value::Count(it.uncounted));
    row.extend(counts(&it.tally));
    row
}

/// One row for each finding.
pub(super) fn findings(recap: &Recap, language: Language) -> Sheet {
    let columns = [
        (pick(language, "Berkas", "File"), 26.0),
        (pick(language, "Baris", "Line"), 8.0),
        (pick(language, "Bagian", "Part"), 24.0),
        (pick(language, "Kode", "Code"), 8.0),
        (pick(language, "Tingkat", "Severity"), 11.0),
        (pick(language, "SOP", "Procedure"), 28.0),
        (pick(language, "Temuan", "Finding"), 48.0),
        (pick(language, "Aturan", "Rule"), 34.0),
        (pick(language, "Saran", "Advice"), 42.0),
        (pick(language, "Perbaikan otomatis", "Can be mended"), 12.0),
    ];
    let rows = recap.parts.iter().flat_map(|part| &part.findings).map(|it| {
        vec![
            text(&it.file),
            it.line.map_or(Value::Blank, Value::Count),
            text(&it.place),
            text(it.code),
            text(it.severity),
            text(&it.title),
            text(&it.message),
            text(it.rule),
            text(&it.advice),
            if it.is_mended { text(pick(language, "ya", "yes")) } else { Value::Blank },
        ]
    });
    list(pick(language, "Temuan", "Findings"), &columns, rows)
}

/// Files that could not be read.
pub(super) fn failures(recap: &Recap, language: Language) -> Sheet {
    let columns = [(pick(language, "Berkas yang tidak terbaca", "Files that could not be read"), 120.0)];
    let rows = recap.failures.iter().map(|it| vec![text(it)]);
    list(pick(language, "Tidak terbaca", "Not read"), &columns, rows)
}
