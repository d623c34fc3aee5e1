#!/usr/bin/env bash
# annotate-snippets 0.12.17 shows one word in two spellings: in a title and in the quoted line without its zero width joiner, in a label
# and in a message with it.
#
# In Sinhala, Malayalam, Devanagari and others the joiner (U+200D) between two consonants is a matter of spelling: with it they are written
# as one sign. The crate takes out of source lines what a terminal would act upon, and the joiner counts among that; it takes it out of titles
# as well, but of neither labels nor messages. So a finding that names a word quotes another one, and who copies the word from the
# title or the line and searches the file for it finds nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "joined"
version = "0.0.0"
edition = "2024"

[dependencies]
annotate-snippets = { version = "=0.12.17", default-features = false }
TOML
cat >"$work/src/main.rs" <<'RUST'
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

fn main() {
    // The Sinhala syllable "shri": sha, virama, joiner, ra, ii.
    let word = "\u{0dc1}\u{0dca}\u{200d}\u{0dbb}\u{0dd3}";
    let mark = AnnotationKind::Primary.span(0..word.len()).label(word);
    let group = Level::WARNING
        .primary_title(word)
        .element(Snippet::source(word).annotation(mark))
        .element(Level::HELP.message(word));
    let shown = Renderer::plain().render(&[group]);
    println!("annotate-snippets 0.12.17");
    let mut joined = Vec::new();
    for line in shown.lines().filter(|line| line.contains('\u{0dc1}')) {
        let letters: String = line.chars().filter(|it| !it.is_ascii()).map(|it| format!(" {:04X}", it as u32)).collect();
        println!("{:12}{letters}", line.trim_matches(|it: char| !it.is_ascii() || it == ' '));
        joined.push(line.contains('\u{200d}'));
    }
    if joined != [false, false, true, true] {
        eprintln!("changed: title, line, label and message keep the joiner so: {joined:?}");
        std::process::exit(1);
    }
}
RUST
cargo run --quiet --manifest-path "$work/Cargo.toml"
