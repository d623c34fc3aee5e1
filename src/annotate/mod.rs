//! What is to be remarked → the author's own Word, Excel or PDF file with comments at the very places, and nothing else of it changed.
//!
//! A Word file gets comments ([`docx`]), an Excel file notes at cells ([`xlsx`]), a PDF notes on its pages ([`pdf`]). [`parts`] copies what is not touched as it is
//! packed, [`markup`] changes XML as text at places of its own, [`manifest`] enters parts that are new. A comment of an earlier run is
//! known by its author and by the mark in its last line ([`crate::report::passages`]); what people wrote stays.

mod docx;
mod manifest;
mod markup;
mod parts;
mod pdf;
mod xlsx;

use crate::read::OfficeFault;
use crate::read::looks_like_pdf;
use crate::read::office::Kind;
use crate::report::Remark;
use crate::source::Source;
use parts::Parts;

/// Who the comments are by.
const AUTHOR: &str = "sop";

/// Where the relations between parts have their names.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Where the signatures of a signed file lie.
const SIGNATURES: &str = "_xmlsignatures/";

/// Why a file cannot be remarked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no Word, Excel or PDF file.
    Foreign,
    /// It cannot be read.
    Office(OfficeFault),
    /// It is locked by a password, or by what it forbids.
    Locked,
    /// It is signed, and the signature would not hold any more.
    Signed,
    /// This part of it is written as no program we know writes it.
    Unusual(String),
    /// It is a PDF that cannot be added to.
    UnusualPdf,
}

impl From<OfficeFault> for Fault {
    fn from(fault: OfficeFault) -> Self {
        Self::Office(fault)
    }
}

/// A file with remarks.
#[derive(Debug)]
pub struct Annotated {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was written.
    pub written: Written,
}

/// What was written into a file.
#[derive(Debug, Default)]
pub struct Written {
    /// How many remarks were written.
    pub remarks: usize,
    /// How many were not, since people have answered them before.
    pub answered: usize,
    /// How many stand beside tracked changes of an earlier run that nobody has accepted or rejected.
    pub pending: usize,
    /// The fingerprints of the remarks whose words were changed, as tracked changes.
    pub changed: Vec<String>,
    /// How many remarks wanted words changed where that cannot be.
    pub unchanged: usize,
}

/// The extension that a file with remarks must have, by what the bytes are; `None` of what is no Word, Excel or PDF file.
pub fn extension(bytes: &[u8]) -> Option<&'static str> {
    if looks_like_pdf(bytes) {
        return Some("pdf");
    }
    let mut parts = Parts::open(bytes).ok()?;
    let kind = parts.package.kind()?;
    let types = parts.package.member(manifest::TYPES).ok().flatten().unwrap_or_default();
    Some(match (kind, types.contains("macroEnabled")) {
        (Kind::Workbook, false) => "xlsx",
        (Kind::Workbook, true) => "xlsm",
        (Kind::TextDocument, false) => "docx",
        (Kind::TextDocument, true) => "docm",
    })
}

/// Writes the remarks into the file that `source` was read from, and in Word the words that they change. Remarks of an earlier run are replaced; one that a person has
/// answered, changed or marked as done stays, and is not made anew.
///
/// # Errors
/// When it is no such file, is signed, or is written in a way that cannot be added to.
pub fn annotate(bytes: &[u8], source: &Source, remarks: &[Remark]) -> Result<Annotated, Fault> {
    if looks_like_pdf(bytes) {
        return pdf::write(bytes, source, remarks);
    }
    let mut parts = Parts::open(bytes)?;
    if parts.package.names().any(|it| it.starts_with(SIGNATURES)) {
        return Err(Fault::Signed);
    }
    let written = match parts.package.kind().ok_or(Fault::Foreign)? {
        Kind::TextDocument => docx::write(&mut parts, source, remarks)?,
        Kind::Workbook => xlsx::write(&mut parts, source, remarks)?,
    };
    Ok(Annotated { bytes: parts.finish()?, written })
}
