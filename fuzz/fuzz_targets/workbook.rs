//! Edits to the members of a small workbook, put into a sound archive again, go all the way: read, understood, checked, written as
//! YAML. An edit is five bytes (which member, where, how much goes, how much comes) and what comes, so that no corpus is needed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::render::yaml::to_yaml;
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const WORKBOOK: &[u8] = include_bytes!("../../tests/suite/data/office/surat-masuk.xlsx");

/// Most edits of one input.
const MOST_EDITS: usize = 64;

/// Names and contents of the workbook's members.
static MEMBERS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let mut archive = ZipArchive::new(Cursor::new(WORKBOOK)).expect("the workbook is sound");
    let mut members = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("the workbook is sound");
        let name = file.name().expect("the workbook is sound").into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("the workbook is sound");
        if name.starts_with("xl/") && !name.ends_with("png") {
            members.push((name, content));
        }
    }
    members
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(analysis) = analyze(&archive(&edited(bytes)), "buku.xlsx") else { return };
    for sop in &analysis.sops {
        for finding in check(sop, &Settings::default(), rules()) {
            assert!(finding.span.is_none_or(|span| span.end as usize <= analysis.source.text.len()));
        }
    }
    to_yaml(&analysis.sops);
});

/// The members after all edits.
fn edited(mut bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut members = MEMBERS.clone();
    for _ in 0..MOST_EDITS {
        let [member, high, low, goes, comes, rest @ ..] = bytes else { break };
        let at = usize::from(*member) % members.len();
        let content = &mut members[at].1;
        let place = usize::from(u16::from_be_bytes([*high, *low])) % (content.len() + 1);
        let end = (place + usize::from(*goes)).min(content.len());
        let (new, rest) = rest.split_at(usize::from(*comes).min(rest.len()));
        content.splice(place..end, new.iter().copied());
        bytes = rest;
    }
    members
}

fn archive(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in members {
        writer.start_file(name, options).expect("memory takes it");
        writer.write_all(content).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}
