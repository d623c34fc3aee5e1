//! A name for each finding that outlives the lines around it, so that a program knows it again.

use crate::diagnostic::Diagnostic;
use crate::fnv;
use std::collections::BTreeMap;

/// The fingerprints of one file's findings, no two alike.
#[derive(Debug, Default)]
pub(super) struct Fingerprints(BTreeMap<String, usize>);

impl Fingerprints {
    /// The fingerprint of the next finding of the file that goes by this name; the second of two alike says so.
    pub fn of(&mut self, file: &str, finding: &Diagnostic) -> String {
        let print = fingerprint(file, finding);
        let seen = self.0.entry(print.clone()).or_insert(0);
        *seen += 1;
        if *seen == 1 { print } else { format!("{print}-{seen}") }
    }
}

/// Rests on what the finding is about and in which SOP of which file, not on where it stands.
fn fingerprint(file: &str, it: &Diagnostic) -> String {
    let parts = [file, &it.sop.to_string(), &it.fingerprint];
    format!("{:016x}{:016x}", hash(&parts, fnv::BASIS), hash(&parts, 0x9e37_79b9_7f4a_7c15))
}

/// The hash of the parts, each closed by a byte that no text holds.
fn hash(parts: &[&str], basis: u64) -> u64 {
    fnv::fold(basis, parts.iter().flat_map(|part| part.bytes().chain([0xff])))
}
