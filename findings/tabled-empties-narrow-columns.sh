#!/usr/bin/env bash
# The crate tabled 0.22.0 prints the columns "No" and "Waktu" without one letter when a long sentence beside them is wrapped to the terminal.
#
# `Width::wrap` breaks the words of cells into more lines until the table is as wide as asked; unlike `Width::truncate` it is there to
# keep them. By default it takes a letter from each column in turn, whether wide or narrow, and also the last one: after eight rounds a
# column of eight letters is none wide, and what stood in it is on no line. The sentence could have given all of them, and does so
# under `PriorityMax`. At 80 columns only the first goes, at 60 all that is short, so that a test on a wide terminal passes. Nothing is returned.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "lines"
version = "0.0.0"
edition = "2024"

[dependencies]
tabled = "=0.22.0"
TOML
cat >"$work/src/main.rs" <<'RUST'
use tabled::{builder::Builder, settings::{Width, peaker::PriorityMax}};

fn table(width: usize, by_widest: bool) -> String {
    let mut rows = Builder::default();
    rows.push_record(["No", "Kegiatan", "Waktu"]);
    rows.push_record(["1", "Menerima dan memeriksa kelengkapan berkas permohonan dari pemohon di loket", "15 menit"]);
    let mut table = rows.build();
    if by_widest {
        table.with(Width::wrap(width).priority(PriorityMax::left()));
    } else {
        table.with(Width::wrap(width));
    }
    table.to_string()
}

fn main() {
    println!("tabled 0.22.0\n{}\n{}", table(60, false), table(60, true));
    let letters = |text: String| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let (usual, widest) = (letters(table(60, false)), letters(table(60, true)));
    let lost = ["No", "Waktu", "15"].iter().all(|word| !usual.contains(word) && widest.contains(word));
    if !lost || usual.len() < 60 {
        eprintln!("changed: narrow columns are kept now");
        std::process::exit(1);
    }
}
RUST
cargo run --quiet --manifest-path "$work/Cargo.toml"
