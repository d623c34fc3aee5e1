//! The fonts of the print, carried in the program: Liberation Sans, regular and bold, as published (licence beside them).

use crate::layout::{Face, Measure};

const REGULAR: &[u8] = include_bytes!("fonts/LiberationSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/LiberationSans-Bold.ttf");
/// Characters whose width is looked up beforehand.
const COMMON: usize = 0x180;

/// Names of the family, first the one the layout was measured with, then such as have the same widths.
pub const FAMILIES: &str = "'Liberation Sans', Arial, Helvetica, sans-serif";

/// Both weights, ready to measure.
pub struct Fonts {
    regular: Font,
    bold: Font,
}

/// One font and the widths of its common characters.
pub struct Font {
    /// The file, whole.
    pub bytes: &'static [u8],
    /// Its tables.
    pub face: ttf_parser::Face<'static>,
    /// Advance of each common character in font units; `None` where the font lacks it.
    widths: Vec<Option<u16>>,
}

/// The fonts carried in the program could not be read.
#[derive(Debug, thiserror::Error)]
#[error("huruf yang dibawa program tidak terbaca: {0}")]
pub struct FontError(#[from] ttf_parser::FaceParsingError);

impl Fonts {
    /// Reads the fonts carried in the program; fails only where they are damaged.
    pub fn load() -> Result<Self, FontError> {
        Ok(Self { regular: Font::read(REGULAR)?, bold: Font::read(BOLD)? })
    }

    /// The font of a weight.
    pub fn font(&self, face: Face) -> &Font {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        }
    }
}

impl Font {
    fn read(bytes: &'static [u8]) -> Result<Self, FontError> {
        let face = ttf_parser::Face::parse(bytes, 0)?;
        let widths = (0..COMMON as u32).map(|code| advance(&face, char::from_u32(code)?)).collect();
        Ok(Self { bytes, face, widths })
    }

    /// Which glyph draws a character; `None` where the font lacks it.
    pub fn glyph(&self, character: char) -> Option<u16> {
        Some(self.face.glyph_index(character)?.0)
    }

    /// How far a character moves the pen, in font units; `None` where the font lacks it.
    pub fn advance(&self, character: char) -> Option<u16> {
        match self.widths.get(character as usize) {
            Some(width) => *width,
            None => advance(&self.face, character),
        }
    }
}

fn advance(face: &ttf_parser::Face, character: char) -> Option<u16> {
    face.glyph_hor_advance(face.glyph_index(character)?)
}

impl Measure for Fonts {
    fn width(&self, face: Face, size: i32, text: &str) -> i32 {
        let font = self.font(face);
        let units: i64 = text.chars().map(|character| i64::from(font.advance(character).unwrap_or(0))).sum();
        (units * i64::from(size) / i64::from(font.face.units_per_em().max(1))) as i32
    }

    fn covers(&self, face: Face, character: char) -> bool {
        self.font(face).advance(character).is_some()
    }
}
