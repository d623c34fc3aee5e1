//! The five documents in `sops/`: the YAML they convert to and the findings about them stand beside them.

use crate::support::golden::{assert_golden, content, stems};
use crate::support::sandbox::Sandbox;

/// The program's two results for one text, in a folder where it stands alone.
fn converted_and_checked(text: &str) -> (String, String) {
    let sandbox = Sandbox::new().file(text, content(&format!("sops/{text}")));
    let converted = sandbox.run(&["convert", text]);
    assert_eq!(converted.code, 0, "{text}: {}", converted.err);
    let checked = sandbox.run(&["check", text, "--format", "concise"]);
    assert!(checked.code <= 1 && checked.err.is_empty(), "{text}: {checked:?}");
    (converted.out, checked.out)
}

#[test]
fn the_results_beside_each_text_are_those_of_the_program() {
    let names = stems("sops", ".txt");
    assert_eq!(names.len(), 5, "{names:?}");
    for name in names {
        let (yaml, findings) = converted_and_checked(&format!("{name}.txt"));
        assert_golden(&format!("sops/{name}.yaml"), yaml.as_bytes());
        assert_golden(&format!("sops/{name}.findings"), findings.as_bytes());
    }
}

#[test]
fn what_was_converted_is_read_back_unchanged() {
    for name in stems("sops", ".txt") {
        let file = format!("{name}.yaml");
        let (yaml, _) = converted_and_checked(&format!("{name}.txt"));
        let again = Sandbox::new().file(&file, &yaml).run(&["convert", &file]);
        assert_eq!(again.out, yaml, "{name}");
    }
}
