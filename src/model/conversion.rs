//! How we know: the ledger of values that were not simply read, keyed by path. Whoever has reviewed an entry deletes it.

use super::Path;
use crate::source::{Place, Position, Source, Span};
use std::fmt;

/// Konversi: what `sop convert` notes about where a document came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conversion {
    /// Sumber: name of the file that was converted.
    pub source: String,
    /// Tinjau: what a person should look at, in document order.
    pub reviews: Vec<Review>,
    /// Tak dikenali: what stands in that file and has no place in the form, in document order.
    pub leftovers: Vec<Leftover>,
}

/// Extensions of files that keep what a text made of them loses: symbols, and which cell is which.
const WHOLE: [&str; 6] = ["xlsx", "xlsm", "docx", "docm", "pdf", "bpmn"];

impl Conversion {
    /// It was made from a text, so that there may be a file that says more.
    pub fn is_of_text(&self) -> bool {
        let extension = self.source.rsplit_once('.').map_or(String::new(), |(_, it)| it.to_lowercase());
        !WHOLE.contains(&extension.as_str())
    }
}

/// One entry to be reviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Bidang: path of the value, such as `kegiatan/3/pelaksana`.
    pub path: String,
    /// Cara.
    pub how: How,
    /// Keyakinan: set for what was inferred.
    pub confidence: Option<Confidence>,
    /// Alasan: the repair made, the clue followed, or the candidates that were not certain enough.
    pub reason: Option<String>,
    /// Baris: 1-based line of the converted source, where that is a text.
    pub line: Option<u32>,
    /// Tempat: where it stands in a converted office file, in words: `lembar SOP, sel D12`.
    pub spot: Option<String>,
}

impl Review {
    /// Notes where it stands: the line of a text, the spot of an office file.
    pub fn stand_at(&mut self, span: Option<Span>, source: &Source) {
        (self.line, self.spot) = line_or_spot(span, source);
    }
}

/// The line of a text, or the spot of an office file in words.
fn line_or_spot(span: Option<Span>, source: &Source) -> (Option<u32>, Option<String>) {
    match span.map(|span| source.position(span.start)) {
        Some(Position::Line { line, .. }) => (u32::try_from(line).ok(), None),
        Some(Position::Spot(spot)) => (None, Some(spot.words(false))),
        None => (None, None),
    }
}

/// Text of a converted file that has no place in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// Teks: what it says.
    pub text: String,
    /// Jenis.
    pub kind: LeftoverKind,
    /// Dekat: what it stands in or beside: rows, such as `kegiatan/3`, of which the last is the one that follows, and `identitas`
    /// for the identity block with its sections. Whatever is missing there may be this text.
    pub near: Vec<Path>,
    /// Baris: 1-based line of the converted source, where that is a text.
    pub line: Option<u32>,
    /// Tempat: where it stands in a converted office file, in words.
    pub spot: Option<String>,
    /// Where it stands in the text at hand.
    pub place: Place,
}

impl Leftover {
    /// A text at that place of the source, near these.
    pub fn at(kind: LeftoverKind, text: String, span: Span, near: Vec<Path>, source: &Source) -> Self {
        let (line, spot) = line_or_spot(Some(span), source);
        Self { text, kind, near, line, spot, place: span.into() }
    }
}

/// What sort of text has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeftoverKind {
    /// Nobody knows what it belongs to.
    Unknown,
    /// Judul lain: a heading of the procedure that differs from the name of the SOP.
    OtherHeading,
    /// Format lain: a heading of another form (health service, ISO).
    OtherForm,
}

/// How a value came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// Diperbaiki: read from another place or spelling, by a named rule.
    Repaired,
    /// Disimpulkan: a clue, not a reading.
    Inferred,
    /// Tidak terbaca: stands there, not understood; left as written, or left out with its candidates.
    Unreadable,
}

/// Between 0 and 1, in hundredths, so that it is written and read back alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u8);

impl Confidence {
    /// From a share between 0 and 1, rounded to hundredths; outside values are clamped.
    pub fn new(share: f64) -> Self {
        Self((share.clamp(0.0, 1.0) * 100.0).round() as u8)
    }

    /// As a share between 0 and 1.
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.share())
    }
}

/// How a known value is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin<'a> {
    /// It stands in the document.
    Read,
    /// It stands there in another place or spelling.
    Repaired(&'a Review),
    /// A clue led to it.
    Inferred(&'a Review),
}
