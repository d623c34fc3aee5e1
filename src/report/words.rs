//! Places of a text or of an office file, in words.

use crate::diagnostic::{Elsewhere, Language};
use crate::plain::plain;
use crate::source::{Position, Source, Span, Spoken};

/// A place as compilers print it, `file:line:column`, or as people say it of an office file, `file: lembar SOP, sel D12`.
pub(super) fn place(source: &Source, span: Span, language: Language) -> String {
    let file = plain(&source.name);
    match source.position(span.start) {
        Position::Line { line, column } => format!("{file}:{line}:{column}"),
        Position::Spot(spot) => format!("{file}: {}", spot_in_words(&spot, language)),
    }
}

/// The same of a place in another file; the file alone where the value stands nowhere in it.
pub(super) fn elsewhere(place: &Elsewhere, language: Language) -> String {
    let file = plain(&place.file);
    match (place.line, place.column, &place.spot) {
        (Some(line), Some(column), _) => format!("{file}:{line}:{column}"),
        (_, _, Some(spot)) => format!("{file}: {}", spot_in_words(spot, language)),
        _ => file.into_owned(),
    }
}

/// The place of a span in an office file, as people say it; `None` in a text.
pub(super) fn spot(source: &Source, span: Option<Span>, language: Language) -> Option<String> {
    match source.position(span?.start) {
        Position::Line { .. } => None,
        Position::Spot(spot) => Some(spot_in_words(&spot, language)),
    }
}

/// `lembar SOP, sel D12`. The name of a sheet is the author's.
pub(super) fn spot_in_words(spot: &Spoken<'_>, language: Language) -> String {
    plain(&spot.words(language == Language::English)).into_owned()
}
