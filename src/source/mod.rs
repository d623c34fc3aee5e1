//! The text of one input and the places in it: what every finding and every model value points at.

mod count;
mod frame;
mod spot;
mod utf16;

pub use frame::{Frame, Point};
pub use spot::{Spoken, Spot, Spots};

use count::Counts;
use memchr::memchr_iter;
use std::ops::Range;

/// A stretch of [`Source::text`]: byte offsets, end exclusive.
///
/// A span is cut from the source, never invented; a value that stands in no text has [`Place::NOWHERE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: offset(start), end: offset(end) }
    }

    /// The same as a range of `usize`, to slice with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A byte offset as stored; inputs are far below 4 GiB (the reader refuses larger ones).
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// Where a model value stands in the source, if it stands anywhere.
///
/// Two places always compare equal: where a value stood is no part of what the document says, so
/// `read(write(model)) == model` can hold although the text around every value is another.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place(Option<Span>);

impl Place {
    /// The place of what was never written: inferred values, values built by a program.
    pub const NOWHERE: Self = Self(None);

    /// The span, if the value stands in the source.
    pub fn span(self) -> Option<Span> {
        self.0
    }

    /// This place, or the other where this one is nowhere.
    pub fn or(self, other: Self) -> Self {
        Self(self.0.or(other.0))
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self(Some(span))
    }
}

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}

/// One input as text: its name as the user gave it, and what was decoded from its bytes.
#[derive(Debug, Clone)]
pub struct Source {
    /// File name or `--stdin-name`, for people.
    pub name: String,
    /// The decoded text; all spans are offsets into it.
    pub text: String,
    /// Where the text stood in an office file; empty for what is a text itself.
    pub spots: Spots,
    lines: Vec<u32>,
    counts: Counts,
}

impl Source {
    /// A source of that name and text, with its line starts found.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let breaks = memchr_iter(b'\n', text.as_bytes());
        let lines = std::iter::once(0).chain(breaks.map(|at| offset(at + 1))).collect();
        Self { name: name.into(), text, spots: Spots::default(), lines, counts: Counts::default() }
    }

    /// The 1-based line of a byte offset.
    pub fn line(&self, at: u32) -> usize {
        self.lines.partition_point(|start| *start <= at)
    }

    /// The text of the 1-based line, with its end; empty where there is none.
    pub fn line_span(&self, line: usize) -> Span {
        let start = |line: usize| self.lines.get(line).copied();
        let end = self.text.len();
        match line.checked_sub(1).and_then(start) {
            Some(from) => Span { start: from, end: start(line).unwrap_or(offset(end)) },
            None => Span::new(end, end),
        }
    }

    /// The 1-based line and the 1-based column, counted in characters, of a byte offset.
    pub fn line_column(&self, at: u32) -> (usize, usize) {
        let line = self.line(at);
        let start = self.lines[line - 1] as usize;
        let at = (at as usize).min(self.text.len());
        let is_cut = start <= at && self.text.is_char_boundary(at);
        let column = if is_cut { self.counts.within(&self.text, start..at).letters } else { 0 };
        (line, column + 1)
    }

    /// A source whose text was taken out of an office file.
    pub fn transcribed(name: impl Into<String>, text: impl Into<String>, spots: Spots) -> Self {
        Self { spots, ..Self::new(name, text) }
    }

    /// Where in the office file the text at this offset stood; `None` for what is a text itself.
    pub fn spot(&self, at: u32) -> Option<Spoken<'_>> {
        self.spots.at(at)
    }

    /// Where an offset is, for whoever has the file open.
    pub fn position(&self, at: u32) -> Position<'_> {
        match self.spot(at) {
            Some(spot) => Position::Spot(spot),
            None => {
                let (line, column) = self.line_column(at);
                Position::Line { line, column }
            }
        }
    }

    /// The stretch of text that stands at the spot of this offset, without what parts it from the next; in a text, everything.
    pub fn stretch(&self, at: u32) -> Span {
        let (start, next) = self.spots.reach(at);
        let next = next.map_or(self.text.len(), |next| next as usize);
        let written = self.text.get(start as usize..next).unwrap_or_default().trim_end_matches(['\t', '\n']);
        Span::new(start as usize, start as usize + written.len())
    }

    /// The text of a span; empty where the span is not of this source.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }
}

/// Where an offset of a source is, in terms of the file that its author has open.
#[derive(Debug, Clone, PartialEq)]
pub enum Position<'a> {
    /// In a text: the 1-based line and the 1-based column, counted in characters.
    Line {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// In an office file, of which only we see lines.
    Spot(Spoken<'a>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_from_one_in_characters() {
        let source = Source::new("x", "é\tb\nc");
        assert_eq!(source.line_column(0), (1, 1));
        assert_eq!(source.line_column(3), (1, 3));
        assert_eq!(source.line_column(5), (2, 1));
    }
}
