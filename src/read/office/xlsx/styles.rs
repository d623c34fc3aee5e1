//! `xl/styles.xml` → for each style of a cell its number format, and what of its font changes what is read.

use super::super::OfficeFault;
use super::super::xml::{Cursor, Piece};
use super::format::Format;
use super::strings::{Setting, setting};
use std::collections::BTreeMap;

/// Most styles, fonts or formats of a workbook; Excel itself allows 65 490 styles.
const MOST_STYLES: usize = 100_000;

/// The styles of cells, by their number.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
    formats: Vec<Format>,
}

/// One style.
#[derive(Debug, Clone, Copy, Default)]
struct Style {
    setting: Setting,
    /// Position in the formats.
    format: Option<usize>,
}

/// What is being gathered.
#[derive(Default)]
struct Gathered {
    codes: BTreeMap<u32, String>,
    fonts: Vec<Setting>,
    /// Number of the format, number of the font.
    styles: Vec<(u32, usize)>,
}

impl Styles {
    /// Reads the part.
    ///
    /// # Errors
    /// When it is damaged, or holds more than any real workbook.
    pub fn of(text: &str) -> Result<Self, OfficeFault> {
        let mut gathered = Gathered::default();
        let mut cursor = Cursor::new(text);
        while let Some(piece) = cursor.next()? {
            let Piece::Open(tag) = piece else { continue };
            match (cursor.depth(), tag.name) {
                (2, "fonts") => gathered.fonts(&mut cursor)?,
                (2, "numFmts") => gathered.codes(&mut cursor)?,
                (2, "cellXfs") => gathered.styles(&mut cursor)?,
                (1, _) => {}
                _ => cursor.skip()?,
            }
        }
        Ok(gathered.styles_of_cells())
    }

    /// How a cell of that style is set.
    pub fn setting(&self, style: u32) -> Setting {
        self.styles.get(style as usize).map(|it| it.setting).unwrap_or_default()
    }

    /// The number format of that style; `None` is `General`.
    pub fn format(&self, style: u32) -> Option<&Format> {
        self.formats.get(self.styles.get(style as usize)?.format?)
    }
}

impl Gathered {
    fn fonts(&mut self, cursor: &mut Cursor<'_>) -> Result<(), OfficeFault> {
        let within = cursor.depth();
        while cursor.depth() >= within {
            match cursor.next()? {
                Some(Piece::Open(tag)) if tag.name == "font" => {
                    if self.fonts.len() == MOST_STYLES {
                        return Err(OfficeFault::TooMuch);
                    }
                    self.fonts.push(setting(cursor)?);
                }
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }

    fn codes(&mut self, cursor: &mut Cursor<'_>) -> Result<(), OfficeFault> {
        let within = cursor.depth();
        while cursor.depth() >= within {
            match cursor.next()? {
                Some(Piece::Open(tag)) if tag.name == "numFmt" => {
                    let id = tag.attribute("numFmtId").and_then(|it| it.parse().ok());
                    if let Some((id, code)) = id.zip(tag.attribute("formatCode")) {
                        self.codes.insert(id, code.into_owned());
                    }
                }
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }

    fn styles(&mut self, cursor: &mut Cursor<'_>) -> Result<(), OfficeFault> {
        let within = cursor.depth();
        while cursor.depth() >= within {
            match cursor.next()? {
                Some(Piece::Open(tag)) if tag.name == "xf" => {
                    if self.styles.len() == MOST_STYLES {
                        return Err(OfficeFault::TooMuch);
                    }
                    let number = |name: &str| tag.attribute(name).and_then(|it| it.parse::<u32>().ok());
                    let font = number("fontId").unwrap_or(0) as usize;
                    self.styles.push((number("numFmtId").unwrap_or(0), font));
                }
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// Formats are read once, however many styles use them.
    fn styles_of_cells(self) -> Styles {
        let mut places: BTreeMap<u32, Option<usize>> = BTreeMap::new();
        let mut all = Styles::default();
        for (number, font) in &self.styles {
            let format = *places.entry(*number).or_insert_with(|| {
                let code = self.codes.get(number).map(String::as_str).or_else(|| built_in(*number))?;
                all.formats.push(Format::of(code)?);
                Some(all.formats.len() - 1)
            });
            all.styles.push(Style { setting: self.fonts.get(*font).copied().unwrap_or_default(), format });
        }
        all
    }
}

/// The formats that a file does not spell out.
fn built_in(number: u32) -> Option<&'static str> {
    Some(match number {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        12 => "# ?/?",
        13 => "# ??/??",
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => match number {
            16 => "d-mmm",
            17 => "mmm-yy",
            22 => "d/m/yyyy h:mm",
            _ => "d/m/yyyy",
        },
        18..=21 | 32..=35 | 55 | 56 => "h:mm",
        37 | 38 => "#,##0;-#,##0",
        39 | 40 => "#,##0.00;-#,##0.00",
        41 | 42 => "#,##0",
        43 | 44 => "#,##0.00",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        49 => "@",
        _ => return None,
    })
}
