//! Spelling → what is compared: lower-case letters only.

use std::borrow::Cow;
use strsim::osa_distance;

/// Room for the letters of a short text, so that looking one up asks for no memory.
pub type Room = [u8; 64];

/// As [`fold`], for texts that are looked up and not kept.
pub fn fold_in<'r>(text: &str, room: &'r mut Room) -> Cow<'r, str> {
    match room.get_mut(..text.len()).and_then(|room| keep_letters(text, room)) {
        Some(end) => Cow::Borrowed(str::from_utf8(&room[..end]).unwrap_or_default()),
        None => Cow::Owned(fold(text)),
    }
}

/// Writes the letters of a text, lower-cased, and says how many; `None` where a character needs a closer look.
fn keep_letters(text: &str, to: &mut [u8]) -> Option<usize> {
    let mut end = 0;
    for byte in text.bytes() {
        if matches!(byte, b'0' | b'1' | 0x80..) {
            return None;
        }
        // Every byte is written, only a letter kept: nothing to be guessed by the processor.
        *to.get_mut(end)? = byte.to_ascii_lowercase();
        end += usize::from(byte.is_ascii_alphabetic());
    }
    Some(end)
}

/// The letters of a text, lower-cased; a `0` or `1` inside a word counts as `o` or `l`; everything else is dropped.
pub fn fold(text: &str) -> String {
    let mut out = vec![0; text.len()];
    let Some(end) = keep_letters(text, &mut out) else { return fold_letters(text) };
    out.truncate(end);
    String::from_utf8(out).unwrap_or_default()
}

