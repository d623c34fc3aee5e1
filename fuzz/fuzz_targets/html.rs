//! Any text, taken as a web page or as what Word saves as one: read, understood, checked, written as YAML and read back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::read::yaml::read_yaml;
use sop::render::yaml::to_yaml;

fuzz_target!(|text: &str| {
    let page = format!("<!DOCTYPE html><html><body>{text}</body></html>");
    let Ok(mut analysis) = analyze(page.as_bytes(), "masukan.html") else { return };
    for sop in &mut analysis.sops {
        for finding in check(sop, &Settings::default(), rules()) {
            assert!(finding.span.is_none_or(|span| span.end as usize <= analysis.source.text.len()));
        }
        sop.troubles.clear();
    }
    let yaml = to_yaml(&analysis.sops);
    match read_yaml(&yaml) {
        Ok(again) => assert_eq!(again, analysis.sops, "what was read back says something else:\n{yaml}"),
        Err(error) => panic!("the YAML written is refused: {error}\n{yaml}"),
    }
});
