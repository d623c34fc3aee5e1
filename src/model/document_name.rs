//! The name of a document or thing that a step needs (kelengkapan) or makes (output).

use std::fmt;

/// One entry of Kelengkapan or Output, spelling kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentName(pub String);

impl DocumentName {
    /// Spelt alike, case and white space aside.
    pub fn spelt_like(&self, other: &Self) -> bool {
        self.is_spelt(&other.0)
    }

    /// Lower-cased, with single blanks: equal for names that are spelt alike.
    pub fn bare(&self) -> String {
        self.0.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }

    /// Spelt like that text, case and white space aside.
    pub fn is_spelt(&self, text: &str) -> bool {
        if self.0 == text {
            return true;
        }
        let (mut own, mut other) = (self.0.split_whitespace(), text.split_whitespace());
        loop {
            match (own.next(), other.next()) {
                (None, None) => return true,
                (Some(one), Some(other)) if is_same_word(one, other) => {}
                _ => return false,
            }
        }
    }
}

fn is_same_word(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
        || !one.is_ascii() && one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

impl fmt::Display for DocumentName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
