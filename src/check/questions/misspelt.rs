//! Words that are probably misspelt: one letter lost, added or swapped in a long word that the vocabulary has, or two in a longer
//! one.

use super::lexicon::{COUNT, KINDS, WORDS};
use super::{Kind, Word, look_up};
use crate::vocabulary::regulation_kinds::{CITATION_LABELS, is_near_label};
use smallvec::SmallVec;

/// Shorter words are too near to one another.
const SHORTEST: usize = 7;

/// Of a word as long as this, two letters may be wrong.
const LONG: usize = 9;

/// Beginning and end of a word, where prefixes and suffixes make other words of it, are as they should be.
const EDGES: (usize, usize) = (3, 2);

/// Right words by their first two letters, their last one, and their length: a misspelt word has the same edges.
static RIGHT: Right = Right::new();

struct Right {
    /// For each hash of edges and length the first word.
    first: [u16; Right::SLOTS],
    /// For each word the next of the same slot.
    next: [u16; COUNT],
    /// Which letters it has.
    letters: [u32; COUNT],
}

impl Right {
    const SLOTS: usize = 1024;
    const NONE: u16 = u16::MAX;

    const fn new() -> Self {
        let mut table = Self { first: [Self::NONE; Self::SLOTS], next: [Self::NONE; COUNT], letters: [0; COUNT] };
        let mut at = 0;
        while at < COUNT {
            let is_right = KINDS[at] & (Kind::Right.bit() | Kind::Near.bit()) == Kind::Right.bit();
            let word = WORDS[at].as_bytes();
            if is_right && word.len() >= SHORTEST {
                let slot = Self::slot(word, word.len());
                table.next[at] = table.first[slot];
                table.first[slot] = at as u16;
                table.letters[at] = letters(word);
            }
            at += 1;
        }
        table
    }

    const fn slot(word: &[u8], length: usize) -> usize {
        let [first, second, .., last] = word else { return 0 };
        let edges = *first as usize * 31 * 31 + *second as usize * 31 + *last as usize;
        (edges * 17 + length) % Self::SLOTS
    }

    /// The right words that a word may be misspelt for, as far as edges, length and letters tell.
    fn like(&self, word: &str) -> SmallVec<[&'static str; 8]> {
        let (word, mut found) = (word.as_bytes(), SmallVec::new());
        let present = letters(word);
        for length in word.len() - 2..=word.len() + 2 {
            let mut at = usize::from(self.first[Self::slot(word, length)]);
            while at < COUNT {
                let right = WORDS[at];
                let is_like = (self.letters[at] ^ present).count_ones() <= 2 && right.len() == length;
                if is_like && right.as_bytes()[..2] == word[..2] && right.as_bytes().last() == word.last() {
                    found.push(right);
                }
                at = usize::from(self.next[at]);
            }
        }
        found
    }
}

/// Bit `n`: the `n`th letter occurs; whatever is none has the last bit.
const fn letters(word: &[u8]) -> u32 {
    let (mut letters, mut at) = (0, 0);
    while at < word.len() {
        letters |= 1 << if word[at].is_ascii_lowercase() { word[at] - b'a' } else { 31 };
        at += 1;
    }
    letters
}

