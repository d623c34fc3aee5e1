//! Findings → eyes: for the terminal, for people without one, and for the programs that gather findings. Pure: text out,
//! the caller writes it.
//!
//! A report is written part after part, so that nothing needs to be kept of a file once its block is written: an opening,
//! the blocks of all files with separators between those that are not empty, and a closing that speaks of the whole run.
//! Only the web page tells in its opening what the whole run has found ([`Report::opens_last`]), and only the snippets of a folder
//! stand in another order than the files, the worst document first ([`Report::is_sorted`]).

mod addresses;
mod alike;
mod concise;
mod escaping;
mod evaluation;
mod fingerprints;
mod folding;
mod full;
mod github;
mod gitlab;
mod glance;
mod guide;
mod json;
mod junit;
mod overview;
mod page;
mod reading;
pub mod recap;
mod remarks;
mod remedy;
mod sarif;
mod spreadsheet;
mod statistics;
mod tally;
mod words;

pub use guide::{Guide, RuleCard};
pub use overview::Overview;
pub use remarks::{Passage, Remark, offers_change, passages, remarks};
pub use tally::Tally;

use crate::diagnostic::{Diagnostic, Language, path_in_words};
use crate::model::Sop;
use crate::plain::plain;
use crate::source::Source;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The shapes a report comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Source snippets, both ends of a relation, help.
    Full,
    /// One line a finding.
    Concise,
    /// An array of objects.
    Json,
    /// An object a line.
    Ndjson,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Code quality report of GitLab.
    Gitlab,
    /// JUnit XML: a test suite for each file.
    Junit,
    /// A table for programs (RFC 4180).
    Csv,
    /// A web page: the form itself, its cells shaded, the findings beside them.
    Html,
    /// Catatan evaluasi, the reviewer's sheet, as Markdown.
    Evaluation,
    /// The same as a table for a spreadsheet.
    EvaluationCsv,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The shape.
    pub format: Format,
    /// The language of all words.
    pub language: Language,
    /// With ANSI colours.
    pub colored: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Warnings fail the run too.
    pub strict: bool,
    /// In place of the findings, how many there are of each rule.
    pub statistics: bool,
    /// The folder that machines take file names to be relative to, with `/` between its parts.
    pub root: Option<&'a str>,
    /// The folder that is checked, as it was named, where one is: the report then ends with a glance at it.
    pub folder: Option<&'a str>,
    /// What the rules are.
    pub guide: &'a Guide,
}

/// One file after checking: what a report shows of it.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// Which file of the run it is, from 0.
    pub position: usize,
    /// The text that all places point into.
    pub source: &'a Source,
    /// The SOPs in it.
    pub sops: &'a [Sop],
    /// What was found, SOP after SOP.
    pub findings: &'a [Diagnostic],
}

impl<'a> Checked<'a> {
    /// What was found in one SOP of the file.
    fn about(&self, sop: usize) -> &'a [Diagnostic] {
        let start = self.findings.partition_point(|it| it.sop < sop);
        let length = self.findings[start..].partition_point(|it| it.sop == sop);
        &self.findings[start..start + length]
    }

    /// Where the file holds several SOPs, which of them is meant: its number, from 1, and its name.
    fn which(&self, sop: usize) -> Option<String> {
        let (title, total) = (self.title(sop), self.sops.len());
        (total > 1).then(|| title.map_or_else(|| format!("SOP {}", sop + 1), |it| format!("SOP {}: {it}", sop + 1)))
    }

    /// The name of an SOP of the file, in one line, where it is known.
    fn title(&self, sop: usize) -> Option<Cow<'_, str>> {
        self.sops.get(sop)?.identity.title.value().map(|it| plain(it))
    }
}

/// The text is a report that was made here, in a shape that might be taken for a document.
pub fn is_report(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    page::is_page(text) || OPENINGS.iter().any(|opening| text.starts_with(opening.trim_start_matches('\u{feff}')))
}

