//! Any text, taken as the YAML of a person: with all its fixes it still reads, and another run changes nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::check::{Settings, check, rules};
use sop::diagnostic::Diagnostic;
use sop::mend::{Mended, mend, resolve};
use sop::read::yaml::read_yaml;
use sop::source::Source;

fuzz_target!(|text: &str| {
    for all in [false, true] {
        let Some(result) = mended(text, all) else { return };
        let again = mended(&result.text, all).unwrap_or_else(|| panic!("the mended text is refused:\n{}", result.text));
        assert_eq!(again.text, result.text, "another run changes more");
    }
});

fn mended(text: &str, all: bool) -> Option<Mended> {
    mend(text, &findings, &|it: &Diagnostic| it.fix.as_ref().is_some_and(|fix| fix.safe || all))
}

fn findings(text: &str) -> Option<Vec<Diagnostic>> {
    let sops = read_yaml(text).ok()?;
    let mut found = Vec::new();
    for (at, sop) in sops.iter().enumerate() {
        let first = found.len();
        found.extend(check(sop, &Settings::default(), rules()));
        found[first..].iter_mut().for_each(|it| it.sop = at);
    }
    resolve(&Source::new("masukan", text), &mut found);
    Some(found)
}
