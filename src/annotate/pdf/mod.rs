//! A PDF with remarks: notes at their page and place, appended to the file as an update, so that every byte of it stays where it is.

mod page;

use super::{AUTHOR, Annotated, Fault, Written};
use crate::read::within_bounds;
use crate::report::{Remark, passages};
use crate::source::{Frame, Source, Spot};
use lopdf::{
    Dictionary, Document, IncrementalDocument, LoadOptions, Object, ObjectId, StringFormat, decode_text_string,
    dictionary,
};
use page::{Rectangle, Sheet};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes that one stream of a file may unpack to.
const LARGEST_STREAM: usize = 96 << 20;

/// A note that is to stand on a page.
struct Wanted {
    /// Which page, from 0.
    page: usize,
    place: Rectangle,
    text: String,
    fingerprint: String,
}

/// A note of ours that stands on a page.
struct Known {
    page: usize,
    id: ObjectId,
    place: Option<Rectangle>,
    text: String,
}

/// What is made of the notes of earlier runs.
#[derive(Default)]
struct Earlier {
    /// Ours that nobody has touched.
    ours: Vec<Known>,
    /// Remarks that people have answered or changed, each so often.
    known: BTreeMap<String, usize>,
}

/// Writes the remarks; nothing of the text is changed.
///
/// # Errors
/// When the file is locked, signed, damaged, or cannot be added to.
pub(super) fn write(bytes: &[u8], source: &Source, remarks: &[Remark]) -> Result<Annotated, Fault> {
    let document = open(bytes)?;
    let sheets = Sheet::all(&document);
    let mut earlier = earlier(&document, &sheets);
    let mut written = Written::default();
    let mut wanted: Vec<Wanted> = Vec::new();
    for remark in remarks {
        if let Some(count) = earlier.known.get_mut(&remark.fingerprint).filter(|count| **count > 0) {
            *count -= 1;
            written.answered += 1;
            continue;
        }
        let (page, frame) = place(source, remark).unwrap_or_default();
        let sheet = sheets.get(page).or(sheets.first()).ok_or(Fault::UnusualPdf)?;
        let taken: Vec<Rectangle> = wanted.iter().filter(|it| it.page == page).map(|it| it.place).collect();
        let about = remark.place.as_deref().filter(|_| frame.is_none());
        let (place, text) = (sheet.seat(frame, &taken), remark.text(about));
        wanted.push(Wanted { page, place, text, fingerprint: remark.fingerprint.clone() });
        written.remarks += 1;
        written.unchanged += usize::from(!remark.edits.is_empty());
    }
    // What stands there already as it is to be stays.
    let is_same = |known: &Known, it: &Wanted| {
        known.page == it.page && known.text == it.text && known.place.is_some_and(|place| place == it.place)
    };
    let count = wanted.len();
    let mut removed: BTreeMap<usize, BTreeSet<ObjectId>> = BTreeMap::new();
    for known in &earlier.ours {
        match wanted.iter().position(|it| is_same(known, it)) {
            Some(at) => drop(wanted.remove(at)),
            None => {
                removed.entry(known.page).or_default().insert(known.id);
            }
        }
    }
    if wanted.is_empty() && removed.is_empty() {
        return Ok(Annotated { bytes: bytes.to_vec(), written });
    }
    let bytes = updated(bytes, document, &sheets, &removed, &wanted)?;
    let check = open(&bytes)?;
    let after = Sheet::all(&check);
    let is_whole = after.len() == sheets.len() && self::earlier(&check, &after).ours.len() == count;
    if is_whole { Ok(Annotated { bytes, written }) } else { Err(Fault::UnusualPdf) }
}

fn open(bytes: &[u8]) -> Result<Document, Fault> {
    within_bounds(bytes).map_err(|_| Fault::UnusualPdf)?;
    // Places in the file are counted from its first byte.
    if !bytes.starts_with(b"%PDF-") {
        return Err(Fault::UnusualPdf);
    }
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| Fault::UnusualPdf)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Fault::Locked);
    }
    let is_signature = |object: &Object| {
        let dictionary = object.as_dict().ok();
        dictionary.is_some_and(|it| it.has(b"ByteRange") && it.has(b"Contents"))
    };
    match document.objects.values().any(is_signature) {
        true => Err(Fault::Signed),
        false => Ok(document),
    }
}

