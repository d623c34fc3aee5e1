//! `--fix` with a commented copy: words changed as tracked changes in Word, which a person accepts or rejects; in Excel they stay notes.

use super::{TYPES, annotated, archive, part, touched};
use crate::support::sandbox::Sandbox;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const MAIN: &str = "word/document.xml";

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn bold(text: &str) -> String {
    format!("<w:r w:rsidR=\"00AB\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn p(runs: &str) -> String {
    format!("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>{runs}</w:p>")
}

/// A procedure whose first activity and second time are these runs, and which requires this in its second step.
fn document(activity: &str, time: &str, required: &str) -> String {
    let plain = |cells: [&str; 6]| cells.map(r);
    let rows = [
        plain(["No", "Kegiatan", "Staf", "Kelengkapan", "Waktu", "Output"]),
        [r("1"), activity.to_owned(), r("v"), r("Surat"), r("15 menit"), r("Surat tercatat")],
        [r("2"), r("Mengarsipkan surat"), r("v"), required.to_owned(), time.to_owned(), r("Arsip surat")],
    ];
    let row = |cells: &[String; 6]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|it| format!("<w:tc>{}</w:tc>", p(it))).collect::<String>())
    };
    let head = [
        "Nomor SOP : 065/12/2024",
        "Nama SOP : Pengelolaan Surat",
        "Dasar Hukum:",
        "1. Undang-Undang Nomor 43 Tahun 2009 Kearsipan",
    ];
    let head = head.map(|it| p(&r(it))).concat();
    let table = rows.iter().map(row).collect::<String>();
    format!("<w:document xmlns:w=\"{WORD}\"><w:body>{head}<w:tbl>{table}</w:tbl><w:p/></w:body></w:document>")
}

fn letter(document: &str) -> Vec<u8> {
    archive(&[("[Content_Types].xml", TYPES), (MAIN, document)])
}

/// A word that is misspelt, part of it bold, and a time in two runs.
fn draft() -> String {
    let activity = [r("Menerima surat "), bold("utuk di &amp; "), r("catat")].concat();
    document(&activity, &[r("20 m"), bold("nt")].concat(), &r("Surat tercatat"))
}

/// What a person makes of the tracked changes of sop: keeps the elements of one name, with what is in them, and drops the other.
fn settled(after: &[u8], kept: &str, dropped: &str) -> Vec<u8> {
    let mut text = part(after, MAIN);
    while let Some(start) = text.find(&format!("<w:{dropped} ")) {
        let close = format!("</w:{dropped}>");
        let end = start + text[start..].find(&close).unwrap() + close.len();
        text.replace_range(start..end, "");
    }
    while let Some(start) = text.find(&format!("<w:{kept} ")) {
        let end = start + text[start..].find('>').unwrap() + 1;
        text.replace_range(start..end, "");
    }
    let text = text.replace(&format!("</w:{kept}>"), "").replace("w:delText", "w:t");
    with_main(after, &text)
}

/// The file with another main part.
fn with_main(file: &[u8], main: &str) -> Vec<u8> {
    let names: Vec<String> = super::members(file).into_iter().map(|it| it.0).collect();
    let texts: Vec<String> =
        names.iter().map(|name| if name == MAIN { main.to_owned() } else { part(file, name) }).collect();
    archive(&names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect::<Vec<_>>())
}

fn accepted(after: &[u8]) -> Vec<u8> {
    settled(after, "ins", "del")
}

fn rejected(after: &[u8]) -> Vec<u8> {
    settled(after, "del", "ins")
}

/// Every letter with whether it is bold, paragraph by paragraph.
fn letters(file: &[u8]) -> Vec<Vec<(char, bool)>> {
    let text = part(file, MAIN);
    let tree = Document::parse(&text).unwrap();
    let letters = |it: Node<'_, '_>| {
        let runs = it.descendants().filter(|it| it.has_tag_name((WORD, "r")));
        let of_run = |run: Node<'_, '_>| {
            let is_bold = run.descendants().any(|it| it.has_tag_name((WORD, "b")));
            let text: String =
                run.descendants().filter(|it| it.has_tag_name((WORD, "t"))).filter_map(|it| it.text()).collect();
            text.chars().map(|it| (it, is_bold)).collect::<Vec<_>>()
        };
        runs.flat_map(of_run).collect()
    };
    tree.descendants().filter(|it| it.has_tag_name((WORD, "p"))).map(letters).collect()
}

