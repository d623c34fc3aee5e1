//! False alarms: on an SOP without faults checking says nothing at all, at any severity.

use crate::damage::{Layout, faultless, inherent};
use crate::support::golden::content;
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use std::collections::BTreeSet;

/// So many faultless SOPs are made up for each layout.
const SEEDS: u64 = 6;

/// The codes found in a text, with what each says.
fn findings(bytes: &[u8], name: &str) -> Vec<(&'static str, String)> {
    let analysis = analyze(bytes, name).expect("it can be read");
    let all = analysis.sops.iter().flat_map(|sop| check(sop, &Settings::default(), rules()));
    all.map(|finding| (finding.code, finding.message.id)).collect()
}

#[test]
fn faultless_documents_of_all_layouts_are_silent() {
    let mut alarms = String::new();
    for layout in Layout::ALL {
        for seed in 0..SEEDS {
            let (text, ending) = faultless(layout, seed);
            let found = findings(text.as_bytes(), &format!("sop.{ending}"));
            let told: BTreeSet<_> = found.iter().map(|(code, _)| *code).collect();
            let expected: BTreeSet<_> = inherent(layout).iter().copied().collect();
            if told != expected {
                alarms.push_str(&format!("{layout:?} {seed}: {found:?}\n{text}\n"));
            }
        }
    }
    assert!(alarms.is_empty(), "false alarms:\n{alarms}");
}

#[test]
fn clean_examples_are_silent() {
    for name in ["surat-masuk", "izin-reklame", "rencana-kerja", "surat-keterangan-usaha", "upacara"] {
        let found = findings(&content(&format!("examples/{name}.yaml")), &format!("{name}.yaml"));
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}
