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

    /// Spelt like that text, case and white space aside.
    pub fn is_spelt(&self, text: &str) -> bool {
        let words = |text: &str| text.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        words(&self.0) == words(text)
    }
}

impl fmt::Display for DocumentName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