/// The right word for one that is long, in no list, and one letter away: a letter lost, added, or swapped with its neighbour
/// inside the word. At its ends prefixes and suffixes make another word, and a changed letter often does (`pengaduan`,
/// `pengajuan`).
pub fn meant_by(word: &Word<'_>) -> Option<&'static str> {
    let lower = word.as_lower();
    if lower.len() < SHORTEST || word.is(Kind::Right) || word.is(Kind::Near) {
        return None;
    }
    if !lower.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let like = RIGHT.like(lower);
    if like.is_empty() || is_form_of_known(lower) {
        return None;
    }
    let longer = like.iter().copied().filter(|right| one_more(right, lower).is_some());
    let shorter = like.iter().filter_map(|right| Some((one_more(lower, right)?, *right)));
    let added = shorter.filter(|(at, _)| !makes_a_verb(lower, *at)).min();
    let swapped = || like.iter().filter_map(|right| Some((swap(lower, right)?, *right))).min();
    let single = only(longer).or(added.map(|(_, right)| right));
    let like_a_verb = || like.iter().any(|right| one_more(lower, right).is_some_and(|at| makes_a_verb(lower, at)));
    single
        .or_else(|| swapped().map(|(_, right)| right))
        .or_else(|| (!like_a_verb()).then(|| two_letters_away(lower, &like))?)
}

/// The one item there is; of several none.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

/// Where the first word, of the same edges, has one letter that the other lacks, and is the same but for it: of several like
/// letters the first.
fn one_more(long: &str, short: &str) -> Option<usize> {
    if long.len() != short.len() + 1 {
        return None;
    }
    let (long, short) = (long.as_bytes(), short.as_bytes());
    let same = long.iter().zip(short).take_while(|(one, other)| one == other).count();
    if long[same + 1..] != short[same..] {
        return None;
    }
    let like = long[2..same].iter().rev().take_while(|it| **it == long[same]).count();
    Some(same - like)
}

/// Where two neighbours inside the word are swapped, and nothing else.
fn swap(word: &str, right: &str) -> Option<usize> {
    let (word, right) = (word.as_bytes(), right.as_bytes());
    let at = word.iter().zip(right).take_while(|(one, other)| one == other).count();
    let is_swapped = word.len() == right.len()
        && at + 2 < word.len()
        && (word[at], word[at + 1]) == (right[at + 1], right[at])
        && word[at + 2..] == right[at + 2..];
    is_swapped.then_some(at)
}

/// The one right word that is two letters away between its edges; of several none.
fn two_letters_away(lower: &str, like: &[&'static str]) -> Option<&'static str> {
    let near = like.iter().copied().filter(|right| is_long(lower) && is_long(right) && edges(lower) == edges(right));
    only(near.filter(|right| is_near(lower, right)))
}

fn is_long(word: &str) -> bool {
    word.len() >= LONG && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn edges(word: &str) -> (&str, &str) {
    (&word[..EDGES.0], &word[word.len() - EDGES.1..])
}

/// Two letters lost, one lost or added and two neighbours swapped, or two pairs of neighbours; added ones only where they double
/// their neighbours. What two others added, one changed or a letter moved past others makes is another word (`memberikan`,
/// `membersihkan`; `pernikahan`, `perikanan`; `menertibkan`, `menerbitkan`).
fn is_near(lower: &str, right: &str) -> bool {
    let apart = right.len().abs_diff(lower.len());
    if apart > 2 || unpaired(lower, right) != apart {
        return false;
    }
    if lower.len() > right.len() + 1 {
        return single(lower) == single(right);
    }
    let (long, short) = if lower.len() > right.len() { (lower, right) } else { (right, lower) };
    is_within(2, long.as_bytes(), short.as_bytes())
}

/// The longer word becomes the shorter one by so many letters lost and neighbours swapped.
fn is_within(slips: usize, long: &[u8], short: &[u8]) -> bool {
    let same = long.iter().zip(short).take_while(|(one, other)| one == other).count();
    match (&long[same..], &short[same..]) {
        (rest, []) => rest.len() <= slips,
        (long, short) => {
            let is_swapped = matches!((long, short), ([a, b, ..], [c, d, ..]) if (a, b) == (d, c));
            let lost = || long.len() > short.len() && is_within(slips - 1, &long[1..], short);
            slips > 0 && (lost() || is_swapped && is_within(slips - 1, &long[2..], &short[2..]))
        }
    }
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
    next.filter(|it| it.text.starts_with(|first: char| first.is_ascii_digit()))?;
    CITATION_LABELS.iter().find(|label| is_near_label(word.as_lower(), label)).copied()
}

/// A known word with an ending, or without its own: `pelaksananya`, `sertifikatnya`.
fn is_form_of_known(lower: &str) -> bool {
    let bare = ["nya", "lah", "kah", "pun", "kan", "an", "i"].iter().filter_map(|ending| lower.strip_suffix(ending));
    bare.into_iter().map(look_up).any(|it| it.is(Kind::Right) || it.is(Kind::Near))
}

/// `laporkan` is no misspelt `laporan`.
fn makes_a_verb(lower: &str, at: usize) -> bool {
    lower[at..].eq("kan")
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
        // A changed letter makes other words, and two more letters or one moved do.
        for word in ["berlangsung", "persumpahan", "membersihkan", "Pemalang", "penyelidik", "administration"] {
            case(word, None);
        }
        for word in ["pernikahan", "menertibkan", "mengandung", "ketepatan", "peruntukan", "kebajikan", "mengharapkan"]
        {
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
            "perhitungkan",
            "dipekerjakan",
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
