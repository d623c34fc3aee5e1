//! What an entry under Keterkaitan says: the name of an SOP, or an activity.

use super::{FirstWord, Word, first_word, words};
use crate::model::Sop;
use crate::vocabulary::title_words::{GENERAL_ACTIONS, NUMBER_WORDS};

/// Endings by which a verb and the noun made of it differ: `menyusun`, `penyusunan`; `melaksanakan`, `pelaksanaan`.
const ENDINGS: &[&str] = &["kan", "an", "i"];

/// An entry without the number in front of the name: `SOP Nomor 12/2023 tentang Surat Keluar` is `Surat Keluar`.
pub fn words_of_title(entry: &str) -> &str {
    let words = words(entry);
    let numbered = words.iter().take(3).any(|word| NUMBER_WORDS.contains(&&*word.lower));
    let about = words.iter().find(|word| word.lower == "tentang");
    about.filter(|_| numbered).map_or(entry, |word| entry[word.end()..].trim())
}

/// The entry reads as an activity: it begins with a verb (`Some(None)`), or it is what a step of the SOP does, said with a noun
/// (`Some(Some(3))`).
pub fn activity_of(sop: &Sop, entry: &str) -> Option<Option<u32>> {
    let words = words(entry);
    let first = words.iter().position(|word| !GENERAL_ACTIONS.contains(&&*word.lower))?;
    if first == 0 && first_word(&words[0].lower) == FirstWord::Active {
        return Some(None);
    }
    let deed = &words[first].lower;
    if !(deed.starts_with("pe") && deed.ends_with("an")) {
        return None;
    }
    let wanted: Vec<&str> = words[first..].iter().map(|word| &*word.lower).collect();
    let step = sop.steps.iter().find(|step| step.activity.value().is_some_and(|text| does(text, &wanted)));
    step.map(|step| Some(step.number))
}

/// An activity has all these words, the first of them as a verb.
fn does(activity: &str, wanted: &[&str]) -> bool {
    let words = words(activity);
    let is = |word: &Word<'_>, noun: &str| is_of_one_stem(&word.lower, noun);
    let verb = words.iter().any(|word| word.lower.starts_with("me") && is(word, wanted[0]));
    verb && wanted.iter().all(|noun| words.iter().any(|word| is(word, noun)))
}

/// A word is the other, or the verb of its noun: `menyusun` and `penyusunan`.
fn is_of_one_stem(one: &str, other: &str) -> bool {
    let (one, other) = (stems(one), stems(other));
    one.iter().any(|stem| other.contains(stem))
}

/// What may be the stem of a word; which ending is one and which belongs to the root is not to be seen from the word alone.
fn stems(lower: &str) -> Vec<String> {
    let cut = ENDINGS.iter().filter_map(|ending| lower.strip_suffix(ending).filter(|it| it.len() > 4));
    let as_noun = |it: &str| it.strip_prefix("me").map_or_else(|| it.to_owned(), |rest| format!("pe{rest}"));
    std::iter::once(lower).chain(cut).map(as_noun).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_and_its_noun_share_a_stem() {
        for (verb, noun) in [("menyusun", "penyusunan"), ("melaksanakan", "pelaksanaan"), ("membentuk", "pembentukan")]
        {
            assert!(is_of_one_stem(verb, noun) && is_of_one_stem(noun, verb), "{verb}");
        }
        assert!(!is_of_one_stem("menyusun", "penyerahan"));
        assert!(!is_of_one_stem("tim", "tikan"), "what remains is too short to be a stem");
    }

    #[test]
    fn the_number_is_no_part_of_a_name() {
        assert_eq!(words_of_title("SOP Nomor 12/SOP/2023 tentang Surat Keluar"), "Surat Keluar");
        assert_eq!(words_of_title("Penyusunan Laporan tentang Aset"), "Penyusunan Laporan tentang Aset");
    }
}
