//! False alarms: on an SOP without faults checking says nothing at all, at any severity.

use crate::damage::{Layout, faultless, inherent, read_and_gold};
use crate::support::golden::content;
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::model::Sop;
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

/// Codes that speak of how a document was written or read, or of symbols, which its gold does not tell.
fn speaks_of_the_text(code: &str) -> bool {
    code.starts_with("S0") || code.starts_with("S7") || ["S102", "S108", "S206", "S405", "S418", "S603"].contains(&code)
}

/// Code and path of every finding of the rules that see no more than the model.
fn about_the_model(sops: &[Sop]) -> Vec<(&'static str, String)> {
    let all = sops.iter().flat_map(|sop| check(sop, &Settings::default(), rules()));
    all.filter(|it| !speaks_of_the_text(it.code)).map(|it| (it.code, it.path)).collect()
}

#[test]
fn damage_makes_no_findings_that_the_document_does_not_deserve() {
    let (mut all, mut undeserved) = (0, Vec::new());
    for (name, read, gold) in read_and_gold() {
        let deserved = about_the_model(&gold);
        let found = about_the_model(read);
        all += found.len();
        undeserved.extend(found.into_iter().filter(|it| !deserved.contains(it)).map(|it| (name, it)));
    }
    assert!(all > 4000, "only {all} findings");
    assert!(undeserved.len() * 200 <= all, "{} of {all}: {undeserved:#?}", undeserved.len());
}
