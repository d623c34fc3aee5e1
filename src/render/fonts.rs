//! The fonts of the print: Liberation Sans, regular and bold, carried in the program as published (licence beside them), or such
//! as the user has.

use crate::layout::{Face, Measure};
use ttf_parser::Permissions;

const REGULAR: &[u8] = include_bytes!("fonts/LiberationSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/LiberationSans-Bold.ttf");
/// Characters whose width is looked up beforehand.
const COMMON: usize = 0x80;
/// Without these no form can be filled in.
const NEEDED: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;()/-";

/// Names of the family carried along, and of such as have the same widths.
const FAMILIES: &str = "'Liberation Sans', Arial, Helvetica, sans-serif";

/// That of these which office programs have.
const OFFICE_FAMILY: &str = "Arial";

/// Both weights, ready to measure.
pub struct Fonts<'a> {
    regular: Font<'a>,
    bold: Font<'a>,
}

/// One font and the widths of its common characters.
pub struct Font<'a> {
    /// The file, whole.
    pub bytes: &'a [u8],
    /// Its tables.
    pub face: ttf_parser::Face<'a>,
    /// Its name without blanks, such as `LiberationSans-Bold`.
    pub name: String,
    /// Advance of each common character in font units; `None` where the font lacks it.
    widths: Vec<Option<u16>>,
}

/// A font cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// It is none, or damaged.
    #[error("bukan huruf TTF atau OTF yang utuh ({0}); pakai berkas huruf lain")]
    Unreadable(#[from] ttf_parser::FaceParsingError),
    /// It has no Latin letter at all.
    #[error(
        "huruf ini tidak memuat satu pun huruf Latin: berkasnya rusak atau untuk aksara lain; pakai berkas huruf lain"
    )]
    Foreign,
    /// It lacks letters that every form needs.
    #[error("huruf ini tidak punya `{0}`, yang diperlukan setiap formulir; pakai huruf Latin yang lengkap")]
    Lacking(String),
    /// Its maker does not let it be put into documents.
    #[error("pembuat huruf ini melarang penyematan ke dalam dokumen; pakai huruf lain")]
    Restricted,
}

impl Fonts<'static> {
    /// Reads the fonts carried in the program.
    ///
    /// # Errors
    /// Only where they are damaged.
    pub fn load() -> Result<Self, FontError> {
        Ok(Self { regular: Font::read(REGULAR)?, bold: Font::read(BOLD)? })
    }
}

impl<'a> Fonts<'a> {
    /// Fonts of the user: TTF or OTF files, for both weights. Without a bold one the regular one stands for it.
    ///
    /// # Errors
    /// Where one is no font, is damaged, lacks Latin letters or digits, or may not be put into documents.
    pub fn of(regular: &'a [u8], bold: Option<&'a [u8]>) -> Result<Self, FontError> {
        Ok(Self { regular: Font::of_user(regular)?, bold: Font::of_user(bold.unwrap_or(regular))? })
    }

    /// Names of families for a viewer that has fonts of its own: first the one that the layout was measured with.
    pub fn families(&self) -> String {
        match family(&self.regular.face) {
            Some(own) if !FAMILIES.contains(&format!("'{own}'")) => format!("'{own}', {FAMILIES}"),
            _ => FAMILIES.to_owned(),
        }
    }

    /// The family that an office program is to set the text in: that of the user, else one that every office has.
    pub fn office_family(&self) -> String {
        family(&self.regular.face)
            .filter(|own| !FAMILIES.contains(&format!("'{own}'")))
            .unwrap_or_else(|| OFFICE_FAMILY.to_owned())
    }

    /// The font of a weight.
    pub fn font(&self, face: Face) -> &Font<'a> {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        }
    }
}

impl<'a> Font<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, FontError> {
        let face = ttf_parser::Face::parse(bytes, 0)?;
        let widths = (0..COMMON as u32).map(|code| advance(&face, char::from_u32(code)?)).collect();
        Ok(Self { bytes, name: name(&face), face, widths })
    }

    fn of_user(bytes: &'a [u8]) -> Result<Self, FontError> {
        let font = Self::read(bytes)?;
        let lacking: String = NEEDED.chars().filter(|character| font.advance(*character).is_none()).collect();
        if lacking == NEEDED {
            return Err(FontError::Foreign);
        }
        if !lacking.is_empty() {
            return Err(FontError::Lacking(lacking));
        }
        if font.face.permissions() == Some(Permissions::Restricted) || !font.face.is_subsetting_allowed() {
            return Err(FontError::Restricted);
        }
        Ok(font)
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

/// The family that a viewer knows the font by, without what would end a quoted name.
fn family(face: &ttf_parser::Face) -> Option<String> {
    let named = |id: u16| face.names().into_iter().filter(move |it| it.name_id == id).find_map(|it| it.to_string());
    let told = named(ttf_parser::name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(ttf_parser::name_id::FAMILY))?;
    let kept: String = told.chars().filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-')).take(60).collect();
    Some(kept).filter(|it| !it.is_empty())
}

/// What the font calls itself, cut down to letters, digits and hyphens.
fn name(face: &ttf_parser::Face) -> String {
    let names = face.names().into_iter().filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME);
    let told = names.filter_map(|name| name.to_string()).next().unwrap_or_default();
    let kept: String = told.chars().filter(|it| it.is_ascii_alphanumeric() || *it == '-').take(60).collect();
    if kept.is_empty() { "Font".to_owned() } else { kept }
}

fn advance(face: &ttf_parser::Face, character: char) -> Option<u16> {
    face.glyph_hor_advance(face.glyph_index(character)?)
}

impl Measure for Fonts<'_> {
    fn width(&self, face: Face, size: i32, text: &str) -> i32 {
        let font = self.font(face);
        let units: i64 = text.chars().map(|character| i64::from(font.advance(character).unwrap_or(0))).sum();
        (units * i64::from(size) / i64::from(font.face.units_per_em().max(1))) as i32
    }

    fn covers(&self, face: Face, character: char) -> bool {
        self.font(face).advance(character).is_some()
    }
}
