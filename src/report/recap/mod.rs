//! Rekap: the findings of a folder as a workbook, for those who answer for its SOPs. A sheet of units, one of documents, one of
//! findings, and the forms of monitoring and evaluation, filled in as far as the documents say.
//!
//! Rows are gathered file by file; the workbook is written at the end. Texts are written as texts, never as formulas.

mod forms;
mod gather;
mod lists;
mod sheet;
mod workbook;

pub use gather::{Dated, DocumentRow, FindingRow, Part};

use crate::diagnostic::Language;
use crate::package::PackError;

/// One file that could not be read, and the word of the error.
type Failure = String;

/// Everything that goes into the workbook.
#[derive(Debug, Default)]
pub struct Recap {
    /// What the files say, in the order of the report.
    pub parts: Vec<Part>,
    /// Files that could not be read, each with why.
    pub failures: Vec<Failure>,
}

impl Recap {
    /// The workbook. The same recap gives the same bytes.
    ///
    /// # Errors
    /// When it is larger than an archive can be.
    pub fn workbook(&self, language: Language) -> Result<Vec<u8>, PackError> {
        let mut sheets = vec![
            lists::units(self, language),
            lists::documents(self, language),
            lists::findings(self, language),
            forms::monitoring(self),
            forms::evaluation(self, language),
        ];
        if !self.failures.is_empty() {
            sheets.push(lists::failures(self, language));
        }
        workbook::workbook(&sheets)
    }

    fn documents(&self) -> impl Iterator<Item = &DocumentRow> {
        self.parts.iter().flat_map(|part| &part.documents)
    }
}
