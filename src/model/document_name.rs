//! The name of a document or thing that a step needs (kelengkapan) or makes (output).

use std::fmt;

/// One entry of Kelengkapan or Output, spelling kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentName(pub String);

impl fmt::Display for DocumentName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
