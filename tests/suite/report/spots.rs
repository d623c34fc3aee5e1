//! Findings about office files: every report says where in the file that its reader has open, and no report speaks of lines
//! that only the program sees.

use super::{csv, json, parted};
use crate::support::sheet::letters;
use sop::check::{Settings, check, rules};
use sop::diagnostic::Language;
use sop::document::AsideKind;
use sop::report::{Checked, Format, Guide, Report};
use sop::source::Source;

/// The report of one rule about the small SOP on a sheet.
fn shown(format: Format, language: Language, code: &str) -> String {
    let sheet = letters().aside(AsideKind::Struck, "Mengetik surat", 2).aside(AsideKind::Struck, "Menyimpan surat", 4);
    let sheet = sheet.page_aside(AsideKind::Scanned(3), "gambar", 3);
    let (source, sops) = sheet.read("surat.xlsx");
    let rule = rules().find(|rule| rule.code == code).expect("a rule");
    let findings = check(&sops[0], &Settings::default(), [rule]);
    assert!(!findings.is_empty(), "{code} finds nothing in {}", source.text);
    let report = Report {
        format,
        language,
        colored: false,
        width: 100,
        strict: false,
        statistics: false,
        root: None,
        folder: None,
        guide: &Guide::default(),
    };
    report.block(&Checked { position: 0, source: &source, sops: &sops, findings: &findings })
}

/// The report on the duration that lacks its unit, in cell F6.
fn duration(format: Format) -> String {
    shown(format, Language::Indonesian, "S602")
}

#[test]
fn terminals_show_the_cell_under_its_name() {
    let full = duration(Format::Full);
    assert!(full.contains("surat.xlsx: lembar SOP, sel F6\n"), "{full}");
    assert!(full.contains("sel F6\n  │\n6 │ 20\n"), "{full}");
    assert!(!full.contains("Agenda surat"), "{full}");
    let english = shown(Format::Full, Language::English, "S602");
    assert!(english.contains("surat.xlsx: sheet SOP, cell F6\n"), "{english}");
    let concise = duration(Format::Concise);
    assert!(concise.starts_with("surat.xlsx: lembar SOP, sel F6: galat S602 "), "{concise}");
}

#[test]
fn both_ends_of_a_relation_have_cells_of_their_own() {
    let full = shown(Format::Full, Language::Indonesian, "S016");
    let words = full.split_whitespace().collect::<Vec<&str>>().join(" ");
    assert!(words.contains("(lembar SOP, sel B6, lembar SOP, sel D6)"), "{full}");
}

#[test]
fn sheets_and_pages_name_the_cell() {
    let notes = duration(Format::Evaluation);
    assert!(notes.contains("| langkah 2, Waktu (lembar SOP, sel F6) |"), "{notes}");
    let notes = parted(&duration(Format::EvaluationCsv), ';');
    assert_eq!(notes[0][3], "langkah 2, Waktu (lembar SOP, sel F6)");
    let struck = shown(Format::Evaluation, Language::Indonesian, "S016");
    assert!(struck.contains("- `Mengetik surat` dicoret") && struck.contains("(lembar SOP, sel B6, "), "{struck}");
    let page = duration(Format::Html);
    assert!(page.contains("langkah 2, Waktu (lembar SOP, sel F6)"), "{page}");
    let page = shown(Format::Html, Language::Indonesian, "S016");
    assert!(page.contains("<li><q>Mengetik surat</q> dicoret") && page.contains("(lembar SOP, sel B6, "), "{page}");
    let page = shown(Format::Html, Language::Indonesian, "S019");
    assert!(page.contains("(halaman 3)"), "{page}");
}

#[test]
fn programs_get_the_spot_and_no_line() {
    let found = json(&duration(Format::Ndjson));
    assert_eq!(found["span"], serde_json::Value::Null);
    let spot = serde_json::json!({
        "name": "SOP!F6", "words": "lembar SOP, sel F6", "kind": "sheet", "sheet": "SOP", "cell": "F6", "row": 6, "column": 6
    });
    assert_eq!(found["spot"], spot);
    let row = &csv(&duration(Format::Csv))[0];
    assert_eq!(row[1..5], ["", "", "", ""]);
    assert_eq!(row[14], "SOP!F6");
    let sarif = json(&duration(Format::Sarif));
    let place = &sarif["locations"][0];
    assert_eq!(place["physicalLocation"], serde_json::json!({"artifactLocation": {"uri": "surat.xlsx"}}));
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "langkah 2/Waktu");
    assert_eq!(place["logicalLocations"][1]["fullyQualifiedName"], "SOP!F6");
    let github = duration(Format::Github);
    assert!(github.starts_with("::error file=surat.xlsx,title=S602"), "{github}");
    assert!(github.contains("::langkah 2, Waktu (lembar SOP, sel F6): "), "{github}");
    let gitlab = json(&duration(Format::Gitlab));
    assert_eq!(gitlab["location"]["lines"], serde_json::json!({"begin": 1, "end": 1}));
    assert!(gitlab["description"].as_str().is_some_and(|it| it.contains("(lembar SOP, sel F6)")), "{gitlab}");
    let junit = duration(Format::Junit);
    assert!(junit.contains("surat.xlsx: lembar SOP, sel F6: error: "), "{junit}");
}

#[test]
fn what_a_text_has_no_place_for_stays_out_of_reports_on_texts() {
    let source = Source::new("surat.txt", "satu\tdua\n");
    assert!(source.spot(3).is_none() && source.spots.is_empty());
    assert_eq!(source.stretch(6).range(), 0..8);
}

#[test]
fn what_is_left_out_of_a_drawing_stays_in_the_ledger() {
    let sheet = letters().aside(AsideKind::Shape, "Cek", 9);
    let (_, sops) = sheet.read("surat.xlsx");
    let yaml = sop::render::yaml::to_yaml(&sops);
    let entry = "    - bidang: alur
      cara: tidak_terbaca
      alasan: simbol `Cek` tidak jelas milik langkah dan pelaksana mana; ditinggalkan
      tempat: lembar SOP, sel I6
";
    assert!(yaml.contains(entry), "{yaml}");
}
