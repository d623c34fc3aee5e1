//! XML of office files, piece by piece or as a small tree; depth and number of pieces are bounded, damage is a fault.
//!
//! Names are local ones: which prefix a program binds to a namespace is its own affair.

use super::OfficeFault;
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;

/// Deepest nesting; text documents with tables inside tables reach some sixty.
const DEEPEST: usize = 256;

/// Most elements of one tree; text documents of a hundred pages reach some 300 000.
const MOST_ELEMENTS: usize = 1_000_000;

/// One piece of a document.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    /// An element begins; one that is empty ends with the next piece.
    Open(Tag<'a>),
    /// The element of this name ends.
    Close(&'a str),
    /// Text, its references resolved; a stretch with references comes in several pieces.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// Its local name.
    pub name: &'a str,
    /// Byte of the document with which it begins.
    pub start: usize,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// All attributes, with the names they are written under; references in values are left as they are.
    pub fn all(self) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
        let mut attributes = Attributes::new(self.attributes, 0);
        attributes.with_checks(false);
        attributes.filter_map(Result::ok).map(|it| (it.key.into_inner(), it.value))
    }

    /// The value of the attribute with this local name, under whatever prefix.
    pub fn attribute(self, name: &str) -> Option<Cow<'a, str>> {
        // Cheap: most tags do not have it.
        if self.attributes.len() < name.len() || memmem::find(self.attributes.as_bytes(), name.as_bytes()).is_none() {
            return None;
        }
        self.all().find(|(key, _)| local(key) == name).map(|(_, value)| unescaped(value))
    }

    /// The value of the attribute with this local name that has a prefix: `r:id`, not `id`.
    pub fn prefixed(self, name: &str) -> Option<Cow<'a, str>> {
        self.all().find(|(key, _)| *key != name && local(key) == name).map(|(_, value)| unescaped(value))
    }

    /// The attribute says yes: `1`, `true`, `on`; where it is missing, `unsaid` holds.
    pub fn is_set(self, name: &str, unsaid: bool) -> bool {
        self.attribute(name).map_or(unsaid, |value| is_yes(&value))
    }
}

/// A switch of Office: anything but a no is a yes.
pub(super) fn is_yes(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "f")
}

/// The name without its prefix.
fn local(name: &str) -> &str {
    match name.as_bytes().iter().rposition(|it| *it == b':') {
        Some(colon) => &name[colon + 1..],
        None => name,
    }
}

/// The value with its references resolved; one that cannot be resolved stays as written.
fn unescaped(value: Cow<'_, str>) -> Cow<'_, str> {
    if !value.contains('&') {
        return value;
    }
    match unescape(&value) {
        Ok(plain) => Cow::Owned(plain.into_owned()),
        Err(_) => value,
    }
}

/// Goes through a document from its beginning to its end.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    depth: usize,
    /// Where the piece begins that was told last.
    began: usize,
    /// The empty element whose end is still to be told.
    closing: Option<&'a str>,
}

