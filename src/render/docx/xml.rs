//! Elements, attributes and texts → XML that nothing written in it can break or steer.

use crate::plain::plain;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;

/// A part being written. Writing to memory does not fail.
pub(super) struct Xml(Writer<Vec<u8>>);

/// Names of attributes with their values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A part that begins with its declaration.
    pub fn part() -> Self {
        let mut xml = Self::piece();
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// A piece of a part.
    pub fn piece() -> Self {
        Self(Writer::new(Vec::with_capacity(4096)))
    }

    fn write(&mut self, event: Event<'_>) {
        let _ = self.0.write_event(event);
    }

    /// An element and what is in it.
    pub fn nest(&mut self, name: &'static str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Self)) {
        self.write(Event::Start(start(name, attributes)));
        inner(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// Nothing but the value `w:val`.
    pub fn val(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element that holds only text.
    pub fn text(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.nest(name, attributes, |xml| xml.write(Event::Text(BytesText::new(&clean(text)))));
    }

    /// What was written as a piece.
    pub fn put(&mut self, piece: &Self) {
        self.0.get_mut().extend_from_slice(piece.0.get_ref());
    }

    /// XML that is written already.
    pub fn raw(&mut self, xml: &str) {
        self.0.get_mut().extend_from_slice(xml.as_bytes());
    }

    /// The bytes of the part.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, &*clean(value)));
    }
    start
}

/// The text without what XML cannot hold, and without what would turn the direction of writing.
fn clean(text: &str) -> Cow<'_, str> {
    let plain = plain(text);
    match plain.contains(['\u{fffe}', '\u{ffff}']) {
        true => Cow::Owned(plain.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")),
        false => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn nothing_that_is_written_ends_its_element() {
        let mut xml = Xml::piece();
        xml.nest("a", &[("b", "\"><c/>\u{0}\n")], |xml| xml.text("d", &[], "</d>&\u{202e}\u{ffff}\u{7}"));
        let text = String::from_utf8(xml.into_bytes()).unwrap();
        assert_eq!(text, "<a b=\"&quot;&gt;&lt;c/&gt;␀ \"><d>&lt;/d&gt;&amp;\u{fffd}\u{fffd}␇</d></a>");
    }
}
