//! Why a `sop.toml` cannot be used: what stands where, and what to do about it.

use crate::diagnostic::Message;
use crate::source::{Source, Span};
use std::fmt;

/// A sentence in both languages and the place it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// What is wrong, and what would be right.
    pub message: Message,
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

impl ConfigError {
    pub(super) fn at(source: &Source, span: Span, message: Message) -> Self {
        let (line, column) = source.line_column(span.start);
        Self { message, file: source.name.clone(), line, column }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}: {}", self.file, self.line, self.column, self.message.id)
    }
}

impl std::error::Error for ConfigError {}

/// Of the words known here the one that is meant, if one is near; else all of them, in both languages.
pub(super) fn known_words<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> (String, String) {
    let near = known.clone().map(|it| (strsim::jaro_winkler(&word.to_lowercase(), it), it));
    let nearest = near.max_by(|one, other| one.0.total_cmp(&other.0)).filter(|(likeness, _)| *likeness > 0.75);
    match nearest {
        Some((_, nearest)) => (format!("; mungkin maksudnya `{nearest}`"), format!("; perhaps `{nearest}` is meant")),
        None => {
            let all = known.map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
            (format!("; yang dikenal di sini: {all}"), format!("; known here: {all}"))
        }
    }
}
