//! A page of the layout → the shapes of an office program over its table: symbols of DrawingML, arrows glued to them, words.
//!
//! Where a thing lies in the file is the business of its writer, which moves all coordinates to where its cells are
//! ([`Spot`], in EMU). Every arrow comes twice. [`connector`] is the one of the office: a preset of which the program knows the
//! ends, so that it follows its symbols; its bends are adjusted to those of the layout. [`freeform`] is the same line as a drawn
//! path: LibreOffice lays every bent connector anew as it likes, also where it is not glued and has a path of its own.
//! A file that holds both as alternatives (`mc:AlternateContent`) is right in both.

mod bent;
mod figures;
mod markup;
mod space;

pub use bent::Bent;
pub use figures::{Arrow, Caption, Figures, Glue, Symbol};
pub use markup::{connector, freeform, line, preset, solid, xfrm};
pub use space::{EMU, Frame, Spot};
