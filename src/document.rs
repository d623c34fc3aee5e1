//! A legacy text cut into rows of cells.

/// The rows of one input.
#[derive(Debug, Default)]
pub struct Document {}
