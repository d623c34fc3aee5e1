//! YAML out and in, on one SOP and on a thousand steps, beside what the YAML library does alone.

use divan::{Bencher, black_box};
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::render::yaml::to_yaml;
use sop::schema::SopTwin;

const EXAMPLE: &str = include_str!("../tests/suite/data/surat-masuk.yaml");

/// Steps of the SOPs measured; the first is the example as it stands.
const STEPS: [usize; 2] = [5, 1000];

fn main() {
    divan::main();
}

fn sop(steps: usize) -> Sop {
    let mut sop = read_yaml(EXAMPLE).map(|mut sops| sops.remove(0)).unwrap_or_default();
    let rows = sop.steps.clone();
    sop.steps = rows.into_iter().cycle().take(steps).collect();
    sop
}

#[divan::bench(args = STEPS)]
fn write(bencher: Bencher, steps: usize) {
    let sops = [sop(steps)];
    bencher.bench(|| to_yaml(black_box(&sops)));
}

#[divan::bench(args = STEPS)]
fn write_with_the_library(bencher: Bencher, steps: usize) {
    let sop = sop(steps);
    bencher.bench(|| serde_yaml::to_string(&SopTwin::of(black_box(&sop))));
}

#[divan::bench(args = STEPS)]
fn read(bencher: Bencher, steps: usize) {
    let text = to_yaml(&[sop(steps)]);
    bencher.bench(|| read_yaml(black_box(&text)));
}

#[divan::bench(args = STEPS)]
fn read_as_a_bare_tree_with_the_library(bencher: Bencher, steps: usize) {
    let text = to_yaml(&[sop(steps)]);
    bencher.bench(|| serde_yaml::from_str::<serde_json::Value>(black_box(&text)));
}