/// The changes: `-` or `+`, the words, whether bold.
fn changes(file: &[u8]) -> Vec<(char, String, bool)> {
    let text = part(file, MAIN);
    let tree = Document::parse(&text).unwrap();
    let ids: Vec<&str> = tree
        .descendants()
        .filter(|it| {
            it.has_tag_name((WORD, "ins"))
                || it.has_tag_name((WORD, "del"))
                || it.has_tag_name((WORD, "commentReference"))
        })
        .map(|it| it.attribute((WORD, "id")).unwrap())
        .collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "every number is given once: {ids:?}");
    let change = |it: Node<'_, '_>| {
        assert_eq!(it.attribute((WORD, "author")), Some("sop"));
        let sign = if it.has_tag_name((WORD, "ins")) { '+' } else { '-' };
        let words: String = it.descendants().filter_map(|it| it.text().filter(|_| it.is_text())).collect();
        (sign, words, it.descendants().any(|it| it.has_tag_name((WORD, "b"))))
    };
    tree.descendants()
        .filter(|it| it.has_tag_name((WORD, "ins")) || it.has_tag_name((WORD, "del")))
        .map(change)
        .collect()
}

fn said(items: &[(char, &str, bool)]) -> Vec<(char, String, bool)> {
    items.iter().map(|(sign, words, is_bold)| (*sign, (*words).to_owned(), *is_bold)).collect()
}

const WORDS: &str = "S805,S603,S304";

const FIX: [&str; 3] = ["--fix", "--select", WORDS];

#[test]
fn fixes_are_tracked_changes_at_their_words_in_their_look() {
    let before = letter(&draft());
    let sandbox = Sandbox::new().file("a.docx", &before);
    let (run, after) = annotated(&sandbox, "a.docx", "b.docx", &FIX);
    assert_eq!(run.err, "b.docx: 3 komentar, 3 perubahan terlacak untuk diterima atau ditolak\n");
    let expected = [
        ('+', "tentang ", false),
        ('-', "utuk", true),
        ('+', "untuk", true),
        ('-', "m", false),
        ('-', "nt", true),
        ('+', "menit", true),
    ];
    assert_eq!(changes(&after), said(&expected));
    let parts = ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", MAIN];
    assert_eq!(touched(&before, &after), parts);
    // The comment begins before the change and ends behind it.
    let text = part(&after, MAIN);
    let word = text.find("utuk").unwrap();
    let start = text[..word].rfind("<w:commentRangeStart").unwrap();
    assert!(!text[start..word].contains("</w:t>"), "{}", &text[start..word]);
    assert!(part(&after, "word/comments.xml").contains("terima atau tolak"));
    let english = annotated(&sandbox, "a.docx", "c.docx", &["--fix", "--select", WORDS, "--lang", "en"]);
    assert_eq!(english.0.err, "c.docx: 3 comments, 3 tracked changes to accept or reject\n");
}

#[test]
fn accepted_changes_mend_and_rejected_ones_give_the_text_back() {
    let sandbox = Sandbox::new().file("a.docx", letter(&draft()));
    let (_, after) = annotated(&sandbox, "a.docx", "b.docx", &FIX);
    assert_eq!(letters(&rejected(&after)), letters(&letter(&draft())));

    let sandbox = sandbox.file("yes.docx", accepted(&after)).file("no.docx", rejected(&after));
    let run = sandbox.run(&["check", "yes.docx", "--select", WORDS, "--format", "concise"]);
    assert!(run.code == 0 && run.out.is_empty(), "{run:?}");
    let (run, again) = annotated(&sandbox, "yes.docx", "yes2.docx", &FIX);
    assert_eq!(run.err, "yes2.docx: 0 komentar\n");
    assert!(!part(&again, "word/comments.xml").contains("S805"), "what is mended has no comment any more");

    let (run, again) = annotated(&sandbox, "no.docx", "no2.docx", &FIX);
    assert_eq!(run.err, "no2.docx: 0 komentar, 3 sudah dijawab\n");
    assert_eq!(changes(&again), []);
    assert!(part(&again, "word/comments.xml").contains("S805"));
}

#[test]
fn changes_that_wait_are_not_made_twice() {
    let sandbox = Sandbox::new().file("a.docx", letter(&draft()));
    let (_, once) = annotated(&sandbox, "a.docx", "b.docx", &FIX);
    for options in [FIX.as_slice(), &["--select", WORDS], &["--fix", "--select", "S805,S603,S304,S017"]] {
        let sandbox = Sandbox::new().file("b.docx", &once);
        let (run, twice) = annotated(&sandbox, "b.docx", "c.docx", options);
        assert_eq!(run.err, "c.docx: 0 komentar, 3 perubahan terlacak menunggu jawaban\n");
        assert!(once == twice, "{options:?}");
    }
    // One is rejected, the others wait.
    let text = part(&once, MAIN);
    let (start, close) = (text.find("<w:ins ").unwrap(), "</w:ins>");
    let end = text.find(close).unwrap() + close.len();
    let sandbox = sandbox.file("d.docx", with_main(&once, &[&text[..start], &text[end..]].concat()));
    let (run, after) = annotated(&sandbox, "d.docx", "e.docx", &FIX);
    assert_eq!(run.err, "e.docx: 0 komentar, 1 sudah dijawab, 2 perubahan terlacak menunggu jawaban\n");
    assert_eq!(changes(&after).len(), 5);
}

