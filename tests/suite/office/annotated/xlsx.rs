//! Notes in workbooks of Excel.

use super::{TYPES, annotated, archive, members, part, touched};
use crate::support::golden::content;
use crate::support::sandbox::Sandbox;
use roxmltree::Document;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const UNITS: [&str; 2] = ["--select", "S602"];

/// Cell, author and text of every note.
fn notes(bytes: &[u8], name: &str) -> Vec<(String, String, String)> {
    let text = part(bytes, name);
    let tree = Document::parse(&text).unwrap();
    let authors: Vec<_> = tree.descendants().filter(|it| it.has_tag_name((MAIN, "author"))).collect();
    let all = tree.descendants().filter(|it| it.has_tag_name((MAIN, "comment")));
    let note = |it: roxmltree::Node<'_, '_>| {
        let author = it.attribute("authorId").unwrap().parse::<usize>().unwrap();
        let words = it.descendants().filter(|it| it.has_tag_name((MAIN, "t"))).filter_map(|it| it.text());
        let author = authors[author].text().unwrap_or_default();
        (it.attribute("ref").unwrap().to_owned(), author.to_owned(), words.collect::<String>())
    };
    all.map(note).collect()
}

/// A sheet with a procedure of two steps whose times lack their units, in E2 and E3; `tail` stands behind its cells.
fn sheet(tail: &str) -> String {
    let rows = [
        ["No", "Kegiatan", "Staf", "Kelengkapan", "Waktu", "Output"],
        ["1", "Menerima surat &lt;segera&gt; &amp; mencatat", "v", "Surat", "15", "Surat tercatat"],
        ["2", "Mengarsipkan surat", "v", "Surat tercatat", "20", "Arsip"],
    ];
    let mut data = String::new();
    for (at, row) in rows.iter().enumerate() {
        let cells = row.iter().zip("ABCDEF".chars());
        let cells =
            cells.map(|(text, column)| format!("<c r='{column}{}' t='inlineStr'><is><t>{text}</t></is></c>", at + 1));
        data.push_str(&format!("<row r='{}'>{}</row>", at + 1, cells.collect::<String>()));
    }
    format!("<worksheet xmlns='{MAIN}'><sheetData>{data}</sheetData>{tail}</worksheet>")
}

