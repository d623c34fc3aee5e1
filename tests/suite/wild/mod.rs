//! Made-up legacy texts in the styles of many offices, each with what a careful reader recovers from it (`NAME.yaml`), written
//! before the program read it. Fields of `_samar` are not settled by the text and not scored. What the program still misses
//! or takes wrongly stands under `_luput` with the reason, so that neither a loss nor a gain goes unseen.

use crate::damage::score::{Pair, compare, fold};
use crate::support::golden::{content, stems};
use serde_json::Value;
use sop::analysis::analyze;
use sop::render::json::to_json;

/// The documents of a YAML file as trees.
fn documents(yaml: &[u8]) -> Vec<Value> {
    let yaml = std::str::from_utf8(yaml).expect("gold is UTF-8");
    yaml.split("\n---\n").map(|text| serde_yaml::from_str(text).expect("gold is YAML")).collect()
}

/// What the program makes of a text, one tree for each SOP.
fn converted(name: &str) -> Vec<Value> {
    let file = format!("{name}.txt");
    let text = content(&format!("tests/suite/wild/{file}"));
    let sops = analyze(&text, &file).expect("a text").sops;
    match serde_json::from_str(&to_json(&sops)).expect("JSON") {
        Value::Array(sops) => sops,
        sop => vec![sop],
    }
}

/// `kegiatan/5/output: tepat waktu` for each entry of `_luput` that has this key; every entry must say why.
fn known(gold: &Value, key: &str) -> Vec<String> {
    let entries = gold["_luput"].as_array().map_or(&[][..], Vec::as_slice);
    assert!(entries.iter().all(|entry| entry["alasan"].as_str().is_some_and(|reason| !reason.is_empty())));
    let values = entries.iter().filter_map(|entry| entry[key].as_array()).flatten();
    let mut lines: Vec<String> = values.map(|value| value.as_str().expect("a line").to_owned()).collect();
    lines.sort();
    lines
}

fn lines(pairs: &[Pair]) -> Vec<String> {
    let mut lines: Vec<String> = pairs.iter().map(|(path, value)| format!("{path}: {}", fold(value))).collect();
    lines.sort();
    lines
}

#[test]
fn texts_of_other_offices_are_read_as_their_gold_says() {
    let names = stems("tests/suite/wild", ".txt");
    assert!(names.len() >= 20, "{names:?}");
    let mut wrong = Vec::new();
    for name in names {
        let golds = documents(&content(&format!("tests/suite/wild/{name}.yaml")));
        let found = converted(&name);
        assert_eq!(found.len(), golds.len(), "number of SOPs in {name}");
        for (gold, found) in golds.iter().zip(&found) {
            let outcome = compare(gold, found);
            for (key, pairs) in [("hilang", &outcome.missing), ("muncul", &outcome.spurious)] {
                if lines(pairs) != known(gold, key) {
                    wrong.push(format!("{name}, {key}:\n  now   {:?}\n  known {:?}", lines(pairs), known(gold, key)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
