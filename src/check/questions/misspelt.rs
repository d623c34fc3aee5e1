//! Words that are probably misspelt: one letter lost, added or swapped in a long word that the vocabulary has, or two in a longer
//! one.

use super::Word;
use crate::vocabulary::active_forms::ACTIVE_FORMS;
use crate::vocabulary::activity_verbs::{
    APPROVING, CLOSING, DECIDING, DISPOSING, HANDING_OVER, PASSING_ON, PRODUCING, RECORDING,
};
use crate::vocabulary::document_synonyms::{COMMON_WORDS, SYNONYMS, TITLE_WORDS};
use crate::vocabulary::long_words::LONG_WORDS;
use crate::vocabulary::near_words::NEAR_WORDS;
use crate::vocabulary::office_names::OFFICE_WORDS;
use crate::vocabulary::regulation_kinds::{CITATION_LABELS, is_near_label};
use crate::vocabulary::typos::{GLUED, NONSTANDARD, TYPOS};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Shorter words are too near to one another.
const SHORTEST: usize = 7;

/// Of a word as long as this, two letters may be wrong.
const LONG: usize = 9;

/// So many letters of a word may be wrong.
const MOST_WRONG: usize = 2;

/// Beginning and end of a word, where prefixes and suffixes make other words of it, are as they should be.
const EDGES: (usize, usize) = (3, 2);

struct Spellings {
    /// Right words that others may be misspelt for.
    right: FxHashSet<&'static str>,
    /// Words that are near to one of them and no misspelling of it: right too, or told by a list of their own.
    other: FxHashSet<&'static str>,
    /// A right word without one of its letters → the word; of several none.
    lacking: FxHashMap<String, Option<&'static str>>,
    /// Beginning and end of long right words → the words.
    long: FxHashMap<(&'static str, &'static str), Vec<&'static str>>,
    /// A longer word is no misspelling of any, in bytes.
    longest: usize,
}

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let verbs = [APPROVING, CLOSING, DECIDING, DISPOSING, HANDING_OVER, PASSING_ON, PRODUCING, RECORDING];
    let lists = verbs.into_iter().chain([LONG_WORDS, COMMON_WORDS, TITLE_WORDS, OFFICE_WORDS]);
    let phrases = SYNONYMS.iter().flat_map(|row| row.iter()).flat_map(|phrase| phrase.split(' '));
    let forms = ACTIVE_FORMS.iter().flat_map(|(noun, verb)| [*noun, *verb]);
    let listed = [TYPOS, NONSTANDARD, GLUED].into_iter().flatten().map(|(wrong, _)| *wrong);
    let other: FxHashSet<&str> = NEAR_WORDS.iter().copied().chain(listed).collect();
    let right: FxHashSet<&str> = lists.flatten().copied().chain(phrases).chain(forms).collect();
    let right: FxHashSet<&str> = right.difference(&other).copied().collect();
    let mut lacking = FxHashMap::default();
    for word in right.iter().copied().filter(|word| word.len() >= SHORTEST) {
        for at in inner(word) {
            let meant = lacking.entry(without(word, at)).or_insert(Some(word));
            *meant = meant.filter(|it| *it == word);
        }
    }
    let mut long: FxHashMap<_, Vec<&str>> = FxHashMap::default();
    right.iter().filter(|word| is_long(word)).for_each(|word| long.entry(edges(word)).or_default().push(word));
    let longest = right.iter().map(|word| word.len() + MOST_WRONG).max().unwrap_or(0);
    Spellings { right, other, lacking, long, longest }
});

