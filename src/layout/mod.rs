//! Sop → pages of shapes: geometry is decided here, once; what draws the pages only writes.
//!
//! All lengths are hundredths of a point ([`PT`]), from the upper left corner of the page, x to the right, y down.
//! The way of an SOP to paper: `chart` sets its cells on levels, `gauge` measures its texts, `plan` chooses letters and pages from them,
//! `band` cuts the rows of `procedure` that are taller than a page, `cut` gathers them to the sheets that `sheets` draws, `sketch` adds
//! pentagons, `route` finds ways for the arrows of one page on an abstract grid (`choose` those that cross least, as `tangle` counts), `columns` and `geometry` give that grid
//! its measures, and `symbols` draws it. `identity` draws the first page with `identity_block`, `book` binds the pages of many SOPs. Text widths are asked of a [`Measure`].

mod band;
mod book;
mod chart;
mod choose;
mod columns;
mod cut;
mod diagram;
mod draft;
mod draw;
mod exact;
mod foot;
mod form;
mod gauge;
mod geometry;
mod header;
mod identity;
mod identity_block;
mod identity_rows;
mod lanes;
mod legend;
mod meaning;
mod merged;
mod pen;
mod plan;
mod procedure;
mod route;
mod said;
mod sheets;
mod signposts;
mod sketch;
mod subheads;
mod symbols;
mod table;
mod tangle;
mod typeset;
mod verify;
mod ways;
mod widths;
mod words;

pub use book::bind_book;
pub use diagram::Diagram;
pub use draw::{
    Area, Colour, Connector, DASHES, Draw, Face, Foot, FootPiece, Ink, Joins, Page, Paper, Part, Picture, Place, Point,
    PrintOptions, Seg, Shape, Strip, Stroke,
};
pub use form::Form;
pub use meaning::{Head, Mark, Piece, Role, bind};
pub use said::{is_signature, said};
pub use table::{MARK, TEXT_SIZE};
pub use typeset::{Measure, REPLACEMENT};
pub use verify::{Fault, Guarantee, verify, verify_book};
pub use words::{account, date_words, items, section};

use crate::model::Sop;
use typeset::Typesetter;

/// One point, in the units of the layout.
pub const PT: i32 = 100;

/// The pages of an SOP: identity first, then the procedure, both on one page where they have room. The same SOP gives the
/// same pages.
///
/// Characters that the font of `measure` lacks are drawn as [`REPLACEMENT`] and listed in [`Page::replaced`].
pub fn lay_out(sop: &Sop, options: &PrintOptions, measure: &dyn Measure) -> Vec<Page> {
    let type_ = Typesetter::new(measure);
    let mut pages = plan::pages(sop, options, &type_);
    foot::add_feet(sop, &options.form, &mut pages, &type_);
    words::add_accounts(sop, &mut pages);
    draft::mark(sop, &options.form, &mut pages, &type_);
    pages
}
