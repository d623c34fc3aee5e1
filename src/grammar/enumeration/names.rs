//! Names that hold a comma, found where they stand whole: `Berita Acara Pemeriksaan Fisik, Mutu dan Jumlah Bibit`.

use super::{by_commas, is_document_head, kept, marked};
use crate::vocabulary::fold;
use crate::vocabulary::list_words::AND;
use std::collections::BTreeMap;

/// How often a cell says it before what it says is taken for one name.
const OFTEN: usize = 2;

/// The names of one document that a comma does not cut.
#[derive(Debug, Default)]
pub struct Names {
    /// Folded names, and how often a whole cell says each; an entry of a list counts as often as it takes.
    known: BTreeMap<String, usize>,
}

impl Names {
    /// Looks for such names in a cell.
    pub fn gather(&mut self, cell: &str) {
        if !cell.as_bytes().contains(&b',') {
            return;
        }
        let cell = cell.trim();
        match marked(cell) {
            Some(entries) => {
                entries.into_iter().filter(|entry| entry.contains(',')).for_each(|it| self.count(it, OFTEN))
            }
            None if reads_as_one(cell) => self.count(cell, 1),
            None => {}
        }
    }

    fn count(&mut self, name: &str, times: usize) {
        *self.known.entry(fold(name)).or_default() += times;
    }

    /// The text is one name.
    pub(super) fn holds(&self, text: &str) -> bool {
        text.contains(',') && self.known.get(&fold(text)).is_some_and(|times| *times >= OFTEN)
    }
}

/// `A, B dan C` of which neither B nor C begins as a document does.
fn reads_as_one(cell: &str) -> bool {
    if !cell.split_whitespace().any(|word| word == AND) {
        return false;
    }
    let mut parts = Vec::new();
    by_commas(cell, &mut parts);
    let parts = kept(parts);
    parts.len() > 2 && !parts[1..].iter().any(|part| is_document_head(part))
}
