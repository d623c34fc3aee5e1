//! The rules about a folder on a thousand SOPs beside ten thousand: time must grow with their number.
//!
//! `cargo bench --bench folder`. Compare figures of one run only.

#[allow(dead_code, unused_imports)]
#[path = "../tests/suite/damage/mod.rs"]
mod damage;

use divan::{Bencher, black_box};
use sop::analysis::analyze;
use sop::check::{Card, Library, Settings, Subject, check_folder, rules};
use std::sync::Arc;

/// SOPs in the folder.
const FOLDERS: [usize; 2] = [1_000, 10_000];

/// Different documents; larger folders hold them several times, which is the worst that can be asked of an index.
const DOCUMENTS: usize = 1_000;

fn main() {
    divan::main();
}

/// Cards of damaged documents.
fn cards(count: usize) -> Vec<Card> {
    let settings = Settings::default();
    let mut made = Vec::new();
    for seed in 0..DOCUMENTS.min(count) {
        let document = damage::generate(seed as u64);
        let Ok(analysis) = analyze(&document.bytes, &document.name) else { continue };
        let file = Arc::from(document.name.as_str());
        let card = |(at, sop)| Card::of(&Subject::new(sop, &settings), &analysis.source, &file, at);
        made.extend(analysis.sops.iter().enumerate().map(card));
    }
    made.iter().cycle().take(count).cloned().collect()
}

#[divan::bench(args = FOLDERS)]
fn index(bencher: Bencher, count: usize) {
    let cards = cards(count);
    bencher.with_inputs(|| cards.clone()).bench_values(|cards| Library::new(black_box(cards)));
}

#[divan::bench(args = FOLDERS)]
fn ask_all_rules(bencher: Bencher, count: usize) {
    let library = Library::new(cards(count));
    bencher.bench(|| check_folder(black_box(&library), rules()).len());
}