fn book(sheet: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let workbook = format!(
        "<workbook xmlns='{MAIN}' xmlns:r='{RELATIONS}'><sheets><sheet name='SOP' sheetId='1' r:id='rId1'/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='rId1' Type='{RELATIONS}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
    );
    let mut all = vec![
        ("[Content_Types].xml", TYPES),
        ("xl/workbook.xml", workbook.as_str()),
        ("xl/_rels/workbook.xml.rels", relations.as_str()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    all.extend(parts);
    archive(&all)
}

#[test]
fn each_finding_is_a_note_at_its_cell_and_nothing_else_changes() {
    let before = content("examples/rusak.xlsx");
    let sandbox = Sandbox::new().file("a.xlsx", &before);
    let (run, after) = annotated(&sandbox, "a.xlsx", "a.dicatat.xlsx", &[]);
    assert_eq!((run.code, run.err.as_str()), (1, "a.dicatat.xlsx: 4 komentar\n"));
    let found = notes(&after, "xl/comments1.xml");
    let cells: Vec<_> = found.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    assert_eq!(cells, [("C7", "sop"), ("F17", "sop"), ("E18", "sop"), ("A19", "sop")]);
    assert!(found[1].2.starts_with("Galat: waktu “15” di langkah 2 tanpa satuan\nPerbaikan: "), "{found:?}");
    assert!(found[1].2.contains("\nDasar: PermenPANRB 35/2012") && found[1].2.contains("\nS602 missing-unit #"));
    let changed = [
        "[Content_Types].xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/sheet1.xml",
    ];
    assert_eq!(touched(&before, &after), changed);
    let boxes = part(&after, "xl/drawings/vmlDrawing1.vml");
    assert!(Document::parse(&boxes).is_ok() && boxes.contains("<x:Row>16</x:Row><x:Column>5</x:Column>"), "{boxes}");
    let (_, again) = annotated(&sandbox, "a.dicatat.xlsx", "b.xlsx", &[]);
    assert!(again == after, "the same findings give the same file");
}

#[test]
fn the_sheet_refers_to_its_boxes_where_excel_wants_it() {
    let tails = [
        ("<pageMargins left='1'/><drawing r:id='rId9'/>", "", "</worksheet>"),
        ("<pageMargins left='1'/>", "<tableParts count='0'/><extLst/>", "<tableParts"),
        (
            "<headerFooter/>",
            "<mc:AlternateContent xmlns:mc='m'><mc:Choice/></mc:AlternateContent>",
            "<mc:AlternateContent",
        ),
        ("", "<legacyDrawingHF r:id='rId8'/>", "<legacyDrawingHF"),
    ];
    for (before, behind, next) in tails {
        let text =
            sheet(&format!("{before}{behind}")).replace("<worksheet", &format!("<worksheet xmlns:r='{RELATIONS}'"));
        let drawing = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
            <Relationship Id='rId9' Type='x/drawing' Target='../drawings/drawing1.xml'/></Relationships>";
        let parts = [("xl/worksheets/_rels/sheet1.xml.rels", drawing), ("xl/drawings/drawing1.xml", "<wsDr/>")];
        let sandbox = Sandbox::new().file("a.xlsx", book(&text, &parts));
        let (_, after) = annotated(&sandbox, "a.xlsx", "b.xlsx", &UNITS);
        let written = part(&after, "xl/worksheets/sheet1.xml");
        let at = written.find("<legacyDrawing ").unwrap();
        let (element, rest) = written[at..].split_once("/>").unwrap();
        assert!(rest.starts_with(next) && written[..at].ends_with(before), "{written}");
        assert_eq!(format!("{}{rest}", &written[..at]), text);
        assert_eq!(element, "<legacyDrawing r:id=\"rId1\"");
    }
}

/// A note of a person at E2, one of ours at E3 in which a person answered, and a thread of newer Excel.
#[test]
fn notes_of_people_stay_and_what_they_answered_is_not_raised_anew() {
    let once = {
        let merged = "<mergeCells count='1'><mergeCell ref='F1:G2'/></mergeCells>";
        let sandbox = Sandbox::new().file("a.xlsx", book(&sheet(merged), &[]));
        annotated(&sandbox, "a.xlsx", "b.xlsx", &UNITS).1
    };
    let ours = notes(&once, "xl/comments1.xml");
    assert_eq!(ours.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["E2", "E3"]);
    let changed = |change: &dyn Fn(&str, String) -> String| {
        let all: Vec<(String, String)> =
            members(&once).into_iter().map(|(name, _)| (name.clone(), change(&name, part(&once, &name)))).collect();
        archive(&all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
    };
    // Budi takes the note at E2 for his own, and answers below ours at E3.
    let book = changed(&|name, text| match name {
        "xl/comments1.xml" => {
            let (head, rest) = text.split_once("<comment ref=\"E2\"").unwrap();
            let (_, rest) = rest.split_once("</comment>").unwrap();
            let head = head.replace("</authors>", "<author>Budi &amp; Contoh</author></authors>");
            let own = "<comment ref=\"E2\" authorId=\"1\"><text><r><rPr><b/></rPr><t>Tanya &lt;Sekda&gt;</t></r></text></comment>";
            let rest = rest.replace("</t></r></text>", "\n\nBetul menit, akan kami tulis</t></r></text>");
            format!("{head}{own}{rest}")
        }
        _ => text,
    });
    let sandbox = Sandbox::new().file("c.xlsx", &book);
    let (run, after) = annotated(&sandbox, "c.xlsx", "d.xlsx", &UNITS);
    assert_eq!(run.err, "d.xlsx: 1 komentar, 1 sudah dijawab\n");
    let found = notes(&after, "xl/comments1.xml");
    let at = |cell: &str| found.iter().find(|it| it.0 == cell).unwrap_or_else(|| panic!("{cell}: {found:?}"));
    assert_eq!((at("E2").1.as_str(), at("E2").2.as_str()), ("Budi & Contoh", "Tanya <Sekda>"));
    assert!(at("E3").2.ends_with("Betul menit, akan kami tulis") && at("E3").2.matches("S602").count() == 1);
    // A cell has but one note: what there is to say of E2 stands beside it, not in a cell that another one covers.
    assert!(at("H2").2.starts_with("Tentang sel E2\nGalat: waktu “15”"), "{found:?}");
    let (_, again) = annotated(&sandbox, "d.xlsx", "e.xlsx", &UNITS);
    assert!(again == after);
    // Mended, ours goes; what people wrote stays.
    let (_, mended) = annotated(&sandbox, "e.xlsx", "f.xlsx", &["--select", "S505"]);
    let cells: Vec<_> = notes(&mended, "xl/comments1.xml").into_iter().map(|it| it.0).collect();
    assert!(cells.contains(&"E2".to_owned()) && cells.contains(&"E3".to_owned()), "{cells:?}");
    assert!(!part(&mended, "xl/comments1.xml").contains("Tentang sel E2"));
}

/// LibreOffice does not keep who wrote a note.
#[test]
fn notes_without_an_author_are_known_by_their_mark() {
    let sandbox = Sandbox::new().file("a.xlsx", book(&sheet(""), &[]));
    let (_, once) = annotated(&sandbox, "a.xlsx", "b.xlsx", &UNITS);
    let all: Vec<(String, String)> = members(&once)
        .into_iter()
        .map(|(name, _)| (name.clone(), part(&once, &name).replace("<author>sop</author>", "<author> </author>")))
        .collect();
    let sandbox =
        sandbox.file("c.xlsx", archive(&all.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect::<Vec<_>>()));
    let (run, after) = annotated(&sandbox, "c.xlsx", "d.xlsx", &UNITS);
    assert_eq!(run.err, "d.xlsx: 2 komentar\n");
    let authors: Vec<_> = notes(&after, "xl/comments1.xml").into_iter().map(|it| it.1).collect();
    assert_eq!(authors, ["sop", "sop"]);
    assert_eq!(part(&after, "xl/drawings/vmlDrawing1.vml").matches("<v:shape ").count(), 2);
}

#[test]
fn what_stands_nowhere_goes_to_the_first_cell() {
    let sandbox = Sandbox::new().file("a.xlsx", book(&sheet(""), &[]));
    let (_, after) = annotated(&sandbox, "a.xlsx", "b.xlsx", &["--select", "S001"]);
    let found = notes(&after, "xl/comments1.xml");
    assert!(found.len() == 1 && found[0].0 == "A1" && found[0].2.contains("S001 "), "{found:?}");
}

#[test]
fn an_old_drawing_that_is_no_xml_is_added_to_or_refused() {
    let tail = format!("<legacyDrawing xmlns:r='{RELATIONS}' r:id='rId1'/>");
    let relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='rId1' Type='x/vmlDrawing' Target='../drawings/vmlDrawing1.vml'/></Relationships>";
    let button = "<v:shape id=\"_x0000_s2050\"><v:textbox>Cetak<br>semua</v:textbox></v:shape>";
    let with = |drawing: &str| {
        let parts = [("xl/worksheets/_rels/sheet1.xml.rels", relations), ("xl/drawings/vmlDrawing1.vml", drawing)];
        book(&sheet(&tail), &parts)
    };
    let sandbox =
        Sandbox::new().file("a.xlsx", with(&format!("<xml>{button}</xml>\r\n"))).file("b.xlsx", with("<svg/>"));
    let (_, after) = annotated(&sandbox, "a.xlsx", "c.xlsx", &UNITS);
    let drawing = part(&after, "xl/drawings/vmlDrawing1.vml");
    assert!(
        drawing.contains(button)
            && drawing.contains("<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"")
            && drawing.contains("_x0000_s2051")
            && drawing.ends_with("</xml>\r\n"),
        "{drawing}"
    );
    assert_eq!(part(&after, "xl/worksheets/sheet1.xml"), sheet(&tail));
    let run = sandbox.run(&["check", "b.xlsx", "-o", "d.xlsx", "--select", "S602"]);
    assert!(run.code == 2 && run.err.contains("bagian xl/drawings/vmlDrawing1.vml"), "{run:?}");
}
