//! Names of one or several words that mean one thing, found at the words of a text; made when the program is compiled.

use super::index::hash;

/// Behind the last phrase of a slot.
const NONE: u16 = u16::MAX;

/// Phrases by their first word, the longest first. `COUNT` is how many there are ([`count`]), `SLOTS` a power of two.
#[derive(Debug)]
pub struct Phrases<const COUNT: usize, const SLOTS: usize> {
    phrases: [Phrase; COUNT],
    /// For each hash of a first word its longest phrase.
    first: [u16; SLOTS],
}

#[derive(Debug, Clone, Copy)]
struct Phrase {
    spelling: &'static str,
    words: usize,
    usual: &'static str,
    /// The next phrase of the same slot.
    next: u16,
}

/// How many spellings the rows hold.
pub const fn count(rows: &[&[&str]]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < rows.len() {
        sum += rows[at].len();
        at += 1;
    }
    sum
}

impl<const COUNT: usize, const SLOTS: usize> Phrases<COUNT, SLOTS> {
    /// From rows of spellings, the usual one first; where two rows have one spelling, the later row.
    pub const fn of(rows: &[&[&'static str]]) -> Self {
        let empty = Phrase { spelling: "", words: 0, usual: "", next: NONE };
        let mut table = Self { phrases: [empty; COUNT], first: [NONE; SLOTS] };
        let (mut taken, mut words) = (0, 1);
        while taken < COUNT {
            let mut row = 0;
            while row < rows.len() {
                let mut at = 0;
                while at < rows[row].len() {
                    let spelling = rows[row][at];
                    if word_count(spelling) == words {
                        let slot = hash(first_word(spelling).as_bytes()) & (SLOTS - 1);
                        let next = table.first[slot];
                        table.phrases[taken] = Phrase { spelling, words, usual: rows[row][0], next };
                        table.first[slot] = taken as u16;
                        taken += 1;
                    }
                    at += 1;
                }
                row += 1;
            }
            words += 1;
        }
        table
    }

    /// The usual name of the longest phrase that a text of so many words begins with, and how many of them it takes. The words
    /// are lower-cased and asked for by position.
    pub fn longest<'w>(&self, count: usize, word: impl Fn(usize) -> &'w str) -> Option<(&'static str, usize)> {
        if count == 0 {
            return None;
        }
        let mut at = self.first[hash(word(0).as_bytes()) & (SLOTS - 1)];
        while let Some(phrase) = self.phrases.get(usize::from(at)) {
            let mut parts = words_of(phrase.spelling).enumerate();
            if phrase.words <= count && parts.all(|(at, part)| word(at) == part) {
                return Some((phrase.usual, phrase.words));
            }
            at = phrase.next;
        }
        None
    }
}

/// The words of a spelling: what stands between blanks and points.
fn words_of(spelling: &str) -> impl Iterator<Item = &str> {
    spelling.split([' ', '.']).filter(|it| !it.is_empty())
}

const fn is_between(byte: u8) -> bool {
    matches!(byte, b' ' | b'.')
}

const fn word_count(spelling: &str) -> usize {
    let bytes = spelling.as_bytes();
    let (mut count, mut at) = (0, 0);
    while at < bytes.len() {
        count += (!is_between(bytes[at]) && (at == 0 || is_between(bytes[at - 1]))) as usize;
        at += 1;
    }
    count
}

const fn first_word(spelling: &str) -> &str {
    let bytes = spelling.as_bytes();
    let mut end = 0;
    while end < bytes.len() && !is_between(bytes[end]) {
        end += 1;
    }
    spelling.split_at(end).0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<const COUNT: usize>(phrases: &Phrases<COUNT, 16>, text: &str) -> Option<(&'static str, usize)> {
        let words: Vec<&str> = text.split_whitespace().collect();
        phrases.longest(words.len(), |at| words[at])
    }

    #[test]
    fn the_longest_phrase_is_found_and_nothing_in_no_words() {
        const ROWS: &[&[&str]] = &[&["camat", "kepala kecamatan", "ka. kec"], &["kepala"]];
        let phrases = Phrases::<{ count(ROWS) }, 16>::of(ROWS);
        assert_eq!(found(&phrases, "kepala kecamatan"), Some(("camat", 2)));
        assert_eq!(found(&phrases, "ka kec"), Some(("camat", 2)));
        assert_eq!(found(&phrases, "kepala"), Some(("kepala", 1)));
        assert_eq!(found(&phrases, "kecamatan"), None);
        assert_eq!(found(&phrases, ""), None);
    }

    #[test]
    fn of_two_rows_with_one_spelling_the_later_counts() {
        const ROWS: &[&[&str]] = &[&["ketua", "ka tim"], &["katim", "ka tim"]];
        assert_eq!(found(&Phrases::<{ count(ROWS) }, 16>::of(ROWS), "ka tim inti"), Some(("katim", 2)));
    }
}
