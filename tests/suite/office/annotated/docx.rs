//! Comments in text documents of Word.

use super::{TYPES, annotated, archive, file, members, part, touched};
use crate::support::sandbox::Sandbox;
use roxmltree::{Document, Node};

const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn texts(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter(|it| it.has_tag_name("t") || it.tag_name().name() == "t")
        .filter_map(|it| it.text())
        .collect()
}

/// Author and first line of every comment of a text document, with the text of the paragraph it is anchored at.
fn comments(bytes: &[u8]) -> Vec<(String, String, String)> {
    let (body, notes) = (part(bytes, "word/document.xml"), part(bytes, "word/comments.xml"));
    let (body, notes) = (Document::parse(&body).unwrap(), Document::parse(&notes).unwrap());
    let id = |it: Node<'_, '_>| it.attribute((WORD, "id")).unwrap().to_owned();
    let all = notes.descendants().filter(|it| it.has_tag_name((WORD, "comment")));
    let comment = |it: Node<'_, '_>| {
        let marks = ["commentRangeStart", "commentRangeEnd", "commentReference"].map(|name| {
            let mut found = body.descendants().filter(|mark| mark.has_tag_name((WORD, name)) && id(*mark) == id(it));
            let mark = found.next().unwrap_or_else(|| panic!("{name} of {it:?}"));
            assert!(found.next().is_none(), "{name} of {it:?} is there twice");
            mark.ancestors().find(|it| it.has_tag_name((WORD, "p"))).unwrap()
        });
        assert!(marks[0] == marks[1] && marks[1] == marks[2]);
        let first = it.children().find(|it| it.has_tag_name((WORD, "p"))).unwrap();
        (it.attribute((WORD, "author")).unwrap().to_owned(), texts(first), texts(marks[0]))
    };
    all.map(comment).collect()
}

/// The text without any mark of a comment.
fn unmarked(document: &str) -> String {
    let mut text = document.to_owned();
    for id in 0..40 {
        for name in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
            text = text.replace(&format!("<w:{name} w:id=\"{id}\"/>"), "");
        }
    }
    text.replace("<w:r></w:r>", "")
}

