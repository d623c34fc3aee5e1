//! Names of documents compared by what they mean: case, synonyms and joining words aside.

use super::{Entry, Kind, Spelling, Word, look_up, words};
use crate::vocabulary::document_synonyms::{KINDS_OF_DOCUMENTS, SYNONYMS};
use crate::vocabulary::phrases::{Phrases, count};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::borrow::Cow;

static USUAL: Phrases<{ count(SYNONYMS) }, 128> = Phrases::of(SYNONYMS);

/// So many words with one beginning or end are held against each other; more have only hostile tables.
const MOST_KIN: usize = 64;

/// A text of more words is no name of a document; those behind are not held against others.
const LONGEST_NAME: usize = 200;

/// A document name reduced to the words that name something, synonyms made one; by their numbers in [`Terms`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct NameKey(SmallVec<[u32; 6]>);

impl NameKey {
    /// Names nothing at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers of its words, in the order of the name.
    pub fn terms(&self) -> &[u32] {
        &self.0
    }

    /// Every word of this name is in the other.
    pub fn is_in(&self, other: &Self) -> bool {
        !self.is_empty() && self.0.iter().all(|word| other.0.contains(word))
    }
}

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

/// The words of all names that are compared with each other, numbered in the order met.
#[derive(Debug, Default)]
pub struct Terms<'a> {
    numbers: FxHashMap<Cow<'a, str>, u32>,
    spelt: Vec<Cow<'a, str>>,
    kin: Vec<Vec<u32>>,
}

impl<'a> Terms<'a> {
    /// The key of a name of these words, which are taken in.
    pub fn key(&mut self, name: &[Word<'a>]) -> NameKey {
        let terms = naming_among(name).into_iter().map(|word| self.number(word));
        NameKey(terms.collect())
    }

    fn number(&mut self, word: Cow<'a, str>) -> u32 {
        if let Some(number) = self.numbers.get(&word) {
            return *number;
        }
        let number = self.spelt.len() as u32;
        self.spelt.push(word.clone());
        self.numbers.insert(word, number);
        number
    }

    /// Finds the words that are misspellings of each other, once all names are taken in.
    pub fn find_kin(&mut self) {
        self.kin = vec![Vec::new(); self.spelt.len()];
        // One changed letter leaves the beginning or the end as it is.
        let half = SHORTEST_MISSPELT / 2;
        let long = self.spelt.iter().zip(0..).filter(|(word, _)| word.len() >= SHORTEST_MISSPELT);
        let ends = long.flat_map(|(word, number)| {
            let bytes = word.as_bytes();
            [(false, &bytes[..half], number), (true, &bytes[bytes.len() - half..], number)]
        });
        let mut ends: Vec<(bool, &[u8], u32)> = ends.collect();
        ends.sort_unstable();
        for (at, (is_end, letters, number)) in ends.iter().enumerate() {
            let same = ends[..at].iter().rev().take_while(|(of, its, _)| (of, its) == (is_end, letters));
            for (.., other) in same.take(MOST_KIN) {
                let (one, two) = (*number as usize, *other as usize);
                if is_misspelt(&self.spelt[one], &self.spelt[two]) && !self.kin[one].contains(other) {
                    self.kin[one].push(*other);
                    self.kin[two].push(*number);
                }
            }
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.spelt.len()
    }

    /// The word of that number.
    pub fn word(&self, term: u32) -> &str {
        &self.spelt[term as usize]
    }

    /// The words that differ from this one by a letter.
    pub fn kin(&self, term: u32) -> &[u32] {
        self.kin.get(term as usize).map_or(&[], Vec::as_slice)
    }

    /// How alike two names are.
    pub fn likeness(&self, one: &NameKey, other: &NameKey) -> Likeness {
        let (few, many) = if one.0.len() <= other.0.len() { (&one.0, &other.0) } else { (&other.0, &one.0) };
        if few.is_empty() {
            return Likeness::Different;
        }
        let exact = few.iter().filter(|word| many.contains(word)).count();
        if exact == few.len() {
            return Likeness::Same;
        }
        let is_shared = |word: u32| many.contains(&word) || self.kin(word).iter().any(|kin| many.contains(kin));
        let (mut shared, mut telling) = (0, 0);
        for word in few.iter().filter(|word| is_shared(**word)) {
            shared += 1;
            telling += usize::from(!look_up(self.word(*word)).is(Kind::Common));
        }
        match (2 * shared >= few.len(), telling, shared) {
            (true, _, 2) if self.kind(few).is_some_and(|kind| self.kind(many) == Some(kind)) => Likeness::Loose,
            // A request is not what answers it.
            (true, ..) if self.kind(few).zip(self.kind(many)).is_some_and(|(one, other)| one != other) => {
                Likeness::Loose
            }
            (true, 1.., 2..) => Likeness::Near,
            (true, 1.., _) if shared == few.len() => Likeness::Near,
            (true, ..) => Likeness::Loose,
            _ => Likeness::Different,
        }
    }

    /// The kind of document that a name of more words begins with; two names that share no more may be of any two documents.
    fn kind(&self, key: &[u32]) -> Option<[&str; 2]> {
        let [first, second, _, ..] = key else { return None };
        let kind = [self.word(*first), self.word(*second)];
        KINDS_OF_DOCUMENTS.contains(&kind).then_some(kind)
    }
}

/// The words of a name that name something, each once, lower-cased, in its order; synonyms made one.
pub fn naming_among<'a>(name: &[Word<'a>]) -> SmallVec<[Cow<'a, str>; 6]> {
    let mut found = SmallVec::new();
    let mut at = 0;
    while let Some(word) = name.get(at).filter(|_| found.len() < LONGEST_NAME) {
        let (_, entry) = spelt(word);
        let is_opening = entry.is(Kind::OpensDocument);
        let longest = || USUAL.longest(name.len() - at, |ahead| spelt(&name[at + ahead]).0);
        let usual = is_opening.then(longest).flatten();
        match usual {
            Some((phrase, _)) => {
                phrase.split(' ').for_each(|word| push_naming(&mut found, Cow::Borrowed(word), look_up(word)))
            }
            None => push_naming(&mut found, corrected(word), entry),
        }
        at += usual.map_or(1, |(_, taken)| taken);
    }
    found
}

