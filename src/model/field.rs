//! What the form says in one place, the five silences kept apart, and the place a value was read from.

use crate::source::{Place, Span};

/// A value and where it stands in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// What was understood.
    pub value: T,
    /// Where it stands; of an inferred value, where its clue stands.
    pub place: Place,
}

impl<T> Sourced<T> {
    /// A value that stands at that span.
    pub fn at(value: T, span: Span) -> Self {
        Self { value, place: span.into() }
    }

    /// A value with a place that may be nowhere.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// Where the value stands, if it stands in the text.
    pub fn span(&self) -> Option<Span> {
        self.place.span()
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Sourced<U> {
        Sourced { value: change(self.value), place: self.place }
    }
}

/// What the form says in one place. The silences are different facts and different findings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// No such label or column in the document.
    #[default]
    Absent,
    /// The label or cell is there, and nothing is written (`Tanggal Revisi` and no more).
    Blank(Place),
    /// Explicitly none (`-`).
    Dash(Place),
    /// Something stands there that could not be understood; kept as written.
    Unreadable(Sourced<String>),
    /// Read, repaired or inferred; [`super::Ledger::origin`] says which.
    Known(T),
}

impl<T> Field<T> {
    /// The value, if one is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    /// The form has no such label or column.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Nothing is said: absent or blank.
    pub fn is_silent(&self) -> bool {
        matches!(self, Self::Absent | Self::Blank(_))
    }
}

impl<T> Field<Sourced<T>> {
    /// The bare value, if one is known.
    pub fn value(&self) -> Option<&T> {
        self.known().map(|sourced| &sourced.value)
    }

    /// Where the field stands, whatever it says.
    pub fn place(&self) -> Place {
        match self {
            Self::Absent => Place::NOWHERE,
            Self::Blank(place) | Self::Dash(place) => *place,
            Self::Unreadable(text) => text.place,
            Self::Known(value) => value.place,
        }
    }
}

impl<T> Field<Vec<Sourced<T>>> {
    /// The items; none where nothing is known.
    pub fn items(&self) -> &[Sourced<T>] {
        self.known().map_or(&[], Vec::as_slice)
    }

    /// Where the field stands, whatever it says: for a list, from its first to its last item.
    pub fn place(&self) -> Place {
        match self {
            Self::Absent => Place::NOWHERE,
            Self::Blank(place) | Self::Dash(place) => *place,
            Self::Unreadable(text) => text.place,
            Self::Known(items) => {
                items.iter().filter_map(Sourced::span).reduce(Span::to).map_or(Place::NOWHERE, Place::from)
            }
        }
    }
}
