//! Findings → eyes: terminal, concise lines, JSON. Pure: text out, the caller prints it.

mod concise;
mod full;
mod json;
mod tally;
mod words;

pub use tally::Tally;
pub use words::path_in_words;

use crate::diagnostic::{Diagnostic, Language};
use crate::model::Sop;
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

/// One file after checking: what a report shows of it.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The text that all places point into.
    pub source: &'a Source,
    /// The SOPs in it.
    pub sops: &'a [Sop],
    /// What was found, SOP after SOP.
    pub findings: &'a [Diagnostic],
}

impl Report {
    /// The findings about one file; empty where there are none.
    pub fn block(&self, checked: &Checked<'_>) -> String {
        let Checked { source, findings, .. } = *checked;
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
