//! What each rule costs: `cargo bench --bench rules`. One SOP after the other of a thousand documents, one rule at a time;
//! compare the rules of one run, and all together with `check_all_rules` of `stages`, where they share what they ask.

#[allow(dead_code, unused_imports)]
#[path = "../tests/suite/damage/mod.rs"]
mod damage;
#[allow(dead_code)]
mod texts;

use divan::{Bencher, black_box};
use sop::analysis::analyze;
use sop::check::{Rule, Settings, check, rules};
use sop::model::Sop;
use std::fmt;
use std::sync::LazyLock;
use texts::Load;

fn main() {
    divan::main();
}

/// A rule as an argument of a benchmark.
struct Asked(&'static Rule);

impl fmt::Display for Asked {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} {}", self.0.code, self.0.name)
    }
}

static SOPS: LazyLock<Vec<Sop>> = LazyLock::new(|| {
    let files = Load::ThousandDocuments.files();
    let sops = files.iter().flat_map(|(name, bytes)| analyze(bytes, name).map(|it| it.sops).unwrap_or_default());
    sops.take(300).collect()
});

#[divan::bench(args = rules().map(Asked), sample_count = 3, sample_size = 1)]
fn rule(bencher: Bencher, asked: &Asked) {
    let settings = Settings::default();
    bencher.bench(|| SOPS.iter().map(|sop| check(black_box(sop), &settings, [asked.0]).len()).sum::<usize>());
}
