//! Spelling → what is compared: lower-case letters only.

use std::collections::HashMap;
use strsim::osa_distance;

/// The letters of a text, lower-cased; a `0` or `1` inside a word counts as `o` or `l`; everything else is dropped.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        // Asked only of the few words with such a digit.
        let lettered = || word.bytes().any(|byte| byte.is_ascii_alphabetic());
        for character in word.chars() {
            match character {
                'a'..='z' => out.push(character),
                'A'..='Z' => out.push(character.to_ascii_lowercase()),
                '0' if lettered() => out.push('o'),
                '1' if lettered() => out.push('l'),
                _ if character.is_ascii() => {}
                _ if character.is_alphabetic() => out.extend(character.to_lowercase()),
                _ => {}
            }
        }
    }
    out
}

/// A word of the text is a value that folding would drop or cut: a number, a dash, dots.
pub fn has_value_without_letters(text: &str) -> bool {
    let value = |word: &str| {
        word.trim_start_matches(['(', '/', ':']).starts_with(|it: char| it.is_ascii_digit())
            || word.chars().all(|it| matches!(it, '-' | '–' | '—' | '…' | '_'))
            || word.starts_with("...")
    };
    text.split_whitespace().any(value)
}

/// Words of a text as compared: lower case, split at anything that is no letter or digit.
pub fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// A table from folded spellings to what they mean, with tolerance for misspelling.
#[derive(Debug)]
pub struct Spellings<T> {
    exact: HashMap<String, T>,
    look_alike: HashMap<String, T>,
    fuzzy: Vec<Spelling<T>>,
    /// Bit `n`: some spelling, or what it looks like, has `n` letters.
    lengths: u64,
}

#[derive(Debug)]
struct Spelling<T> {
    folded: String,
    letters: u32,
    meaning: T,
}

impl<T: Copy> Spellings<T> {
    /// From rows of spellings with their meaning.
    pub fn new(rows: &[(&[&str], T)]) -> Self {
        let all = rows.iter().flat_map(|(spellings, meaning)| spellings.iter().map(|it| (fold(it), *meaning)));
        let all = all.filter(|(folded, _)| !folded.is_empty());
        let fuzzy: Vec<_> =
            all.map(|(folded, meaning)| Spelling { letters: letters(&folded), folded, meaning }).collect();
        let exact: HashMap<String, T> = fuzzy.iter().map(|it| (it.folded.clone(), it.meaning)).collect();
        let look_alike: HashMap<String, T> = fuzzy.iter().map(|it| (look_alike(&it.folded), it.meaning)).collect();
        let lengths = exact.keys().chain(look_alike.keys()).fold(0, |lengths, it| lengths | length_bit(it.len()));
        Self { exact, look_alike, fuzzy, lengths }
    }

    /// What this folded text means exactly.
    pub fn exact(&self, folded: &str) -> Option<T> {
        self.has_length(folded.len()).then(|| self.exact.get(folded).copied())?
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
        let alike = look_alike(folded);
        if self.has_length(alike.len())
            && let Some(meaning) = self.look_alike.get(&alike)
        {
            return Some(*meaning);
        }
        let letters = letters(folded);
        let candidates = self.fuzzy.iter().filter(|known| {
            known.folded.len() > 4
                && known.folded.len().abs_diff(folded.len()) <= allowed
                && least_distance(known.letters, letters) <= allowed
        });
        let near = candidates.map(|known| (osa_distance(&known.folded, folded), known.meaning));
        near.filter(|(distance, _)| *distance <= allowed)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, meaning)| meaning)
    }

    fn has_length(&self, length: usize) -> bool {
        self.lengths & length_bit(length) != 0
    }
}

/// One bit for each length; all beyond 62 share the last.
fn length_bit(length: usize) -> u64 {
    1 << length.min(63)
}

/// One bit for each letter that occurs; letters other than a to z share the remaining ones.
fn letters(folded: &str) -> u32 {
    folded.chars().fold(0, |letters, it| {
        let bit = if it.is_ascii_lowercase() { it as u32 - 'a' as u32 } else { 26 + it as u32 % 6 };
        letters | 1 << bit
    })
}

/// At least so many letters are wrong between texts of which these letters occur: one edit brings in or takes out one letter.
fn least_distance(one: u32, other: u32) -> usize {
    (one & !other).count_ones().max((other & !one).count_ones()) as usize
}

/// Letters that scanners take for one another, made one: `rn` and `m`, `i` and `l`.
fn look_alike(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            'r' if rest.next_if_eq(&'n').is_some() => out.push('m'),
            'i' => out.push('l'),
            _ => out.push(letter),
        }
    }
    out
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
