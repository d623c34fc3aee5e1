//! Findings → eyes: terminal, concise lines, JSON. Pure: text out, the caller prints it.

mod concise;
mod full;
mod json;
mod tally;
mod words;

pub use tally::Tally;
pub use words::path_in_words;

use crate::diagnostic::{Diagnostic, Language};
use crate::source::Source;

/// The shapes a report comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Source snippets, both ends of a relation, help.
    Full,
    /// One line a finding.
    Concise,
    /// An array of objects.
    Json,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy)]
pub struct Report {
    /// The shape.
    pub format: Format,
    /// The language of all words.
    pub language: Language,
    /// With ANSI colours.
    pub colored: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Report {
    /// The findings about one source; empty where there are none.
    pub fn block(&self, source: &Source, findings: &[Diagnostic]) -> String {
        match self.format {
            Format::Full => full::block(self, source, findings),
            Format::Concise => concise::block(self.language, source, findings),
            Format::Json => json::block(self.language, source, findings),
        }
    }

    /// What stands before the first block.
    pub fn opening(&self) -> &'static str {
        if self.format == Format::Json { "[" } else { "" }
    }

    /// What stands between two blocks that are not empty.
    pub fn separator(&self) -> &'static str {
        if self.format == Format::Json { "," } else { "" }
    }

    /// What stands after the last block.
    pub fn closing(&self, tally: &Tally) -> String {
        match self.format {
            // Where nothing could be read, zeros would sound like a clean result.
            Format::Full if tally.files == 0 => String::new(),
            Format::Full => format!("{}\n", tally.in_words(self.language)),
            Format::Concise => String::new(),
            Format::Json if tally.findings() == 0 => "]\n".to_owned(),
            Format::Json => "\n]\n".to_owned(),
        }
    }
}
