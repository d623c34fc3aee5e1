//! What `--fix` and `--unsafe-fixes` ask for, and a text with all that mended.

use super::speech::Speech;
use crate::analysis::{Analysis, analyze};
use crate::check::{Settings, check, rules};
use crate::diagnostic::Diagnostic;
use crate::mend::{Mended, mend, resolve};
use anyhow::Result;

/// Which fixes are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Those that are safe.
    Safe,
    /// Also those that a person has to look at.
    Unsafe,
}

impl Wanted {
    /// From the two options; `None` where nothing is to be mended.
    pub fn of(fix: bool, unsafe_fixes: bool, speech: Speech) -> Result<Option<Self>> {
        match (fix, unsafe_fixes) {
            (true, false) => Ok(Some(Self::Safe)),
            (true, true) => Ok(Some(Self::Unsafe)),
            (false, false) => Ok(None),
            (false, true) => Err(speech.failure(
                "--unsafe-fixes hanya menambah perbaikan: pakai bersama --fix (atau --diff untuk melihatnya dahulu)",
                "--unsafe-fixes only adds fixes: use it with --fix (or --diff to look first)",
            )),
        }
    }

    /// The finding has a fix of that kind.
    pub fn takes(self, finding: &Diagnostic) -> bool {
        let can = |safe: bool| safe || self == Self::Unsafe;
        finding.fix.as_ref().is_some_and(|fix| can(fix.safe))
    }
}

/// The findings of all rules about a YAML or JSON text, their fixes resolved; `None` where it does not read back.
fn findings(text: &str, name: &str, settings: &Settings) -> Option<Vec<Diagnostic>> {
    let Analysis { source, sops, .. } = analyze(text.as_bytes(), name).ok().filter(|it| it.is_model)?;
    let mut found = Vec::new();
    for (at, sop) in sops.iter().enumerate() {
        let first = found.len();
        found.extend(check(sop, settings, rules()));
        found[first..].iter_mut().for_each(|it| it.sop = at);
    }
    resolve(&source, &mut found);
    Some(found)
}

/// A YAML or JSON text with all that `is_wanted` mended; held against all rules, so that nothing else is broken. `None` where
/// the text does not read.
pub(super) fn mended(
    text: &str,
    name: &str,
    settings: &Settings,
    is_wanted: &dyn Fn(&Diagnostic) -> bool,
) -> Option<Mended> {
    mend(text, &|text| findings(text, name, settings), is_wanted)
}
