//! Tables without marks between their cells → rows of cells: columns held apart by blanks only, as `pdftotext -layout` prints them,
//! and cells that stand on a line each.
//!
//! In the first the header is read as one unit, whatever its lines; the columns of each page follow from where its own lines begin,
//! the header only names them; and the lines of a row are gathered round its number, which stands in its first line or in its middle.

mod centred;
mod copied;
mod fit;
mod gather;
mod heading;
mod lines;
mod stacked;

use crate::document::{Layout, Row};
use crate::vocabulary::columns::may_name_activity;
use heading::Heading;

/// The rows with such tables put into cells; `None` where there are none.
pub(super) fn regrid(rows: &[Row]) -> Option<Vec<Row>> {
    let mut out: Vec<Row> = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    while at < rows.len() {
        let Some((table, start, end)) = table_at(rows, at, copied) else {
            at += 1;
            continue;
        };
        out.extend_from_slice(&rows[copied..start]);
        out.extend(table);
        (at, copied) = (end, end);
    }
    if copied == 0 {
        return None;
    }
    out.extend_from_slice(&rows[copied..]);
    Some(out)
}

/// The table whose header has its names of columns in this row, not above `from`: its rows, and the stretch they take the place of.
fn table_at(rows: &[Row], at: usize, from: usize) -> Option<(Vec<Row>, usize, usize)> {
    if rows[at].layout == Layout::Cells || rows[at].is_blank() {
        return None;
    }
    if rows[at].layout == Layout::Plain
        && let Some((table, end)) = stacked::at(rows, at)
    {
        return Some((table, at, end));
    }
    if rows[at].layout == Layout::Plain {
        if !rows[at].texts().any(may_name_activity) {
            return None;
        }
        if let Some(table) = copied::at(rows, at).filter(|(_, start, _)| *start >= from) {
            return Some(table);
        }
    }
    let heading = Heading::at(rows, at).filter(|heading| heading.lines.start >= from)?;
    let (stretches, end) = lines::read(rows, &heading)?;
    let start = heading.lines.start;
    Some((gather::rows(rows, &heading, stretches), start, end))
}
