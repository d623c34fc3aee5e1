//! Word, Excel and PDF files as offices keep them, and archives that no office writes.

mod annotated;
mod docx;
mod merged;
mod pdf;
mod xlsx;

use sop::model::Sop;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A file beside the tests.
fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/data/office").join(name);
    fs::read(path).unwrap()
}

/// An archive of these members.
fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The part of the YAML that begins with this key and ends before that one.
fn yaml(sop: &Sop, from: &str, to: &str) -> String {
    let text = sop::render::yaml::to_yaml(std::slice::from_ref(sop));
    let start = text.find(&format!("\n{from}:")).unwrap_or_else(|| panic!("no {from} in\n{text}")) + 1;
    let end = text.find(&format!("\n{to}:")).unwrap_or_else(|| panic!("no {to} in\n{text}")) + 1;
    text[start..end].to_owned()
}
