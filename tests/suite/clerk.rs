//! YAML as clerks type it: what each file makes the program say, beside it.

use crate::support::golden::{assert_golden, content, stems};
use crate::support::sandbox::Sandbox;

const FOLDER: &str = "tests/suite/data/clerk";

/// `UPDATE=1` writes what is said anew; read the difference before it is committed.
#[test]
fn files_typed_by_hand_are_answered_in_plain_words() {
    let stems = stems(FOLDER, ".yaml");
    assert!(stems.len() >= 10);
    for stem in stems {
        let name = format!("{stem}.yaml");
        let sandbox = Sandbox::new().file(&name, content(&format!("{FOLDER}/{name}")));
        let run = sandbox.run(&["check", "--format", "concise", &name]);
        assert_golden(&format!("{FOLDER}/{stem}.temuan"), format!("{}{}", run.out, run.err).as_bytes());
    }
}

/// A row put in between two others by hand gets its number, and the arrows behind it move along.
#[test]
fn an_inserted_step_is_numbered_with_its_arrows() {
    let name = "09-langkah-disisipkan.yaml";
    let sandbox = Sandbox::new().file(name, content(&format!("{FOLDER}/{name}")));
    let run = sandbox.run(&["check", "--fix", "--unsafe-fixes", name]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let mended = sandbox.read(name);
    for line in ["  - nomor: 8\n", "    ya: 6\n    tidak: 3\n", "    ya: 3\n    tidak: 1\n"] {
        assert!(mended.contains(line), "{line}{mended}");
    }
}
