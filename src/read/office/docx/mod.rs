//! Text documents of Word → rows, grids and a drawing; a file that is not laid out has one page.

use super::{OfficeFault, Package};
use crate::document::Document;
use crate::source::Source;

/// Reads a text document; `name` is shown to people.
///
/// # Errors
/// When the archive is damaged, locked, or beyond all bounds.
pub fn read(package: Package<'_>, name: &str) -> Result<(Source, Document), OfficeFault> {
    let _ = (package, name);
    Err(OfficeFault::Unknown)
}
