//! Spelling → what is compared: lower-case letters only.

use std::borrow::Cow;
use strsim::osa_distance;

/// The letters of a text, lower-cased; a `0` or `1` inside a word counts as `o` or `l`; everything else is dropped.
pub fn fold(text: &str) -> String {
    let mut out = vec![0; text.len()];
    let mut end = 0;
    for byte in text.bytes() {
        if matches!(byte, b'0' | b'1' | 0x80..) {
            return fold_letters(text);
        }
        // Plain ASCII is nearly everything: every byte is written, only a letter kept.
        out[end] = byte.to_ascii_lowercase();
        end += usize::from(byte.is_ascii_alphabetic());
    }
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
pub fn spelling(text: &str) -> Option<String> {
    let plain = text.len() <= 64 && !has_value_without_letters(text) && !has_value_behind_colon(text);
    plain.then(|| fold(text))
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
    fuzzy: Vec<Spelling<T>>,
    /// The folded spellings in the order of the alphabet.
    sorted: Vec<String>,
}

#[derive(Debug)]
struct Spelling<T> {
    folded: String,
    letters: Letters,
    meaning: T,
}

impl<T: Copy> Spellings<T> {
    /// From rows of spellings with their meaning.
    pub fn new(rows: &[(&[&str], T)]) -> Self {
        let all = rows.iter().flat_map(|(spellings, meaning)| spellings.iter().map(|it| (fold(it), *meaning)));
        let all = all.filter(|(folded, _)| !folded.is_empty());
        let fuzzy: Vec<_> =
            all.map(|(folded, meaning)| Spelling { letters: letters(&folded), folded, meaning }).collect();
        let exact = Table::new(fuzzy.iter().map(|it| (it.folded.clone(), it.meaning)));
        let look_alike = Table::new(fuzzy.iter().map(|it| (look_alike(&it.folded).into_owned(), it.meaning)));
        let mut sorted: Vec<String> = fuzzy.iter().map(|it| it.folded.clone()).collect();
        sorted.sort_unstable();
        Self { exact, look_alike, fuzzy, sorted }
    }

    /// What this folded text means exactly.
    pub fn exact(&self, folded: &str) -> Option<T> {
        self.exact.get(folded)
    }

    /// Some spelling begins with this folded text.
    pub fn begins(&self, folded: &str) -> bool {
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
        if let Some(meaning) = self.look_alike.get(&look_alike(folded)) {
            return Some(meaning);
        }
        let of_length =
            |known: &&Spelling<T>| known.folded.len() > 4 && known.folded.len().abs_diff(folded.len()) <= allowed;
        let mut of_length = self.fuzzy.iter().filter(of_length).peekable();
        of_length.peek()?;
        let letters = letters(folded);
        let candidates = of_length.filter(|known| least_distance(&known.letters, &letters) <= allowed);
        let near = candidates.map(|known| (osa_distance(&known.folded, folded), known.meaning));
        near.filter(|(distance, _)| *distance <= allowed)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, meaning)| meaning)
    }
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

/// At least so many letters are wrong between texts of these letters: one edit brings in, takes out or changes one letter.
fn least_distance(one: &Letters, other: &Letters) -> usize {
    let lacking = |one: &Letters, other: &Letters| -> u16 {
        one.iter().zip(other).map(|(one, other)| u16::from(one.saturating_sub(*other))).sum()
    };
    lacking(one, other).max(lacking(other, one)).into()
}

/// Letters that scanners take for one another, made one: `rn` and `m`, `i` and `l`.
fn look_alike(folded: &str) -> Cow<'_, str> {
    if !folded.bytes().any(|it| it == b'i') && !folded.contains("rn") {
        return Cow::Borrowed(folded);
    }
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            'r' if rest.next_if_eq(&'n').is_some() => out.push('m'),
            'i' => out.push('l'),
            _ => out.push(letter),
        }
    }
    Cow::Owned(out)
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