impl<'a> Cursor<'a> {
    /// At the beginning of a document.
    pub fn new(text: &'a str) -> Self {
        Self { text, reader: Reader::from_str(text), depth: 0, began: 0, closing: None }
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Where the piece that was told last begins; an empty element ends where it ends.
    pub fn began(&self) -> usize {
        self.began
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// When the document is not well-formed, ends within an element, nests too deep or brings a document type.
    pub fn next(&mut self) -> Result<Option<Piece<'a>>, OfficeFault> {
        if let Some(name) = self.closing.take() {
            self.depth -= 1;
            self.began = self.position();
            return Ok(Some(Piece::Close(name)));
        }
        loop {
            let start = self.position();
            self.began = start;
            let event = self.reader.read_event().map_err(|_| OfficeFault::Damaged)?;
            let piece = match event {
                Event::Start(it) => Piece::Open(self.open(start, it.name().into_inner().len(), 1)?),
                Event::Empty(it) => {
                    let tag = self.open(start, it.name().into_inner().len(), 2)?;
                    self.closing = Some(tag.name);
                    Piece::Open(tag)
                }
                Event::End(_) => {
                    self.depth = self.depth.checked_sub(1).ok_or(OfficeFault::Damaged)?;
                    let raw = self.raw(start + 2, self.position().saturating_sub(1))?;
                    Piece::Close(local(raw.trim_end()))
                }
                Event::Text(it) => Piece::Text(it.xml10_content()),
                Event::CData(it) => Piece::Text(it.xml10_content()),
                Event::GeneralRef(it) => Piece::Text(Cow::Owned(referred(&it)?)),
                Event::DocType(_) => return Err(OfficeFault::DocumentType),
                Event::Eof if self.depth == 0 => return Ok(None),
                Event::Eof => return Err(OfficeFault::Damaged),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
            return Ok(Some(piece));
        }
    }

    /// Byte of the document after the piece that was told last.
    pub fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn raw(&self, start: usize, end: usize) -> Result<&'a str, OfficeFault> {
        self.text.get(start..end).ok_or(OfficeFault::Damaged)
    }

    /// The tag that was just read: from `start` on, its name so long, its end (`>` or `/>`) so long.
    fn open(&mut self, start: usize, name: usize, end: usize) -> Result<Tag<'a>, OfficeFault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(OfficeFault::TooMuch);
        }
        let raw = self.raw(start + 1, self.position().saturating_sub(end))?;
        let (name, attributes) = raw.split_at_checked(name).ok_or(OfficeFault::Damaged)?;
        Ok(Tag { name: local(name), start, attributes })
    }

    /// Passes over what is left of the element that was opened last and is still open.
    pub fn skip(&mut self) -> Result<(), OfficeFault> {
        let within = self.depth;
        while self.depth >= within && self.next()?.is_some() {}
        Ok(())
    }

    /// All text of the element that was opened last, its end included.
    pub fn text(&mut self) -> Result<String, OfficeFault> {
        let within = self.depth;
        let mut all = String::new();
        while self.depth >= within {
            match self.next()? {
                Some(Piece::Text(text)) => all.push_str(&text),
                Some(_) => {}
                None => break,
            }
        }
        Ok(all)
    }

    /// The element that was just opened, as a tree, its end included.
    ///
    /// # Errors
    /// As of [`Self::next`], and when it has more elements than any real drawing.
    pub fn tree(&mut self, tag: Tag<'a>) -> Result<Element<'a>, OfficeFault> {
        let mut open: Vec<Element<'a>> = vec![Element::of(tag)];
        let mut count = 1;
        loop {
            match self.next()?.ok_or(OfficeFault::Damaged)? {
                Piece::Open(tag) => {
                    count += 1;
                    if count > MOST_ELEMENTS {
                        return Err(OfficeFault::TooMuch);
                    }
                    open.push(Element::of(tag));
                }
                Piece::Text(text) => {
                    if let Some(element) = open.last_mut() {
                        element.text.push_str(&text);
                    }
                }
                Piece::Close(_) => {
                    let closed = open.pop().ok_or(OfficeFault::Damaged)?;
                    match open.last_mut() {
                        Some(parent) => parent.children.push(closed),
                        None => return Ok(closed),
                    }
                }
            }
        }
    }
}

/// The whole document as a tree.
pub(crate) fn document(text: &str) -> Result<Element<'_>, OfficeFault> {
    let mut cursor = Cursor::new(text);
    loop {
        match cursor.next()? {
            Some(Piece::Open(tag)) => {
                let tree = cursor.tree(tag)?;
                while cursor.next()?.is_some() {}
                return Ok(tree);
            }
            Some(_) => {}
            None => return Err(OfficeFault::Damaged),
        }
    }
}

