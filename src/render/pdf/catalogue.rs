//! The document tree as printpdf leaves it → one that says what it is: version, language, identity, no clock.

use super::{PdfError, attachment, outline};
use crate::fnv;
use crate::render::print::{LANGUAGE, Metadata, Moment, Print};
use crate::schema::carried::seal;
use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Document, Object, StringFormat, dictionary};
use std::hash::{Hash, Hasher};

/// How hard streams are pressed, of 9: more takes much longer and gains little.
const LEVEL: u32 = 1;

/// Puts the catalogue and the information dictionary right, adds the list of contents and the YAML, and gives the bytes
/// of the file.
///
/// printpdf 0.12.8 writes version 1.3, a random `ID`, an untrue `GTS_PDFXVersion`, dates of 1970, and no language.
pub(super) fn finish(mut document: Document, print: &Print) -> Result<Vec<u8>, PdfError> {
    document.version = "1.7".to_owned();
    let id = Object::String(identity(print), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let outline = outline::add(&mut document, print.pages);
    let catalogue = document.catalog_mut()?;
    if let Some(outline) = outline {
        catalogue.set("Outlines", outline);
        catalogue.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
    catalogue.set("Lang", Object::string_literal(LANGUAGE));
    catalogue.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    correct_info(information(&mut document)?, print.metadata);
    if !print.yaml.is_empty() {
        information(&mut document)?.set("Keywords", Object::string_literal(seal(print.yaml.as_bytes())));
        attachment::add(&mut document, print)?;
    }
    compress(&mut document)?;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Deflates every stream that gains by it.
fn compress(document: &mut Document) -> Result<(), PdfError> {
    // One for all: to make one takes longer than to press a page.
    let mut press = Compress::new(Compression::new(LEVEL), true);
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.has(b"Filter") {
            continue;
        }
        press.reset();
        // What does not fit gains nothing.
        let mut deflated = Vec::with_capacity(stream.content.len());
        let status = press.compress_vec(&stream.content, &mut deflated, FlushCompress::Finish);
        if status.map_err(std::io::Error::from)? == Status::StreamEnd {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(deflated);
        }
    }
    Ok(())
}

fn information(document: &mut Document) -> Result<&mut Dictionary, PdfError> {
    let at = document.trailer.get(b"Info")?.as_reference()?;
    Ok(document.get_object_mut(at)?.as_dict_mut()?)
}

fn correct_info(info: &mut Dictionary, metadata: &Metadata) {
    for key in ["GTS_PDFXVersion", "CreationDate", "ModDate", "Identifier"] {
        info.remove(key.as_bytes());
    }
    for (key, moment) in [("CreationDate", metadata.created), ("ModDate", metadata.modified)] {
        if let Some(moment) = moment {
            info.set(key, written(moment));
        }
    }
}

/// A moment as PDF writes it: `D:20240229235959Z`, `D:20240229`.
pub(super) fn written(moment: Moment) -> Object {
    let (year, month, day) = moment.day;
    let time = moment.time.map_or(String::new(), |(hour, minute, second)| format!("{hour:02}{minute:02}{second:02}Z"));
    Object::string_literal(format!("D:{year:04}{month:02}{day:02}{time}"))
}

/// Sixteen bytes that are the same for the same content: half of them tell its pages, half its data.
fn identity(print: &Print) -> Vec<u8> {
    let (mut pages, mut data) = (Fnv::default(), Fnv::default());
    print.pages.hash(&mut pages);
    print.metadata.hash(&mut data);
    print.yaml.hash(&mut data);
    [pages.finish().to_be_bytes(), data.finish().to_be_bytes()].concat()
}

/// The hash of whatever can be hashed.
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(fnv::BASIS)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = fnv::fold(self.0, bytes.iter().copied());
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
