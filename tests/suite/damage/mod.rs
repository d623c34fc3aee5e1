//! Damaged documents: made-up SOPs written down in the layouts of the trade, damaged as real ones are, and read back.

mod account;
mod dump;
mod fault;
mod form;
mod generate;
mod grid;
mod invent;
mod labels;
mod plan;
mod print;
mod random;
mod recovered;
mod score;
mod spoil;
mod table;
mod time;
mod topics;
mod words;

use generate::{Generated, generate};
use score::{Outcome, compare};
use serde_json::{Value, json};
use sop::analysis::{Analysis, analyze};

const DOCUMENTS: u64 = 600;

fn read(document: &Generated) -> Option<Analysis> {
    analyze(&document.bytes, &document.name).ok()
}

/// What was recovered of each SOP that the document holds.
fn predictions(document: &Generated, analysis: Option<&Analysis>) -> Vec<Value> {
    let sops = analysis.map_or(&[][..], |analysis| &analysis.sops);
    (0..document.golds.len()).map(|at| sops.get(at).map_or(json!({}), recovered::recovered)).collect()
}

fn outcome(document: &Generated, predictions: &[Value]) -> Outcome {
    let mut outcome = Outcome::default();
    for (gold, predicted) in document.golds.iter().zip(predictions) {
        outcome.add(&compare(gold, predicted));
    }
    outcome
}

#[test]
fn damaged_documents_keep_what_they_say() {
    let documents = (0..DOCUMENTS).map(generate);
    let scored: Vec<(Generated, Outcome)> = documents
        .map(|document| {
            let analysis = read(&document);
            let outcome = outcome(&document, &predictions(&document, analysis.as_ref()));
            (document, outcome)
        })
        .collect();
    println!("{}", table::tables(&scored));
    let (precision, _, f1) = table::total(&scored).figures();
    assert!(f1 >= 0.95, "F1 over all damaged documents is {f1:.3}");
    assert!(precision >= 0.98, "precision over all damaged documents is {precision:.3}");
}

#[test]
fn no_word_is_dropped_in_silence() {
    let mut lost = Vec::new();
    for document in (0..DOCUMENTS).map(generate) {
        let Some(analysis) = read(&document) else {
            lost.push(format!("{}: cannot be read", document.name));
            continue;
        };
        let words = account::lost_words(&analysis.source, &analysis.sops, &document.labels);
        if !words.is_empty() {
            lost.push(format!("{} {:?}: {}", document.name, document.faults, words.join(" ")));
        }
    }
    assert!(lost.is_empty(), "{} documents lose words:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn a_seed_always_makes_the_same_document() {
    let (one, other) = (generate(11), generate(11));
    assert_eq!(one.bytes, other.bytes);
    assert_eq!(one.golds, other.golds);
}

/// Writes documents with gold, and with what was recovered, into the folder that `SOP_DAMAGE_DUMP` names.
#[test]
fn dump() {
    let Some(folder) = std::env::var_os("SOP_DAMAGE_DUMP").map(std::path::PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for document in (0..DOCUMENTS).map(generate) {
        std::fs::write(folder.join(&document.name), &document.bytes).expect("the document can be written");
        let predictions = predictions(&document, read(&document).as_ref());
        for (at, (gold, predicted)) in document.golds.iter().zip(&predictions).enumerate() {
            let tail = if at == 0 { String::new() } else { format!("-{}", at + 1) };
            let path = folder.join(format!("{}{tail}", document.name));
            let gold = format!("# {:?}\n{}", document.faults, dump::yaml(gold));
            std::fs::write(path.with_added_extension("yaml"), gold).expect("the gold can be written");
            std::fs::write(path.with_added_extension("json"), predicted.to_string()).expect("the JSON can be written");
        }
    }
}
