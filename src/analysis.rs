//! Bytes → source and SOPs: the whole middle of the program in one call, pure and total but for unusable containers.

use crate::model::Sop;
use crate::parse;
use crate::read::{self, Content, ReadError};
use crate::source::Source;

/// One input, understood.
#[derive(Debug)]
pub struct Analysis {
    /// The text that all places point into.
    pub source: Source,
    /// The SOPs in it, in the order they stand; never empty.
    pub sops: Vec<Sop>,
    /// The text is our own YAML or JSON, which is mended in place; a legacy text or a print is never edited.
    pub is_model: bool,
}

/// Reads an input of any known format and understands it.
///
/// `name` is shown to people and helps to tell the format. Content never causes an error: what was not understood is in the
/// troubles of the SOP.
///
/// # Errors
/// When nothing can be read at all: too large, not text, or YAML that is not an SOP file.
pub fn analyze(bytes: &[u8], name: &str) -> Result<Analysis, ReadError> {
    let reading = read::read(bytes, name)?;
    let (sops, is_model) = match reading.content {
        Content::Document(document) => (parse::parse(&document, &reading.source), false),
        Content::Model(sops) => (sops, true),
        Content::Carried(sops) => (sops, false),
    };
    Ok(Analysis { source: reading.source, sops, is_model })
}
