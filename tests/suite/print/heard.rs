//! A tagged PDF → what a screen reader says, in its order: the tree walked, each leaf looked up in the contents of its page.

use super::tagged::{dictionary, opened};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// What each leaf of the tree says; an alternative text is said instead of all below it.
pub fn heard(bytes: &[u8]) -> Vec<String> {
    let document = opened(bytes);
    let texts = document.get_pages().into_values().flat_map(|page| contents(&document, page)).collect();
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let mut out = Vec::new();
    say(&document, dictionary(&document, root).unwrap(), None, &texts, &mut out);
    out
}

type Texts = BTreeMap<(ObjectId, i64), String>;

/// The marked contents of a page: what is written in them, or what they say that it stands for.
fn contents(document: &Document, page: ObjectId) -> Texts {
    let fonts = document.get_page_fonts(page).unwrap();
    let encodings: BTreeMap<_, _> =
        fonts.into_iter().map(|(name, font)| (name, font.get_font_encoding(document).unwrap())).collect();
    let (mut texts, mut open, mut encoding) = (Texts::new(), Vec::new(), None);
    for it in Content::decode(&document.get_page_content(page)).unwrap().operations {
        match (it.operator.as_str(), &it.operands[..]) {
            ("BDC", [_, Object::Dictionary(said)]) => {
                let actual = said.get(b"ActualText").and_then(lopdf::decode_text_string).ok();
                open.push((said.get(b"MCID").and_then(Object::as_i64).ok(), actual, String::new()));
            }
            ("BDC" | "BMC", _) => open.push((None, None, String::new())),
            ("EMC", _) => {
                if let Some((Some(id), actual, written)) = open.pop() {
                    texts.insert((page, id), actual.unwrap_or(written));
                }
            }
            ("Tf", [Object::Name(name), _]) => encoding = encodings.get(name),
            ("Tj" | "TJ", operands) => {
                if let (Some((_, _, written)), Some(encoding)) = (open.last_mut(), encoding) {
                    write(written, encoding, operands);
                }
            }
            _ => {}
        }
    }
    texts
}

fn write(out: &mut String, encoding: &lopdf::Encoding, operands: &[Object]) {
    for operand in operands {
        match operand {
            Object::String(bytes, _) => out.push_str(&Document::decode_text(encoding, bytes).unwrap()),
            Object::Array(parts) => write(out, encoding, parts),
            _ => {}
        }
    }
}

fn say(document: &Document, node: &Dictionary, page: Option<ObjectId>, texts: &Texts, out: &mut Vec<String>) {
    if let Ok(told) = node.get(b"Alt").and_then(lopdf::decode_text_string) {
        return out.push(told.trim_start_matches('\u{feff}').to_owned());
    }
    let page = node.get(b"Pg").and_then(Object::as_reference).ok().or(page);
    let leaf = |page: Option<ObjectId>, id: i64| {
        let text = page.and_then(|page| texts.get(&(page, id))).expect("every leaf is on its page");
        text.trim_start_matches('\u{feff}').to_owned()
    };
    let Ok((_, kids)) = node.get(b"K").and_then(|kids| document.dereference(kids)) else { return };
    for kid in kids.as_array().map_or(vec![kids], |kids| kids.iter().collect()) {
        if let Object::Integer(id) = kid {
            out.push(leaf(page, *id));
        } else if let Some(kid) = dictionary(document, kid) {
            match kid.get(b"MCID").and_then(Object::as_i64) {
                Ok(id) => out.push(leaf(kid.get(b"Pg").and_then(Object::as_reference).ok().or(page), id)),
                Err(_) if kid.has(b"S") => say(document, kid, page, texts, out),
                Err(_) => {}
            }
        }
    }
}
