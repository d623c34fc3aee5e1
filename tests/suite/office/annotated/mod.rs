//! Findings in the author's own file: comments and notes at their places, everything else byte for byte as it was.

mod docx;
mod pdf;
mod tracked;
mod xlsx;

use super::{archive, file};
use crate::support::sandbox::{Run, Sandbox};
use std::io::{Cursor, Read};
use zip::ZipArchive;

const TYPES: &str = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
    <Default Extension='xml' ContentType='application/xml'/></Types>";

/// Names and packed bytes of all members.
fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at| {
        let mut file = archive.by_index_raw(at).unwrap();
        let mut packed = Vec::new();
        file.read_to_end(&mut packed).unwrap();
        (file.name().unwrap().into_owned(), packed)
    };
    (0..count).map(read).collect()
}

/// The text of one member.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The members that are packed otherwise than before or are new.
fn touched(before: &[u8], after: &[u8]) -> Vec<String> {
    let (before, after) = (members(before), members(after));
    let names = |all: &[(String, Vec<u8>)]| all.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
    assert!(names(&after).starts_with(&names(&before)), "all members stay in their order");
    let mut touched: Vec<String> = after.into_iter().filter(|it| !before.contains(it)).map(|it| it.0).collect();
    touched.sort();
    touched
}

/// `sop check NAME -o NAME2` and what was written.
fn annotated(sandbox: &Sandbox, from: &str, to: &str, more: &[&str]) -> (Run, Vec<u8>) {
    let run = sandbox.run(&[&["check", from, "-o", to], more].concat());
    assert!(run.code < 2 && run.out.is_empty(), "{run:?}");
    (run, std::fs::read(sandbox.path(to)).unwrap())
}
