//! Tables whose columns are held apart by blanks only → rows of cells.

use crate::document::Row;

/// The rows with such tables put into cells; `None` where there are none.
pub(in crate::parse) fn regrid(_rows: &[Row]) -> Option<Vec<Row>> {
    None
}
