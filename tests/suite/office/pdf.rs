//! PDF files of other programs: tables by their rules, flow by its paths, in the ways in which programs draw them.

use sop::analysis::analyze;
use sop::document::drawing::ShapeKind;
use sop::document::{AsideKind, Document, Layout};
use sop::model::{Sop, Symbol};
use sop::read::{Content, PdfFault, ReadError, read};
use sop::render::yaml::to_yaml;

/// Arrows as one filled area with head, boxes as a white area under a black ring, rules as thin areas in pieces.
const AREAS: &[u8] = include_bytes!("../data/office/panah-bidang.pdf");
/// Arrows as strokes with a head of its own short of the box, stroked boxes and rules, lanes whose names are turned.
const STROKES: &[u8] = include_bytes!("../data/office/panah-garis.pdf");
/// The first again, three steps on one page and two on the next, whose columns have other borders and no header.
const PAGES: &[u8] = include_bytes!("../data/office/dua-halaman.pdf");
/// A sheet too wide for its pages, as LibreOffice prints it: left parts, then right parts, and a text across the cut.
const PARTS: &[u8] = include_bytes!("../data/office/kolom-terpisah.pdf");
/// Two pages of one table, whose header stands between the two steps of the second; words are struck out.
const HEADS: &[u8] = include_bytes!("../data/office/judul-diulang.pdf");
/// A line in a font that does not tell which letters it has.
const UNNAMED: &[u8] = include_bytes!("../data/office/huruf-tanpa-nama.pdf");
/// A print of a decision with three exits in words of its own, as another program saved it.
const EXITS: &[u8] = include_bytes!("../data/office/tiga-jalan.pdf");
/// Two pages that are pictures.
const SCAN: &[u8] = include_bytes!("../data/office/pindai-semua.pdf");

fn document(bytes: &[u8]) -> Document {
    match read(bytes, "x.pdf").expect("it is read").content {
        Content::Document(document) => document,
        other => panic!("{other:?}"),
    }
}

fn sop(bytes: &[u8]) -> Sop {
    let mut sops = analyze(bytes, "x.pdf").expect("it is read").sops;
    assert_eq!(sops.len(), 1);
    sops.remove(0)
}

