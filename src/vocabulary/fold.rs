//! Spelling → what is compared: lower-case letters only.

use std::collections::HashMap;
use strsim::osa_distance;

/// The letters of a text, lower-cased; a `0` or `1` inside a word counts as `o` or `l`; everything else is dropped.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let lettered = word.bytes().any(|byte| byte.is_ascii_alphabetic());
        for character in word.chars() {
            match character {
                'a'..='z' => out.push(character),
                'A'..='Z' => out.push(character.to_ascii_lowercase()),
                '0' if lettered => out.push('o'),
                '1' if lettered => out.push('l'),
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
    fuzzy: Vec<(String, T)>,
}

impl<T: Copy> Spellings<T> {
    /// From rows of spellings with their meaning.
    pub fn new(rows: &[(&[&str], T)]) -> Self {
        let all = rows.iter().flat_map(|(spellings, meaning)| spellings.iter().map(|it| (fold(it), *meaning)));
        let fuzzy: Vec<(String, T)> = all.filter(|(folded, _)| !folded.is_empty()).collect();
        let look_alike = fuzzy.iter().map(|(folded, meaning)| (look_alike(folded), *meaning)).collect();
        Self { exact: fuzzy.iter().cloned().collect(), look_alike, fuzzy }
    }

    /// What this folded text means exactly.
    pub fn exact(&self, folded: &str) -> Option<T> {
        self.exact.get(folded).copied()
    }

    /// What it means with up to two letters wrong, one in words of less than ten letters, none in words of less than five.
    pub fn near(&self, folded: &str) -> Option<T> {
        if let Some(meaning) = self.exact(folded) {
            return Some(meaning);
        }
        if folded.len() > 4
            && let Some(meaning) = self.look_alike.get(&look_alike(folded))
        {
            return Some(*meaning);
        }
        let allowed = match folded.len() {
            0..=4 => return None,
            5..=9 => 1,
            _ => 2,
        };
        let candidates =
            self.fuzzy.iter().filter(|(known, _)| known.len() > 4 && known.len().abs_diff(folded.len()) <= allowed);
        let near = candidates.map(|(known, meaning)| (osa_distance(known, folded), *meaning));
        near.filter(|(distance, _)| *distance <= allowed)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, meaning)| meaning)
    }
}

/// Letters that scanners take for one another, made one: `rn` and `m`, `i` and `l`.
fn look_alike(folded: &str) -> String {
    folded.replace("rn", "m").replace('i', "l")
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
