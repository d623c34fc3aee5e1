#!/usr/bin/env bash
# similar 3.2.1 writes a unified diff that neither patch nor git takes, where a line holds a carriage return of its own.
#
# `TextDiff::from_lines` ends a line at a lone carriage return as well, and the hunk counts it as two. What is written is
# still one line for every reader of unified diffs, for these end lines at line feeds only: the hunk says more lines than it has. Lone
# returns are met in what old spreadsheets and forms put into one cell, and YAML takes them for line breaks. The diff looks right in a
# terminal, and whoever stores it to apply it later learns that it is malformed. Slices cut at line feeds (`diff_slices`) are
# written rightly.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "returned"
version = "0.0.0"
edition = "2024"

[dependencies]
similar = { version = "=3.2.1", default-features = false, features = ["std", "text"] }
TOML
cat >"$work/src/main.rs" <<'RUST'
use similar::TextDiff;
use std::fs::write;

fn main() {
    let (old, new) = ("first\rhalf\nwrong\nlast\n", "first\rhalf\nright\nlast\n");
    write("table.txt", old).unwrap();
    let whole = TextDiff::from_lines(old, new);
    write("lines.diff", whole.unified_diff().header("a/table.txt", "b/table.txt").to_string()).unwrap();
    let [old, new] = [old, new].map(|text| text.split_inclusive('\n').collect::<Vec<&str>>());
    let cut = TextDiff::configure().newline_terminated(true).diff_slices(&old, &new);
    write("slices.diff", cut.unified_diff().header("a/table.txt", "b/table.txt").to_string()).unwrap();
}
RUST
cargo build --quiet --manifest-path "$work/Cargo.toml" --target-dir "$work/target"
cd "$work"
target/debug/returned
echo "similar 3.2.1"
takes() { git apply --check "$1" >/dev/null 2>&1 && echo taken || echo refused; }
lines=$(takes lines.diff) slices=$(takes slices.diff)
echo "from_lines:  $(grep -a '^@@' lines.diff)  $lines by git apply"
echo "diff_slices: $(grep -a '^@@' slices.diff)  $slices by git apply"
[ "$lines" = refused ] && [ "$slices" = taken ] || { echo "changed" >&2; exit 1; }
