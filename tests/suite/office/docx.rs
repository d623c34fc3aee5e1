//! Text documents of Word: what their tables, lists, changes and drawings are understood as.

use super::{archive, file, yaml};
use sop::analysis::{Analysis, analyze};
use sop::document::drawing::ShapeKind;
use sop::document::{AsideKind, Document};
use sop::model::Sop;
use sop::read::{Content, OfficeFault, ReadError, read};

fn understood(bytes: &[u8]) -> Analysis {
    analyze(bytes, "surat.docx").unwrap()
}

/// The steps of a file, as the YAML says them.
fn steps(name: &str) -> String {
    let analysis = understood(&file(name));
    assert_eq!(analysis.sops.len(), 1, "{name}");
    yaml(&analysis.sops[0], "kegiatan", "konversi")
}

/// The body of a document in an archive, with these other parts.
fn letter(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut members = vec![("word/document.xml", document.as_str())];
    members.extend(parts);
    archive(&members)
}

fn document(bytes: &[u8]) -> Document {
    match read(bytes, "surat.docx").unwrap().content {
        Content::Document(document) => document,
        _ => panic!("a document"),
    }
}

/// The cells of all rows that hold something.
fn rows(document: &Document) -> Vec<Vec<&str>> {
    let rows = document.rows.iter().filter(|row| !row.is_blank());
    rows.map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

fn asides(document: &Document, kind: AsideKind) -> Vec<&str> {
    document.asides.iter().filter(|it| it.kind == kind).map(|it| it.text.as_str()).collect()
}

/// A paragraph of runs.
fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A run of text.
fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

/// A table of cells that hold paragraphs.
fn table(rows: &[&[&str]]) -> String {
    let cell = |content: &&str| format!("<w:tc>{content}</w:tc>");
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

const DRAWN: &str = "\
kegiatan:
  - nomor: 1
    uraian: Menerima permohonan peminjaman
    pelaksana: petugas
    simbol: mulai
    kelengkapan: [Surat permohonan]
    waktu: 5 menit
    output: [Permohonan diterima]
  - nomor: 2
    uraian: Memeriksa kelengkapan berkas permohonan
    pelaksana: arsiparis
    simbol: keputusan
    kelengkapan: [Permohonan diterima]
    waktu: 10 menit
    output: [Berkas diperiksa]
    ya: 3
    tidak: 1
  - nomor: 3
    uraian: Menyetujui peminjaman arsip
    pelaksana: kepala
    simbol: proses
    kelengkapan: [Berkas diperiksa]
    waktu: 15 menit
    output: [Persetujuan]
  - nomor: 4
    uraian: Menyerahkan arsip kepada peminjam
    pelaksana: petugas
    simbol: selesai
    kelengkapan: [Persetujuan]
    waktu: 5 menit
    output: [Arsip dipinjamkan]
";

/// Shapes are DrawingML with VML beside them, bare VML whose numbers are automatic, or what LibreOffice makes of the first.
#[test]
fn the_drawn_flow_is_read_in_every_dialect() {
    for name in ["pinjam-arsip-drawingml.docx", "pinjam-arsip-vml.docx", "pinjam-arsip-libreoffice.docx"] {
        assert_eq!(steps(name), DRAWN, "{name}");
    }
}

/// A canvas over the whole table, and lanes merged over all rows: no cell says of which step a shape is.
#[test]
fn shapes_that_no_cell_holds_are_placed_by_where_they_stand() {
    let symbols = |name: &str| -> Vec<String> {
        let told = ["pelaksana:", "simbol:"];
        let steps = steps(name);
        let lines = steps.lines().map(str::trim).filter(|line| told.iter().any(|key| line.starts_with(key)));
        lines.map(|line| line.split_once(": ").unwrap().1.to_owned()).collect()
    };
    for name in ["pinjam-arsip-kanvas.docx", "pinjam-arsip-lajur.docx"] {
        let expected = ["petugas", "mulai", "arsiparis", "keputusan", "kepala", "proses", "petugas", "selesai"];
        assert_eq!(symbols(name), expected, "{name}");
    }
}

#[test]
fn identity_and_lists_with_automatic_numbers_are_read() {
    let analysis = understood(&file("pinjam-arsip-drawingml.docx"));
    let sop: &Sop = &analysis.sops[0];
    let expected = "\
dasar_hukum:
  - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
  - Peraturan Pemerintah Nomor 28 Tahun 2012
";
    assert_eq!(yaml(sop, "dasar_hukum", "kualifikasi_pelaksana"), expected);
    assert!(yaml(sop, "identitas", "dasar_hukum").contains("nip: \"197001011995031001\""));
    let at = analysis.source.text.find("Memeriksa kelengkapan").unwrap() as u32;
    assert_eq!(analysis.source.spot(at).unwrap().words(false), "tabel 2, baris 4, sel 2");
    let at = analysis.source.text.find("STANDAR OPERASIONAL").unwrap() as u32;
    assert_eq!(analysis.source.spot(at).unwrap().words(true), "paragraph 1");
}

/// A table in a frame of one cell is the table; rows may leave out columns at their beginning; a table in a cell is lines.
#[test]
fn frames_and_omitted_columns_do_not_shift_cells() {
    let steps = steps("pinjam-arsip-bingkai.docx");
    assert!(steps.contains("kelengkapan: [Berkas diperiksa, Kartu kendali]\n    waktu: 15 menit"), "{steps}");
    let analysis = understood(&file("pinjam-arsip-bingkai.docx"));
    assert_eq!(
        yaml(&analysis.sops[0], "dasar_hukum", "pelaksana"),
        "dasar_hukum:\n  - Undang-Undang Nomor 43 Tahun 2009\n  - Peraturan Pemerintah Nomor 28 Tahun 2012\n"
    );
}

#[test]
fn tracked_changes_are_read_as_accepted_and_told() {
    let steps = steps("pinjam-arsip-perubahan.docx");
    for text in
        ["Menerima permohonan peminjaman", "Memeriksa kelengkapan berkas", "arsip-arsip & dokumen kepada peminjam"]
    {
        assert!(steps.contains(&format!("{text}\n")), "{text} in\n{steps}");
    }
    let document = document(&file("pinjam-arsip-perubahan.docx"));
    assert_eq!(asides(&document, AsideKind::Inserted), ["permohonan peminjaman", "Menyetujui peminjaman arsip"]);
    assert_eq!(asides(&document, AsideKind::Struck), ["dan materai"]);
    assert_eq!(asides(&document, AsideKind::Hidden), ["rahasia"]);
    assert_eq!(asides(&document, AsideKind::Furniture), ["Halaman SOP Dinas Kearsipan"]);
    let deleted = asides(&document, AsideKind::Deleted);
    assert_eq!(&deleted[..2], ["berkas", "Pindah"]);
}

#[test]
fn runs_say_what_is_seen() {
    let body = [
        p(&format!("{}<w:r><w:tab/></w:r>{}", r("Nomor SOP"), r("1/2024"))),
        p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>"),
        p("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Wingdings 2' w:char='F04F'/></w:r>\
           <w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>è</w:t></w:r>"),
        p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
           <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"),
        p("<w:hyperlink><w:r><w:t>satu</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> dua</w:t></w:r></w:smartTag>\
           <w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> tiga</w:t></w:r></w:sdtContent></w:sdt>"),
        p("<w:r><w:t>A &amp; B &#8211; C</w:t><w:footnoteReference w:id='2'/></w:r>"),
    ];
    let document = document(&letter(&body.concat(), &[]));
    let expected: [&[&str]; 6] =
        [&["Nomor SOP", "1/2024"], &["a-bc"], &["✓✗→"], &["7"], &["satu dua tiga"], &["A & B – C"]];
    assert_eq!(rows(&document), expected);
}

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='4'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%2)'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='4'/></w:num>\
    <w:num w:numId='2'><w:abstractNumId w:val='4'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>\
    </w:numbering>";

/// A list of the paragraph's own, one of its style, and one that starts again.
#[test]
fn labels_of_lists_are_printed_into_the_text() {
    let item = |list: u8, level: u8, text: &str| {
        let number = format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");
        format!("<w:p><w:pPr>{number}</w:pPr>{}</w:p>", r(text))
    };
    let styled = format!("<w:p><w:pPr><w:pStyle w:val='Butir'/></w:pPr>{}</w:p>", r("gaya"));
    let body = [item(1, 0, "satu"), item(1, 1, "anak"), item(1, 0, "dua"), styled, item(2, 0, "lagi")].concat();
    let styles = "<w:styles><w:style w:type='paragraph' w:styleId='Butir'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>\
                  </w:style></w:styles>";
    let document = document(&letter(&body, &[("word/numbering.xml", NUMBERING), ("word/styles.xml", styles)]));
    assert_eq!(rows(&document), [["1. satu"], ["a) anak"], ["2. dua"], ["3. gaya"], ["1. lagi"]]);
}

#[test]
fn a_shape_drawn_twice_is_one_and_a_fallback_stands_where_nothing_else_is_understood() {
    let shape = |kind: u32, left: u32| {
        format!(
            "<w:pict><v:shape id='s{left}' type='#_x0000_t{kind}' \
             style='position:absolute;margin-left:{left}pt;margin-top:2pt;width:30pt;height:20pt'/></w:pict>"
        )
    };
    let known = "<w:drawing><wp:anchor><wp:positionH relativeFrom='column'><wp:posOffset>127000</wp:posOffset></wp:positionH>\
        <wp:extent cx='381000' cy='254000'/><wp:docPr id='1'/><a:graphic><a:graphicData><wps:wsp><wps:cNvSpPr/><wps:spPr>\
        <a:prstGeom prst='flowChartDecision'/><a:ln><a:solidFill/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>\
        </wp:anchor></w:drawing>";
    let both = |choice: &str, fallback: &str| {
        format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{choice}</mc:Choice>\
             <mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    };
    let runs = both(known, &shape(110, 10)) + &both("<w:drawing/>", &shape(116, 60));
    let empty = p("");
    let body = table(&[&[&p(&r("No")), &p(&r("Kegiatan")), &p(&r("Waktu"))], &[&empty, &p(&runs), &empty]]);
    let document = document(&letter(&body, &[]));
    let shapes = &document.pages[0].drawing.shapes;
    let seen: Vec<_> = shapes.iter().map(|it| (it.kind, it.cell)).collect();
    assert_eq!(seen, [(ShapeKind::Decision, Some((1, 1))), (ShapeKind::Terminator, Some((1, 2)))]);
}

/// A row of cells 60 points wide, something drawn in the second.
fn drawn_in_second(runs: &str) -> Document {
    let cell = |content: &str| format!("<w:tc><w:tcPr><w:tcW w:w='1200' w:type='dxa'/></w:tcPr>{content}</w:tc>");
    let heads = ["No", "Kegiatan", "Waktu", "Output"].map(|head| cell(&p(&r(head)))).concat();
    let cells = [p(&r("1")), p(runs), p(""), p("")].map(|content| cell(&content)).concat();
    document(&letter(&format!("<w:tbl><w:tr>{heads}</w:tr><w:tr>{cells}</w:tr></w:tbl>"), &[]))
}

/// The file ties a shape to a cell; only a middle clearly in another column, or beside the paper, says otherwise.
#[test]
fn a_shape_is_of_the_cell_it_is_anchored_in_unless_it_stands_elsewhere() {
    let shape = |left: i32, style: &str| {
        format!(
            "<w:r><w:pict><v:rect style='position:absolute;margin-left:{left}pt;width:30pt;height:20pt;{style}'/></w:pict></w:r>"
        )
    };
    let place = |left: i32| -> Vec<_> {
        let document = drawn_in_second(&shape(left, ""));
        document.pages[0].drawing.shapes.iter().map(|it| it.cell).collect()
    };
    assert_eq!(place(10), [Some((1, 1))]);
    assert_eq!(place(38), [Some((1, 1))], "on the border");
    assert_eq!(place(75), [Some((1, 2))]);
    assert_eq!(place(-30), [Some((1, 0))]);
    let parked = drawn_in_second(&shape(-900, ""));
    assert!(parked.pages[0].drawing.is_empty());
    assert_eq!(asides(&parked, AsideKind::Shape), [""]);
    let hidden = drawn_in_second(&shape(10, "visibility:hidden"));
    assert!(hidden.pages[0].drawing.is_empty() && hidden.asides.is_empty());
}

/// A diagram is no drawing that can be followed: it is told.
#[test]
fn what_is_no_shape_is_told() {
    let diagram = "<w:r><w:drawing><wp:inline><wp:extent cx='381000' cy='254000'/><a:graphic><a:graphicData><dgm:relIds/>\
                   </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    let document = drawn_in_second(diagram);
    assert_eq!(asides(&document, AsideKind::Shape), [""]);
}

/// Text boxes: an answer beside a line, a title, and a whole table that stands in one.
#[test]
fn text_boxes_are_labels_or_text() {
    let text_box = |content: &str| {
        format!(
            "<w:r><w:pict><v:shape type='#_x0000_t202' stroked='f' filled='f' style='position:absolute;width:200pt;height:20pt'>\
             <v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    };
    let inner = table(&[&[&p(&r("Nomor SOP")), &p(&r("1/2024"))]]);
    let title = "STANDAR OPERASIONAL PROSEDUR PEMINJAMAN";
    let body = [p(&text_box(&p(&r(title)))), p(&text_box(&p(&r("Ya")))), p(&text_box(&inner))].concat();
    let document = document(&letter(&body, &[]));
    let expected: [&[&str]; 2] = [&[title], &["Nomor SOP", "1/2024"]];
    assert_eq!(rows(&document), expected);
    let labels: Vec<&str> = document.pages[0].drawing.labels.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(labels, ["Ya"]);
}

/// The number of a form, or its letterhead, stands where the page begins: a table or some lines are read there, once. A single line
/// runs along, and a head that comes again in a later section says nothing new.
#[test]
fn a_running_head_that_is_more_than_a_line_is_read() {
    let head = |body: &str| format!("<w:hdr>{body}</w:hdr>");
    let form = head(&table(&[&[&p(&r("DINAS SOSIAL")), &p(&r("Nomor SOP: 1/2024"))]]));
    let letterhead = head(&["PEMERINTAH KOTA SEGARA", "DINAS SOSIAL", "Jalan Melati 1"].map(|it| p(&r(it))).concat());
    let line = head(&p(&r("SOP Dinas Sosial")));
    let relation = |id: u8| format!("<Relationship Id='r{id}' Type='x/header' Target='header{id}.xml'/>");
    let relations = format!("<Relationships>{}</Relationships>", [1, 2, 3].map(relation).concat());
    let section = |id: u8| format!("<w:sectPr><w:headerReference w:type='default' r:id='r{id}'/></w:sectPr>");
    let read = |first: u8, second: u8| {
        let end = format!("<w:p><w:pPr>{}</w:pPr>{}</w:p>", section(first), r("Satu"));
        let body = [end, p(&r("Dua")), section(second)].concat();
        let parts = [
            ("word/_rels/document.xml.rels", relations.as_str()),
            ("word/header1.xml", &form),
            ("word/header2.xml", &letterhead),
            ("word/header3.xml", &line),
        ];
        document(&letter(&body, &parts))
    };
    let again = read(1, 1);
    assert_eq!(rows(&again), [vec!["DINAS SOSIAL", "Nomor SOP: 1/2024"], vec!["Satu"], vec!["Dua"]]);
    assert_eq!(asides(&again, AsideKind::Furniture).len(), 2);
    let other = read(3, 2);
    assert_eq!(rows(&other), [["Satu"], ["PEMERINTAH KOTA SEGARA"], ["DINAS SOSIAL"], ["Jalan Melati 1"], ["Dua"]]);
    assert!(asides(&other, AsideKind::Furniture).contains(&"SOP Dinas Sosial"));
}

/// A framed box with several paragraphs beside tables is text; one with a word or two may be a symbol.
#[test]
fn framed_boxes_of_several_lines_are_text() {
    let framed = |lines: &[&str]| {
        let lines: String = lines.iter().map(|line| p(&r(line))).collect();
        format!(
            "<w:r><w:pict><v:shape type='#_x0000_t202' style='position:absolute;width:200pt;height:90pt'>\
             <v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    };
    let body =
        [p(&framed(&["Nomor SOP: 1/2024", "Nama SOP: Surat Masuk", "Disahkan oleh: Camat"])), p(&framed(&["Mulai"]))];
    let read = document(&letter(&body.concat(), &[]));
    assert_eq!(rows(&read), [["Nomor SOP: 1/2024"], ["Nama SOP: Surat Masuk"], ["Disahkan oleh: Camat"]]);
    assert_eq!(read.pages[0].drawing.shapes.len(), 1);
    // Two lines are a heading and its only item where a box beside it is text.
    let sections =
        [framed(&["Dasar Hukum", "1. UU 25", "2. UU 30"]), framed(&["Peringatan", "Jika lalai maka terlambat"])];
    let beside = document(&letter(&p(&sections.concat()), &[]));
    assert_eq!(rows(&beside)[3..], [["Peringatan"], ["Jika lalai maka terlambat"]]);
}

/// The identity block is a table within a cell of another, beside the letterhead.
#[test]
fn a_table_that_fills_a_cell_is_read_as_rows() {
    let label = |label: &str, value: &str| [p(&r(label)), p(&r(value))];
    let pairs =
        [label("Nomor SOP", "1/2024"), label("Nama SOP", "Surat Masuk"), label("Tanggal Efektif", "2 Mei 2024")];
    let inner: Vec<[&str; 2]> = pairs.iter().map(|[label, value]| [label.as_str(), value.as_str()]).collect();
    let inner: Vec<&[&str]> = inner.iter().map(|row| &row[..]).collect();
    let outer =
        table(&[&[&p(&r("DINAS SOSIAL")), &(table(&inner) + "<w:p/>")], &[&p(&r("Peringatan")), &p(&r("Pencatatan"))]]);
    let sop = &understood(&letter(&outer, &[])).sops[0];
    let identity = &sop.identity;
    assert_eq!(identity.agency.value().map(String::as_str), Some("DINAS SOSIAL"));
    assert_eq!(identity.number.value().map(|it| it.0.as_str()), Some("1/2024"));
    assert_eq!(identity.title.value().map(String::as_str), Some("Surat Masuk"));
    // A list of numbers and items stays the text of its cell.
    let listed: Vec<[String; 2]> = (1..4).map(|at| [p(&r(&format!("{at}."))), p(&r("UU"))]).collect();
    let listed: Vec<[&str; 2]> = listed.iter().map(|[number, law]| [number.as_str(), law.as_str()]).collect();
    let listed: Vec<&[&str]> = listed.iter().map(|row| &row[..]).collect();
    let kept = document(&letter(&table(&[&[&p(&r("Dasar Hukum")), &table(&listed)]]), &[]));
    assert_eq!(rows(&kept), [["Dasar Hukum", "1. UU\n2. UU\n3. UU"]]);
}

/// What no office writes is refused or cut to its bounds, and nothing panics or takes long.
#[test]
fn hostile_documents_are_refused_or_bounded() {
    let fault = |bytes: &[u8]| match read(bytes, "surat.docx") {
        Err(ReadError::Office(fault)) => Some(fault),
        Err(error) => panic!("{error}"),
        Ok(_) => None,
    };
    assert_eq!(fault(&letter("<w:p>", &[])), Some(OfficeFault::Damaged));
    assert_eq!(fault(&letter("", &[("word/numbering.xml", "<a")])), Some(OfficeFault::Damaged));
    assert_eq!(fault(&letter(&"<w:sdt>".repeat(400), &[])), Some(OfficeFault::TooMuch));
    let wide =
        "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999'/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>";
    assert_eq!(fault(&letter(&format!("<w:tbl>{}</w:tbl>", wide.repeat(200)), &[])), None);
    let far =
        "<w:r><w:pict><v:rect style='position:absolute;margin-left:1e38pt;width:nanpt;height:-5pt'/></w:pict></w:r>";
    assert_eq!(fault(&letter(&p(&far.repeat(50)), &[])), None);
    let nested = (0..40).fold(p(&r("inti")), |inner, _| table(&[&[&inner, &p("")]]));
    assert_eq!(rows(&document(&letter(&nested, &[]))), [["inti"]]);
    let many = p("<w:r><w:t>x</w:t></w:r>").repeat(1_000_000);
    assert_eq!(fault(&letter(&many, &[])), Some(OfficeFault::TooMuch));
}
