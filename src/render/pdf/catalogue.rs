//! The document tree as printpdf leaves it → one that says what it is: version, language, identity, no clock.

use super::{Metadata, PdfError};
use crate::layout::Page;
use lopdf::{Dictionary, Document, Object, StringFormat, dictionary};
use std::hash::{Hash, Hasher};

/// Puts the catalogue and the information dictionary right, and gives the bytes of the file.
///
/// printpdf 0.12.8 writes version 1.3, `PageMode` as a string, a random `ID`, an untrue `GTS_PDFXVersion`, dates of
/// 1970, and no language.
pub(super) fn finish(mut document: Document, pages: &[Page], metadata: &Metadata) -> Result<Vec<u8>, PdfError> {
    document.version = "1.7".to_owned();
    let id = Object::String(identity(pages, metadata), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let catalogue = document.catalog_mut()?;
    catalogue.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    catalogue.set("Lang", Object::string_literal("id-ID"));
    catalogue.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    correct_info(information(&mut document)?, metadata);
    document.compress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

fn information(document: &mut Document) -> Result<&mut Dictionary, PdfError> {
    let at = document.trailer.get(b"Info")?.as_reference()?;
    Ok(document.get_object_mut(at)?.as_dict_mut()?)
}

fn correct_info(info: &mut Dictionary, metadata: &Metadata) {
    for key in ["GTS_PDFXVersion", "CreationDate", "ModDate", "Identifier"] {
        info.remove(key.as_bytes());
    }
    if let Some((year, month, day)) = metadata.created {
        info.set("CreationDate", Object::string_literal(format!("D:{year:04}{month:02}{day:02}")));
    }
}

/// Sixteen bytes that are the same for the same content.
fn identity(pages: &[Page], metadata: &Metadata) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(16);
    for start in [0xcbf2_9ce4_8422_2325_u64, 0x8422_2325_cbf2_9ce4] {
        let mut hasher = Fnv(start);
        pages.hash(&mut hasher);
        metadata.hash(&mut hasher);
        bytes.extend(hasher.finish().to_be_bytes());
    }
    bytes
}

/// Fowler-Noll-Vo 1a: unlike the hasher of the standard library it is the same in every release.
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
