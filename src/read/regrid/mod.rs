//! Tables without marks between their cells → rows of cells: columns held apart by blanks only, as `pdftotext -layout` prints them,
//! and cells that stand on a line each.
//!
//! In the first the header is read as one unit, whatever its lines; the columns of each page follow from where its own lines begin,
//! the header only names them; and the lines of a row are gathered round its number, which stands in its first line or in its middle.

mod cellwise;
mod centred;
mod columnwise;
mod copied;
mod counted;
mod fit;
mod gather;
mod heading;
mod lines;
mod listed;
mod melted;
mod moved;
mod poles;
mod sideways;
mod stacked;
mod timed;

use crate::document::{Layout, Row};
use crate::vocabulary::bodies;
use crate::vocabulary::columns::{begins_with_no, may_name_activity};
use heading::Heading;
use std::ops::Range;

/// The rows with such tables put into cells; `None` where there are none.
pub(super) fn regrid(rows: &[Row]) -> Option<Vec<Row>> {
    let mut out: Vec<Row> = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    let mut patience = rows.len().saturating_mul(MOST_IN_VAIN);
    while at < rows.len() && patience > 0 {
        match table_at(rows, at, copied) {
            Ok(Some(Table { rows: table, start, end })) => {
                out.extend_from_slice(&rows[copied..start]);
                out.extend(table);
                (at, copied) = (end, end);
            }
            Ok(None) => at += 1,
            Err(InVain(end)) => {
                patience = patience.saturating_sub(end.saturating_sub(at));
                at += 1;
            }
        }
    }
    if copied == 0 {
        return None;
    }
    out.extend_from_slice(&rows[copied..]);
    Some(out)
}

/// Header after header may look as if a table stood below it that goes on to the end of the text, and there is none: no more rows
/// than so many times all of them are looked at in vain.
const MOST_IN_VAIN: usize = 8;

/// A table put into cells: its rows, and the stretch they take the place of.
struct Table {
    rows: Vec<Row>,
    start: usize,
    end: usize,
}

/// So many of the steps are seen to name who acts that a column holds the names: three in four, and two at least.
fn is_column_of_names(known: usize, steps: usize) -> bool {
    known >= 2 && known * 4 >= steps * 3
}

/// What looked like a table up to this row is none.
struct InVain(usize);

/// A table where one begins; whether it was looked at in vain where none does.
type Found = Result<Option<Table>, InVain>;

/// The table whose header has its names of columns in this row, not above `from`.
fn table_at(rows: &[Row], at: usize, from: usize) -> Found {
    if rows[at].layout == Layout::Cells || rows[at].is_blank() {
        return Ok(None);
    }
    let mut vain = None;
    if rows[at].layout == Layout::Plain {
        let names_activity = rows[at].texts().any(|text| may_name_activity(text) || begins_with_no(text));
        // A table of single lines may begin with any of its columns.
        let readers = [cellwise::at, stacked::at, columnwise::at, copied::at];
        for reader in readers.iter().take(if names_activity { 4 } else { 3 }) {
            match reader(rows, at) {
                Ok(Some(table)) if table.start >= from => return Ok(Some(table)),
                Ok(_) => {}
                Err(InVain(end)) => vain = vain.max(Some(end)),
            }
        }
        if !names_activity {
            return vain.map_or(Ok(None), |end| Err(InVain(end)));
        }
    }
    let none = vain.map_or(Ok(None), |end| Err(InVain(end)));
    let Some(mut heading) = Heading::at(rows, at).filter(|heading| heading.lines.start >= from) else { return none };
    let start = heading.lines.start;
    let (mut stretches, end) = lines::read(rows, &heading)?;
    heading.count();
    stretches.iter_mut().filter_map(|stretch| stretch.heading.as_mut()).for_each(Heading::count);
    Ok(Some(Table { rows: gather::rows(rows, &heading, stretches), start, end }))
}

/// Where the identity block of another page begins within a step: the name of a body in capitals below words in small letters.
fn letterhead(rows: &[Row], step: &Range<usize>) -> Option<usize> {
    let text = |at: usize| rows[at].single().map_or("", |cell| cell.text.as_str());
    let first = step.clone().find(|at| text(*at).contains(char::is_lowercase))?;
    (first + 1..step.end).find(|at| bodies::is_letterhead(text(*at)))
}
