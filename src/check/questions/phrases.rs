//! Names of one or several words that mean one thing, found at the words of a text.

use super::Word;
use rustc_hash::FxHashMap;

/// Phrases by their first word, the longest first.
pub struct Phrases(FxHashMap<&'static str, Vec<Phrase>>);

struct Phrase {
    words: Vec<&'static str>,
    usual: &'static str,
}

impl Phrases {
    /// From rows of spellings, the usual one first; where two rows have one spelling, the later row.
    pub fn of(rows: &[&[&'static str]]) -> Self {
        let mut phrases: FxHashMap<&'static str, Vec<Phrase>> = FxHashMap::default();
        for row in rows.iter().rev() {
            for spelling in row.iter().rev() {
                let words: Vec<_> = spelling.split(' ').collect();
                phrases.entry(words[0]).or_default().push(Phrase { words, usual: row[0] });
            }
        }
        phrases.values_mut().for_each(|list| list.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len())));
        Self(phrases)
    }

    /// The usual name of the longest phrase that a text begins with, and how many words it takes.
    pub fn at(&self, text: &[Word<'_>]) -> Option<(&'static str, usize)> {
        self.longest(text.len(), |at| text[at].lower.as_ref())
    }

    /// The same, over words that are read by position.
    pub fn longest<'w>(&self, count: usize, word: impl Fn(usize) -> &'w str) -> Option<(&'static str, usize)> {
        let list = self.0.get((count > 0).then(|| word(0))?)?;
        let begins = |phrase: &&Phrase| {
            phrase.words.len() <= count && phrase.words.iter().enumerate().all(|(at, it)| word(at) == *it)
        };
        list.iter().find(begins).map(|phrase| (phrase.usual, phrase.words.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn the_longest_phrase_is_found_and_nothing_in_no_words() {
        let phrases = Phrases::of(&[&["camat", "kepala kecamatan"], &["kepala"]]);
        assert_eq!(phrases.at(&words("kepala kecamatan")), Some(("camat", 2)));
        assert_eq!(phrases.at(&words("kepala")), Some(("kepala", 1)));
        assert_eq!(phrases.at(&[]), None);
    }
}
