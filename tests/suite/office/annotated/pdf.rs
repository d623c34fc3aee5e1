//! Notes on the pages of a PDF, appended to it.

use super::annotated;
use crate::office::file;
use crate::support::sandbox::Sandbox;
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string, dictionary};

/// A note: its page from 1, author, name, text, and box.
#[derive(Debug, Clone, PartialEq)]
struct Note {
    page: u32,
    author: String,
    name: String,
    text: String,
    place: Vec<i64>,
}

fn entries(document: &Document, page: ObjectId) -> Vec<ObjectId> {
    let list = document.get_dictionary(page).unwrap().get(b"Annots");
    let list = list.map(|it| document.dereference(it).unwrap().1.as_array().unwrap().clone()).unwrap_or_default();
    list.iter().map(|it| it.as_reference().unwrap()).collect()
}

fn notes(bytes: &[u8]) -> Vec<Note> {
    let document = Document::load_mem(bytes).unwrap();
    let mut found = Vec::new();
    for (page, id) in document.get_pages() {
        for entry in entries(&document, id) {
            let it = document.get_dictionary(entry).unwrap();
            let said = |key: &[u8]| it.get(key).map(|it| decode_text_string(it).unwrap()).unwrap_or_default();
            if it.get(b"Subtype").and_then(Object::as_name).unwrap() != b"Text" {
                continue;
            }
            let place = it.get(b"Rect").and_then(Object::as_array).unwrap();
            let place = place.iter().map(|it| it.as_i64().unwrap()).collect();
            found.push(Note { page, author: said(b"T"), name: said(b"NM"), text: said(b"Contents"), place });
        }
    }
    found
}

/// The file as another program saves it, with more notes on its first page, and with other words in those of ours.
fn edited(bytes: &[u8], added: Vec<Dictionary>, words: impl Fn(&str) -> String) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    let page = document.get_pages()[&1];
    let mut list = entries(&document, page);
    for id in &list {
        let note = document.get_object_mut(*id).and_then(Object::as_dict_mut).unwrap();
        let text = words(&decode_text_string(note.get(b"Contents").unwrap()).unwrap());
        note.set("Contents", lopdf::text_string(&text));
    }
    list.extend(added.into_iter().map(|it| document.add_object(it)).collect::<Vec<_>>());
    let list: Vec<Object> = list.into_iter().map(Object::Reference).collect();
    document.get_object_mut(page).and_then(Object::as_dict_mut).unwrap().set("Annots", list);
    let mut out = Vec::new();
    document.save_to(&mut out).unwrap();
    out
}

fn of_person(text: &str) -> Dictionary {
    dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "T" => lopdf::text_string("Budi Contoh"), "Contents" => lopdf::text_string(text),
        "Rect" => vec![10.into(), 10.into(), 30.into(), 30.into()],
    }
}

#[test]
fn each_finding_is_a_note_at_its_place_and_no_byte_of_the_file_changes() {
    let before = file("sel-gabung.pdf");
    let sandbox = Sandbox::new().file("a.pdf", &before);
    let (run, after) = annotated(&sandbox, "a.pdf", "a.dicatat.pdf", &[]);
    assert!(after.starts_with(&before) && after.len() > before.len());
    let found = notes(&after);
    assert_eq!(run.err, format!("a.dicatat.pdf: {} komentar\n", found.len()));
    assert!(found.len() > 5 && found.iter().all(|it| it.author == "sop" && it.name.len() >= 16), "{found:#?}");
    assert!(found.iter().any(|it| it.text.contains("\nPerbaikan: ") && it.text.contains("\nDasar: ")), "{found:#?}");
    // No two signs cover one another.
    for (at, one) in found.iter().enumerate() {
        assert!(found[..at].iter().all(|it| it.page != one.page || it.place != one.place), "{found:#?}");
    }
}

