//! What a Word file or a workbook says of itself: no clock, as in the other prints.

use super::print::{LANGUAGE, Metadata, Moment};
use crate::package::escaped;
use crate::plain::plain;

/// The part of properties.
pub(super) fn core(metadata: &Metadata) -> String {
    let element = |name: &str, text: &str| match text {
        "" => String::new(),
        text => format!("<{name}>{}</{name}>", escaped(&plain(text))),
    };
    let date = |name: &str, moment: Option<Moment>| match moment {
        Some(moment) => format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}</dcterms:{name}>", written(moment)),
        None => String::new(),
    };
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{}{}{}{}{}{}</cp:coreProperties>",
        element("dc:title", &metadata.title),
        element("dc:subject", &metadata.subject),
        element("dc:creator", &metadata.author),
        element("dc:language", LANGUAGE),
        date("created", metadata.created),
        date("modified", metadata.modified),
    )
}

fn written(Moment { day: (year, month, day), time }: Moment) -> String {
    let (hour, minute, second) = time.unwrap_or((0, 0, 0));
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}