fn push_naming<'a>(found: &mut SmallVec<[Cow<'a, str>; 6]>, word: Cow<'a, str>, entry: Entry) {
    if !entry.is(Kind::Joining) && !found.contains(&word) {
        found.push(word);
    }
}

/// The words of a name, lower-cased, known misspellings put right.
pub fn spelt_words(name: &str) -> Vec<Cow<'_, str>> {
    words(name).iter().map(corrected).collect()
}

/// The word without a known misspelling, which is the business of spelling rules; and what the lists say of that.
pub fn spelt<'w>(word: &'w Word<'_>) -> (&'w str, Entry) {
    let right = word.entry.right(Spelling::Typo);
    right.map_or((word.as_lower(), word.entry), |right| (right, look_up(right)))
}

fn corrected<'a>(word: &Word<'a>) -> Cow<'a, str> {
    word.entry.right(Spelling::Typo).map_or_else(|| word.lower.clone(), Cow::Borrowed)
}

/// Shorter words differ by a letter without being misspelt.
const SHORTEST_MISSPELT: usize = 6;

/// Two spellings of one word: a letter lost, added or changed in a word long enough to tell.
fn is_misspelt(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let alike = |(one, other): &(char, char)| one == other;
    let before: usize = short.chars().zip(long.chars()).take_while(alike).map(|(it, _)| it.len_utf8()).sum();
    let (mut short_rest, mut long_rest) = (short[before..].chars(), long[before..].chars());
    long_rest.next();
    if short.chars().count() == long.chars().count() {
        short_rest.next();
    }
    short.len() >= SHORTEST_MISSPELT && one != other && short_rest.eq(long_rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(one: &str, other: &str, expected: Likeness) {
        let mut terms = Terms::default();
        let (first, second) = (terms.key(&words(one)), terms.key(&words(other)));
        terms.find_kin();
        assert_eq!(terms.likeness(&first, &second), expected, "{one} / {other}");
        assert_eq!(terms.likeness(&second, &first), expected, "{other} / {one}");
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
        case("Surat Perintah Kerja", "Surat Perintah Survei", Likeness::Loose);
        case("Surat Keterangan Usaha", "Surat Keterangan Usha", Likeness::Loose);
        case("Surat Keterangan Domisili", "Surat Keterangan Domisli", Likeness::Near);
        case("Surat permohonan persetujuan", "Surat persetujuan pemusnahan", Likeness::Loose);
        case("Surat Keterangan", "Surat Keterangan Domisili", Likeness::Same);
        case("Rekomendasi Camat", "Rekomendasi Bupati", Likeness::Loose);
        case("Rekomendasi", "Rekomendsi", Likeness::Near);
        case("Jadwal", "Jadwall", Likeness::Near);
        case("Permohonan", "Peraturan", Likeness::Different);
        case("", "Surat", Likeness::Different);
    }

    #[test]
    fn one_letter_makes_a_misspelling() {
        for (one, other, expected) in [
            ("rekomendasi", "rekomendsi", true),
            ("rekomendasi", "rekomendasii", true),
            ("rekomendasi", "rekomemdasi", true),
            ("rekomendasi", "trekomendasi", true),
            ("rekomendasi", "rekomendasi", false),
            ("rekomendasi", "rekmendsi", false),
            ("rekomendasi", "rekoemndasi", false),
            ("surat", "murat", false),
            ("peraturan", "përaturan", true),
        ] {
            assert_eq!(is_misspelt(one, other), expected, "{one} / {other}");
            assert_eq!(is_misspelt(other, one), expected, "{other} / {one}");
        }
    }

    #[test]
    fn a_name_is_its_telling_words_once_each() {
        assert_eq!(naming_among(&words("Surat surat dan jadwal")).as_slice(), ["surat", "jadwal"]);
        assert!(is_misspelt("berkas", "berkass"));
        let mut terms = Terms::default();
        let (none, one) = (terms.key(&words("dan")), terms.key(&words("surat")));
        assert!(none.is_empty() && !none.is_in(&one) && !one.is_empty());
    }
}