/// A letter of this file is 5 points wide and 10 high; each line begins 70 from the left and so far from the lower edge.
fn lettered(pages: &[&[(i64, &str)]]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "Arial", "FirstChar" => 32, "LastChar" => 126,
        "Encoding" => "WinAnsiEncoding", "Widths" => vec![Object::Integer(500); 95],
    });
    let tree = document.new_object_id();
    let page = |lines: &&[(i64, &str)]| {
        let line = |(y, text): &(i64, &str)| format!("BT /F1 10 Tf 70 {y} Td ({text}) Tj ET\n");
        let content = lines.iter().map(line).collect::<String>().into_bytes();
        let content = document.add_object(lopdf::Stream::new(Dictionary::new(), content));
        let fonts = dictionary! { "Font" => dictionary! { "F1" => font } };
        document
            .add_object(dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => fonts })
    };
    let kids: Vec<Object> = pages.iter().map(page).map(Object::Reference).collect();
    let count = kids.len() as i64;
    let sides = vec![0.into(), 0.into(), 595.into(), 842.into()];
    document.set_object(tree, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids, "MediaBox" => sides });
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalogue);
    let mut out = Vec::new();
    document.save_to(&mut out).unwrap();
    out
}

#[test]
fn a_note_stands_at_the_words_it_speaks_of_on_their_page() {
    let first = [
        (780, "Nomor SOP : 065/12/2024"),
        (760, "Nama SOP : Pengelolaan Surat Masuk"),
        (740, "Tanggal Efektif : 5-1-2024"),
    ];
    let second = [(780, "Peringatan:"), (760, "Jika tidak dilaksanakan ada resiko surat hilang")];
    let sandbox = Sandbox::new().file("a.pdf", lettered(&[&first, &second]));
    let (run, after) = annotated(&sandbox, "a.pdf", "b.pdf", &["--select", "S206,S807", "--fix"]);
    assert_eq!(run.err, "b.pdf: 2 komentar, 2 perbaikan tetap komentar, karena tulisan PDF tidak diubah\n");
    let found = notes(&after);
    for (page, rule, right, top) in [(1, "S206", 70 + 5 * 26, 752), (2, "S807", 70 + 5 * 47, 772)] {
        let it = found.iter().find(|it| it.text.contains(rule)).unwrap();
        assert_eq!(it.page, page, "{it:?}");
        let [left, _, _, upper] = it.place[..] else { panic!("{it:?}") };
        assert!((left - right).abs() <= 12 && (upper - top).abs() <= 14, "{it:?} at {right}, {top}");
    }
}

#[test]
fn a_second_run_replaces_what_the_first_wrote_and_leaves_what_people_wrote() {
    let sandbox =
        Sandbox::new().file("a.pdf", edited(&file("sel-gabung.pdf"), vec![of_person("Setuju?")], str::to_owned));
    let (_, once) = annotated(&sandbox, "a.pdf", "b.pdf", &[]);
    let (_, twice) = annotated(&sandbox, "b.pdf", "c.pdf", &[]);
    assert!(once == twice, "the same findings give the same file");
    let all = notes(&once);
    assert_eq!(all.iter().filter(|it| it.author == "Budi Contoh" && it.text == "Setuju?").count(), 1);
    let (run, none) = annotated(&sandbox, "c.pdf", "d.pdf", &["--select", "S206"]);
    assert!(none.starts_with(&once) && notes(&none).len() < 4, "{run:?} {:#?}", notes(&none));
    assert!(notes(&none).iter().any(|it| it.author == "Budi Contoh"));
    let (_, back) = annotated(&sandbox, "d.pdf", "e.pdf", &[]);
    let sorted = |bytes: &[u8]| {
        let mut found: Vec<(String, String)> = notes(bytes).into_iter().map(|it| (it.name, it.text)).collect();
        found.sort();
        found
    };
    assert_eq!(sorted(&back), sorted(&once));
}

