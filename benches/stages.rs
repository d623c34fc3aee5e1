//! Every stage of the way from a text to a print: reading, checking, YAML out and in, layout, PDF, Word.
//!
//! `cargo bench --bench stages` measures all of them; `cargo bench --bench stages -- understand` one. Compare figures of one
//! run only: 10,000 steps beside 1,000 show that time grows with the text, `understand` beside `write_yaml` what a
//! conversion consists of.

#[allow(dead_code, unused_imports)]
#[path = "../tests/suite/damage/mod.rs"]
mod damage;
mod texts;

use divan::{Bencher, black_box};
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::layout::{Form, Page, PrintOptions, lay_out};
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::render::fonts::Fonts;
use sop::render::print::{Metadata, Print};
use sop::render::terminal::{Glyphs, table};
use sop::render::yaml::to_yaml;
use sop::render::{docx, pdf};
use texts::{LOADS, Load, size};

fn main() {
    divan::main();
}

/// The SOPs of each file.
fn understood(load: Load) -> Vec<Vec<Sop>> {
    let files = load.files();
    let read = |(name, bytes): &texts::File| analyze(bytes, name).map(|it| it.sops).unwrap_or_default();
    files.iter().map(read).collect()
}

fn laid_out(files: &[Vec<Sop>], fonts: &Fonts) -> Vec<Vec<Page>> {
    let pages = |sops: &Vec<Sop>| sops.iter().flat_map(|sop| lay_out(sop, &PrintOptions::default(), fonts)).collect();
    files.iter().map(pages).collect()
}

#[divan::bench(args = LOADS)]
fn understand(bencher: Bencher, load: Load) {
    let files = load.files();
    bencher.counter(size(&files)).bench(|| {
        for (name, bytes) in &files {
            let _ = black_box(analyze(black_box(bytes), name));
        }
    });
}

#[divan::bench(args = LOADS)]
fn check_all_rules(bencher: Bencher, load: Load) {
    let files = understood(load);
    bencher.bench(|| {
        files.iter().flatten().map(|sop| check(black_box(sop), &Settings::default(), rules()).len()).sum::<usize>()
    });
}

#[divan::bench(args = LOADS)]
fn write_yaml(bencher: Bencher, load: Load) {
    let files = understood(load);
    bencher.bench(|| files.iter().map(|sops| to_yaml(black_box(sops)).len()).sum::<usize>());
}

#[divan::bench(args = LOADS)]
fn read_yaml_back(bencher: Bencher, load: Load) {
    let files: Vec<String> = understood(load).iter().map(|sops| to_yaml(sops)).collect();
    bencher.bench(|| files.iter().filter(|text| read_yaml(black_box(text)).is_ok()).count());
}

#[divan::bench(args = LOADS)]
fn draw_table(bencher: Bencher, load: Load) {
    let files = understood(load);
    bencher
        .bench(|| files.iter().flatten().map(|sop| table(black_box(sop), 120, Glyphs::Unicode).len()).sum::<usize>());
}

#[divan::bench(args = LOADS, max_time = 10)]
fn lay_out_pages(bencher: Bencher, load: Load) {
    let files = understood(load);
    let Ok(fonts) = Fonts::load() else { return };
    bencher.bench(|| laid_out(black_box(&files), &fonts).len());
}

#[divan::bench(args = LOADS, max_time = 10)]
fn draw_pdf(bencher: Bencher, load: Load) {
    let Ok(fonts) = Fonts::load() else { return };
    let files = laid_out(&understood(load), &fonts);
    let metadata = Metadata::default();
    let print = |pages: &[Page]| pdf::render(&Print { pages, metadata: &metadata, yaml: "" }, &fonts);
    let size = |pages: &Vec<Page>| print(pages).map_or(0, |bytes| bytes.len());
    bencher.bench(|| files.iter().map(|pages| size(black_box(pages))).sum::<usize>());
}

#[divan::bench(args = LOADS, max_time = 10)]
fn write_word(bencher: Bencher, load: Load) {
    let Ok(fonts) = Fonts::load() else { return };
    let files = understood(load);
    let pages = laid_out(&files, &fonts);
    let (metadata, form, family) = (Metadata::default(), Form::default(), fonts.office_family());
    let size = |(sops, pages): (&Vec<Sop>, &Vec<Page>)| {
        let text = docx::Text { pages, sops, metadata: &metadata, form: &form, family: &family };
        docx::render(&text).map_or(0, |bytes| bytes.len())
    };
    bencher.bench(|| files.iter().zip(&pages).map(|file| size(black_box(file))).sum::<usize>());
}
