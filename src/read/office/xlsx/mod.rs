//! Workbooks of Excel → pages of placed things: a page a sheet.

use super::{OfficeFault, Package};
use crate::document::Document;
use crate::source::Source;

/// Reads a workbook; `name` is shown to people.
///
/// # Errors
/// When the archive is damaged, locked, or beyond all bounds.
pub fn read(package: Package<'_>, name: &str) -> Result<(Source, Document), OfficeFault> {
    let _ = (package, name);
    Err(OfficeFault::Unknown)
}
