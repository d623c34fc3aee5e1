//! Words that a program chopped, since a column was too narrow for them: `Menga`, `jukan`.
//!
//! The pieces of such a word stand on lines of their own, and each but the first fills its line. A whole word may fill a line as
//! well: what is known as a word, from the rest of the text or as a common one, is not put together with another.

use crate::vocabulary::columns::exact;
use crate::vocabulary::plain_words::is_common;
use std::collections::BTreeSet;

/// Fewest letters of a word that counts as known; as many are a syllable, not a word that nobody knows.
const FEWEST_LETTERS: usize = 3;

/// The words of a text.
#[derive(Debug)]
pub(super) struct Words(BTreeSet<String>);

impl Words {
    /// The words of a text that stand beside another in their line or cell: a piece stands alone.
    pub fn of(text: &str) -> Self {
        let parts = text.lines().flat_map(|line| line.split('|')).map(str::trim);
        let words = parts.filter(|part| part.contains(' ')).flat_map(|part| part.split(|it: char| !it.is_alphabetic()));
        Self(words.filter(|word| word.len() >= FEWEST_LETTERS).map(str::to_lowercase).collect())
    }

    fn knows(&self, word: &str) -> bool {
        let lower = word.trim_matches(|it: char| !it.is_alphabetic()).to_lowercase();
        is_common(&lower) || self.0.contains(&lower)
    }

    /// A line that is full goes on with the word above it, which may itself be put together.
    pub fn goes_on(&self, word: &str, line: &str) -> bool {
        if !may_go_on(word, line) {
            return false;
        }
        if self.knows(&format!("{word}{line}")) {
            return true;
        }
        let is_short = word.chars().count() <= FEWEST_LETTERS;
        !self.knows(word) && (is_short || !self.knows(line))
    }
}

/// Both are letters, and no capital begins the line below small ones.
fn may_go_on(word: &str, line: &str) -> bool {
    let (Some(last), Some(first)) = (word.chars().next_back(), line.chars().next()) else { return false };
    last.is_alphabetic() && first.is_alphabetic() && (first.is_lowercase() || last.is_uppercase())
}

/// The lines of this cell are one column name, chopped.
pub(super) fn is_chopped_name(lines: &[&str]) -> bool {
    let are_pieces = lines.len() > 1 && lines.windows(2).all(|pair| may_go_on(pair[0], pair[1]));
    let is_one_word = |line: &&str| !line.contains(char::is_whitespace);
    are_pieces && lines.iter().all(is_one_word) && exact(&lines.concat()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_go_on_and_words_do_not() {
        let words = Words::of("| Peminjaman Arsip Daerah | jukan |");
        for (word, line) in [("Menga", "jukan"), ("k", "epada"), ("pemin", "jaman"), ("NO", "MOR")] {
            assert!(words.goes_on(word, line), "{word} {line}");
        }
        for (word, line) in
            [("peminjaman", "arsip"), ("Staf", "Umum"), ("jika", "tidak"), ("10", "menit"), ("-", "surat")]
        {
            assert!(!words.goes_on(word, line), "{word} {line}");
        }
        assert!(is_chopped_name(&["Keg", "iatan"]) && !is_chopped_name(&["Mutu", "Baku"]));
    }
}
