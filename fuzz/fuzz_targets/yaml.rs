//! Any text, taken as the YAML of a person: refused, or read, checked, written, and read back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::check::{Settings, check, rules};
use sop::read::yaml::read_yaml;
use sop::render::yaml::to_yaml;

fuzz_target!(|text: &str| {
    let Ok(mut sops) = read_yaml(text) else { return };
    for sop in &mut sops {
        check(sop, &Settings::default(), rules());
        // What was mended in reading is told once, and is no part of the format.
        sop.troubles.clear();
    }
    let yaml = to_yaml(&sops);
    match read_yaml(&yaml) {
        Ok(again) => assert_eq!(again, sops, "what was read back says something else:\n{yaml}"),
        Err(error) => panic!("the YAML written is refused: {error}\n{yaml}"),
    }
});
