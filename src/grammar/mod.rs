//! The small languages inside cells: nom parsers from a text to a model value. The only place that knows nom.

pub mod citation;
pub mod date;
pub mod duration;
