//! `w:sectPr` → the paper of a section: its size, and where text stands on it.

use super::word::{length, said};
use crate::read::office::xml::Element;

/// The paper of one section, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section {
    /// Width and height of the paper.
    pub size: (f32, f32),
    /// Margins: left, top, right, bottom.
    pub margins: (f32, f32, f32, f32),
    /// It goes on on the page on which the one before ended.
    pub is_continuous: bool,
}

impl Default for Section {
    /// A4 with an inch around.
    fn default() -> Self {
        Self { size: (595.3, 841.9), margins: (72.0, 72.0, 72.0, 72.0), is_continuous: false }
    }
}

impl Section {
    /// What a `w:sectPr` says.
    pub fn of(properties: &Element<'_>) -> Self {
        let unsaid = Self::default();
        let paper = properties.child("pgSz");
        let margins = properties.child("pgMar");
        let side =
            |name: &str, unsaid: f32| paper.and_then(|it| length(it, name)).filter(|it| *it > 72.0).unwrap_or(unsaid);
        let margin = |name: &str, unsaid: f32| margins.and_then(|it| length(it, name)).map_or(unsaid, f32::abs);
        let mut section = Self {
            size: (side("w", unsaid.size.0), side("h", unsaid.size.1)),
            margins: (margin("left", 72.0), margin("top", 72.0), margin("right", 72.0), margin("bottom", 72.0)),
            is_continuous: said(properties, "type").as_deref() == Some("continuous"),
        };
        if section.margins.0 + section.margins.2 > section.size.0 - 36.0 {
            (section.margins.0, section.margins.2) = (0.0, 0.0);
        }
        section
    }

    /// Left and right edge of the text.
    pub fn text_edges(&self) -> (f32, f32) {
        (self.margins.0, self.size.0 - self.margins.2)
    }
}
