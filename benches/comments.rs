//! A Word file of a hundred pages, and the copy with comments that `sop check X.docx -o Y.docx` makes of it, beside what it takes
//! to unpack the parts of the same file and pack them again.
//!
//! `cargo bench --bench comments`; compare figures of one run only. The command is run as a whole, its start included.

#[allow(dead_code, unused_imports)]
#[path = "../tests/suite/damage/mod.rs"]
mod damage;
#[allow(dead_code)]
#[path = "../tests/suite/print/flows.rs"]
mod flows;
#[allow(dead_code)]
#[path = "../tests/suite/print/models.rs"]
mod models;

use damage::random::Random;
use divan::{Bencher, black_box};
use sop::layout::{Form, Page, PrintOptions, bind, lay_out};
use sop::model::Sop;
use sop::render::docx;
use sop::render::fonts::Fonts;
use sop::render::print::Metadata;
use std::io::{Cursor, Read, Write};
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const PAGES: usize = 100;

fn main() {
    divan::main();
}

/// A Word file of so many pages, of SOPs of 14 steps.
fn letter() -> Option<Vec<u8>> {
    let fonts = Fonts::load().ok()?;
    let (mut sops, mut books): (Vec<Sop>, Vec<Vec<Page>>) = (Vec::new(), Vec::new());
    while books.iter().map(Vec::len).sum::<usize>() < PAGES {
        let sop = flows::of_size(&mut Random::new(sops.len() as u64), 5, 14, (20, 10));
        books.push(lay_out(&sop, &PrintOptions::default(), &fonts));
        sops.push(sop);
    }
    let (pages, metadata, form) = (bind(books), Metadata::of(sops.first()?), Form::default());
    let family = fonts.office_family();
    docx::render(&docx::Text { pages: &pages, sops: &sops, metadata: &metadata, form: &form, family: &family }).ok()
}

#[divan::bench(max_time = 10)]
fn unpack_and_pack(bencher: Bencher) {
    let Some(letter) = letter() else { return };
    bencher.bench(|| {
        let mut old = ZipArchive::new(Cursor::new(black_box(&letter))).ok()?;
        let mut new = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..old.len() {
            let mut part = old.by_index(at).ok()?;
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).ok()?;
            new.start_file(part.name().ok()?, SimpleFileOptions::default()).ok()?;
            new.write_all(&bytes).ok()?;
        }
        Some(new.finish().ok()?.into_inner().len())
    });
}

#[divan::bench(max_time = 10)]
fn commented_copy(bencher: Bencher) {
    let (Some(letter), Ok(folder)) = (letter(), tempfile::tempdir()) else { return };
    let (from, to) = (folder.path().join("a.docx"), folder.path().join("b.docx"));
    if std::fs::write(&from, letter).is_err() {
        return;
    }
    bencher.bench(|| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sop"));
        command.args(["check", "--no-config", "--force"]).arg(&from).arg("-o").arg(&to);
        command.output().map_or(0, |output| output.stdout.len())
    });
}
