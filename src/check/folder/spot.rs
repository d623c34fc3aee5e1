//! A place in one file of many: small enough to be kept for every name of ten thousand SOPs.

use crate::check::Subject;
use crate::model::{Path, SectionKind, StepField};
use crate::source::{Place, Position, Source, Span, Spoken};

/// What a place is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// The SOP as a whole.
    Whole,
    /// Nomor SOP.
    Number,
    /// Nama SOP.
    Title,
    /// A section of the identity page.
    Section(SectionKind),
    /// An item of a section, counted from 1.
    Item(SectionKind, u16),
    /// An actor column, counted from 1.
    Actor(u16),
    /// A document of a step: number of the step, its field, position from 1.
    Document(u32, StepField, u16),
}

impl Where {
    /// The same as a path.
    pub fn path(self) -> Path {
        match self {
            Self::Whole => Path::whole(),
            Self::Number => Path::identity("nomor"),
            Self::Title => Path::identity("nama"),
            Self::Section(kind) => Path::section(kind),
            Self::Item(kind, at) => Path::section(kind).item(at.into()),
            Self::Actor(at) => Path::actor(at.into()),
            Self::Document(step, field, at) => Path::field(step, field).item(at.into()),
        }
    }
}

/// No text is so long.
const NOWHERE: Span = Span { start: u32::MAX, end: u32::MAX };

/// A place that outlives the text it is in.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// What stands there.
    pub at: Where,
    /// The bytes; all ones where it stands nowhere.
    bytes: Span,
    /// Line, from 1; 0 where there is no span, and in an office file.
    pub line: u32,
    /// Column in characters, from 1; 0 likewise.
    pub column: u32,
    /// What few places have.
    rare: Option<Box<Rare>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Rare {
    spoken: Option<Spoken<'static>>,
    doubt: Option<Box<str>>,
}

impl Spot {
    /// The place of a value of this SOP in this text.
    pub fn of(sop: &Subject<'_>, source: &Source, at: Where, place: Place) -> Self {
        let span = place.span();
        let (line, column, spoken) = match span.map(|span| source.position(span.start)) {
            Some(Position::Line { line, column }) => (line, column, None),
            Some(Position::Spot(spot)) => (0, 0, Some(spot.into_owned())),
            None => (0, 0, None),
        };
        let review = sop.conversion.as_ref().and_then(|_| sop.ledger().inferred(&at.path()));
        let doubt = review.map(|review| review.reason.as_deref().unwrap_or_default().into());
        let is_plain = spoken.is_none() && doubt.is_none();
        let rare = (!is_plain).then(|| Box::new(Rare { spoken, doubt }));
        Self { at, bytes: span.unwrap_or(NOWHERE), line: small(line), column: small(column), rare }
    }

    /// The bytes, for whoever reads the file again.
    pub fn span(&self) -> Option<Span> {
        Some(self.bytes).filter(|it| *it != NOWHERE)
    }

    /// Its place in an office file.
    pub fn spoken(&self) -> Option<&Spoken<'static>> {
        self.rare.as_ref()?.spoken.as_ref()
    }

    /// The value was inferred, and why: nothing that rests on it is more than a suggestion.
    pub fn doubt(&self) -> Option<&str> {
        self.rare.as_ref()?.doubt.as_deref()
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
