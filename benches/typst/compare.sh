#!/usr/bin/env bash
# The print of an SOP of 14 steps, by us and by Typst, cold process against cold process in one run.
# Needs hyperfine and typst (`cargo install typst-cli --locked`), and `cargo build --release` before.
set -euo pipefail
cd "$(dirname "$0")"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
hyperfine --shell=none --warmup 5 --runs "${RUNS:-60}" --prepare "rm -f $out/sop.pdf $out/typst.pdf" \
    --command-name "sop" "../../target/release/sop render sop.yaml --to pdf --force -o $out/sop.pdf" \
    --command-name "typst" "typst compile sop.typ $out/typst.pdf" \
    --command-name "typst, fonts of the system left out" "typst compile --ignore-system-fonts sop.typ $out/typst.pdf"
