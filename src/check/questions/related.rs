//! What an entry under Keterkaitan says: the name of an SOP, or an activity.

use super::{FirstWord, Word};
use crate::check::Subject;
use crate::vocabulary::title_words::{GENERAL_ACTIONS, NUMBER_WORDS};

/// Endings by which a verb and the noun made of it differ: `menyusun`, `penyusunan`; `melaksanakan`, `pelaksanaan`.
const ENDINGS: [&str; 3] = ["kan", "an", "i"];

/// An entry without the number in front of the name: `SOP Nomor 12/2023 tentang Surat Keluar` is `Surat Keluar`.
pub fn words_of_title<'w, 'a>(entry: &'w [Word<'a>]) -> &'w [Word<'a>] {
    let numbered = entry.iter().take(3).any(|word| NUMBER_WORDS.contains(&&*word.lower));
    let about = || entry.iter().position(|word| word.lower == "tentang");
    numbered.then(about).flatten().map_or(entry, |at| &entry[at + 1..])
}

/// The entry reads as an activity: it begins with a verb (`Some(None)`), or it is what a step of the SOP does, said with a noun
/// (`Some(Some(3))`).
pub fn activity_of(subject: &Subject<'_>, words: &[Word<'_>]) -> Option<Option<u32>> {
    let first = words.iter().position(|word| !GENERAL_ACTIONS.contains(&&*word.lower))?;
    if first == 0 && words[0].opens() == FirstWord::Active {
        return Some(None);
    }
    let deed = &words[first].lower;
    if !(deed.starts_with("pe") && deed.ends_with("an")) {
        return None;
    }
    let wanted: Vec<Stems> = words[first..].iter().map(|word| Stems::of(&word.lower)).collect();
    let does_it = |row: &usize| subject.texts().activity(*row).is_some_and(|text| does(&text.words, &wanted));
    (0..subject.steps.len()).find(does_it).map(|row| Some(subject.steps[row].number))
}

/// An activity has all these words, the first of them as a verb.
fn does(activity: &[Word<'_>], wanted: &[Stems<'_>]) -> bool {
    let is_verb = |word: &&Word<'_>| word.lower.starts_with("me");
    let verb = activity.iter().filter(is_verb).any(|word| Stems::of(&word.lower).shares_one(&wanted[0]));
    verb && wanted.iter().all(|noun| activity.iter().any(|word| Stems::of(&word.lower).shares_one(noun)))
}

/// What may be the stem of a word, `me-` of a verb made `pe-` as in its noun: the word itself, and what is left before each ending
/// that it may have. Which ending is one and which belongs to the root is not to be seen from the word alone.
struct Stems<'w> {
    prefix: &'static str,
    rest: &'w str,
    cut: [Option<&'w str>; 3],
}

impl<'w> Stems<'w> {
    fn of(lower: &'w str) -> Self {
        let (prefix, rest) =
            lower.strip_prefix("me").or_else(|| lower.strip_prefix("pe")).map_or(("", lower), |it| ("pe", it));
        let long = |it: &&str| it.len() + prefix.len() > 4;
        Self { prefix, rest, cut: ENDINGS.map(|ending| rest.strip_suffix(ending).filter(long)) }
    }

    /// One word is the other, or the verb of its noun: `menyusun` and `penyusunan`.
    fn shares_one(&self, other: &Self) -> bool {
        let all = |it: &Self| std::iter::once(it.rest).chain(it.cut.into_iter().flatten());
        self.prefix == other.prefix && all(self).any(|stem| all(other).any(|it| it == stem))
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn a_verb_and_its_noun_share_a_stem() {
        for (verb, noun) in [("menyusun", "penyusunan"), ("melaksanakan", "pelaksanaan"), ("membentuk", "pembentukan")]
        {
            assert!(Stems::of(verb).shares_one(&Stems::of(noun)), "{verb}");
        }
        assert!(!Stems::of("menyusun").shares_one(&Stems::of("penyerahan")));
        assert!(!Stems::of("tim").shares_one(&Stems::of("tikan")), "what remains is too short to be a stem");
    }

    #[test]
    fn the_number_is_no_part_of_a_name() {
        for (entry, name) in [
            ("SOP Nomor 12/SOP/2023 tentang Surat Keluar", "Surat Keluar"),
            ("Penyusunan Laporan tentang Aset", "Penyusunan Laporan tentang Aset"),
        ] {
            let found: Vec<&str> = words_of_title(&words(entry)).iter().map(|word| word.text).collect();
            assert_eq!(found.join(" "), name);
        }
    }
}