/// A link, a field, a content control and what another person inserted are not reached into; a comment says it.
#[test]
fn what_is_no_plain_text_of_its_paragraph_keeps_its_words() {
    let word = r("utuk");
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let cases = [
        format!("<w:hyperlink w:anchor=\"x\">{word}</w:hyperlink>"),
        format!("<w:ins w:id=\"7\" w:author=\"Budi Contoh\">{word}</w:ins>"),
        format!("<w:sdt><w:sdtContent>{word}</w:sdtContent></w:sdt>"),
        format!("<w:fldSimple w:instr=\"REF x\">{word}</w:fldSimple>"),
        [
            field("begin"),
            "<w:r><w:instrText>REF x</w:instrText></w:r>".into(),
            field("separate"),
            word.clone(),
            field("end"),
        ]
        .concat(),
        word.replace("<w:t ", "<w:footnoteReference w:id=\"2\"/><w:t "),
    ];
    for locked in cases {
        let activity = [r("Menerima surat "), locked.clone(), r(" dicatat")].concat();
        let text = document(&activity, &r("20 mnt"), &r("Surat tercatat"));
        let sandbox = Sandbox::new().file("a.docx", letter(&text));
        let (run, after) = annotated(&sandbox, "a.docx", "b.docx", &["--fix", "--select", "S805,S603"]);
        let expected =
            "b.docx: 2 komentar, 1 perubahan terlacak untuk diterima atau ditolak, 1 perbaikan tetap komentar\n";
        assert_eq!(run.err, expected, "{locked}");
        assert!(part(&after, MAIN).contains(&locked), "{}", part(&after, MAIN));
    }
}

/// Numbers that other marks have are left alone, and fixes that need review wait for their option.
#[test]
fn only_what_was_asked_for_is_changed() {
    let activity = [
        r("Menerima adminstrsi "),
        "<w:bookmarkStart w:id=\"1\" w:name=\"b\"/>".into(),
        r("surat"),
        "<w:bookmarkEnd w:id=\"1\"/>".into(),
    ];
    let text = document(&activity.concat(), &r("20 mnt"), &r("Surat tercatat"));
    let sandbox = Sandbox::new().file("a.docx", letter(&text));
    let select = ["--select", "S805,S603"];
    let (_, after) = annotated(&sandbox, "a.docx", "b.docx", &[&["--fix"], &select[..]].concat());
    assert_eq!(changes(&after), said(&[('-', "mnt", false), ('+', "menit", false)]));
    assert!(part(&after, MAIN).contains("<w:del w:id=\"2\""), "1 is a bookmark: {}", part(&after, MAIN));
    let (_, after) = annotated(&sandbox, "a.docx", "c.docx", &[&["--fix", "--unsafe-fixes"], &select[..]].concat());
    assert_eq!(changes(&after)[..2], said(&[('-', "adminstrsi", false), ('+', "administrasi", false)]));
    let (_, after) = annotated(&sandbox, "a.docx", "d.docx", &select);
    assert_eq!(changes(&after), []);
    let run = sandbox.run(&["check", "a.docx", "--diff", "-o", "e.docx"]);
    assert!(run.code == 2 && run.err.contains("tanpa --diff"), "{run:?}");
}

/// A document that one step makes and the next requires; where its name stands in a link it is left alone.
#[test]
fn each_of_two_places_is_changed_by_itself() {
    let name = r("Surat adminstrsi");
    let link = format!("<w:hyperlink w:anchor=\"x\">{name}</w:hyperlink>");
    let options = ["--fix", "--unsafe-fixes", "--select", "S805"];
    for (required, said) in [
        (name.clone(), "2 perubahan terlacak untuk diterima atau ditolak\n"),
        (link, "1 perubahan terlacak untuk diterima atau ditolak, 1 perbaikan tetap komentar\n"),
    ] {
        let text = document(&r("Menerima surat"), &r("20 menit"), &required).replace(&r("Surat tercatat"), &name);
        let sandbox = Sandbox::new().file("a.docx", letter(&text));
        let (run, _) = annotated(&sandbox, "a.docx", "b.docx", &options);
        assert_eq!(run.err, format!("b.docx: 2 komentar, {said}"));
    }
}

#[test]
fn cells_of_excel_are_not_changed() {
    let workbook = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/rusak.xlsx")).unwrap();
    let sandbox = Sandbox::new().file("a.xlsx", &workbook);
    let (plain, without) = annotated(&sandbox, "a.xlsx", "b.xlsx", &[]);
    let (run, with) = annotated(&sandbox, "a.xlsx", "c.xlsx", &["--fix", "--unsafe-fixes"]);
    assert!(without == with, "the notes are the same");
    assert!(!plain.err.contains("tetap komentar"), "{plain:?}");
    assert!(run.err.contains("perbaikan tetap komentar, karena isi sel tidak diubah"), "{run:?}");
}
