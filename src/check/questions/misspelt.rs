//! Words that are probably misspelt: one letter lost, added or swapped in a long word that the vocabulary has.

use super::Word;
use crate::vocabulary::active_forms::ACTIVE_FORMS;
use crate::vocabulary::activity_verbs::{
    APPROVING, CLOSING, DECIDING, DISPOSING, HANDING_OVER, PASSING_ON, PRODUCING, RECORDING,
};
use crate::vocabulary::document_synonyms::{COMMON_WORDS, SYNONYMS, TITLE_WORDS};
use crate::vocabulary::long_words::LONG_WORDS;
use crate::vocabulary::office_names::OFFICE_WORDS;
use crate::vocabulary::typos::{GLUED, NONSTANDARD, TYPOS};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Shorter words are too near to one another.
const SHORTEST: usize = 7;

struct Spellings {
    /// Every word that is right, or that a list of its own has.
    known: FxHashSet<&'static str>,
    /// A right word without one of its letters → the word.
    lacking: FxHashMap<String, &'static str>,
}

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let verbs = [APPROVING, CLOSING, DECIDING, DISPOSING, HANDING_OVER, PASSING_ON, PRODUCING, RECORDING];
    let lists = verbs.into_iter().chain([LONG_WORDS, COMMON_WORDS, TITLE_WORDS, OFFICE_WORDS]);
    let phrases = SYNONYMS.iter().flat_map(|row| row.iter()).flat_map(|phrase| phrase.split(' '));
    let forms = ACTIVE_FORMS.iter().flat_map(|(noun, verb)| [*noun, *verb]);
    let right: Vec<&str> = lists.flatten().copied().chain(phrases).chain(forms).collect();
    let mut known: FxHashSet<&str> = right.iter().copied().collect();
    known.extend([TYPOS, NONSTANDARD, GLUED].into_iter().flatten().map(|(wrong, _)| *wrong));
    let mut lacking = FxHashMap::default();
    for word in right.into_iter().filter(|word| word.len() >= SHORTEST) {
        for at in inner(word) {
            lacking.entry(without(word, at)).or_insert(word);
        }
    }
    Spellings { known, lacking }
});

/// The right word for one that is long, in no list, and one letter away: a letter lost, added, or swapped with its neighbour
/// inside the word. At its ends prefixes and suffixes make another word, and a changed letter often does (`pengaduan`,
/// `pengajuan`).
pub fn meant_by(word: &Word<'_>) -> Option<&'static str> {
    let lower = word.as_lower();
    let spellings = &*SPELLINGS;
    let is_plain = lower.len() >= SHORTEST && lower.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_plain || spellings.known.contains(lower) || is_form_of_known(lower) {
        return None;
    }
    let right = |spelt: &str| spellings.known.get(spelt).copied().filter(|it| it.len() >= SHORTEST);
    let lost = spellings.lacking.get(lower).copied();
    let swapped = || inner(lower).filter(|at| at + 2 < lower.len()).find_map(|at| right(&swapped(lower, at)));
    let added = || inner(lower).filter(|at| !makes_a_verb(lower, *at)).find_map(|at| right(&without(lower, at)));
    lost.or_else(added).or_else(swapped)
}

/// A known word with an ending, or without its own: `pelaksananya`, `sertifikatnya`.
fn is_form_of_known(lower: &str) -> bool {
    let bare = ["nya", "lah", "kah", "pun", "kan", "an", "i"].iter().filter_map(|ending| lower.strip_suffix(ending));
    bare.into_iter().any(|it| SPELLINGS.known.contains(it))
}

/// `laporkan` is no misspelt `laporan`.
fn makes_a_verb(lower: &str, at: usize) -> bool {
    lower[at..].eq("kan")
}

/// The letters of a word without the first two and the last.
fn inner(word: &str) -> std::ops::Range<usize> {
    2..word.len().saturating_sub(1)
}

fn without(word: &str, at: usize) -> String {
    format!("{}{}", &word[..at], &word[at + 1..])
}

fn swapped(word: &str, at: usize) -> String {
    format!("{}{}{}{}", &word[..at], &word[at + 1..at + 2], &word[at..at + 1], &word[at + 2..])
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[track_caller]
    fn case(word: &str, expected: Option<&str>) {
        assert_eq!(meant_by(&words(word)[0]), expected, "{word}");
    }

    #[test]
    fn a_letter_lost_added_or_swapped_is_a_misspelling() {
        case("Penyelengaraan", Some("penyelenggaraan"));
        case("Melakuan", Some("melakukan"));
        case("Organisai", Some("organisasi"));
        case("Dokumnetasi", Some("dokumentasi"));
        case("SEKRETARIIS", Some("sekretaris"));
    }

    #[test]
    fn a_right_word_or_another_form_of_it_is_none() {
        for word in [
            "pencairan",
            "pencarian",
            "pengaduan",
            "pengajuan",
            "laporkan",
            "dokumennya",
            "pelaksanaannya",
            "Pratama",
            "Suryaman",
            "menganalisa",
            "informal",
            "keluaran",
        ] {
            case(word, None);
        }
    }
}
