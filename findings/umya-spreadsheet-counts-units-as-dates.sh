#!/usr/bin/env bash
# umya-spreadsheet 3.1.1 shows a day and a half under the format `[h]" jam"` as "36 ja1", and 15 under `General" menit"` as "General menit".
#
# Quoted words of a number format are shown as they stand (ECMA-376 part 1, 18.8.31). The crate heeds that for plain numbers, `0" menit"`, but
# for spans of time it turns letters of the quoted word into parts of a date: the m of "jam", which is "hours", into the month. Under
# `General` with a word behind it, the word stays and the number is gone. `formatted_value` exists to give what a person sees, and
# such formats hold the unit of a time in many forms.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "units"
version = "0.0.0"
edition = "2024"

[dependencies]
umya-spreadsheet = "=3.1.1"
TOML
cat >"$work/src/main.rs" <<'RUST'
fn main() {
    // The number, its format, what a spreadsheet shows, and what the crate tells.
    let cases = [
        (15.0, "0\" menit\"", "15 menit", "15 menit"),
        (1.5, "[h]:mm", "36:00", "36:00"),
        (1.5, "[h]\" jam\"", "36 jam", "36 ja1"),
        (15.0, "General\" menit\"", "15 menit", "General menit"),
    ];
    let mut book = umya_spreadsheet::new_file();
    let sheet = book.sheet_mut(0).expect("a sheet");
    println!("umya-spreadsheet 3.1.1");
    let mut same = true;
    for (number, format, meant, expected) in cases {
        sheet.cell_mut((1, 1)).set_value_number(number);
        sheet.style_mut((1, 1)).number_format_mut().set_format_code(format);
        let told = sheet.formatted_value((1, 1));
        println!("{number:4} as {format:17} is {meant:9} told as {told}");
        same &= told == expected;
    }
    if !same {
        eprintln!("changed: quoted words are shown another way now");
        std::process::exit(1);
    }
}
RUST
cargo run --quiet --manifest-path "$work/Cargo.toml"
