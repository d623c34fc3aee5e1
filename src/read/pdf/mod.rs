//! PDF → our YAML, where `sop` printed it and the YAML is attached; else the pages, as text, grids and drawings.

mod attached;
mod pages;
mod seals;

pub use attached::{PdfFault, attached_yaml, looks_like_pdf};
pub use pages::{read, within_bounds};

pub(super) use attached::message;
