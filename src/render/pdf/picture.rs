//! Pictures as objects of the PDF, each once however often it is drawn.

use super::catalogue::Fnv;
use crate::layout::{Draw, Page, Picture};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// The name of a picture inside the document, made of what it shows.
pub(super) fn id(picture: &Picture) -> XObjectId {
    let mut hasher = Fnv::default();
    picture.hash(&mut hasher);
    XObjectId(format!("P{:016x}", hasher.finish()))
}

/// All pictures of the pages.
pub(super) fn objects(pages: &[Page]) -> BTreeMap<XObjectId, XObject> {
    let mut objects = BTreeMap::new();
    for op in pages.iter().flat_map(|page| &page.ops) {
        if let Draw::Image { picture, .. } = op {
            objects.entry(id(picture)).or_insert_with(|| object(picture));
        }
    }
    objects
}

fn object(picture: &Picture) -> XObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let number = |count: u32| DictItem::Int(i64::from(count));
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", number(picture.width)),
        ("Height", number(picture.height)),
        ("BitsPerComponent", number(8)),
        ("ColorSpace", name("DeviceRGB")),
    ];
    let dict = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let stream = ExternalStream { dict, content: picture.rgb.clone(), compress: true };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}
