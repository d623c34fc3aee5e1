//! Pages of SOPs → an Excel workbook: of each SOP a sheet with the identity block and one with the table, as the pages have them.
//!
//! [`identity`] and [`procedure`] make cells of what is ruled on the pages, in the words of the SOP; [`drawing`] puts the symbols
//! and arrows over them, anchored in the cells; [`sheet`], [`styles`] and [`book`] write the parts of the file. Rows and columns
//! have the sizes of the layout in whole dots of the screen, so that what is drawn stays where it belongs in every program.
//! The parts are written here, for the library that writes workbooks starts threads and brings a packer of its own.

mod book;
mod cells;
mod drawing;
mod identity;
mod places;
mod procedure;
mod sheet;
mod styles;

use super::print::Metadata;
use crate::layout::{Form, Page};
use crate::model::Sop;
use crate::package::PackError;
use crate::vocabulary::form_words::{IDENTITY, PROCEDURE};

/// The workbook of these SOPs, each with its pages, in the form of their office; what it says of itself as a PDF does.
///
/// # Errors
/// When its parts cannot be packed.
pub fn render(sops: &[(&Sop, &[Page])], form: &Form, metadata: &Metadata) -> Result<Vec<u8>, PackError> {
    let mut book = book::Book::default();
    for (at, (sop, pages)) in sops.iter().enumerate() {
        let name = |word: &str| if sops.len() > 1 { format!("{word} {}", at + 1) } else { word.to_owned() };
        let source = Source { sop, form, pages };
        book.add(name(IDENTITY), identity::sheet(source));
        book.add(name(PROCEDURE), procedure::sheet(source));
    }
    book.finish(metadata)
}

/// What the sheets of one SOP are made of.
#[derive(Clone, Copy)]
struct Source<'a> {
    sop: &'a Sop,
    form: &'a Form,
    pages: &'a [Page],
}
