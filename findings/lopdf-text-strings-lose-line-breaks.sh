#!/usr/bin/env bash
# lopdf 0.44.0 decodes text strings without their line breaks and tabs, and writes one that it then reads back shorter.
#
# The contents of a note in a PDF are a text string: PDFDocEncoding, or UTF-16 behind a byte order mark. In PDFDocEncoding line feed,
# carriage return and tab are themselves (ISO 32000-2, table D.2), and most programs write notes of several lines so. lopdf's table
# knows no character below 0x18, and decoding passes over what it does not know: two lines come back as one word. `text_string`
# of the same crate writes plain ASCII unpacked, so that its own output with a line break is not read back as it was. In UTF-16 the
# breaks stay.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "notes"
version = "0.0.0"
edition = "2024"

[dependencies]
lopdf = { version = "=0.44.0", default-features = false }
TOML
cat >"$work/src/main.rs" <<'RUST'
use lopdf::{Object, StringFormat, decode_text_string, text_string};

fn main() {
    let told = "baris satu\nbaris dua\tselesai";
    let plain = Object::String(told.as_bytes().to_vec(), StringFormat::Literal);
    let mut wide = vec![0xfe, 0xff];
    wide.extend(told.encode_utf16().flat_map(u16::to_be_bytes));
    let wide = Object::String(wide, StringFormat::Hexadecimal);
    let read = |text: &Object| decode_text_string(text).expect("a text");
    println!("lopdf 0.44.0");
    println!("as PDFDocEncoding: {:?}", read(&plain));
    println!("as its own string: {:?}", read(&text_string(told)));
    println!("as UTF-16:         {:?}", read(&wide));
    let short = "baris satubaris duaselesai";
    if (read(&plain).as_str(), read(&text_string(told)).as_str(), read(&wide).as_str()) != (short, short, told) {
        eprintln!("changed: text strings keep their line breaks");
        std::process::exit(1);
    }
}
RUST
cargo run --quiet --manifest-path "$work/Cargo.toml"
