//! Any text as the body and the lists of a Word file goes all the way: read, understood, checked, written as YAML.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::render::yaml::to_yaml;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What parts the body from the lists.
const BORDER: char = '\u{1f}';

fuzz_target!(|text: &str| {
    let (body, lists) = text.split_once(BORDER).unwrap_or((text, ""));
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let numbering = format!("<w:numbering>{lists}</w:numbering>");
    let bytes = archive(&[("word/document.xml", &document), ("word/numbering.xml", &numbering)]);
    let Ok(analysis) = analyze(&bytes, "masukan.docx") else { return };
    for sop in &analysis.sops {
        for finding in check(sop, &Settings::default(), rules()) {
            assert!(finding.span.is_none_or(|span| span.end as usize <= analysis.source.text.len()));
        }
    }
    to_yaml(&analysis.sops);
});

/// Stored, for what is packed is not what is looked for.
fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        writer.start_file(*name, options).expect("a member");
        writer.write_all(text.as_bytes()).expect("room in memory");
    }
    writer.finish().expect("an archive").into_inner()
}