/// The right word for one that is long, in no list, and one letter away: a letter lost, added, or swapped with its neighbour
/// inside the word. At its ends prefixes and suffixes make another word, and a changed letter often does (`pengaduan`,
/// `pengajuan`).
pub fn meant_by(word: &Word<'_>) -> Option<&'static str> {
    let lower = word.as_lower();
    let spellings = &*SPELLINGS;
    let lengths = SHORTEST..=spellings.longest;
    let is_plain = lengths.contains(&lower.len()) && lower.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_plain || is_known(lower) || is_form_of_known(lower) {
        return None;
    }
    let right = |spelt: &str| spellings.right.get(spelt).copied().filter(|it| it.len() >= SHORTEST);
    let lost = spellings.lacking.get(lower).copied().flatten();
    let swapped = || inner(lower).filter(|at| at + 2 < lower.len()).find_map(|at| right(&swapped(lower, at)));
    let added = || inner(lower).filter(|at| !makes_a_verb(lower, *at)).find_map(|at| right(&without(lower, at)));
    lost.or_else(added).or_else(swapped).or_else(|| two_letters_away(lower))
}

fn is_long(word: &str) -> bool {
    word.len() >= LONG && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn edges(word: &str) -> (&str, &str) {
    (&word[..EDGES.0], &word[word.len() - EDGES.1..])
}

/// The one right word that is two letters away between its edges; of several none.
fn two_letters_away(lower: &str) -> Option<&'static str> {
    let near = SPELLINGS.long.get(&edges(lower)).filter(|_| lower.len() >= LONG)?;
    let mut found = near.iter().filter(|right| is_near(lower, right));
    found.next().copied().filter(|_| found.next().is_none())
}

/// Two letters lost, one lost or added and two swapped, or two pairs swapped; added ones only where they double their neighbours, for
/// two others make another word (`memberikan`, `membersihkan`).
fn is_near(lower: &str, right: &str) -> bool {
    let apart = right.len().abs_diff(lower.len());
    if apart > MOST_WRONG || unpaired(lower, right) != apart {
        return false;
    }
    let is_longer = lower.len() > right.len() + 1;
    if is_longer { single(lower) == single(right) } else { strsim::osa_distance(lower, right) <= MOST_WRONG }
}

/// The word with one letter for each run of the same.
fn single(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// So many letters of the two words have no partner in the other.
fn unpaired(one: &str, other: &str) -> usize {
    let mut counts = [0_isize; 256];
    one.bytes().for_each(|it| counts[usize::from(it)] += 1);
    other.bytes().for_each(|it| counts[usize::from(it)] -= 1);
    counts.iter().map(|it| it.unsigned_abs()).sum()
}

/// `tahun` for `tahum`: the label of a citation that a word is misspelt for, where a number stands behind it.
pub fn label_meant_by(word: &Word<'_>, next: Option<&Word<'_>>) -> Option<&'static str> {
    let is_number = |it: &Word<'_>| it.text.starts_with(|first: char| first.is_ascii_digit());
    let near = |label: &&&str| is_near_label(word.as_lower(), label);
    CITATION_LABELS.iter().find(near).copied().filter(|_| next.is_some_and(is_number))
}

/// A known word with an ending, or without its own: `pelaksananya`, `sertifikatnya`.
fn is_form_of_known(lower: &str) -> bool {
    let bare = ["nya", "lah", "kah", "pun", "kan", "an", "i"].iter().filter_map(|ending| lower.strip_suffix(ending));
    bare.into_iter().any(is_known)
}

fn is_known(lower: &str) -> bool {
    SPELLINGS.right.contains(lower) || SPELLINGS.other.contains(lower)
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
    fn two_letters_may_be_wrong_in_a_longer_word() {
        case("Penyelengaran", Some("penyelenggaraan"));
        case("Adminstrsi", Some("administrasi"));
        case("dokumnetsi", Some("dokumentasi"));
        case("Pendistribbusiaan", Some("pendistribusian"));
        // A changed letter makes other words, and two more letters do.
        for word in ["berlangsung", "persumpahan", "membersihkan", "Pemalang", "penyelidik", "administration"] {
            case(word, None);
        }
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
            "Menerapkan",
            "Penyergapan",
            "perbedaan",
            "diversifikasi",
            "keluaran",
        ] {
            case(word, None);
        }
    }
}
