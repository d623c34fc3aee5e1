//! Small values of the protocol.

use gen_lsp_types::{Contents, MarkupContent, MarkupKind, Position};

/// A line and a column.
pub(super) fn position((line, character): (u32, u32)) -> Position {
    Position { line, character }
}

/// A text with marks of Markdown.
pub(super) fn markdown(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

/// The same, for a hover.
pub(super) fn contents(value: String) -> Contents {
    Contents::MarkupContent(markdown(value))
}
