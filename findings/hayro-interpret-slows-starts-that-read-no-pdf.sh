#!/usr/bin/env bash
# Adding a crate that reads PDF pages makes every start of a program slower, also of runs that never look at a PDF.
#
# hayro-interpret 0.7.0 keeps the names of glyphs and other lists as tables of `&str`. In a position-independent program, which is what
# cargo builds on Linux, each `&str` is a pointer that the loader has to write before `main`: more than twenty thousand of them, on a
# hundred pages of memory that are copied for it. A program that wants to answer `--version` quickly pays that before its first line,
# whatever it was asked for. One and the same program is built twice here; the second only *can* interpret a page, and is never asked to.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # NAME DEPENDENCIES ELSE
    mkdir -p "$work/$1/src"
    cat >"$work/$1/Cargo.toml" <<TOML
[package]
name = "starter"
version = "0.0.0"
edition = "2021"
[dependencies]
$2
TOML
    cat >"$work/$1/src/main.rs" <<RUST
fn main() {
    match std::env::args().nth(1) {
        None => println!("started"),
        Some(path) => { $3 }
    }
}
RUST
    (cd "$work/$1" && CARGO_TARGET_DIR="$work/target-$1" cargo build --release --quiet)
}

# How many addresses the loader writes before the program begins, as it counts them itself.
written() { # NAME
    LD_DEBUG=statistics "$work/target-$1/release/starter" 2>&1 | sed -n 's/.*number of relative relocations: *//p' | head -1
}

build without '' 'println!("{path}");'
build with 'hayro-interpret = { version = "=0.7.0", default-features = false, features = ["embed-cmaps"] }
hayro-syntax = "=0.7.2"
kurbo = "=0.13.1"' '
    use hayro_interpret::{interpret_page, Context, DummyDevice, InterpreterCache, InterpreterSettings};
    let pdf = hayro_syntax::Pdf::new(std::fs::read(path).unwrap()).unwrap_or_else(|_| std::process::exit(1));
    let cache = InterpreterCache::new();
    for page in pdf.pages().iter() {
        let bounds = kurbo::Rect::new(0.0, 0.0, 600.0, 800.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(kurbo::Affine::IDENTITY, bounds, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut DummyDevice);
    }'

cargo --version
without=$(written without)
with=$(written with)
echo "addresses written at a start that reads no PDF: $without, and $with in the program that could read one"
if [ "$with" -lt $((without + 10000)) ]; then
    echo "changed: the crate costs less at the start"
    exit 1
fi
