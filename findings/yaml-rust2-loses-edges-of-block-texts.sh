#!/usr/bin/env bash
# yaml-rust2 0.13.2 writes texts of several lines so that it reads them back without their indentation, without their last lines, or not at all.
#
# With `multiline_strings(true)` the emitter writes a text of several lines as a block (`|`), the form that people want to edit. How far such a
# block is indented is seen from its first line, so that one which begins with a space needs its indentation told (`|2`), and empty
# lines at the end are kept by `|+` alone (YAML 1.2.2, 8.1.1). The crate tells neither: a text whose lines are all indented loses that, one
# whose second line is not cannot be parsed, empty lines at the end are gone. Without the option all come back. A form of
# writing should not change what is written; the crate saphyr, of the same origin, gets them right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "blocks"
version = "0.0.0"
edition = "2024"

[dependencies]
yaml-rust2 = "=0.13.2"
TOML
cat >"$work/src/main.rs" <<'RUST'
use yaml_rust2::{Yaml, YamlEmitter, YamlLoader, yaml::Hash};

fn back(text: &str, as_block: bool) -> String {
    let mut step = Hash::new();
    step.insert(Yaml::String("uraian".into()), Yaml::String(text.into()));
    step.insert(Yaml::String("menit".into()), Yaml::Integer(5));
    let mut out = String::new();
    let mut emitter = YamlEmitter::new(&mut out);
    emitter.multiline_strings(as_block);
    emitter.dump(&Yaml::Hash(step)).expect("it is written");
    match YamlLoader::load_from_str(&out) {
        Ok(read) => format!("{:?}", read[0]["uraian"].as_str().expect("a text")),
        Err(_) => "not readable".to_owned(),
    }
}

fn main() {
    let cases = [
        ("satu\ndua", "\"satu\\ndua\""),
        (" satu\n dua", "\"satu\\ndua\""),
        (" satu\ndua", "not readable"),
        ("satu\ndua\n\n", "\"satu\\ndua\\n\""),
    ];
    println!("yaml-rust2 0.13.2");
    let mut same = true;
    for (text, expected) in cases {
        let (plain, block) = (back(text, false), back(text, true));
        println!("{:18} in quotes {plain:18} as a block {block}", format!("{text:?}"));
        same &= plain == format!("{text:?}") && block == expected;
    }
    if !same {
        eprintln!("changed: blocks are read back another way now");
        std::process::exit(1);
    }
}
RUST
cargo run --quiet --manifest-path "$work/Cargo.toml"
