//! What is promised to stay: codes and names of rules, once released, are never given to anything else.

use sop::check::rules;
use std::collections::BTreeMap;
use std::path::Path;

/// `UPDATE=1` adds what is new; a line is changed by hand only, to end in `retired` when its rule goes.
#[test]
fn codes_and_names_once_released_stay() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/data/codes.txt");
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let mut released: BTreeMap<&str, &str> = BTreeMap::new();
    for line in text.lines() {
        let (code, name) = line.split_once(' ').expect("a code and a name");
        assert!(released.insert(code, name).is_none(), "{code} is listed twice");
    }
    for (code, name) in &released {
        let now = rules().find(|rule| rule.code == *code).map(|rule| rule.name);
        match name.strip_suffix(" retired") {
            Some(name) => {
                assert_eq!(now, None, "{code} was {name}, is retired, and is given to another rule");
                assert!(!rules().any(|rule| rule.name == name), "{name} is retired, and the name of another rule");
            }
            None => assert_eq!(now, Some(*name), "{code} is released as {name}"),
        }
    }
    let new: Vec<String> = rules()
        .filter(|rule| !released.contains_key(rule.code))
        .map(|rule| format!("{} {}", rule.code, rule.name))
        .collect();
    if std::env::var_os("UPDATE").is_some() && !new.is_empty() {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).chain(new).collect();
        lines.sort();
        std::fs::write(&file, lines.join("\n") + "\n").unwrap();
    } else {
        assert!(new.is_empty(), "not in tests/suite/data/codes.txt (UPDATE=1 adds them): {new:?}");
    }
}
