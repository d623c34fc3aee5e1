//! Elements, attributes and texts → XML that nothing written in it can break or steer.

use crate::package::escaped;
use crate::plain::plain;

/// A part being written.
pub(super) struct Xml(String);

/// Names of attributes with their values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A part, its declaration left out, or a piece of one.
    pub fn piece() -> Self {
        Self(String::with_capacity(4096))
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            for piece in [" ", key, "=\"", &clean(value), "\""] {
                self.0.push_str(piece);
            }
        }
        self.0.push_str(end);
    }

    /// An element and what is in it.
    pub fn nest(&mut self, name: &'static str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Self)) {
        self.start(name, attributes, ">");
        inner(self);
        for piece in ["</", name, ">"] {
            self.0.push_str(piece);
        }
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.start(name, attributes, "/>");
    }

    /// Nothing but the value `w:val`.
    pub fn val(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element that holds only text.
    pub fn text(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.nest(name, attributes, |xml| xml.0.push_str(&clean(text)));
    }

    /// What was written as a piece.
    pub fn put(&mut self, piece: &Self) {
        self.0.push_str(&piece.0);
    }

    /// XML that is written already.
    pub fn raw(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    /// The bytes of the part.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// The text on one line, as XML holds it.
fn clean(text: &str) -> String {
    escaped(&plain(text))
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
