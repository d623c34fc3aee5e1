//! Workbooks → SOPs: what cells show, what is drawn over them, what is left out, and where everything stands.

use super::{archive, file, yaml};
use sop::analysis::{Analysis, analyze};
use sop::model::{LeftOut, Sop, TroubleKind};
use sop::read::{OfficeFault, ReadError};

const STEPS: &str = "\
kegiatan:
  - nomor: 1
    uraian: Menerima dan mencatat surat
    pelaksana: staf
    simbol: mulai
    kelengkapan: [Surat]
    waktu: 15 menit
    output: [Surat tercatat]
  - nomor: 2
    uraian: Memeriksa kelengkapan surat
    pelaksana: sekretaris
    simbol: keputusan
    kelengkapan: [Surat tercatat]
    waktu: 10 menit
    output: [Surat diperiksa]
    ya: 3
    tidak: {ke: 1, garis: putus}
  - nomor: 3
    uraian: Mendisposisi surat
    pelaksana: kepala_dinas
    kelengkapan: [Surat diperiksa]
    waktu: 1 jam 30 menit
    output: [Disposisi]
  - nomor: 4
    uraian: Meneruskan surat
    pelaksana: staf
    simbol: proses
    kelengkapan: [Disposisi]
    waktu: 15 menit
    output: [Surat diteruskan]
  - nomor: 5
    uraian: Mengarsipkan surat
    pelaksana: staf
    simbol: selesai
    kelengkapan: [Disposisi]
    waktu: 5 menit
    output: [Arsip]
    keterangan: selesai
";

fn read(name: &str) -> Analysis {
    analyze(&file(name), name).unwrap()
}

/// What the reader admits to, with the places.
fn told(analysis: &Analysis, sop: &Sop) -> Vec<(TroubleKind, String)> {
    let place = |span: sop::source::Span| analysis.source.spot(span.start).map(|it| it.to_string());
    let told = |it: &sop::model::Trouble| (it.kind.clone(), it.span.and_then(place).unwrap_or_default());
    sop.troubles.iter().map(told).collect()
}

/// A table from column B on in one grid with the identity, units and spans in number formats, a diamond drawn for old programs
/// as well, a picture for a symbol, a group with coordinates of its own, glued connectors, loose answers.
#[test]
fn a_drawn_sheet_is_read_with_its_flow() {
    let analysis = read("surat-masuk.xlsx");
    let [sop] = analysis.sops.as_slice() else { panic!() };
    assert_eq!(yaml(sop, "kegiatan", "konversi"), STEPS);
    let identity = yaml(sop, "identitas", "dasar_hukum");
    for line in
        ["nomor: 800/12/2024", "tanggal_pembuatan: 2024-01-02", "tanggal_revisi:\n", "tanggal_efektif: 2024-02-01"]
    {
        assert!(identity.contains(line), "{line} is not in\n{identity}");
    }
    assert_eq!(sop.equipment.items().len(), 2, "a cell of two lines");
}

/// A sheet that lists the SOPs of the others, and each of them begins with its letterhead right where the one before ends.
#[test]
fn sheets_below_a_list_of_sops_are_sops_of_their_own() {
    let analysis = read("daftar-isi-dua-sop.xlsx");
    let [first, second] = analysis.sops.as_slice() else { panic!("{} SOPs", analysis.sops.len()) };
    for (sop, number, last) in [(first, "1/SOP/2024", "Menyerahkan buku"), (second, "2/SOP/2024", "Menyimpan buku")] {
        let identity = yaml(sop, "identitas", "dasar_hukum");
        for line in ["instansi: PEMERINTAH KOTA SEGARA DINAS PERPUSTAKAAN\n", &format!("nomor: {number}\n")] {
            assert!(identity.contains(line), "{line} is not in\n{identity}");
        }
        assert_eq!(sop.steps.len(), 2);
        assert_eq!(sop.steps[1].activity.value().map(String::as_str), Some(last));
    }
}