#[test]
fn what_a_person_answered_or_changed_is_not_raised_anew() {
    let sandbox = Sandbox::new().file("a.pdf", file("sel-gabung.pdf"));
    let (_, once) = annotated(&sandbox, "a.pdf", "b.pdf", &[]);
    let count = notes(&once).len();
    let document = Document::load_mem(&once).unwrap();
    let first = entries(&document, document.get_pages()[&1])[0];
    let mut answer = of_person("Sudah betul.");
    answer.set("IRT", Object::Reference(first));
    let answered = edited(&once, vec![answer], str::to_owned);
    let second = notes(&once)[1].text.clone();
    let changed = edited(&once, vec![], |text| if text == second { format!("Sudah. {text}") } else { text.to_owned() });
    let sandbox = sandbox.file("c.pdf", answered).file("d.pdf", changed);
    for (name, left) in [("c.pdf", "Sudah betul."), ("d.pdf", "Sudah. ")] {
        let (run, after) = annotated(&sandbox, name, "e.pdf", &["--force"]);
        assert_eq!(run.err, format!("e.pdf: {} komentar, 1 sudah dijawab\n", count - 1), "{name}");
        assert!(notes(&after).iter().any(|it| it.text.starts_with(left)), "{:#?}", notes(&after));
    }
}

#[test]
fn a_print_of_ours_bears_them_at_the_edge_of_its_first_page_with_what_they_speak_of() {
    let yaml = "versi: 1\nidentitas:\n  nama: Pengelolaan Surat\npelaksana: [Staf]\nkegiatan:\n  \
        - {nomor: 1, pelaksana: Staf, uraian: Menerima surat utuk dicatat, waktu: 15 menit, output: [Surat]}\n";
    let sandbox = Sandbox::new().file("a.yaml", yaml);
    let run = sandbox.run(&["render", "a.yaml", "-o", "a.pdf"]);
    assert_eq!(run.code, 0, "{run:?}");
    let before = std::fs::read(sandbox.path("a.pdf")).unwrap();
    let (_, after) = annotated(&sandbox, "a.pdf", "b.pdf", &["--select", "S805"]);
    assert!(after.starts_with(&before));
    let found: Vec<Note> = notes(&after).into_iter().filter(|it| it.author == "sop").collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].page, found[0].place[0]), (1, 4));
    assert!(found[0].text.starts_with("Tentang langkah 1, Kegiatan\n"), "{}", found[0].text);
    // It still is our print.
    let convert = |name: &str| sandbox.run(&["convert", name, "-o", "-"]).out;
    assert_eq!(convert("b.pdf").replace("b.pdf", "a.pdf"), convert("a.pdf"));
}

#[test]
fn what_cannot_be_added_to_is_refused_in_words() {
    let mut document = Document::load_mem(&file("sel-gabung.pdf")).unwrap();
    document.add_object(dictionary! {
        "Type" => "Sig", "Contents" => lopdf::text_string("x"), "ByteRange" => vec![0.into(), 1.into(), 2.into(), 3.into()],
    });
    let mut signed = Vec::new();
    document.save_to(&mut signed).unwrap();
    let locked = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/data/locked/pemilik.pdf")).unwrap();
    let sandbox = Sandbox::new()
        .file("signed.pdf", signed)
        .file("locked.pdf", locked)
        .file("before.pdf", [b"junk\n".as_slice(), &file("sel-gabung.pdf")].concat())
        .file("a.pdf", file("sel-gabung.pdf"))
        .file("a.txt", "Nomor SOP\t1\n");
    let case = |arguments: &[&str], said: &str| {
        let run = sandbox.run(&[&["check"], arguments].concat());
        assert!(run.code == 2 && run.err.contains(said), "{arguments:?}: {run:?}");
    };
    case(&["signed.pdf", "-o", "x.pdf"], "ditandatangani");
    case(&["locked.pdf", "-o", "x.pdf"], "terkunci kata sandi atau pembatasan");
    case(&["before.pdf", "-o", "x.pdf"], "ditulis dengan cara yang tidak lazim");
    case(&["a.txt", "-o", "x.pdf"], "hanya berkas Word (.docx), Excel (.xlsx), dan PDF");
    case(&["a.pdf", "-o", "x.docx"], "akhirannya .pdf");
    assert!(!sandbox.names().iter().any(|it| it.starts_with("x.")), "{:?}", sandbox.names());
}
