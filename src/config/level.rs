//! How grave an office holds a rule to be, and the words for it.

use crate::diagnostic::Severity;

/// A severity, or none at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Mati: the rule is not asked.
    Off,
    /// Saran, peringatan or galat.
    On(Severity),
}

/// The words, as they are written in a file.
const WORDS: [(&str, Level); 5] = [
    ("galat", Level::On(Severity::Error)),
    ("peringatan", Level::On(Severity::Warning)),
    ("saran", Level::On(Severity::Info)),
    ("catatan", Level::On(Severity::Note)),
    ("mati", Level::Off),
];

impl Level {
    /// What the word means.
    pub fn from_word(word: &str) -> Option<Self> {
        WORDS.iter().find(|(it, _)| *it == word).map(|(_, level)| *level)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(_, level)| *level == self).map_or("", |(word, _)| word)
    }

    /// All words.
    pub fn words() -> impl Iterator<Item = &'static str> + Clone {
        WORDS.iter().map(|(word, _)| *word)
    }
}