/// A letterhead and the identity block in boxes of several lines above the cells.
#[test]
fn boxes_of_text_beside_the_cells_are_read() {
    let analysis = read("kotak-identitas.xlsx");
    let [sop] = analysis.sops.as_slice() else { panic!() };
    let expected = "\
identitas:
  instansi: PEMERINTAH KABUPATEN SERUNI DINAS PENDIDIKAN
  unit_kerja: SEKRETARIAT
  nomor: 12/SOP/2020
  nama: Legalisasi Ijazah
  tanggal_pembuatan: 2020-01-05
  tanggal_efektif: 2020-01-07
  disahkan_oleh:
    jabatan: Kepala Dinas Pendidikan
    nama: Siti Aminah, M.Pd
    nip: \"197001011995032001\"
";
    assert_eq!(yaml(sop, "identitas", "pelaksana"), expected);
    assert_eq!(sop.steps.len(), 3);
    let at = analysis.source.text.find("Nomor SOP").unwrap() as u32;
    assert_eq!(analysis.source.spot(at).unwrap().words(false), "lembar SOP, sel D1");
}

#[test]
fn what_is_hidden_struck_or_parked_is_told_and_not_read() {
    let analysis = read("surat-masuk.xlsx");
    let told = told(&analysis, &analysis.sops[0]);
    let left_out = |why, text: &str, place: &str| {
        let kind = TroubleKind::LeftOut(why, text.to_owned());
        assert!(told.contains(&(kind, format!("SOP Surat Masuk!{place}"))), "{text} is not in {told:?}");
    };
    left_out(LeftOut::Hidden, "catatan tersembunyi", "N18");
    left_out(LeftOut::Hidden, "Langkah lama yang tidak berlaku", "C28");
    left_out(LeftOut::Struck, "Surat ditolak", "J20");
    left_out(LeftOut::Struck, "tidak dipakai", "K22");
    let parked = |(kind, place): &(TroubleKind, String)| {
        matches!(kind, TroubleKind::UnreadDrawing(_, text) if text == "parkir") && place == "SOP Surat Masuk!AO202"
    };
    assert!(told.iter().any(parked), "{told:?}");
}

#[test]
fn values_know_their_sheet_and_cell() {
    let analysis = read("dua-lembar.xlsx");
    let [sop] = analysis.sops.as_slice() else { panic!() };
    let spot = |place: sop::source::Place| analysis.source.spot(place.span().unwrap().start).unwrap().words(false);
    let step = &sop.steps[1];
    assert_eq!(spot(step.activity.known().unwrap().place), "lembar PROSEDUR, sel B4");
    assert_eq!(spot(step.duration.known().unwrap().place), "lembar PROSEDUR, sel G4");
    assert_eq!(spot(sop.identity.number.known().unwrap().place), "lembar COVER, sel G1");
}

/// Dates from 1904, units in the format, ticks of a symbol font, a hidden sheet between the two.
#[test]
fn cover_and_procedure_on_two_sheets_are_one_sop() {
    let analysis = read("dua-lembar.xlsx");
    let [sop] = analysis.sops.as_slice() else { panic!() };
    let identity = yaml(sop, "identitas", "dasar_hukum");
    for line in ["tanggal_pembuatan: 2024-01-02", "tanggal_revisi: '-'", "tanggal_efektif: 2024-02-01"] {
        assert!(
            identity.contains(line) || identity.contains(&line.replace('\'', "\"")),
            "{line} is not in\n{identity}"
        );
    }
    let steps = yaml(sop, "kegiatan", "konversi");
    for line in ["waktu: 1,5 hari", "waktu: 2 hari", "pelaksana: kepala_bidang"] {
        assert!(steps.contains(line), "{line} is not in\n{steps}");
    }
    let hidden = (TroubleKind::LeftOut(LeftOut::Hidden, "Pilihan lama".to_owned()), "Daftar!A1".to_owned());
    assert!(told(&analysis, sop).contains(&hidden));
}