fn p(text: &str) -> String {
    format!("<w:p><w:pPr><w:jc w:val='left'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A procedure in which two steps lack the unit of their time; `extra` stands behind the time of the first.
fn body(extra: &str) -> String {
    let rows = [
        ["No", "Kegiatan", "Staf", "Kelengkapan", "Waktu", "Output"],
        ["1", "Menerima surat &lt;segera&gt; &amp; mencatat", "v", "Surat", "15", "Surat tercatat"],
        ["2", "Mengarsipkan surat", "v", "Surat tercatat", "20", "Arsip"],
    ];
    let cell =
        |text: &str| format!("<w:tc>{}</w:tc>", p(text).replace("15</w:t></w:r>", &format!("15</w:t></w:r>{extra}")));
    let row = |cells: &[&str; 6]| format!("<w:tr>{}</w:tr>", cells.iter().map(|it| cell(it)).collect::<String>());
    let table = rows.iter().map(row).collect::<String>();
    format!("<w:document xmlns:w='{WORD}'><w:body>{}<w:tbl>{table}</w:tbl><w:p/></w:body></w:document>", p("SOP Surat"))
}

fn letter(document: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut all = vec![("[Content_Types].xml", TYPES), ("word/document.xml", document)];
    all.extend(parts);
    archive(&all)
}

const UNITS: [&str; 2] = ["--select", "S602"];

#[test]
fn each_finding_is_a_comment_at_its_paragraph_and_nothing_else_changes() {
    let before = file("pinjam-arsip-bingkai.docx");
    let sandbox = Sandbox::new().file("a.docx", &before);
    let (run, after) = annotated(&sandbox, "a.docx", "a.dicatat.docx", &[]);
    assert_eq!((run.code, run.err.as_str()), (1, "a.dicatat.docx: 7 komentar\n"));
    let found = comments(&after);
    assert!(found.iter().all(|it| it.0 == "sop"), "{found:?}");
    let law = "Peringatan: “Undang-Undang Nomor 43 Tahun 2009” disebut tanpa kata “tentang”";
    let at = |line: &str| found.iter().find(|it| it.1 == line).unwrap_or_else(|| panic!("{line}: {found:?}")).2.clone();
    assert!(at(law).contains("Undang-Undang Nomor 43 Tahun 2009"), "{}", at(law));
    let changed = ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml"];
    assert_eq!(touched(&before, &after), changed);
    assert_eq!(unmarked(&part(&after, "word/document.xml")), part(&before, "word/document.xml"));
    assert_eq!(std::fs::read(sandbox.path("a.docx")).unwrap(), before);
}

#[test]
fn a_comment_says_the_cure_the_rule_and_its_ground_in_either_language() {
    let sandbox = Sandbox::new().file("a.docx", letter(&body(""), &[]));
    let (_, after) = annotated(&sandbox, "a.docx", "b.docx", &UNITS);
    assert_eq!(comments(&after).iter().map(|it| it.2.as_str()).collect::<Vec<_>>(), ["15", "20"]);
    let text = part(&after, "word/comments.xml");
    for said in [
        "Galat: waktu “15” di langkah 1 tanpa satuan",
        "Perbaikan: ",
        "Dasar: PermenPANRB 35/2012",
        "S602 missing-unit #",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    let (_, english) = annotated(&sandbox, "a.docx", "c.docx", &["--select", "S602", "--lang", "en"]);
    let text = part(&english, "word/comments.xml");
    assert!(text.contains("Error: ") && text.contains("Basis: ") && text.contains("Cure: "), "{text}");
}

#[test]
fn a_second_run_replaces_what_the_first_wrote() {
    let sandbox = Sandbox::new().file("a.docx", letter(&body(""), &[]));
    let (_, once) = annotated(&sandbox, "a.docx", "b.docx", &UNITS);
    let (_, twice) = annotated(&sandbox, "b.docx", "c.docx", &UNITS);
    assert!(once == twice, "the same findings give the same file");
    let (run, mended) = annotated(&sandbox, "c.docx", "d.docx", &["--select", "S505"]);
    assert!(!part(&mended, "word/comments.xml").contains("S602"), "{run:?}");
    let (_, back) = annotated(&sandbox, "d.docx", "e.docx", &UNITS);
    assert_eq!(comments(&back), comments(&once));
}

/// Comments of a person, one of them an answer to the first of ours; the second of ours is done.
#[test]
fn what_people_wrote_stays_and_what_they_answered_is_not_raised_anew() {
    let person =
        "<w:commentRangeStart w:id='7'/><w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r>";
    let own = format!(
        "<w:comments xmlns:w='{WORD}' xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'>\
         <w:comment w:id='7' w:author='Budi Contoh'><w:p w14:paraId='0A'><w:r><w:t>Setuju?</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments' Target='comments.xml'/>\
        <Relationship Id='rId2' Type='http://schemas.microsoft.com/office/2011/relationships/commentsExtended' Target='commentsExtended.xml'/>\
        </Relationships>";
    let extended = |entries: &str| {
        format!(
            "<w15:commentsEx xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'>{entries}</w15:commentsEx>"
        )
    };
    let parts = |comments: &str, entries: &str, document: &str| {
        let extended = extended(entries);
        let parts = [
            ("word/_rels/document.xml.rels", relations),
            ("word/comments.xml", comments),
            ("word/commentsExtended.xml", extended.as_str()),
        ];
        letter(document, &parts)
    };
    let sandbox =
        Sandbox::new().file("a.docx", parts(&own, "<w15:commentEx w15:paraId='0A' w15:done='0'/>", &body(person)));
    let (_, once) = annotated(&sandbox, "a.docx", "b.docx", &UNITS);
    assert_eq!(comments(&once)[0], ("Budi Contoh".to_owned(), "Setuju?".to_owned(), "15".to_owned()));
    assert_eq!(comments(&once).len(), 3);

    // As Word saves them: the last paragraph of each comment has an id.
    let mut named = part(&once, "word/comments.xml");
    for (id, name) in [("8", "0B"), ("9", "0C")] {
        let start = named.find(&format!("w:id=\"{id}\"")).unwrap();
        let end = start + named[start..].find("</w:comment>").unwrap();
        let last = start + named[start..end].rfind("<w:p>").unwrap();
        named.replace_range(last..last + 5, &format!("<w:p w14:paraId='{name}'>"));
    }
    let mark = "<w:commentReference w:id=\"8\"/>";
    let document =
        part(&once, "word/document.xml").replace(mark, &format!("{mark}</w:r><w:r><w:commentReference w:id=\"10\"/>"));
    let answer = "<w:comment w:id='10' w:author='Budi Contoh'><w:p w14:paraId='0D'><w:r><w:t>Sudah.</w:t></w:r></w:p></w:comment></w:comments>";
    let answered = named.replace("</w:comments>", answer);
    let entries = "<w15:commentEx w15:paraId='0A' w15:done='0'/><w15:commentEx w15:paraId='0B' w15:done='0'/>\
        <w15:commentEx w15:paraId='0C' w15:done='0'/><w15:commentEx w15:paraId='0D' w15:paraIdParent='0B' w15:done='0'/>";
    let sandbox = sandbox.file("c.docx", parts(&answered, entries, &document));
    let (run, again) = annotated(&sandbox, "c.docx", "d.docx", &UNITS);
    assert_eq!(run.err, "d.docx: 1 komentar, 1 sudah dijawab\n");
    let notes = part(&again, "word/comments.xml");
    assert!(notes.contains("Sudah.") && notes.matches("langkah 1 tanpa satuan").count() == 1, "{notes}");
    // What was said about a comment that was replaced is gone with it.
    assert!(!part(&again, "word/commentsExtended.xml").contains("'0C'"));

    let done = entries.replace("'0C' w15:done='0'", "'0C' w15:done='1'");
    let sandbox = sandbox.file("e.docx", parts(&answered, &done, &document));
    let (run, again) = annotated(&sandbox, "e.docx", "f.docx", &UNITS);
    assert_eq!(run.err, "f.docx: 0 komentar, 2 sudah dijawab\n");
    assert_eq!(part(&again, "word/comments.xml"), answered);
    assert_eq!(part(&again, "word/document.xml"), document);
}

#[test]
fn a_comment_of_ours_that_a_person_changed_is_theirs() {
    let sandbox = Sandbox::new().file("a.docx", letter(&body(""), &[]));
    let (_, once) = annotated(&sandbox, "a.docx", "b.docx", &UNITS);
    let changed = part(&once, "word/comments.xml").replacen("tanpa satuan", "tanpa satuan (sudah betul: menit)", 1);
    let others: Vec<(String, String)> =
        members(&once).into_iter().map(|it| (part(&once, &it.0), it.0)).map(|(text, name)| (name, text)).collect();
    let swapped: Vec<(&str, &str)> = others
        .iter()
        .map(|(name, text)| (name.as_str(), if name == "word/comments.xml" { changed.as_str() } else { text.as_str() }))
        .collect();
    let sandbox = sandbox.file("c.docx", archive(&swapped));
    let (run, again) = annotated(&sandbox, "c.docx", "d.docx", &UNITS);
    assert_eq!(run.err, "d.docx: 1 komentar, 1 sudah dijawab\n");
    assert!(part(&again, "word/comments.xml").contains("(sudah betul: menit)"));
}

#[test]
fn what_stands_nowhere_goes_to_the_first_paragraph_and_notes_are_one_comment() {
    let sandbox = Sandbox::new().file("a.docx", letter(&body(""), &[]));
    let (_, after) = annotated(&sandbox, "a.docx", "b.docx", &["--select", "S001"]);
    assert!(comments(&after).iter().all(|it| it.2 == "SOP Surat") && !comments(&after).is_empty());
    let sandbox = sandbox.file("c.docx", file("coretan.docx"));
    let (_, after) = annotated(&sandbox, "c.docx", "d.docx", &[]);
    let notes: Vec<_> = comments(&after).into_iter().filter(|it| it.1.starts_with("Catatan bacaan")).collect();
    assert_eq!(notes.len(), 1, "{notes:?}");
}

/// Word binds its names to `w`; others bind them to nothing, or to the strict form.
#[test]
fn comments_are_written_in_the_names_of_their_document() {
    let bare = body("").replace("w:", "").replace("xmlns:w=", "xmlns=");
    let strict = body("").replace(WORD, STRICT);
    let sandbox = Sandbox::new().file("a.docx", letter(&bare, &[])).file("b.docx", letter(&strict, &[]));
    let (_, once) = annotated(&sandbox, "a.docx", "c.docx", &UNITS);
    assert_eq!(comments(&once).iter().map(|it| it.2.as_str()).collect::<Vec<_>>(), ["15", "20"]);
    let (_, twice) = annotated(&sandbox, "c.docx", "d.docx", &UNITS);
    assert!(once == twice);
    let (_, after) = annotated(&sandbox, "b.docx", "e.docx", &UNITS);
    assert!(part(&after, "word/comments.xml").contains(&format!("xmlns:w=\"{STRICT}\"")));
    let relations = part(&after, "word/_rels/document.xml.rels");
    assert!(relations.contains("http://purl.oclc.org/ooxml/officeDocument/relationships/comments"), "{relations}");
}

#[test]
fn what_cannot_be_written_into_is_refused_in_words() {
    let signed = letter(&body(""), &[("_xmlsignatures/sig1.xml", "<a/>")]);
    let relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='rId1' Type='x/comments' Target='comments.xml'/></Relationships>";
    let broken = |comments: &str| {
        letter(&body(""), &[("word/_rels/document.xml.rels", relations), ("word/comments.xml", comments)])
    };
    let bare = letter(&body("").replace(&format!(" xmlns:w='{WORD}'"), ""), &[]);
    let sandbox = Sandbox::new()
        .file("signed.docx", signed)
        .file("cut.docx", broken("<w:comments"))
        .file("other.docx", broken("<a/>"))
        .file("bare.docx", bare)
        .file("a.docx", letter(&body(""), &[]))
        .file("a.txt", "Nomor SOP\t1\n")
        .file("folder/b.docx", letter(&body(""), &[]));
    let case = |arguments: &[&str], said: &str| {
        let run = sandbox.run(&[&["check"], arguments].concat());
        assert!(run.code == 2 && run.err.contains(said), "{arguments:?}: {run:?}");
    };
    case(&["signed.docx", "-o", "x.docx"], "ditandatangani");
    case(&["cut.docx", "-o", "x.docx"], "rusak");
    case(&["other.docx", "-o", "x.docx"], "bagian word/comments.xml ditulis dengan cara yang tidak lazim");
    case(&["bare.docx", "-o", "x.docx"], "bagian word/document.xml ditulis");
    case(&["a.txt", "-o", "x.docx"], "hanya berkas Word (.docx), Excel (.xlsx), dan PDF");
    case(&["a.docx", "-o", "x.xlsx"], "akhirannya .docx");
    case(&["a.docx", "-o", "x.docm"], "akhirannya .docx");
    case(&["a.docx", "signed.docx", "-o", "x.docx"], "satu berkas");
    case(&["folder", "-o", "x.docx"], "satu berkas");
    case(&["a.docx", "--diff", "-o", "x.docx"], "satu berkas");
    case(&["a.docx", "-o", "a.docx", "--force"], "beri nama lain");
    case(&["tiada.docx", "-o", "x.docx"], "tidak ditemukan");
    case(&["a.docx", "-o", "bare.docx"], "sudah ada");
    assert!(!sandbox.names().iter().any(|it| it.starts_with("x.")), "{:?}", sandbox.names());
}
