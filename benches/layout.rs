//! Laying out flows of 20 and of 200 steps, and checking the pages: time should grow ten times, not a hundred.
//!
//! `cargo bench --bench layout`; compare figures of one run only.

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
use sop::layout::{PrintOptions, lay_out, verify};
use sop::model::Sop;
use sop::render::fonts::Fonts;

const STEPS: [usize; 3] = [20, 100, 200];
/// Seeds of the flows of one size.
const FLOWS: u64 = 5;

fn main() {
    divan::main();
}

fn flows_of(steps: usize) -> Vec<Sop> {
    (0..FLOWS).map(|seed| flows::of_size(&mut Random::new(seed), 8, steps, (20, 20))).collect()
}

#[divan::bench(args = STEPS, max_time = 10)]
fn lay_out_flows(bencher: Bencher, steps: usize) {
    let Ok(fonts) = Fonts::load() else { return };
    let sops = flows_of(steps);
    let pages = |sop: &Sop| lay_out(sop, &PrintOptions::default(), &fonts).len();
    bencher.bench(|| sops.iter().map(|sop| pages(black_box(sop))).sum::<usize>());
}

#[divan::bench(args = STEPS, max_time = 10)]
fn verify_pages(bencher: Bencher, steps: usize) {
    let Ok(fonts) = Fonts::load() else { return };
    let sops = flows_of(steps);
    let printed: Vec<_> = sops.iter().map(|sop| (sop, lay_out(sop, &PrintOptions::default(), &fonts))).collect();
    bencher.bench(|| printed.iter().map(|(sop, pages)| verify(black_box(sop), pages).len()).sum::<usize>());
}
