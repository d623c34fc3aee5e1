//! The YAML of a print → a file inside the PDF, named in the catalogue and told to be the source of the document.

use super::PdfError;
use super::catalogue::written;
use crate::render::print::{ATTACHMENT_TYPE, Print};
use crate::schema::carried::{NAME, sealed_about};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// Attaches the YAML of `print`.
pub(super) fn add(document: &mut Document, print: &Print) -> Result<(), PdfError> {
    let mut params = dictionary! { "Size" => print.yaml.len() as i64 };
    if let Some(moment) = print.metadata.modified.or(print.metadata.created) {
        params.set("ModDate", written(moment));
    }
    let content = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(ATTACHMENT_TYPE.into()),
        "Params" => params,
    };
    let stream = document.add_object(Stream::new(content, print.yaml.into()));
    let name = || Object::string_literal(NAME);
    let specification = document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => name(),
        "UF" => name(),
        "Desc" => Object::string_literal(sealed_about(print.yaml)),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    });
    let tree = dictionary! { "Names" => vec![name(), specification.into()] };
    let catalogue = document.catalog_mut()?;
    let mut names = match catalogue.get(b"Names").and_then(Object::as_dict) {
        Ok(names) => names.clone(),
        Err(_) => Dictionary::new(),
    };
    names.set("EmbeddedFiles", tree);
    catalogue.set("Names", names);
    catalogue.set("AF", vec![Object::from(specification)]);
    Ok(())
}
