//! Any bytes, taken as a legacy text, go all the way: understood, checked, written as YAML, read back, drawn as a table, laid out.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::layout::{PrintOptions, lay_out};
use sop::read::yaml::read_yaml;
use sop::render::fonts::Fonts;
use sop::render::terminal::{Glyphs, table};
use sop::render::yaml::to_yaml;
use std::sync::LazyLock;

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::load().expect("the fonts carried in the program are sound"));

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut analysis) = analyze(bytes, "masukan.txt") else { return };
    for sop in &analysis.sops {
        for finding in check(sop, &Settings::default(), rules()) {
            assert!(finding.span.is_none_or(|span| span.end as usize <= analysis.source.text.len()));
        }
        table(sop, 100, Glyphs::Unicode);
        lay_out(sop, &PrintOptions::default(), &*FONTS);
    }
    // What the reader admits to is no part of the format.
    analysis.sops.iter_mut().for_each(|sop| sop.troubles.clear());
    let yaml = to_yaml(&analysis.sops);
    match read_yaml(&yaml) {
        Ok(sops) => assert_eq!(sops, analysis.sops, "what was read back says something else:\n{yaml}"),
        Err(error) => panic!("the YAML written is refused: {error}\n{yaml}"),
    }
});
