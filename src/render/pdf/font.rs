//! The letters a document uses → fonts that hold only those.

use super::PdfError;
use crate::layout::{Draw, Face, Page};
use crate::render::fonts::{Font, Fonts};
use printpdf::{FontId, FontMetrics, ParsedFont};
use std::collections::BTreeMap;

/// The name of a font inside the document.
pub(super) fn id(face: Face) -> FontId {
    FontId(match face {
        Face::Regular => "F1".to_owned(),
        Face::Bold => "F2".to_owned(),
    })
}

/// The letters of one weight that a document uses.
pub(super) struct Letters {
    pub face: Face,
    /// What stands for each character in a content stream: its place in the font that is embedded.
    pub codes: BTreeMap<u32, u16>,
}

/// Both weights, cut down to what `pages` draw.
pub(super) fn subsets(pages: &[Page], fonts: &Fonts) -> Result<Vec<(Letters, ParsedFont)>, PdfError> {
    let subset = |face| subset(used(pages, face), fonts.font(face), face);
    [Face::Regular, Face::Bold].into_iter().map(subset).collect()
}

fn used(pages: &[Page], wanted: Face) -> Vec<char> {
    let mut characters = Vec::new();
    for op in pages.iter().flat_map(|page| &page.ops) {
        if let Draw::Text { face, text, .. } = op
            && *face == wanted
        {
            characters.extend(text.chars());
        }
    }
    characters.sort_unstable();
    characters.dedup();
    characters
}

fn subset(characters: Vec<char>, font: &Font, weight: Face) -> Result<(Letters, ParsedFont), PdfError> {
    let face = &font.face;
    let mut remapper = subsetter::GlyphRemapper::new();
    let (mut glyphs, mut widths) = (BTreeMap::new(), BTreeMap::new());
    for character in characters {
        // The layout has already replaced what the font lacks.
        let Some(glyph) = face.glyph_index(character) else { continue };
        let new = remapper.remap(glyph.0);
        glyphs.insert(u32::from(character), new);
        widths.insert(new, face.glyph_hor_advance(glyph).unwrap_or(0));
    }
    let bytes = subsetter::subset(font.bytes, 0, &remapper)?;
    // Six letters and a plus mark a subset.
    let mark = match weight {
        Face::Regular => "SOPAAA",
        Face::Bold => "SOPAAB",
    };
    let letters = Letters { face: weight, codes: glyphs.clone() };
    let metrics = FontMetrics { ascent: face.ascender(), descent: face.descender() };
    let name = Some(format!("{mark}+{}", font.name));
    let mut parsed = ParsedFont::with_glyph_data(bytes, 0, name, glyphs, widths, face.units_per_em(), metrics);
    let bounds = face.global_bounding_box();
    let box_ = &mut parsed.pdf_font_metrics;
    (box_.x_min, box_.y_min, box_.x_max, box_.y_max) = (bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max);
    Ok((letters, parsed))
}
