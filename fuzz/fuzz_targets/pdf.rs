//! Any bytes behind the head of a PDF are read or refused; what is read is understood and written as YAML.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::analysis::analyze;
use sop::render::yaml::to_yaml;

fuzz_target!(|bytes: &[u8]| {
    let mut file = Vec::with_capacity(bytes.len() + 9);
    if !bytes.starts_with(b"%PDF-") {
        file.extend_from_slice(b"%PDF-1.7\n");
    }
    file.extend_from_slice(bytes);
    if let Ok(analysis) = analyze(&file, "masukan.pdf") {
        to_yaml(&analysis.sops);
    }
});