/// What a reference stands for; without a document type there are none but the five and numbers.
fn referred(reference: &quick_xml::events::BytesRef<'_>) -> Result<String, OfficeFault> {
    match reference.resolve_char_ref().map_err(|_| OfficeFault::Damaged)? {
        Some(character) => Ok(character.to_string()),
        None => resolve_predefined_entity(reference).map(str::to_owned).ok_or(OfficeFault::Damaged),
    }
}

/// An element with all that is in it.
#[derive(Debug)]
pub(crate) struct Element<'a> {
    tag: Tag<'a>,
    /// The elements directly in it, in order.
    pub children: Vec<Element<'a>>,
    /// The text directly in it.
    pub text: String,
}

impl<'a> Element<'a> {
    fn of(tag: Tag<'a>) -> Self {
        Self { tag, children: Vec::new(), text: String::new() }
    }

    /// Its local name.
    pub fn name(&self) -> &'a str {
        self.tag.name
    }

    /// The value of an attribute; see [`Tag::attribute`].
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.tag.attribute(name)
    }

    /// The attribute as a number.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.attribute(name)?.trim().parse().ok().filter(|it: &f64| it.is_finite())
    }

    /// Its own beginning.
    pub fn tag(&self) -> Tag<'a> {
        self.tag
    }

    /// The first element of that name directly in it.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|it| it.name() == name)
    }

    /// The first element at the end of this path of names.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// The first element of that name anywhere in it, itself included, in document order.
    pub fn find(&self, name: &str) -> Option<&Self> {
        if self.name() == name {
            return Some(self);
        }
        self.children.iter().find_map(|it| it.find(name))
    }

    /// The elements in it with what has a fallback counted once: the first choice of `AlternateContent` stands for all of it.
    pub fn chosen(&self) -> Vec<&Self> {
        let mut found = Vec::with_capacity(self.children.len());
        self.children.iter().for_each(|it| it.choose(&mut found));
        found
    }

    fn choose<'b>(&'b self, found: &mut Vec<&'b Self>) {
        if self.name() != "AlternateContent" {
            found.push(self);
            return;
        }
        let choice = self.child("Choice").filter(|it| !it.children.is_empty()).or_else(|| self.child("Fallback"));
        choice.into_iter().flat_map(|it| &it.children).for_each(|it| it.choose(found));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_empty_elements_are_told_as_they_mean() {
        let tree = document("<?xml version='1.0'?><x:a b='1&lt;2' r:id='z'><b/>p&amp;q&#xe9;<c>t</c ></x:a>").unwrap();
        assert_eq!((tree.name(), tree.text.as_str()), ("a", "p&qé"));
        assert_eq!(tree.attribute("b").unwrap(), "1<2");
        assert_eq!(tree.tag().prefixed("id").unwrap(), "z");
        assert_eq!(tree.children.iter().map(Element::name).collect::<Vec<_>>(), ["b", "c"]);
        assert_eq!(tree.at(&["c"]).unwrap().text, "t");
    }

    #[test]
    fn what_is_drawn_twice_is_chosen_once() {
        let text =
            "<d><AlternateContent><Choice><sp/></Choice><Fallback><pic/></Fallback></AlternateContent><cxn/></d>";
        let tree = document(text).unwrap();
        assert_eq!(tree.chosen().iter().map(|it| it.name()).collect::<Vec<_>>(), ["sp", "cxn"]);
    }

    #[test]
    fn damage_depth_and_document_types_are_faults() {
        let fault = |text: &str| document(text).err();
        assert_eq!(fault("<a><b></a>"), Some(OfficeFault::Damaged));
        assert_eq!(fault("<a>"), Some(OfficeFault::Damaged));
        assert_eq!(fault("<a>&nbsp;</a>"), Some(OfficeFault::Damaged));
        assert_eq!(fault("<!DOCTYPE a><a/>"), Some(OfficeFault::DocumentType));
        let deep = format!("{}{}", "<a>".repeat(300), "</a>".repeat(300));
        assert_eq!(fault(&deep), Some(OfficeFault::TooMuch));
    }
}
