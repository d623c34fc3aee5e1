//! Printing 200 SOPs of 14 steps in one process, fonts read once: the pages, the two kinds of PDF, the workbook, the Word file, and all of it together.
//!
//! `cargo bench --bench print`; items a second are SOPs. Compare figures of one run only.

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
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use sop::layout::{Form, Page, PrintOptions, bind, lay_out};
use sop::model::Sop;
use sop::render::fonts::Fonts;
use sop::render::print::{Metadata, Print};
use sop::render::yaml::to_yaml;
use sop::render::{docx, pdf, pdfa, xlsx};

const SOPS: u64 = 200;
const STEPS: usize = 14;

fn main() {
    divan::main();
}

fn sops() -> Vec<Sop> {
    (0..SOPS).map(|seed| flows::of_size(&mut Random::new(seed), 5, STEPS, (20, 10))).collect()
}

/// Writes one SOP whose pages are there, and gives the size of the file.
type Write = fn(&Sop, &[Page], &Fonts) -> usize;

fn plain(sop: &Sop, pages: &[Page], fonts: &Fonts) -> usize {
    let (metadata, yaml) = (Metadata::of(sop), to_yaml(std::slice::from_ref(sop)));
    pdf::render(&Print { pages, metadata: &metadata, yaml: &yaml }, fonts).map_or(0, |bytes| bytes.len())
}

fn archival(sop: &Sop, pages: &[Page], fonts: &Fonts) -> usize {
    let (metadata, yaml) = (Metadata::of(sop), to_yaml(std::slice::from_ref(sop)));
    pdfa::render(&Print { pages, metadata: &metadata, yaml: &yaml }, fonts).map_or(0, |bytes| bytes.len())
}

fn workbook(sop: &Sop, pages: &[Page], _: &Fonts) -> usize {
    xlsx::render(&[(sop, pages)], &Form::default(), &Metadata::of(sop)).map_or(0, |bytes| bytes.len())
}

fn word(sop: &Sop, pages: &[Page], fonts: &Fonts) -> usize {
    let (metadata, form, family) = (Metadata::of(sop), Form::default(), fonts.office_family());
    let text = docx::Text { pages, sops: std::slice::from_ref(sop), metadata: &metadata, form: &form, family: &family };
    docx::render(&text).map_or(0, |bytes| bytes.len())
}

fn laid_out(sop: &Sop, fonts: &Fonts) -> Vec<Page> {
    bind(vec![lay_out(sop, &PrintOptions::default(), fonts)])
}

fn write(bencher: Bencher, write: Write) {
    let Ok(fonts) = Fonts::load() else { return };
    let printed: Vec<(Sop, Vec<Page>)> =
        sops().into_iter().map(|sop| (laid_out(&sop, &fonts), sop)).map(|(pages, sop)| (sop, pages)).collect();
    bencher
        .counter(ItemsCount::new(SOPS))
        .bench(|| printed.iter().map(|(sop, pages)| write(black_box(sop), pages, &fonts)).sum::<usize>());
}

#[divan::bench(max_time = 10)]
fn lay_out_pages(bencher: Bencher) {
    let Ok(fonts) = Fonts::load() else { return };
    let sops = sops();
    bencher
        .counter(ItemsCount::new(SOPS))
        .bench(|| sops.iter().map(|sop| laid_out(black_box(sop), &fonts).len()).sum::<usize>());
}

#[divan::bench(max_time = 10)]
fn write_pdf(bencher: Bencher) {
    write(bencher, plain);
}

#[divan::bench(max_time = 10)]
fn write_pdfa(bencher: Bencher) {
    write(bencher, archival);
}

#[divan::bench(max_time = 10)]
fn write_xlsx(bencher: Bencher) {
    write(bencher, workbook);
}

#[divan::bench(max_time = 10)]
fn write_docx(bencher: Bencher) {
    write(bencher, word);
}

#[divan::bench(max_time = 10)]
fn print_from_the_model(bencher: Bencher) {
    let Ok(fonts) = Fonts::load() else { return };
    let sops = sops();
    let print = |sop: &Sop| plain(sop, &laid_out(sop, &fonts), &fonts);
    bencher.counter(ItemsCount::new(SOPS)).bench(|| sops.iter().map(|sop| print(black_box(sop))).sum::<usize>());
}