#[test]
fn two_sops_below_one_another_are_two() {
    let analysis = read("dua-sop.xlsx");
    let names: Vec<String> =
        analysis.sops.iter().map(|sop| sop.identity.title.known().unwrap().value.to_string()).collect();
    assert_eq!(names, ["Peminjaman Buku", "Pengembalian Buku"]);
    assert_eq!(analysis.sops.iter().map(|sop| sop.steps.len()).collect::<Vec<_>>(), [3, 3]);
}

const RELATIONS: &str = r#"<Relationships>
    <Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of one sheet with this XML.
fn book(sheet: &str) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", r#"<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn fault(sheet: &str) -> Option<OfficeFault> {
    match analyze(&book(sheet), "buku.xlsx") {
        Err(ReadError::Office(fault)) => Some(fault),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    }
}

#[test]
fn rows_and_columns_far_off_cost_nothing() {
    let far = "<worksheet><cols><col min='1' max='16384' width='9'/></cols><sheetData>\
               <row r='1'><c r='A1' t='str'><v>Nomor SOP</v></c><c r='XFD1' t='str'><v>7/2024</v></c></row>\
               <row r='1048576'><c r='A1048576' t='str'><v>Nama SOP</v></c><c><v>1</v></c></row></sheetData>\
               <mergeCells><mergeCell ref='A1:XFC1048575'/></mergeCells></worksheet>";
    let analysis = analyze(&book(far), "jauh.xlsx").unwrap();
    assert!(analysis.source.text.len() < 400, "{}", analysis.source.text.len());
    assert_eq!(analysis.sops[0].identity.number.known().unwrap().value.0, "7/2024");
}

#[test]
fn damage_is_never_read_as_if_it_were_whole() {
    let cell = "<c r='A1' t='str'><v>Nomor SOP</v></c>";
    let sheet = |data: &str| format!("<worksheet><sheetData><row r='1'>{cell}{data}</row></sheetData></worksheet>");
    assert_eq!(fault(&sheet("")), None);
    for data in
        ["<c r='A1'><v>1</c>", "<c r='ZZZZ1'/>", "<c r='A2000000'/>", "<c t='s'><v>5</v></c>", "&nbsp;", "<c><v>1"]
    {
        assert_eq!(fault(&sheet(data)), Some(OfficeFault::Damaged), "{data}");
    }
    assert_eq!(fault("<!DOCTYPE x><worksheet/>"), Some(OfficeFault::DocumentType));
    assert_eq!(fault(&"<a>".repeat(100_000)), Some(OfficeFault::TooMuch));
    let whole = file("surat-masuk.xlsx");
    assert!(analyze(&whole[..whole.len() - 100], "x.xlsx").is_err());
}

#[test]
fn more_than_any_sheet_holds_is_refused() {
    let columns: String = (0..1500).map(|at| format!("<c r='{}{}'><v>1</v></c>", letters(at), at + 1)).collect();
    assert_eq!(fault(&format!("<worksheet>{columns}</worksheet>")), Some(OfficeFault::TooMuch), "a diagonal");
    let merges = "<mergeCell ref='A1:XFD1048576'/>".repeat(60_000);
    assert_eq!(fault(&format!("<worksheet>{merges}</worksheet>")), Some(OfficeFault::TooMuch));
    let rows: String = (1..2000).map(|at| format!("<row r='{}'><c><v>1</v></c></row>", at * 100)).collect();
    assert_eq!(fault(&format!("<worksheet>{rows}</worksheet>")), Some(OfficeFault::TooMuch), "gaps");
}

/// The name of a column, from 0, of at most two letters beyond `Z`.
fn letters(at: usize) -> String {
    let letter = |at: usize| char::from(b'A' + at as u8);
    match (at / 26).checked_sub(1) {
        None => letter(at).to_string(),
        Some(high) if high < 26 => format!("{}{}", letter(high), letter(at % 26)),
        Some(high) => format!("{}{}{}", letter(high / 26 - 1), letter(high % 26), letter(at % 26)),
    }
}
