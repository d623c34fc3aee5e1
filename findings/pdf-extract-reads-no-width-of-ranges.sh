#!/usr/bin/env bash
# The crate pdf-extract 0.12.1 sets letters at wrong places when a font tells the width of a range of glyphs by one number.
#
# The array `W` of a composite font has two forms: `first [w w w]`, a width each, and `first last w`, one for all (ISO 32000-2, 9.7.4.3).
# Writers take the one that is shorter, and digits are of one width in most fonts. The crate reads the first form rightly. Of the second it
# keeps nothing, so that each such glyph is as wide as the font's default, often twice as much; whoever asks the crate where letters
# stand (its trait `OutputDev`) finds the columns of a table shifted. No error. One text is written here with both forms.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "widths"
version = "0.0.0"
edition = "2024"

[dependencies]
pdf-extract = "=0.12.1"
TOML
cat >"$work/src/main.rs" <<'RUST'
use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc};

/// A page with the digits 1 2 3 4, each half an em wide, in 10 points from x = 100 on.
fn page(widths: &str) -> Vec<u8> {
    let shown = "BT /F 10 Tf 100 100 Td <0011001200130014> Tj ET";
    let letters = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def \
        1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0011> <0014> <0031> endbfrange endcmap end end";
    let stream = |text: &str| format!("<</Length {}>>\nstream\n{text}\nendstream", text.len());
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_owned(),
        stream(shown),
        "<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>".to_owned(),
        format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
            /FontDescriptor 8 0 R/CIDToGIDMap/Identity/DW 1000/W[{widths}]>>"
        ),
        stream(letters),
        "<</Type/FontDescriptor/FontName/Sample/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200\
            /CapHeight 700/StemV 80>>"
            .to_owned(),
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = String::new();
    for (index, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file += &format!("xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

#[derive(Default)]
struct Places(Vec<(String, f64)>);

impl OutputDev for Places {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn output_character(&mut self, at: &Transform, _: f64, _: f64, _: f64, letter: &str) -> Result<(), OutputError> {
        self.0.push((letter.to_owned(), at.m31));
        Ok(())
    }
    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

fn main() {
    println!("pdf-extract 0.12.1");
    let mut seen = Vec::new();
    for (name, widths) in [("a width each", "17 [500 500 500 500]"), ("one for all", "17 20 500")] {
        let mut places = Places::default();
        output_doc(&Document::load_mem(&page(widths)).expect("a file"), &mut places).expect("a page");
        let told: Vec<String> = places.0.iter().map(|(letter, x)| format!("{letter} at {x:.0}")).collect();
        println!("{name:13} {}", told.join(", "));
        seen.push(told.join(", "));
    }
    if seen != ["1 at 100, 2 at 105, 3 at 110, 4 at 115", "1 at 100, 2 at 110, 3 at 120, 4 at 130"] {
        eprintln!("changed: both forms are read alike now");
        std::process::exit(1);
    }
}
RUST
cargo run --quiet --manifest-path "$work/Cargo.toml"
