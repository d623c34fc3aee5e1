//! Tables whose columns are held apart by blanks only, as `pdftotext -layout` prints them → rows of cells.
//!
//! The columns are bands of the page: found from where header and body have text, cut where a header begins. The lines of a
//! row are gathered round its number, which stands in its first line or in its middle.

mod bands;
mod block;
mod centred;
mod gather;

use crate::document::{Layout, Row};
use bands::Bands;
use block::Block;

/// The rows with such tables put into cells; `None` where there are none.
pub(in crate::parse) fn regrid(rows: &[Row]) -> Option<Vec<Row>> {
    let mut out: Option<Vec<Row>> = None;
    let mut at = 0;
    while at < rows.len() {
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
        done.extend(gather::rows(rows, &block, &bands));
        at = block.end;
        out = Some(done);
    }
    out
}