fn fold_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether the word has letters, asked once for a word with such a digit.
    let mut lettered = None;
    for (at, character) in text.char_indices() {
        match character {
            'a'..='z' => out.push(character),
            'A'..='Z' => out.push(character.to_ascii_lowercase()),
            '0' | '1' if *lettered.get_or_insert_with(|| is_in_lettered_word(text, at)) => {
                out.push(if character == '0' { 'o' } else { 'l' });
            }
            _ if character.is_whitespace() => lettered = None,
            _ if character.is_alphabetic() => out.extend(character.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// The word around byte `at` has letters.
fn is_in_lettered_word(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let letter = |it: char| it.is_ascii_alphabetic();
    let until_blank = |it: &char| !it.is_whitespace();
    before.chars().rev().take_while(until_blank).any(letter) || behind.chars().take_while(until_blank).any(letter)
}

/// A word of the text is a value that folding would drop or cut: a number, a dash, dots.
pub fn has_value_without_letters(text: &str) -> bool {
    let value = |word: &str| {
        let lettered = word.starts_with(|it: char| it.is_ascii_alphabetic());
        !lettered && is_value(word)
    };
    text.split_whitespace().any(value)
}

fn is_value(word: &str) -> bool {
    word.trim_start_matches(['(', '/', ':']).starts_with(|it: char| it.is_ascii_digit())
        || word.chars().all(|it| matches!(it, '-' | '–' | '—' | '…' | '_'))
        || word.starts_with("...")
}

/// The folded letters of a text that may be a label or a heading: no longer than one, and without a value beside it.
pub fn spelling<'r>(text: &str, room: &'r mut Room) -> Option<Cow<'r, str>> {
    let plain = text.len() <= 64 && !has_value_without_letters(text) && !has_value_behind_colon(text);
    plain.then(|| fold_in(text, room))
}

/// Something stands behind a colon: label and value, of which only the label may be compared.
pub fn has_value_behind_colon(text: &str) -> bool {
    text.split_once(':').is_some_and(|(_, value)| value.chars().any(char::is_alphanumeric))
}

/// Words of a text as compared: lower case, split at anything that is no letter or digit.
pub fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// A table from folded spellings to what they mean, with tolerance for misspelling.
#[derive(Debug)]
pub struct Spellings<T> {
    exact: Table<T>,
    look_alike: Table<T>,
    /// By length, for the lengths of the others can never be near.
    fuzzy: Vec<Vec<Spelling<T>>>,
    /// The folded spellings in the order of the alphabet.
    sorted: Vec<String>,
    /// For each first letter, bit `n`: some spelling has the `n`th letter of the alphabet second.
    openings: [u32; 26],
}

#[derive(Debug)]
struct Spelling<T> {
    /// Position in the table: of two equally near the first counts.
    rank: usize,
    folded: String,
    present: u32,
    letters: Letters,
    meaning: T,
}

impl<T: Copy> Spellings<T> {
    /// From rows of spellings with their meaning.
    pub fn new(rows: &[(&[&str], T)]) -> Self {
        let all = rows.iter().flat_map(|(spellings, meaning)| spellings.iter().map(|it| (fold(it), *meaning)));
        let all = all.filter(|(folded, _)| !folded.is_empty());
        let all: Vec<(String, T)> = all.collect();
        let exact = Table::new(all.iter().cloned());
        let look_alike = Table::new(all.iter().map(|(folded, meaning)| (look_alike(folded).collect(), *meaning)));
        let mut sorted: Vec<String> = all.iter().map(|(folded, _)| folded.clone()).collect();
        sorted.sort_unstable();
        let mut openings = [0; 26];
        for [first, second] in sorted.iter().filter_map(|it| opening(it)) {
            openings[first] |= 1 << second;
        }
        let longest = all.iter().map(|(folded, _)| folded.len()).max().unwrap_or(0);
        let mut fuzzy: Vec<Vec<Spelling<T>>> = Vec::new();
        fuzzy.resize_with(longest + 1, Vec::new);
        for (rank, (folded, meaning)) in all.into_iter().enumerate() {
            let letters = letters(&folded);
            fuzzy[folded.len()].push(Spelling { rank, present: present(&letters), letters, folded, meaning });
        }
        Self { exact, look_alike, fuzzy, sorted, openings }
    }

    /// What this folded text means exactly.
    pub fn exact(&self, folded: &str) -> Option<T> {
        self.exact.get(folded)
    }

    /// Some spelling begins with this folded text.
    pub fn begins(&self, folded: &str) -> bool {
        // Two letters rule out nearly all.
        if opening(folded).is_some_and(|[first, second]| self.openings[first] & 1 << second == 0) {
            return false;
        }
        let at = self.sorted.partition_point(|it| it.as_str() < folded);
        self.sorted.get(at).is_some_and(|it| it.starts_with(folded))
    }

    /// What it means with up to two letters wrong, one in words of less than ten letters, none in words of less than five.
    pub fn near(&self, folded: &str) -> Option<T> {
        if let Some(meaning) = self.exact(folded) {
            return Some(meaning);
        }
        let allowed = match folded.len() {
            0..=4 => return None,
            5..=9 => 1,
            _ => 2,
        };
        if let Some(meaning) = self.look_alike.get_look_alike(folded) {
            return Some(meaning);
        }
        let shortest = (folded.len() - allowed).max(5);
        let longest = (folded.len() + allowed + 1).min(self.fuzzy.len());
        let mut of_length = self.fuzzy.get(shortest..longest)?.iter().flatten().peekable();
        of_length.peek()?;
        let letters = letters(folded);
        let present = present(&letters);
        let lacks = |one: u32, other: u32| (one & !other).count_ones() as usize;
        // Which letters occur tells most apart, and is quicker to compare than how often.
        let alike = of_length.filter(|it| lacks(it.present, present).max(lacks(present, it.present)) <= allowed);
        let candidates = alike.filter(|known| least_distance(&known.letters, &letters) <= allowed);
        let near = candidates.map(|known| (osa_distance(&known.folded, folded), known));
        near.filter(|(distance, _)| *distance <= allowed)
            .min_by_key(|(distance, known)| (*distance, known.rank))
            .map(|(_, known)| known.meaning)
    }
}

/// The places in the alphabet of the first two letters.
fn opening(folded: &str) -> Option<[usize; 2]> {
    let place = |letter: &u8| letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'));
    let [first, second, ..] = folded.as_bytes() else { return None };
    Some([place(first)?, place(second)?])
}

/// Folded spellings by their length: so few have the same that comparing them is quicker than hashing.
#[derive(Debug)]
struct Table<T> {
    by_length: Vec<Vec<(String, T)>>,
}

impl<T: Copy> Table<T> {
    /// Of two meanings of one spelling the later counts.
    fn new(rows: impl Iterator<Item = (String, T)>) -> Self {
        let mut by_length: Vec<Vec<(String, T)>> = Vec::new();
        for (spelling, meaning) in rows {
            if by_length.len() <= spelling.len() {
                by_length.resize_with(spelling.len() + 1, Vec::new);
            }
            let same = &mut by_length[spelling.len()];
            same.retain(|(known, _)| *known != spelling);
            same.push((spelling, meaning));
        }
        Self { by_length }
    }

    fn get(&self, folded: &str) -> Option<T> {
        let first = folded.as_bytes().first();
        let same = |(known, _): &&(String, T)| known.as_bytes().first() == first && known == folded;
        self.by_length.get(folded.len())?.iter().find(same).map(|(_, meaning)| *meaning)
    }

    /// In a table of look-alikes the meaning of what this text looks like.
    fn get_look_alike(&self, folded: &str) -> Option<T> {
        let taken_together = folded.as_bytes().windows(2).filter(|pair| pair == b"rn").count();
        let of_length = self.by_length.get(folded.len() - taken_together)?;
        of_length.iter().find(|(known, _)| look_alike(folded).eq(known.chars())).map(|(_, meaning)| *meaning)
    }
}

/// How often each letter occurs; letters other than a to z share a place.
type Letters = [u8; 32];

fn letters(folded: &str) -> Letters {
    let mut letters = [0_u8; 32];
    // The first byte of each letter stands for it.
    for letter in folded.bytes().filter(|it| !matches!(it, 0x80..0xC0)) {
        let at = if letter.is_ascii_lowercase() { usize::from(letter - b'a') } else { 26 };
        letters[at] = letters[at].saturating_add(1);
    }
    letters
}

/// Bit `n`: the letter in place `n` occurs.
fn present(letters: &Letters) -> u32 {
    letters.iter().rev().fold(0, |bits, count| bits << 1 | u32::from(*count > 0))
}

/// At least so many letters are wrong between texts of these letters: one edit brings in, takes out or changes one letter.
fn least_distance(one: &Letters, other: &Letters) -> usize {
    let lacking = |one: &Letters, other: &Letters| -> u16 {
        one.iter().zip(other).map(|(one, other)| u16::from(one.saturating_sub(*other))).sum()
    };
    lacking(one, other).max(lacking(other, one)).into()
}

/// The letters with those made one that scanners take for one another: `rn` and `m`, `i` and `l`.
fn look_alike(folded: &str) -> impl Iterator<Item = char> {
    let mut rest = folded.chars().peekable();
    std::iter::from_fn(move || {
        Some(match rest.next()? {
            'r' if rest.next_if_eq(&'n').is_some() => 'm',
            'i' => 'l',
            letter => letter,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_case_and_look_alikes_do_not_matter() {
        assert_eq!(fold("N o m 0 r  S.O.P :"), "nomrsop");
        assert_eq!(fold("Nom0r SOP"), "nomorsop");
        assert_eq!(fold("NO 1"), "no");
        let table = Spellings::new(&[(&["Pencatatan dan Pendataan"], 1), (&["Nomor"], 2)]);
        assert_eq!(table.near(&fold("Penncatatatn dan Pendataan")), Some(1));
        assert_eq!(table.near("nomer"), Some(2));
        assert_eq!(table.near("not"), None);
    }
}
