//! The text that an office file is taken out as: one line a row, tabs between cells, each stretch with its spot in the file.

use super::clean::{Residue, clean};
use crate::document::Text;
use crate::source::{Source, Span, Spot, Spots};

/// A source in the making. What is written first stands first; nothing written is ever changed.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    text: String,
    spots: Spots,
    /// Where the element begins, in its part of the file, that holds what is written.
    element: Option<u32>,
    /// What cleaning met so far.
    pub residue: Residue,
}

impl Transcript {
    /// With the names of the sheets that spots speak of.
    pub fn of_sheets(sheets: Vec<String>) -> Self {
        Self { spots: Spots::on_sheets(sheets), ..Self::default() }
    }

    /// Bytes written so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Writes what stands at that spot, line breaks of its own included; gives it back cleaned, with its place.
    pub fn write(&mut self, content: &str, spot: Spot) -> Text {
        let span = self.enter(content, spot);
        clean(&self.text, span, &mut self.residue)
    }

    /// Writes an entry for a thing that is drawn, and gives its place back: it is a word for people, not text of the document.
    pub fn enter(&mut self, content: &str, spot: Spot) -> Span {
        let start = self.text.len();
        self.spots.push(start, spot);
        if let Some(element) = self.element {
            self.spots.hold(start, element);
        }
        self.text.push_str(content);
        Span::new(start, self.text.len())
    }

    /// What is written from here on is held by the element that begins there in its part of the file.
    pub fn stand_at(&mut self, element: Option<u32>) {
        self.element = element;
    }

    /// What was written from this byte on is held by that element.
    pub fn stood_at(&mut self, start: usize, element: u32) {
        self.spots.hold(start, element);
    }

    /// Parts two cells (tab) or two rows (line break).
    pub fn part(&mut self, separator: char) {
        self.text.push(separator);
    }

    /// The finished source.
    pub fn finish(self, name: &str) -> (Source, Residue) {
        (Source::transcribed(name, self.text, self.spots), self.residue)
    }
}
