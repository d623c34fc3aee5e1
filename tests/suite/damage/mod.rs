//! Damaged documents: made-up SOPs written down in the layouts of the trade, damaged as real ones are, and read back.

mod account;
mod alter;
mod choose;
mod dump;
mod fault;
mod faultless;
mod fits;
mod form;
mod generate;
mod grid;
mod invent;
mod labels;
mod layout;
mod list;
mod marks;
mod plan;
mod print;
pub mod random;
pub mod score;
mod spoil;
mod table;
mod time;
mod topics;
mod words;

pub use faultless::{faultless, inherent};
pub use generate::{generate, relaid};
pub use layout::Layout;

use generate::Generated;
use score::{Outcome, compare};
use serde_json::{Value, json};
use sop::analysis::{Analysis, analyze};
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::render::json::to_json;
use std::sync::OnceLock;

const DOCUMENTS: u64 = 756;

/// A document as made, and as read back.
struct Reading {
    made: Generated,
    analysis: Option<Analysis>,
}

/// All documents, read once for all tests.
fn readings() -> &'static [Reading] {
    static READINGS: OnceLock<Vec<Reading>> = OnceLock::new();
    READINGS.get_or_init(|| {
        let read = |seed| {
            let made = generate(seed);
            let analysis = analyze(&made.bytes, &made.name).ok();
            Reading { made, analysis }
        };
        (0..DOCUMENTS).map(read).collect()
    })
}

/// A document as it was read, and what a careful reader makes of it.
pub struct Judged {
    pub name: &'static str,
    pub layout: Layout,
    pub read: &'static [Sop],
    pub gold: Vec<Sop>,
    /// Paths of values that a careful reader leaves open.
    pub open: Vec<String>,
}

/// Every document with its gold.
pub fn judged() -> impl Iterator<Item = Judged> {
    readings().iter().map(|Reading { made, analysis }| {
        let read = analysis.as_ref().map_or(&[][..], |analysis| &analysis.sops);
        let open = made.golds.iter().filter_map(|gold| gold["_samar"].as_array()).flatten();
        let open = open.filter_map(Value::as_str).map(str::to_owned).collect();
        let gold = made.golds.iter().flat_map(|gold| {
            let mut gold = gold.clone();
            gold.as_object_mut().expect("a map").remove("_samar");
            read_yaml(&gold.to_string()).expect("gold is good YAML")
        });
        Judged { name: &made.name, layout: made.layout, read, gold: gold.collect(), open }
    })
}

/// What the contract says of each SOP that the document should hold.
fn recovered(reading: &Reading) -> Vec<Value> {
    let sops = reading.analysis.as_ref().map_or(&[][..], |analysis| &analysis.sops);
    let of = |at| sops.get(at).and_then(|sop| serde_json::from_str(&to_json(std::slice::from_ref(sop))).ok());
    (0..reading.made.golds.len()).map(|at| of(at).unwrap_or_else(|| json!({}))).collect()
}

fn outcome(reading: &Reading) -> Outcome {
    let mut outcome = Outcome::default();
    for (gold, predicted) in reading.made.golds.iter().zip(&recovered(reading)) {
        outcome.add(&compare(gold, predicted));
    }
    outcome
}

#[test]
fn damaged_documents_keep_what_they_say() {
    let scored: Vec<(&Generated, Outcome)> =
        readings().iter().map(|reading| (&reading.made, outcome(reading))).collect();
    println!("{}", table::tables(&scored));
    let (precision, _, f1) = table::total(&scored).figures();
    assert!(f1 >= 0.985, "F1 over all damaged documents is {f1:.3}");
    assert!(precision >= 0.995, "precision over all damaged documents is {precision:.3}");
}

#[test]
fn no_word_is_dropped_in_silence() {
    let mut lost = Vec::new();
    for Reading { made, analysis } in readings() {
        let words = analysis.as_ref().map_or_else(
            || vec!["everything".to_owned()],
            |analysis| account::lost_words(&analysis.source, &analysis.sops, &made.labels),
        );
        if !words.is_empty() {
            lost.push(format!("{} {:?}: {}", made.name, made.faults, words.join(" ")));
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
    for reading in readings() {
        let Reading { made, .. } = reading;
        std::fs::write(folder.join(&made.name), &made.bytes).expect("the document can be written");
        for (at, (gold, predicted)) in made.golds.iter().zip(&recovered(reading)).enumerate() {
            let tail = if at == 0 { String::new() } else { format!("-{}", at + 1) };
            let path = folder.join(format!("{}{tail}", made.name));
            let gold = format!("# {:?}\n{}", made.faults, dump::yaml(gold));
            std::fs::write(path.with_added_extension("yaml"), gold).expect("the gold can be written");
            std::fs::write(path.with_added_extension("json"), predicted.to_string()).expect("the JSON can be written");
        }
    }
}

/// Names and bytes of that many made-up documents, over all layouts.
pub fn generated(count: u64) -> impl Iterator<Item = (String, Vec<u8>)> {
    (0..count).map(|seed| {
        let made = generate(seed);
        (made.name, made.bytes)
    })
}
