//! `w:sectPr` → the paper of a section: its size, and where text stands on it.

use super::word::{length, said, switch};
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
    /// Its running head, among those of the text.
    pub head: Option<usize>,
}

impl Default for Section {
    /// A4 with an inch around.
    fn default() -> Self {
        Self { size: (595.3, 841.9), margins: (72.0, 72.0, 72.0, 72.0), is_continuous: false, head: None }
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
            head: None,
        };
        if section.margins.0 + section.margins.2 > section.size.0 - 36.0 {
            (section.margins.0, section.margins.2) = (0.0, 0.0);
        }
        section
    }

    /// By which name a `w:sectPr` refers to the running head of its first page.
    pub fn head_reference(properties: &Element<'_>) -> Option<String> {
        let kinds: &[&str] =
            if switch(properties, "titlePg") == Some(true) { &["first", "default"] } else { &["default"] };
        let references = || properties.children.iter().filter(|it| it.name() == "headerReference");
        let of_kind = |kind: &str| references().find(|it| it.attribute("type").as_deref() == Some(kind));
        let found = kinds.iter().find_map(|kind| of_kind(kind))?;
        found.attribute("id").map(|it| it.into_owned())
    }

    /// Left and right edge of the text.
    pub fn text_edges(&self) -> (f32, f32) {
        (self.margins.0, self.size.0 - self.margins.2)
    }
}
