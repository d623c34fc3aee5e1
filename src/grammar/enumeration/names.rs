//! Names that hold a comma, found where they stand whole: `Berita Acara Pemeriksaan Fisik, Mutu dan Jumlah Bibit`.

use super::{by_commas, is_document_head, kept, marked};
use crate::vocabulary::fold;
use crate::vocabulary::list_words::AND;
use std::collections::BTreeMap;
use std::ops::Bound;

/// How often a cell says it before what it says is taken for one name.
const OFTEN: usize = 2;

/// The names of one document that a comma does not cut.
#[derive(Debug, Default)]
pub struct Names {
    /// Folded names, and how often a whole cell says each; an entry of a list counts as often as it takes.
    known: BTreeMap<String, usize>,
    /// The same of names that a cell begins with, before the comma of another entry.
    begun: BTreeMap<String, usize>,
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
        for name in before_commas(cell).filter(|name| reads_as_one(name)) {
            *self.begun.entry(fold(name)).or_default() += 1;
        }
    }

    fn count(&mut self, name: &str, times: usize) {
        *self.known.entry(fold(name)).or_default() += times;
    }

    /// The text is one name.
    pub(super) fn holds(&self, text: &str) -> bool {
        if !text.contains(',') || self.known.is_empty() {
            return false;
        }
        let folded = fold(text);
        let times = |name: &str| {
            self.known.get(name).map(|times| times + self.begun.get(name).copied().unwrap_or(0)).unwrap_or(0)
        };
        // `Laporan Kejadian, Korban dan Kerusakan akhir`: the name in another state.
        let longer = || {
            let (name, _) =
                self.known.range::<str, _>((Bound::Unbounded, Bound::Excluded(folded.as_str()))).next_back()?;
            let commas = |text: &str| text.matches(',').count();
            let own = before_words(text).find(|before| !before.ends_with(',') && fold(before) == *name)?;
            (times(name) >= OFTEN && commas(own) == commas(text)).then_some(())
        };
        times(&folded) >= OFTEN || longer().is_some()
    }

    /// The name that the text begins with, where the comma of another entry follows.
    pub(super) fn leading<'t>(&self, text: &'t str) -> Option<&'t str> {
        if self.known.is_empty() { None } else { before_commas(text).filter(|name| self.holds(name)).last() }
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

/// Most places at which a text is cut to look for a name.
const MOST_CUTS: usize = 16;

/// The beginnings of a text up to each comma behind the first.
fn before_commas(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(',').skip(1).take(MOST_CUTS).map(|(at, _)| text[..at].trim())
}

/// The beginnings of a text up to each of its last words.
fn before_words(text: &str) -> impl Iterator<Item = &str> {
    text.trim().rmatch_indices(' ').take(MOST_CUTS).map(|(at, _)| &text.trim()[..at])
}
