//! Bytes → [`Reading`]: a source with a document, or with the SOPs of our own YAML or JSON.

pub mod yaml;

use crate::document::Document;
use crate::model::Sop;
use crate::source::Source;

/// What was read of one input.
#[derive(Debug)]
pub struct Reading {
    /// The decoded text.
    pub source: Source,
    /// What it holds.
    pub content: Content,
}

/// A legacy text, or our own format.
#[derive(Debug)]
pub enum Content {
    /// A text to be parsed.
    Text(Document),
    /// SOPs as our YAML or JSON says them.
    Model(Vec<Sop>),
}

/// Why an input cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Nothing in it.
    #[error("berkas kosong")]
    Empty,
}

/// Reads bytes of any known format; `name` helps to tell which.
///
/// # Errors
/// When nothing can be read at all.
pub fn read(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let source = Source::new(name, String::from_utf8_lossy(bytes));
    Ok(Reading { source, content: Content::Text(Document::default()) })
}
