//! Rekap: the findings of a folder as a workbook, for those who answer for its SOPs. A sheet of units, one of documents, one of
//! findings, and the forms of monitoring and evaluation, filled in as far as the documents say.
//!
//! Rows are gathered file by file; the workbook is written at the end. Texts are written as texts, never as formulas.

mod forms;
mod gather;
mod lists;
mod sheet;

pub use gather::{Dated, DocumentRow, FindingRow, Part};

use crate::diagnostic::Language;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

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
    /// When it is larger than a workbook can be.
    pub fn workbook(&self, language: Language) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        // A clock would make other bytes of the same folder.
        let properties =
            DocProperties::new().set_author("sop").set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
        book.set_properties(&properties);
        lists::units(&mut book, self, language)?;
        lists::documents(&mut book, self, language)?;
        lists::findings(&mut book, self, language)?;
        forms::monitoring(&mut book, self)?;
        forms::evaluation(&mut book, self, language)?;
        if !self.failures.is_empty() {
            lists::failures(&mut book, self, language)?;
        }
        book.save_to_buffer()
    }

    fn documents(&self) -> impl Iterator<Item = &DocumentRow> {
        self.parts.iter().flat_map(|part| &part.documents)
    }
}
