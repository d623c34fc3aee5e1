//! Elements and their attributes → text, indented.

use crate::package::escaped;
use std::fmt::Write;

/// A document being written.
pub(super) struct Xml {
    out: String,
    open: Vec<String>,
}

impl Xml {
    pub fn new() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let indent = "  ".repeat(self.open.len());
        // Writing to a String does not fail.
        let _ = write!(self.out, "{indent}<{name}");
        for (key, value) in attributes {
            let _ = write!(self.out, " {key}=\"{}\"", whole(value));
        }
    }

    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name.to_owned());
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            let indent = "  ".repeat(self.open.len());
            let _ = writeln!(self.out, "{indent}</{name}>");
        }
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str(" />\n");
    }

    /// An element that holds a text.
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes);
        let _ = writeln!(self.out, ">{}</{name}>", whole(text).replace("&#10;", "\n"));
    }

    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }
}

/// Nothing is lost that XML can hold: what the file says is compared with what it carries.
fn whole(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_control) {
        let (words, last) = match piece.char_indices().next_back() {
            Some((at, letter)) if letter.is_control() => (&piece[..at], Some(letter)),
            _ => (piece, None),
        };
        out.push_str(&escaped(words));
        if let Some(letter) = last {
            // Writing to a String does not fail.
            let _ = write!(out, "&#{};", u32::from(letter));
        }
    }
    out
}
