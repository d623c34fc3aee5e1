//! Texts that broke the round trip once: what is written of them as YAML says, read back, the very same.

use sop::analysis::analyze;
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::render::yaml::to_yaml;
use std::fs;
use std::path::Path;

#[test]
fn what_is_written_of_a_damaged_text_is_read_back_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/data/roundtrip");
    let mut faults = Vec::new();
    let mut files = 0;
    for entry in fs::read_dir(folder).expect("the folder of the texts") {
        let path = entry.expect("an entry of it").path();
        files += 1;
        let bytes = fs::read(&path).expect("a text");
        let mut analysis = analyze(&bytes, "masukan.txt").expect("a text is always read");
        // What the reader admits to is no part of the format.
        analysis.sops.iter_mut().for_each(|sop| sop.troubles.clear());
        let yaml = to_yaml(&analysis.sops);
        match read_yaml(&yaml) {
            Ok(again) if again == analysis.sops => {}
            Ok(again) => faults.push(format!("{}: {}", path.display(), difference(&analysis.sops, &again))),
            Err(error) => faults.push(format!("{}: refused: {error}", path.display())),
        }
    }
    assert!(files > 0);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The first lines at which the two differ; where a value was read is no part of it.
fn difference(written: &[Sop], read: &[Sop]) -> String {
    let lines = |sops: &[Sop]| {
        let all = format!("{sops:#?}");
        let placing = ["start:", "end:", "Span {", "Some(", "None,", "place:", "},", "),"];
        let told = all.lines().map(str::trim).filter(|line| !placing.iter().any(|word| line.starts_with(word)));
        told.map(str::to_owned).collect::<Vec<_>>()
    };
    let (written, read) = (lines(written), lines(read));
    let at = written.iter().zip(&read).take_while(|(a, b)| a == b).count();
    let around = |lines: &[String]| lines[at.saturating_sub(6).min(lines.len())..(at + 6).min(lines.len())].join(" ");
    format!("\n  written: {}\n  read:    {}", around(&written), around(&read))
}
