//! Pages of a PDF → pages of placed things.

use super::PdfFault;
use crate::document::Document;
use crate::source::Source;

/// Reads the pages of a PDF that carries no YAML of ours; `name` is shown to people.
///
/// # Errors
/// When it is damaged, locked, beyond all bounds, or a scan without any text.
pub fn read(bytes: &[u8], name: &str) -> Result<(Source, Document), PdfFault> {
    let _ = (bytes, name);
    Err(PdfFault::NothingAttached)
}
