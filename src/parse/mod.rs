//! Document → SOPs.

use crate::document::Document;
use crate::model::Sop;
use crate::source::Source;

/// The SOPs of a document; at least one, however little was understood.
pub fn parse(_document: &Document, _source: &Source) -> Vec<Sop> {
    vec![Sop::default()]
}
