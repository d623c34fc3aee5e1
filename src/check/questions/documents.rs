//! Names of documents compared by what they mean: case, synonyms and joining words aside.

use super::words;
use crate::vocabulary::document_synonyms::{COMMON_WORDS, JOINING_WORDS, SYNONYMS};
use crate::vocabulary::typos::TYPOS;

/// A document name reduced to the words that name something, synonyms made one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NameKey(Vec<String>);

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They share nothing that counts.
    Different,
    /// They share something; too little to say that one was meant for the other, too much to call them unconnected.
    Loose,
    /// Most words are shared, or one is misspelt: probably one document under two names.
    Near,
    /// One document: equal, or one name holds all words of the other.
    Same,
}

impl NameKey {
    /// The key of a name.
    pub fn of(name: &str) -> Self {
        let spelt = spelt_words(name);
        let mut key = Vec::new();
        let mut at = 0;
        while at < spelt.len() {
            let (phrase, taken) = synonym(&spelt[at..]).unwrap_or((spelt[at].as_str(), 1));
            for word in phrase.split(' ') {
                if !JOINING_WORDS.contains(&word) && !key.iter().any(|it| it == word) {
                    key.push(word.to_owned());
                }
            }
            at += taken;
        }
        Self(key)
    }

    /// Names nothing at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words, in the order of the name.
    pub fn words(&self) -> &[String] {
        &self.0
    }

    /// Every word of this name is in the other.
    pub fn is_in(&self, other: &Self) -> bool {
        !self.is_empty() && self.0.iter().all(|word| other.0.contains(word))
    }

    /// How alike this name and the other are.
    pub fn likeness(&self, other: &Self) -> Likeness {
        let (few, many) = if self.0.len() <= other.0.len() { (self, other) } else { (other, self) };
        if few.is_empty() {
            return Likeness::Different;
        }
        let exact = few.0.iter().filter(|word| many.0.contains(word)).count();
        if exact == few.0.len() {
            return Likeness::Same;
        }
        let shared: Vec<_> =
            few.0.iter().filter(|word| many.0.iter().any(|it| it == *word || misspelt(it, word))).collect();
        let telling = shared.iter().filter(|word| !COMMON_WORDS.contains(&word.as_str())).count();
        let half = 2 * shared.len() >= few.0.len() && !shared.is_empty();
        match (half, telling, shared.len()) {
            (true, 1.., 2..) => Likeness::Near,
            (true, 1.., _) if shared.len() == few.0.len() => Likeness::Near,
            (true, ..) => Likeness::Loose,
            _ => Likeness::Different,
        }
    }
}

/// The words of a name, lower-cased, known misspellings put right.
pub fn spelt_words(name: &str) -> Vec<String> {
    words(name).into_iter().map(|word| corrected(word.lower)).collect()
}

/// The word without a known misspelling, which is the business of spelling rules.
fn corrected(word: String) -> String {
    TYPOS.iter().find(|(wrong, _)| *wrong == word).map_or(word, |(_, right)| (*right).to_owned())
}

/// The usual name of the longest phrase these words begin with, and how many words it takes.
fn synonym(spelt: &[String]) -> Option<(&'static str, usize)> {
    let first = spelt.first()?;
    let phrases = SYNONYMS.iter().flat_map(|row| row.iter().map(move |phrase| (row[0], *phrase)));
    // Nearly all phrases begin with another word, which is seen before any is split.
    let phrases = phrases.filter(|(_, phrase)| phrase.starts_with(first.as_str()));
    let begins = |phrase: &str| {
        let mut count = 0;
        phrase.split(' ').all(|word| {
            count += 1;
            spelt.get(count - 1).is_some_and(|it| it == word)
        })
    };
    let found = phrases.filter(|(_, phrase)| begins(phrase)).map(|(usual, phrase)| (usual, phrase.split(' ').count()));
    found.max_by_key(|(_, taken)| *taken)
}

/// Two spellings of one word: a letter lost, added or changed in a word long enough to tell.
fn misspelt(one: &str, other: &str) -> bool {
    one.len() >= 6 && one.len().abs_diff(other.len()) <= 1 && strsim::levenshtein(one, other) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(one: &str, other: &str, expected: Likeness) {
        assert_eq!(NameKey::of(one).likeness(&NameKey::of(other)), expected, "{one} / {other}");
        assert_eq!(NameKey::of(other).likeness(&NameKey::of(one)), expected, "{other} / {one}");
    }

    #[test]
    fn names_are_compared_by_meaning() {
        case("Draft Monev", "Konsep MONEV", Likeness::Same);
        case("Data Hasil MONEv", "Data Hasil Monitoring dan Evaluasi", Likeness::Same);
        case("Disposisi", "Lembar Disposisi Camat", Likeness::Same);
        case("Disposisi Kadis", "Disposisi Kepala Dinas", Likeness::Same);
        case("Disposisi Kepala Pelaksana", "Disposisi Kepala Dinas", Likeness::Near);
        case("Bahan Penyusunan Monev", "Bahan Pelaksanaan Monev", Likeness::Near);
        case("Laporan Monitorin Evaluasi", "Laporan Monitoring Evaluasi", Likeness::Same);
        case("Permohonan Rekomendasi", "Permohonan Rekomendsi", Likeness::Near);
        case("Data Laporan Kinerja Triwulan", "Data Hasil Monev", Likeness::Different);
        case("Data Laporan Kinerja Triwulan", "Arahan Lebih Lanjut", Likeness::Different);
        case("Draf Laporan", "Laporan Keuangan", Likeness::Loose);
    }
}
