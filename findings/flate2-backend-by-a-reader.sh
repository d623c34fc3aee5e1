#!/usr/bin/env bash
# Adding a crate that only *reads* PDF changes the bytes that other crates of the same program *write*.
#
# hayro-syntax 0.9.0 asks for flate2's feature `zlib-rs`. Cargo joins the features of one crate over the whole program, and flate2
# prefers zlib-rs over its own backend, although the program itself asks for `rust_backend` with default features off. So the deflate
# stream of an unrelated writer gets another length, and golden files fail in a place that nobody touched. hayro-syntax 0.7.2
# does not ask for it. One and the same program is built twice here, with either release as an unused dependency.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # NAME HAYRO_SYNTAX_VERSION
    mkdir -p "$work/$1/src"
    cat >"$work/$1/Cargo.toml" <<TOML
[package]
name = "writer"
version = "0.0.0"
edition = "2021"
[dependencies]
flate2 = { version = "=1.1.11", default-features = false, features = ["rust_backend"] }
hayro-syntax = { version = "=$2", features = ["unsafe"] }
TOML
    cat >"$work/$1/src/main.rs" <<'RUST'
use std::io::Write;
fn main() {
    let text: String = (0..4000u32).map(|n| format!("{} {} l\n", n * 7919 % 595, n * 104729 % 842)).collect();
    let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(6));
    writer.write_all(text.as_bytes()).unwrap();
    println!("{}", writer.finish().unwrap().len());
}
RUST
    (cd "$work/$1" && CARGO_TARGET_DIR="$work/target-$1" cargo run --quiet)
}

with=$(build with 0.9.0)
without=$(build without 0.7.2)
cargo --version
echo "length of the same deflate stream: $with bytes beside hayro-syntax 0.9.0, $without bytes beside 0.7.2"
if [ "$with" = "$without" ]; then
    echo "changed: both are alike now"
    exit 1
fi