/// Page, from 0, and box that a remark speaks of; the first page where it speaks of none.
fn place(source: &Source, remark: &Remark) -> Option<(usize, Option<Frame>)> {
    match source.spot(remark.at?)?.spot() {
        Spot::Page { page, frame } => Some(((page as usize).saturating_sub(1), Some(frame))),
        _ => None,
    }
}

/// The notes of ours on all pages, and what people made of others.
fn earlier(document: &Document, sheets: &[Sheet]) -> Earlier {
    let mut earlier = Earlier::default();
    let answered: BTreeSet<ObjectId> = sheets
        .iter()
        .flat_map(|sheet| sheet.notes(document))
        .filter_map(|(_, it)| it.get(b"IRT").and_then(Object::as_reference).ok())
        .collect();
    for (page, sheet) in sheets.iter().enumerate() {
        for (id, note) in sheet.notes(document) {
            let text = said(note, b"Contents").replace("\r\n", "\n").replace('\r', "\n");
            let passages = passages(&text);
            let own = passages.first().filter(|it| passages.len() == 1 && !it.is_changed).and_then(|it| it.fingerprint);
            let is_ours = said(note, b"T") == AUTHOR && own.is_some();
            match id.filter(|id| is_ours && !answered.contains(id)) {
                Some(id) => {
                    let place = Rectangle::of(note);
                    earlier.ours.push(Known { page, id, place, text });
                }
                None => {
                    let prints = passages.iter().filter_map(|it| it.fingerprint);
                    prints.for_each(|it| *earlier.known.entry(it.to_owned()).or_default() += 1);
                }
            }
        }
    }
    earlier
}

/// A text of a note; empty where there is none.
fn said(note: &Dictionary, key: &[u8]) -> String {
    note.get(key).ok().and_then(|it| decode_text_string(it).ok()).unwrap_or_default()
}

/// The file with an update at its end.
fn updated(
    bytes: &[u8],
    document: Document,
    sheets: &[Sheet],
    removed: &BTreeMap<usize, BTreeSet<ObjectId>>,
    wanted: &[Wanted],
) -> Result<Vec<u8>, Fault> {
    let mut update = IncrementalDocument::create_from(bytes.to_vec(), document);
    // What a table says of itself, and of a second one beside it, is not true of the new one.
    for key in [b"XRefStm".as_slice(), b"DecodeParms"] {
        update.new_document.trailer.remove(key);
    }
    let mut given: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let gone = removed.get(&at);
        let mut added = Vec::new();
        for it in wanted.iter().filter(|it| it.page == at) {
            let count = given.entry(&it.fingerprint).or_default();
            *count += 1;
            let name = if *count == 1 { it.fingerprint.clone() } else { format!("{}-{count}", it.fingerprint) };
            added.push(Object::Reference(update.new_document.add_object(note(it, sheet, &name))));
        }
        if gone.is_none() && added.is_empty() {
            continue;
        }
        let is_gone = |object: &Object, document: &Document| {
            let Some((id, gone)) = object.as_reference().ok().zip(gone) else { return false };
            // The window that a program opened for a note goes with it.
            let parent = document.get_dictionary(id).and_then(|it| it.get(b"Parent")).and_then(Object::as_reference);
            gone.contains(&id) || parent.is_ok_and(|it| gone.contains(&it))
        };
        let kept = sheet.entries(update.get_prev_documents()).iter();
        let kept = kept.filter(|it| !is_gone(it, update.get_prev_documents())).cloned();
        let all: Vec<Object> = kept.chain(added).collect();
        sheet.put(&mut update, all).ok_or(Fault::UnusualPdf)?;
    }
    let mut out = Vec::new();
    update.save_to(&mut out).map_err(|_| Fault::UnusualPdf)?;
    Ok(out)
}

fn note(it: &Wanted, sheet: &Sheet, name: &str) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Text",
        "Name" => "Comment",
        "Rect" => it.place.object(),
        "Contents" => unicode(&it.text),
        "T" => unicode(AUTHOR),
        "NM" => unicode(name),
        "C" => vec![Object::Real(1.0), Object::Real(0.8), Object::Real(0.2)],
        // It is printed with its page.
        "F" => 4,
        "P" => sheet.id,
    }
}

/// A text in UTF-16: in the other encoding of texts line breaks are not the same to all programs.
fn unicode(text: &str) -> Object {
    let bytes = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes);
    Object::String(bytes.collect(), StringFormat::Hexadecimal)
}
