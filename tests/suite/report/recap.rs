//! The recap of a folder as a workbook: what stands in which cell, as which kind, and that nothing in it runs.

use crate::support::sandbox::Sandbox;
use roxmltree::Document;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use zip::ZipArchive;

const GOOD: &str = include_str!("../data/surat-masuk.yaml");

const HOSTILE: &str = r#"versi: 1
identitas:
  instansi: "=cmd|' /C calc'!A0"
  nama: "=HYPERLINK(\"http://a\")"
  tanggal_pembuatan: 1800-01-01
  tanggal_revisi: "-"
pelaksana: [Camat]
kegiatan:
  - {nomor: 1, uraian: "+1", pelaksana: Camat, waktu: 2 jam}
  - {nomor: 2, uraian: "@x", pelaksana: Camat}
"#;

/// The parts of a workbook by name.
fn parts(sandbox: &Sandbox, name: &str) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(File::open(sandbox.path(name)).unwrap()).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        parts.insert(name, text);
    }
    parts
}

/// The cells of a sheet by their address: what they say, and whether it is a text.
fn cells(parts: &BTreeMap<String, String>, sheet: usize) -> BTreeMap<String, (String, bool)> {
    let text = &parts[&format!("xl/worksheets/sheet{sheet}.xml")];
    let sheet = Document::parse(text).unwrap();
    let mut cells = BTreeMap::new();
    for cell in sheet.descendants().filter(|it| it.tag_name().name() == "c") {
        let is_text = cell.attribute("t") == Some("inlineStr");
        let Some(said) = cell.descendants().find(|it| it.is_text()).and_then(|it| it.text()) else { continue };
        let said = said.to_owned();
        cells.insert(cell.attribute("r").unwrap().to_owned(), (said, is_text));
    }
    cells
}

fn folder() -> Sandbox {
    Sandbox::new().file("sops/a.yaml", GOOD).file("sops/b.yaml", HOSTILE).file("sops/c.yaml", "versi: 1\nsalah: 2\n")
}

#[test]
fn a_folder_becomes_a_workbook_with_its_units_documents_and_findings() {
    let sandbox = folder();
    let run = sandbox.run(&["check", "sops", "-o", "rekap.xlsx"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.err.contains("sops/c.yaml"), "{}", run.err);
    let parts = parts(&sandbox, "rekap.xlsx");
    let book = &parts["xl/workbook.xml"];
    for name in ["Unit", "Dokumen", "Temuan", "Monitoring", "Evaluasi", "Tidak terbaca"] {
        assert!(book.contains(&format!("name=\"{name}\"")), "{name} in {book}");
    }
    let documents = cells(&parts, 2);
    let said = |cell: &str| documents.get(cell).map(|(text, _)| text.as_str());
    assert_eq!(said("A2"), Some("sops/a.yaml"));
    assert_eq!(documents["F2"], ("45474".to_owned(), false), "1 July 2024 as the day that spreadsheets count");
    assert_eq!(said("F3"), Some("1800-01-01"), "what is no day that a document can speak of is a text");
    assert_eq!(said("G3"), Some("-"));
    assert_eq!(said("H3"), None, "nothing is made up");
    assert_eq!(documents["I3"], ("2".to_owned(), false));
    assert_eq!((documents["J3"].clone(), documents["L3"].0.as_str()), (("120".to_owned(), false), "1"));
    let units = cells(&parts, 1);
    assert_eq!(units["A2"], ("=cmd|' /C calc'!A0".to_owned(), true));
    assert_eq!((units["C2"].0.as_str(), units["I2"].0.as_str()), ("1", "0"));
    let findings = cells(&parts, 3);
    let row = (2..200).find(|row| findings.get(&format!("D{row}")).is_some_and(|it| it.0 == "S501"));
    let row = row.expect("the step without time is found");
    assert_eq!(findings[&format!("A{row}")].0, "sops/b.yaml");
    assert!(!findings[&format!("B{row}")].1, "the line is a number");
    for sheet in 1..=3 {
        let xml = &parts[&format!("xl/worksheets/sheet{sheet}.xml")];
        for mark in ["<autoFilter", "state=\"frozen\"", "fitToHeight=\"0\"", "orientation=\"landscape\""] {
            assert!(xml.contains(mark), "sheet {sheet} lacks {mark}");
        }
    }
    let running =
        |(name, xml): (&String, &String)| name.contains("sheet") && (xml.contains("<f>") || xml.contains("<f "));
    assert!(!parts.iter().any(running), "a formula");
    assert!(
        !parts.keys().any(|name| name.contains("externalLink"))
            && !parts.values().any(|xml| xml.contains("<hyperlink"))
    );
}

#[test]
fn forms_hold_what_is_known_and_leave_the_rest_to_people() {
    let sandbox = folder();
    sandbox.run(&["check", "sops", "-o", "rekap.xlsx"]);
    let parts = parts(&sandbox, "rekap.xlsx");
    let monitoring = cells(&parts, 4);
    assert_eq!(monitoring["C7"].0, "Penilaian terhadap penerapan");
    assert!(monitoring["B9"].0.starts_with("Pengelolaan Surat Masuk ("), "{}", monitoring["B9"].0);
    assert!(["C9", "D9", "E9", "F9", "G9"].iter().all(|cell| !monitoring.contains_key(*cell)), "only people can tell");
    assert!(monitoring["A3"].0.ends_with(".."), "two agencies: none heads the form");
    let evaluation = cells(&parts, 5);
    assert!(evaluation["J10"].0.contains("galat"), "{}", evaluation["J10"].0);
    assert!(!evaluation.contains_key("C10") && !evaluation.contains_key("K10"));
}

#[test]
fn the_same_folder_gives_the_same_workbook_in_either_language() {
    let sandbox = folder();
    sandbox.run(&["check", "sops", "-o", "a.xlsx"]);
    sandbox.run(&["check", "sops", "-o", "b.xlsx"]);
    assert!(std::fs::read(sandbox.path("a.xlsx")).unwrap() == std::fs::read(sandbox.path("b.xlsx")).unwrap());
    sandbox.run(&["check", "sops/a.yaml", "sops/b.yaml", "-o", "en.xlsx", "--lang", "en"]);
    assert!(parts(&sandbox, "en.xlsx")["xl/workbook.xml"].contains("name=\"Findings\""));
    let run = sandbox.run(&["check", "sops", "-o", "a.xlsx"]);
    assert!(run.code == 2 && run.err.contains("a.xlsx"), "nothing is overwritten unasked: {run:?}");
    let run = sandbox.run(&["check", "sops", "-o", "x.xlsx", "--statistics"]);
    assert!(run.err.contains("rekap ditulis tanpa"), "{run:?}");
}
