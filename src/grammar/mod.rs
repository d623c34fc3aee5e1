//! The small languages inside cells: nom parsers from a text to a model value. The only place that knows nom.
//!
//! Every function is total: any text gives a value, `None` or an empty list, never a panic. Time is linear in the text.
//! Parts of a text are handed out as sub-slices of it, so that the caller can cut their spans.

pub mod citation;
pub mod date;
pub mod duration;
pub mod enumeration;
pub mod leads;
pub mod letters;
mod lexis;
pub mod marks;
pub mod number;
pub mod person;
mod quantity;
pub mod step_number;

pub(crate) use lexis::{folded, offset_in};
