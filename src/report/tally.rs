//! How many findings of which severity in how many files: the last line of a report, and the exit code.

use crate::diagnostic::{Diagnostic, Language, Severity};

/// Counts over a whole run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Files looked at.
    pub files: usize,
    /// Galat.
    pub errors: usize,
    /// Peringatan.
    pub warnings: usize,
    /// Saran.
    pub infos: usize,
    /// Catatan bacaan: what the program did not understand, no findings about the document.
    pub notes: usize,
}

impl Tally {
    /// The counts of one file.
    pub fn of(findings: &[Diagnostic]) -> Self {
        Self { files: 1, ..Self::count(findings) }
    }

    /// The counts of these findings, of no file in particular.
    pub(super) fn count<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut tally = Self::default();
        for it in findings {
            match it.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Info => tally.infos += 1,
                Severity::Note => tally.notes += 1,
            }
        }
        tally
    }

    /// Adds the counts of another file or run.
    pub fn add(&mut self, other: Self) {
        self.files += other.files;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
        self.notes += other.notes;
    }

    /// All findings about the document together, the notes on its reading left aside.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// How bad it is: by errors, then by warnings, then by suggestions.
    pub(super) fn weight(&self) -> (usize, usize, usize) {
        (self.errors, self.warnings, self.infos)
    }

    /// Findings and notes: all that a report lists.
    pub fn all(&self) -> usize {
        self.findings() + self.notes
    }

    /// Whether a finding stands at or above the level that fails a run: errors, when `strict` warnings too.
    pub fn fails(&self, strict: bool) -> bool {
        self.errors > 0 || strict && self.warnings > 0
    }

    /// The line that ends a report.
    pub fn in_words(&self, language: Language) -> String {
        let Self { files, errors, warnings, infos, notes } = self;
        match language {
            Language::Indonesian => {
                let notes = if *notes > 0 { format!(", {notes} catatan") } else { String::new() };
                format!("{errors} galat, {warnings} peringatan, {infos} saran{notes} di {files} berkas")
            }
            Language::English => {
                let s = |count: &usize| if *count == 1 { "" } else { "s" };
                let notes = if *notes > 0 { format!(", {notes} note{}", s(notes)) } else { String::new() };
                format!(
                    "{errors} error{}, {warnings} warning{}, {infos} suggestion{}{notes} in {files} file{}",
                    s(errors),
                    s(warnings),
                    s(infos),
                    s(files)
                )
            }
        }
    }
}
