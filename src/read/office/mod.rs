//! Word and Excel files (Office Open XML) → pages of placed things.

pub mod docx;
mod package;
mod placement;
pub(crate) mod relations;
mod shapes;
pub mod xlsx;
pub(crate) mod xml;

pub use package::{OfficeFault, Package};

use super::Foreign;
use crate::diagnostic::Message;
use crate::document::Document;
use crate::source::Source;

/// What a ZIP archive turns out to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A workbook of Excel.
    Workbook,
    /// A text document of Word.
    TextDocument,
}

/// Reads a Word or Excel file; `name` is shown to people.
///
/// # Errors
/// When it is damaged, locked, beyond all bounds, or neither of the two.
pub fn read(bytes: &[u8], name: &str) -> Result<(Source, Document), OfficeFault> {
    let mut package = Package::open(bytes)?;
    match package.kind() {
        Some(Kind::Workbook) => xlsx::read(package, name),
        Some(Kind::TextDocument) => docx::read(package, name),
        None => Err(OfficeFault::Foreign(package.foreign())),
    }
}

/// The bytes of the XML in a Word or Excel file, as it states them itself; none where these bytes are none.
pub(super) fn unpacked(bytes: &[u8]) -> Option<u64> {
    bytes.starts_with(b"PK\x03\x04").then(|| Package::open(bytes).ok())?.map(|mut it| it.unpacked())
}

/// What happened and what to do, in both languages.
pub(super) fn message(fault: OfficeFault) -> Message {
    match fault {
        OfficeFault::Damaged => Message::new(
            "berkas Word atau Excel ini terpotong atau rusak; buka di programnya dan simpan ulang, atau ambil salinan yang utuh",
            "this Word or Excel file is cut off or damaged; open it in its program and save it again, or get a sound copy",
        ),
        OfficeFault::TooMuch => Message::new(
            "isi berkas ini jauh lebih besar dari dokumen mana pun; simpan hanya lembar atau halaman SOP-nya",
            "what this file unpacks to is larger than any document; save only the sheets or pages of the SOP",
        ),
        OfficeFault::Locked => Foreign::Encrypted.message(),
        OfficeFault::DocumentType => Message::new(
            "berkas ini memuat deklarasi XML (DTD) yang tidak ditulis Word atau Excel; simpan ulang dari programnya",
            "this file brings an XML document type, which Word and Excel never write; save it again from its program",
        ),
        OfficeFault::Unknown => Foreign::Archive.message(),
        OfficeFault::Foreign(foreign) => foreign.message(),
    }
}