/// What reports begin with that might be taken for documents, beside web pages.
static OPENINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let heads = |language| {
        [spreadsheet::header(language), evaluation::markdown_opening(language), evaluation::csv_header(language)]
    };
    [Language::Indonesian, Language::English].into_iter().flat_map(heads).collect()
});

impl Report<'_> {
    /// Each document is shown as a whole, once, so that all its findings have to be at hand.
    pub fn shows_documents(&self) -> bool {
        self.format == Format::Html
    }

    /// The findings as this report lists them: the same fault in many places is one, where the report is a list of what to do.
    pub fn listed(&self, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if alike::are_gathered(self.format) { alike::gathered(findings) } else { findings }
    }

    /// What one file adds to the report; empty where it has nothing to say.
    pub fn block(&self, checked: &Checked<'_>) -> String {
        if self.statistics {
            return String::new();
        }
        match self.format {
            Format::Full => full::block(self, checked),
            Format::Concise => concise::block(self, checked),
            Format::Json => json::elements(self.language, checked).join(","),
            Format::Ndjson => json::lines(self.language, checked),
            Format::Sarif => sarif::block(self, checked),
            Format::Github => github::block(self, checked),
            Format::Gitlab => gitlab::block(self, checked),
            Format::Junit => junit::block(self, checked),
            Format::Csv => spreadsheet::block(self.language, checked),
            Format::Html => page::block(self, checked),
            Format::Evaluation => evaluation::markdown(self, checked),
            Format::EvaluationCsv => evaluation::csv(self, checked),
        }
    }

    /// The opening speaks of the whole run, so that it can only be asked for after the last block.
    pub fn opens_last(&self) -> bool {
        self.format == Format::Html && !self.statistics
    }

    /// Blocks are read by people who want the worst document of a folder first. One line a finding, and all that programs read, stays
    /// in the order of the files.
    pub fn is_sorted(&self) -> bool {
        self.format == Format::Full && self.folder.is_some() && !self.statistics
    }

    /// What stands before the first block. `overview` counts only where the report [opens last](Self::opens_last).
    pub fn opening(&self, overview: &Overview) -> String {
        if self.statistics {
            return String::new();
        }
        match self.format {
            Format::Json | Format::Gitlab => "[".to_owned(),
            Format::Sarif => sarif::opening(self.language),
            Format::Junit => junit::OPENING.to_owned(),
            Format::Csv => spreadsheet::header(self.language),
            Format::Html => page::opening(self, overview),
            Format::Evaluation => evaluation::markdown_opening(self.language),
            Format::EvaluationCsv => evaluation::csv_header(self.language),
            Format::Full | Format::Concise | Format::Ndjson | Format::Github => String::new(),
        }
    }

    /// What stands between two blocks that are not empty.
    pub fn separator(&self) -> &'static str {
        match self.format {
            Format::Json | Format::Gitlab | Format::Sarif => ",",
            _ => "",
        }
    }

    /// What stands after the last block.
    pub fn closing(&self, overview: &Overview) -> String {
        if self.statistics {
            return statistics::closing(self, overview);
        }
        match self.format {
            // Where nothing could be read, zeros would sound like a clean result.
            Format::Full if overview.tally.files == 0 => String::new(),
            Format::Full => {
                let glance = glance::closing(self, overview, true);
                format!("{glance}{}\n", overview.tally.in_words(self.language))
            }
            Format::Json | Format::Gitlab if overview.tally.all() == 0 => "]\n".to_owned(),
            Format::Json | Format::Gitlab => "\n]\n".to_owned(),
            Format::Sarif => sarif::closing(self, overview),
            Format::Junit => junit::closing(overview),
            Format::Html => page::closing(self, overview),
            Format::Evaluation => evaluation::markdown_closing(self.language, overview),
            Format::Concise | Format::Ndjson | Format::Github | Format::Csv | Format::EvaluationCsv => String::new(),
        }
    }
}
