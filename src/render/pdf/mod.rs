//! Pages → PDF 1.7 with embedded font subsets, bookmarks and language; the same pages give the same bytes.

mod attachment;
mod catalogue;
mod content;
mod font;
mod outline;
mod page;
mod picture;

use super::fonts::Fonts;
use super::print::Print;
use printpdf::{PdfDocument, PdfFont, PdfSaveOptions};

/// The PDF could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font could not be cut down to the letters in use.
    #[error("huruf tidak dapat diperkecil: {0}")]
    Subset(#[from] subsetter::Error),
    /// The document tree is not as expected.
    #[error("berkas PDF tidak dapat disusun: {0}")]
    Tree(#[from] lopdf::Error),
    /// Its bytes could not be put out.
    #[error("berkas PDF tidak dapat ditulis: {0}")]
    Write(#[from] std::io::Error),
}

/// The whole file, its letters taken from the fonts that its pages were laid out with.
///
/// # Errors
/// Where a font cannot be cut down, or the document tree that printpdf made is not as expected.
pub fn render(print: &Print, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let Print { pages, metadata, .. } = *print;
    let mut document = PdfDocument::new(&metadata.title);
    let mut letters = Vec::new();
    for (own, parsed) in font::subsets(pages, fonts)? {
        // `add_font` would number fonts through the whole process; the same document shall be the same.
        document.resources.fonts.map.insert(font::id(own.face), PdfFont::new(parsed));
        letters.push(own);
    }
    document.resources.xobjects.map = picture::objects(pages);
    let info = &mut document.metadata.info;
    info.producer = "printpdf".to_owned();
    info.author.clone_from(&metadata.author);
    info.subject.clone_from(&metadata.subject);
    info.creator = concat!("sop ", env!("CARGO_PKG_VERSION")).to_owned();
    document.with_pages(page::frames(pages, &letters));
    let mut raw = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    for (id, page) in raw.get_pages().into_values().zip(pages) {
        let at = raw.get_dictionary(id)?.get(b"Contents")?.as_reference()?;
        raw.get_object_mut(at)?.as_stream_mut()?.set_plain_content(content::stream(page, &letters));
    }
    catalogue::finish(raw, print)
}
