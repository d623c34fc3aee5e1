//! Pages set in columns: what `pdftotext -layout` makes of them, and what a viewer copies off them.

mod front;
mod head;
mod ruler;
mod sections;
mod table;

pub use front::front;
pub use sections::interleaved;
pub use table::table;

use super::canvas::Canvas;
use crate::damage::form::Form;
use crate::damage::layout::Medium;

/// The text of a page, as the medium has it.
fn text(canvas: &Canvas, form: &Form) -> Vec<String> {
    if form.medium == Medium::Copied { canvas.copied() } else { canvas.spaced() }
}
