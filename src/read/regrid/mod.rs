//! Tables without marks between their cells → rows of cells: columns held apart by blanks only, as `pdftotext -layout` prints them,
//! and cells that stand on a line each.
//!
//! In the first the columns are bands of the page: found from where header and body have text, cut where a header begins. The lines of a
//! row are gathered round its number, which stands in its first line or in its middle.

mod bands;
mod block;
mod centred;
mod gather;
mod stacked;

use crate::document::{Layout, Row};
use bands::Bands;
use block::Block;

/// The rows with such tables put into cells; `None` where there are none.
pub(super) fn regrid(rows: &[Row]) -> Option<Vec<Row>> {
    let mut out: Option<Vec<Row>> = None;
    let mut running = None;
    let mut at = 0;
    while at < rows.len() {
        if let Some((block, end)) = stacked_at(rows, at) {
            let mut done = out.take().unwrap_or_else(|| rows[..at].to_vec());
            done.extend(block);
            at = end;
            out = Some(done);
            continue;
        }
        let found = (rows[at].layout == Layout::Spaced).then(|| Block::at(rows, at)).flatten();
        let Some(block) = found else {
            if let Some(out) = &mut out {
                out.push(rows[at].clone());
            }
            at += 1;
            continue;
        };
        let mut done = out.take().unwrap_or_else(|| rows[..at].to_vec());
        let bands = Bands::of(rows, &block);
        done.truncate(done.len() - (at - block.header.start));
        done.extend(gather::rows(rows, &block, &bands, running.get_or_insert_with(|| gather::running(rows))));
        at = block.end;
        out = Some(done);
    }
    out
}

/// A table of single lines, where this one names a column.
fn stacked_at(rows: &[Row], at: usize) -> Option<(Vec<Row>, usize)> {
    if rows[at].layout != Layout::Plain || rows[at].is_blank() {
        return None;
    }
    stacked::at(rows, at)
}
