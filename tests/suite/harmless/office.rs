//! Changes of Word and Excel files that say nothing, such as runs cut apart, content controls and other prefixes.

use super::values;
use crate::support::golden::{content, stems};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const FOLDERS: [&str; 4] =
    ["examples", "tests/suite/data/office", "tests/suite/data/office/xlsx/saved", "tests/suite/data/recovery"];

/// A change and what it makes of the text of a part; the same where it finds nothing to change.
type Change = (&'static str, fn(&str) -> String);

const OF_DOCUMENTS: [Change; 8] = [
    ("runs cut apart in words", |xml| {
        each(xml, "<w:r>", "</w:r>", |run| {
            let (start, text) = run.split_at(run.find("<w:t").unwrap_or(0));
            let Some((mark, text)) = plain_text(text).filter(|_| start == "<w:r>" || start.ends_with("</w:rPr>"))
            else {
                return run.to_owned();
            };
            let (one, other) = halves(text);
            let blanks = " xml:space=\"preserve\"";
            format!("{start}{mark}{one}</w:t></w:r>{start}<w:t{blanks}>{other}</w:t></w:r>")
        })
    }),
    ("marks of a proof-reader", |xml| {
        let marks = "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"907\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"907\"/>";
        xml.replace("<w:r>", &format!("{marks}<w:r>"))
    }),
    ("an empty paragraph at the end of each cell", |xml| xml.replace("</w:tc>", "<w:p/></w:tc>")),
    ("content controls around cells", |xml| {
        each(xml, "<w:tc>", "</w:tc>", |cell| match cell.matches("<w:tc>").count() {
            1 => format!("<w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt>"),
            _ => cell.to_owned(),
        })
    }),
    ("content controls and smart tags around runs", |xml| {
        each(xml, "<w:r>", "</w:r>", |run| match run.contains("<w:t") && run.matches("<w:r>").count() == 1 {
            true => format!("<w:smartTag><w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt></w:smartTag>"),
            false => run.to_owned(),
        })
    }),
    ("another prefix", |xml| {
        xml.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace(" w:", " ns0:").replace("xmlns:w=", "xmlns:ns0=")
    }),
    ("blanks behind paragraphs", |xml| xml.replace("</w:t></w:r></w:p>", "  </w:t></w:r></w:p>")),
    ("hard blanks", |xml| each(xml, "<w:t>", "</w:t>", |text| text.replace(' ', "\u{a0}"))),
];

const OF_SHEETS: [Change; 3] = [
    ("an empty row far below", |xml| {
        xml.replace("</sheetData>", "<row r=\"3000\"><c r=\"A3000\"/><c r=\"BA3000\"/></row></sheetData>")
    }),
    ("numbers as formulas", |xml| {
        each(xml, "<c ", "</c>", |cell| {
            let is_number = !cell.contains(" t=") && !cell.contains("<f") && cell.matches("<c ").count() == 1;
            if is_number { cell.replace("<v>", "<f>0+A1</f><v>") } else { cell.to_owned() }
        })
    }),
    ("ranges of rows", |xml| match xml.contains("spans=") {
        true => xml.to_owned(),
        false => xml.replace("<row ", "<row spans=\"1:40\" "),
    }),
];

const OF_STRINGS: [Change; 2] = [
    ("strings of several runs", |xml| {
        each(xml, "<si><t", "</si>", |string| {
            let Some((_, text)) = plain_text(string) else { return string.to_owned() };
            let run = |text: &str| format!("<r><rPr><b/></rPr><t xml:space=\"preserve\">{text}</t></r>");
            let (one, other) = halves(text);
            format!("<si>{}{}</si>", run(one), run(other))
        })
    }),
    ("blanks behind strings", |xml| xml.replace("</t></si>", " </t></si>")),
];

/// The text with each stretch from `start` to the next `end` made another.
fn each(xml: &str, start: &str, end: &str, change: fn(&str) -> String) -> String {
    let (mut out, mut rest) = (String::with_capacity(xml.len() * 2), xml);
    while let Some(at) = rest.find(start) {
        let Some(length) = rest[at..].find(end) else { break };
        let stop = at + length + end.len();
        out.push_str(&rest[..at]);
        out.push_str(&change(&rest[at..stop]));
        rest = &rest[stop..];
    }
    out + rest
}

/// The opening mark and the text of an element that holds text only, four letters or more without references.
fn plain_text(element: &str) -> Option<(&str, &str)> {
    let start = element.find('>')? + 1;
    let start = if element.starts_with("<si>") { start + element[start..].find('>')? + 1 } else { start };
    let end = start + element[start..].find("</")?;
    let text = &element[start..end];
    let is_text = element.starts_with("<w:t>") || element.starts_with("<w:t ") || element.starts_with("<si><t");
    let is_all = matches!(&element[end..], "</w:t></w:r>" | "</t></si>");
    (is_text && is_all && text.chars().count() >= 4 && !text.contains('&')).then(|| (&element[..start], text))
}

fn halves(text: &str) -> (&str, &str) {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    text.split_at(middle)
}

/// The file with its parts that are called so changed; `None` where nothing was.
fn changed(bytes: &[u8], is_part: fn(&str) -> bool, change: fn(&str) -> String) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut is_changed = false;
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let name = member.name().ok()?.into_owned();
        let mut part = Vec::new();
        member.read_to_end(&mut part).ok()?;
        if is_part(&name) {
            let text = String::from_utf8(part).ok()?;
            let other = change(&text);
            is_changed |= other != text;
            part = other.into_bytes();
        }
        writer.start_file(name, SimpleFileOptions::default()).ok()?;
        writer.write_all(&part).ok()?;
    }
    is_changed.then(|| writer.finish().ok().map(Cursor::into_inner))?
}

fn files(ending: &str) -> Vec<String> {
    let of_folder = |folder: &&str| {
        stems(folder, ending).into_iter().map(|stem| format!("{folder}/{stem}{ending}")).collect::<Vec<_>>()
    };
    FOLDERS.iter().flat_map(of_folder).collect()
}

#[test]
fn a_change_of_an_office_file_that_says_nothing_changes_no_value() {
    let (mut compared, mut apart) = (0, Vec::new());
    let mut compare = |ending: &str, is_part: fn(&str) -> bool, changes: &[Change]| {
        for (index, file) in files(ending).iter().enumerate() {
            let bytes = content(file);
            if ZipArchive::new(Cursor::new(&bytes)).is_err() {
                continue;
            }
            let read = values(&bytes, file);
            // Each file meets half of the changes, each change half of the files.
            for (what, change) in changes.iter().enumerate().filter(|(at, _)| (at + index) % 2 == 0).map(|(_, it)| it) {
                let Some(other) = changed(&bytes, is_part, *change) else { continue };
                compared += 1;
                if values(&other, file) != read {
                    apart.push(format!("{file}: {what}"));
                }
            }
        }
    };
    compare(".docx", |name| name == "word/document.xml", &OF_DOCUMENTS);
    compare(".xlsx", |name| name.starts_with("xl/worksheets/sheet"), &OF_SHEETS);
    compare(".xlsx", |name| name == "xl/sharedStrings.xml", &OF_STRINGS);
    assert!(compared > 80, "{compared} comparisons");
    assert!(apart.is_empty(), "{}", apart.join("\n"));
}