/// The cells of the rows that are cells, empty ones as such.
fn table(document: &Document) -> Vec<Vec<&str>> {
    let rows = document.rows.iter().filter(|row| row.layout == Layout::Cells);
    rows.map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

#[test]
fn rules_in_pieces_and_arrows_between_them_make_one_table() {
    for bytes in [AREAS, STROKES] {
        let document = document(bytes);
        assert_eq!(document.grids.len(), 1);
        assert_eq!(document.grids[0].edges.len(), 10);
        let table = table(&document);
        assert_eq!(table[0], ["No", "Kegiatan", "Pelaksana", "", "", "Mutu Baku", "", "", "Ket"]);
        assert_eq!(table[1][2..5], ["Pemohon", "Petugas Loket", "Kepala Seksi"]);
        let step = ["2", "Memeriksa kelengkapan berkas permohonan yang diajukan pemohon", "", "", ""];
        assert_eq!(table[3][..5], step);
        assert_eq!(table[3][5..], ["Berkas permohonan", "10 Menit", "Berkas lengkap", ""]);
        let header = &document.rows[document.grids[0].rows.start];
        assert_eq!((header.cells[0].rows_below, header.cells[2].end_column), (1, 5));
    }
}

#[test]
fn each_way_to_draw_a_flow_gives_the_same_shapes_and_connectors() {
    use ShapeKind::{Decision, Process, Terminator};
    for bytes in [AREAS, STROKES] {
        let document = document(bytes);
        let drawing = &document.pages[0].drawing;
        let kinds: Vec<ShapeKind> = drawing.shapes.iter().map(|shape| shape.kind).collect();
        assert_eq!(kinds, [Terminator, Decision, Process, Process, Terminator]);
        let mut bends: Vec<usize> = drawing.connectors.iter().map(|it| it.bends.len()).collect();
        bends.sort_unstable();
        assert_eq!(bends, [0, 1, 2, 2, 2]);
        for connector in &drawing.connectors {
            assert!(connector.to.has_head && !connector.from.has_head, "{connector:?}");
            let touches = |at| drawing.shapes.iter().any(|shape| shape.frame.distance(at) < 4.5);
            assert!(touches(connector.from.at) && touches(connector.to.at), "{connector:?}");
        }
        let mut labels: Vec<&str> = drawing.labels.iter().map(|label| label.text.as_str()).collect();
        labels.sort_unstable();
        assert_eq!(labels, ["Tidak", "Ya"]);
    }
}

#[test]
fn the_flow_that_is_drawn_is_the_flow_of_the_model() {
    let sop = sop(AREAS);
    let actors: Vec<&str> =
        sop.steps.iter().flat_map(|step| step.actors()).map(|actor| actor.value.0.as_str()).collect();
    assert_eq!(actors, ["pemohon", "petugas_loket", "petugas_loket", "kepala_seksi", "petugas_loket"]);
    let symbols: Vec<Symbol> = (0..5).map(|step| sop.symbol(step, 0)).collect();
    assert_eq!(symbols, [Symbol::Start, Symbol::Decision, Symbol::Process, Symbol::Process, Symbol::End]);
    let yaml = to_yaml(&[sop]);
    assert!(yaml.contains("    ya: 3\n    tidak: 1\n"), "{yaml}");
    let steps = |yaml: &str| yaml.split("konversi:").next().map(str::to_owned);
    for other in [STROKES, PAGES] {
        assert_eq!(steps(&to_yaml(&[self::sop(other)])), steps(&yaml));
    }
}

#[test]
fn words_of_any_kind_beside_a_decision_are_those_of_its_arrows() {
    let sop = sop(EXITS);
    let mut exits: Vec<String> = sop.steps[1].cells[0]
        .cases
        .iter()
        .map(|it| format!("{} {}", it.words().unwrap_or_default(), it.value))
        .collect();
    exits.sort();
    assert_eq!(exits, ["Direvisi 1", "Disetujui 3", "Ditunda 4"]);
    assert!(sop.steps[1].cells[0].next.is_empty());
}

#[test]
fn a_page_without_header_keeps_its_empty_lanes() {
    let document = document(PAGES);
    assert_eq!(document.grids.len(), 2);
    assert_eq!(document.grids[1].edges.len(), document.grids[0].edges.len());
    assert!(document.rows[document.pages[1].rows.start].page_start);
    assert_eq!(document.pages[1].drawing.shapes.len(), 2);
}

#[test]
fn every_text_says_on_which_page_and_where_it_stands() {
    let analysis = analyze(PAGES, "x.pdf").expect("it is read");
    let at = analysis.source.text.find("Surat diterima").expect("it is in the source");
    let place = analysis.source.spot(at as u32).expect("it has a place").to_string();
    assert!(place.starts_with("hal:2@"), "{place}");
}

#[test]
fn scans_are_refused_with_a_way_on() {
    match read(SCAN, "pindai-semua.pdf") {
        Err(error @ ReadError::Pdf(_, PdfFault::Scanned(2))) => {
            let words = error.message().id;
            assert!(words.contains(".docx"), "{words}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn letters_without_names_are_no_scan() {
    match read(UNNAMED, "surat.pdf") {
        Err(error @ ReadError::Pdf(_, PdfFault::Unnamed(1))) => assert!(error.message().id.contains("hurufnya")),
        other => panic!("{other:?}"),
    }
}

/// A step above the header that is printed again has the columns of the procedure, empty lanes included; what is struck out is told,
/// and not read.
#[test]
fn a_header_between_two_steps_and_words_that_are_struck_out() {
    let sop = sop(HEADS);
    let actors: Vec<&str> =
        sop.steps.iter().flat_map(|step| step.actors()).map(|actor| actor.value.0.as_str()).collect();
    assert_eq!(actors, ["warga", "petugas", "lurah", "petugas"]);
    assert_eq!(sop.steps[1].activity.value().map(String::as_str), Some("Memeriksa berkas"));
    let document = document(HEADS);
    let struck = document.asides.iter().filter(|it| it.kind == AsideKind::Struck);
    assert_eq!(struck.map(|it| it.text.as_str()).collect::<Vec<_>>(), ["dan mencap", "Resi"]);
}

#[test]
fn a_cut_or_spoiled_file_gets_an_answer() {
    for bytes in [AREAS, STROKES, PAGES] {
        for part in 0..60 {
            let _ = analyze(&bytes[..bytes.len() * part / 60], "x.pdf");
        }
        for at in (0..bytes.len()).step_by(17) {
            let mut spoiled = bytes.to_vec();
            spoiled[at] ^= 0x15;
            let _ = analyze(&spoiled, "x.pdf");
        }
    }
}

#[test]
fn a_sheet_printed_in_parts_is_read_as_one() {
    let document = document(PARTS);
    assert_eq!((document.pages.len(), document.grids.len()), (2, 1));
    assert!(document.asides.is_empty(), "{:?}", document.asides);
    let table = table(&document);
    assert_eq!(table[0], ["No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", "Keterangan"]);
    assert_eq!(table[4][4..], ["Persetujuan", "30 menit", "Arsip", "Paling banyak tiga berkas"]);
    let sop = sop(PARTS);
    let yaml = to_yaml(std::slice::from_ref(&sop));
    for said in [
        "  nomor: 000.8/12/2024\n",
        "  tanggal_efektif: 2024-03-10\n",
        "kualifikasi_pelaksana: [Memahami tata naskah dinas]\n",
        "peringatan: [Arsip yang tidak dicatat dapat hilang]\n",
        "    keterangan: Dapat diwakilkan\n",
    ] {
        assert!(yaml.contains(said), "{said}{yaml}");
    }
    assert_eq!(sop.steps.len(), 4);
}

/// A page with these operators; each letter is half as wide as its font is large.
fn page(content: &str) -> Vec<u8> {
    pages(&[content])
}

/// Such pages.
fn pages(contents: &[&str]) -> Vec<u8> {
    let widths = "500 ".repeat(224);
    let object = |at: usize| 4 + 2 * at;
    let kids: String = (0..contents.len()).map(|at| format!("{} 0 R ", object(at))).collect();
    let page = |(at, content): (usize, &&str)| {
        let (own, stream, length) = (object(at), object(at) + 1, content.len());
        format!(
            "{own} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Contents {stream} 0 R\
             /Resources<</Font<</F 3 0 R>>>>>>endobj\n\
             {stream} 0 obj<</Length {length}>>stream\n{content}\nendstream endobj\n"
        )
    };
    let pages: String = contents.iter().enumerate().map(page).collect();
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {}>>endobj\n\
         3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255\
         /Widths[{widths}]>>endobj\n{pages}trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        contents.len()
    )
    .into_bytes()
}

/// Rules at these places, each across the others.
fn rules(across: &[u32], along: &[u32]) -> String {
    let (left, right) = (along[0], along[along.len() - 1]);
    let (top, bottom) = (across[0], across[across.len() - 1]);
    let level = across.iter().map(|y| format!("{left} {y} m {right} {y} l S\n"));
    level.chain(along.iter().map(|x| format!("{x} {top} m {x} {bottom} l S\n"))).collect()
}

/// Texts at their places, in this order.
fn texts(texts: &[(u32, u32, &str)]) -> String {
    texts.iter().map(|(x, y, text)| format!("BT /F 8 Tf {x} {y} Td ({text}) Tj ET\n")).collect()
}

#[test]
fn lines_printed_over_the_cell_below_belong_to_the_cell_too_low_for_them() {
    let across = rules(&[300, 288, 276, 264, 252], &[50, 90, 184, 300]);
    let said = texts(&[
        (52, 291, "1"),
        (92, 291, "Surat Keputusan Kepala"),
        (92, 282, "Dinas tentang Tim"),
        (92, 273, "Teknis"),
        (186, 291, "ada"),
        (52, 279, "2"),
        (92, 279, "Nota dinas"),
        (186, 279, "ada"),
        (52, 267, "3"),
        (92, 267, "Berita acara"),
        (52, 255, "4"),
        (92, 255, "Tanda terima"),
    ]);
    let document = document(&page(&(across + &said)));
    let expected: [&[&str]; 4] = [
        &["1", "Surat Keputusan Kepala Dinas tentang Tim Teknis", "ada"],
        &["2", "Nota dinas", "ada"],
        &["3", "Berita acara", ""],
        &["4", "Tanda terima", ""],
    ];
    assert_eq!(table(&document), expected);
}

#[test]
fn lines_printed_over_the_cell_above_belong_to_the_cell_too_low_for_them() {
    let across = rules(&[300, 288, 276, 264], &[50, 100, 220]);
    let said = texts(&[
        (52, 291, "Mutu Baku"),
        (52, 286, "Waktu"),
        (52, 278, "Penyelesaian"),
        (52, 269, "\\(menit\\)"),
        (102, 291, "Ket"),
        (52, 266, "8"),
        (102, 266, "10"),
    ]);
    let document = document(&page(&(across + &said)));
    let expected: [&[&str]; 3] = [&["Mutu Baku", "Ket"], &["Waktu Penyelesaian (menit)", ""], &["8", "10"]];
    assert_eq!(table(&document), expected);
}

/// The hyphen of a program that wraps is no letter of the word, that of an author is; `\\255` is the one of programs here.
#[test]
fn a_word_that_a_program_cut_at_the_edge_of_a_cell_is_whole() {
    let across = rules(&[300, 270, 240], &[50, 70, 130]);
    let said = texts(&[
        (52, 290, "1"),
        (72, 290, "Surat jawab\\255"),
        (72, 280, "an diterima"),
        (52, 260, "2"),
        (72, 260, "Undang-"),
        (72, 250, "Undang"),
    ]);
    let document = document(&page(&(across + &said)));
    let expected: [&[&str]; 2] = [&["1", "Surat jawaban diterima"], &["2", "Undang-Undang"]];
    assert_eq!(table(&document), expected);
}

/// A page ends within the row of step 2, whose requirements alone have a rule there; the page below goes on without one above.
#[test]
fn columns_that_a_page_cuts_off_below_and_above_keep_their_rules() {
    let along = [50, 70, 130, 160, 190, 260];
    let upright: String = along.map(|x| format!("{x} 230 m {x} 300 l S ")).concat();
    let level: String = [300, 270].map(|y| format!("50 {y} m 260 {y} l S ")).concat() + "190 230 m 260 230 l S ";
    let said = texts(&[
        (52, 290, "1"),
        (72, 290, "Mencatat"),
        (132, 290, "x"),
        (192, 290, "Surat"),
        (52, 260, "2"),
        (72, 260, "Memeriksa"),
        (162, 260, "x"),
        (192, 260, "Register"),
    ]);
    let expected: [&[&str]; 2] = [&["1", "Mencatat", "x", "", "Surat"], &["2", "Memeriksa", "", "x", "Register"]];
    assert_eq!(table(&document(&page(&(upright.clone() + &level + &said)))), expected);
    let level = [270, 230].map(|y| format!("50 {y} m 260 {y} l S ")).concat();
    assert_eq!(table(&document(&page(&(upright + &level + &said)))), expected);
}

/// Letters are 4 points wide and the page ends at 600: the first line is cut between two letters, the second through one, which
/// both pages show.
#[test]
fn lines_that_the_edge_of_a_page_cuts_go_on_from_the_page_beside() {
    let left = texts(&[
        (50, 300, "Kualifikasi"),
        (544, 300, "Memahami hukum acara"),
        (50, 288, "Lain"),
        (542, 288, "Mampu mengoperasikan"),
    ]);
    let right = "BT /F 8 Tf -56 300 Td (Memahami hukum acara) Tj ET BT /F 8 Tf -58 288 Td (Mampu mengoperasikan) Tj ET";
    let document = document(&pages(&[&left, right]));
    let said: Vec<&str> = document.rows.iter().flat_map(|row| row.texts()).collect();
    assert_eq!(said, ["Kualifikasi", "Memahami hukum acara", "Lain", "Mampu mengoperasikan"]);
    assert_eq!(document.pages.len(), 1);
}

#[test]
fn a_name_that_runs_out_of_its_cell_above_the_table_belongs_to_the_cell() {
    let across = rules(&[300, 288, 276], &[50, 100, 156]);
    let said = texts(&[
        (52, 291, "No"),
        (102, 303, "Waktu"),
        (102, 294, "Penyelesaian"),
        (102, 285, "\\(menit\\)"),
        (52, 279, "1"),
        (130, 279, "10"),
    ]);
    let document = document(&page(&(across + &said)));
    let expected: [&[&str]; 2] = [&["No", "Waktu Penyelesaian (menit)"], &["1", "10"]];
    assert_eq!(table(&document), expected);
}

/// Programs that make PDF out of web pages draw the bullets of a list; a large circle beside a text is none.
#[test]
fn bullets_that_are_drawn_begin_items() {
    let circle = |x: f32, y: f32, r: f32| {
        let c = r * 0.55;
        let (left, right, top, bottom) = (x - r, x + r, y + r, y - r);
        format!(
            "{right} {y} m {right} {} {} {top} {x} {top} c {} {top} {left} {} {left} {y} c \
             {left} {} {} {bottom} {x} {bottom} c {} {bottom} {right} {} {right} {y} c f\n",
            y + c,
            x + c,
            x - c,
            y + c,
            y - c,
            x - c,
            x + c,
            y - c
        )
    };
    let across = rules(&[300, 250], &[50, 90, 184]);
    let said = texts(&[(52, 290, "1"), (102, 290, "Spektrofotometer"), (102, 278, "pH meter"), (102, 262, "Neraca")]);
    let drawn = circle(96.0, 292.5, 1.5) + &circle(96.0, 280.5, 1.5) + &circle(96.0, 264.0, 5.0);
    let document = document(&page(&(across + &drawn + &said)));
    assert_eq!(table(&document), [["1", "• Spektrofotometer\n• pH meter\nNeraca"]]);
}

/// Web tables are often coloured at their head, with no rule there.
#[test]
fn a_header_of_coloured_areas_without_rules_belongs_to_the_table() {
    let areas: String = [(50, 20), (70, 90), (160, 60)].map(|(x, width)| format!("{x} 300 {width} 15 re f\n")).concat();
    let across = rules(&[300, 285, 270], &[50, 70, 160, 220]);
    let said = texts(&[
        (52, 305, "No"),
        (72, 305, "Kegiatan"),
        (162, 305, "Waktu"),
        (52, 290, "1"),
        (72, 290, "Mencatat"),
        (162, 290, "5 menit"),
        (52, 275, "2"),
        (72, 275, "Mengirim"),
        (162, 275, "1 jam"),
    ]);
    let document = document(&page(&format!("0.8 g\n{areas}0 g\n{across}{said}")));
    let expected = [["No", "Kegiatan", "Waktu"], ["1", "Mencatat", "5 menit"], ["2", "Mengirim", "1 jam"]];
    assert_eq!(table(&document), expected);
    // Every other row coloured, and no rule anywhere: the rows between are as much of the table.
    let stripes = areas.replace(" 300 ", " 270 ");
    let striped = super::pdf::document(&page(&format!("0.8 g\n{areas}{stripes}0 g\n{said}")));
    assert!(table(&striped).ends_with(&expected[1..].iter().map(|it| it.to_vec()).collect::<Vec<_>>()));
}

/// Each cell a box of its own, two points from the next, in a frame: tables of the web whose borders are not joined.
#[test]
fn cells_with_a_border_each_are_one_table() {
    let cells = [("No", "Kegiatan", "Waktu"), ("1", "Mencatat", "5 menit"), ("2", "Mengirim", "1 jam")];
    let mut drawn = String::from("48 238 174 64 re S\n");
    for (row, (number, work, time)) in cells.into_iter().enumerate() {
        let y = 282 - 21 * row as u32;
        for (x, width, said) in [(50, 18, number), (70, 88, work), (160, 60, time)] {
            drawn += &format!("{x} {y} {width} 18 re S\n");
            drawn += &texts(&[(x + 2, y + 5, said)]);
        }
    }
    let document = document(&page(&drawn));
    assert_eq!(table(&document), cells.map(|(number, work, time)| [number, work, time]));
    assert!(document.pages[0].drawing.shapes.is_empty());
}
