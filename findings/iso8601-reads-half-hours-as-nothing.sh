#!/usr/bin/env bash
# The crate iso8601 0.6.6 reads "PT1,5H", an hour and a half, as no time at all, and "P1W2D" as a week: what it does not know it drops.
#
# ISO 8601-1 lets the smallest part of a duration be a decimal fraction, behind a comma or a full stop. The crate knows
# fractions of seconds only. A parser that does not know a form is expected to refuse it, and this one does so for "P1,5D"; but
# behind the T each part is optional, so that none suffices, and what is left over is not looked at. The answer is `Ok`, the duration
# zero. Whoever adds up the times of a procedure gets a sum that is too small, and never an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "times"
version = "0.0.0"
edition = "2024"

[dependencies]
iso8601 = "=0.6.6"
TOML
cat >"$work/src/main.rs" <<'RUST'
fn main() {
    let seconds = |text: &str| iso8601::duration(text).map(|it| std::time::Duration::from(it).as_secs());
    // What is written, what it means in seconds, and what is read.
    let cases = [
        ("PT1H30M", 5400, Ok(5400)),
        ("PT1,5H", 5400, Ok(0)),
        ("PT0.5H", 1800, Ok(0)),
        ("PT1H30,5M", 5430, Ok(3600)),
        ("P1W2D", 777_600, Ok(604_800)),
        ("P1,5D", 129_600, Err(())),
    ];
    println!("iso8601 0.6.6");
    let mut same = true;
    for (text, meant, expected) in cases {
        let read = seconds(text).map_err(|_| ());
        println!("{text:10} meant {meant:>6} s, read {read:?}");
        same &= read == expected;
    }
    if !same {
        eprintln!("changed: fractions or left over letters are treated another way now");
        std::process::exit(1);
    }
}
RUST
cargo run --quiet --manifest-path "$work/Cargo.toml"
