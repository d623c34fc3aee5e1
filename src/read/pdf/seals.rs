//! Is the YAML attached to a print the one it was printed with? Prints say so in seals that stand outside of it.
//!
//! As the attachment itself, they are looked for in the bytes, and in what other programs pack objects into.

use super::attached::{file_at, find, places};
use crate::read::LARGEST_INPUT;
use crate::schema::carried::{ABOUT, SEAL, SEAL_DIGITS, seal};
use std::collections::BTreeSet;

/// What a stream that other objects are packed into says it is.
const PACKED: &[u8] = b"/ObjStm";
/// So far from its beginning the description of an attachment reaches.
const TOLD: usize = 100;

/// What a print says of what it carries.
#[derive(Debug, Default)]
pub(super) struct Seals {
    /// Each seal in it.
    known: BTreeSet<Vec<u8>>,
    /// Attachments without a seal: those of earlier versions.
    unsealed: usize,
}

impl Seals {
    /// All that stand in a PDF.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut seals = Self::default();
        seals.take_in(bytes);
        let mut left = LARGEST_INPUT;
        for at in places(bytes, PACKED) {
            let Some((_, Some(objects))) = file_at(bytes, at) else { continue };
            seals.take_in(&objects);
            match left.checked_sub(objects.len()) {
                Some(rest) => left = rest,
                None => break,
            }
        }
        seals
    }

    fn take_in(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some(at) = find(rest, SEAL.as_bytes()) {
            let end = at + SEAL.len() + SEAL_DIGITS;
            self.known.extend(rest.get(at..end).map(<[u8]>::to_vec));
            rest = &rest[at + SEAL.len()..];
        }
        let mut rest = bytes;
        while let Some(at) = find(rest, ABOUT.as_bytes()) {
            rest = &rest[at + ABOUT.len()..];
            let told = &rest[..rest.len().min(TOLD)];
            self.unsealed += usize::from(find(told, SEAL.as_bytes()).is_none());
        }
    }

    /// Some of these texts are not what the print was made with. Nothing is said of prints that have no seals, nor of as
    /// many texts as were bound in from such prints.
    pub(super) fn are_broken<'a>(&self, texts: impl Iterator<Item = &'a String>) -> bool {
        let others = texts.filter(|text| !self.known.contains(seal(text.as_bytes()).as_bytes())).count();
        !self.known.is_empty() && others > self.unsealed
    }
}
