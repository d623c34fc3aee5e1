//! Shared and inline strings: plain text, or runs of which some are struck out or set in a symbol font.

use super::super::OfficeFault;
use super::super::xml::{Cursor, Piece, Tag};
use crate::read::glyphs::Glyphs;
use std::borrow::Cow;

/// Most strings of a workbook.
const MOST_STRINGS: usize = 1_000_000;

/// What stands in a cell as text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content<'a> {
    /// As the style of the cell sets it.
    Plain(Cow<'a, str>),
    /// Runs that differ among themselves.
    Rich(Vec<Run<'a>>),
}

/// One run of a rich text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run<'a> {
    /// What it says.
    pub text: Cow<'a, str>,
    /// How it is set; `None` as the style of the cell sets it.
    pub set: Option<Setting>,
}

/// What of a font changes what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Setting {
    /// Struck out.
    pub is_struck: bool,
    /// Its letters are signs.
    pub glyphs: Option<Glyphs>,
}

/// The shared strings of a workbook.
///
/// # Errors
/// When the part is damaged, or holds more than any real workbook.
pub(super) fn shared(text: &str) -> Result<Vec<Content<'_>>, OfficeFault> {
    let mut found = Vec::new();
    let mut cursor = Cursor::new(text);
    while let Some(piece) = cursor.next()? {
        match piece {
            Piece::Open(tag) if tag.name == "si" => {
                if found.len() == MOST_STRINGS {
                    return Err(OfficeFault::TooMuch);
                }
                found.push(content(&mut cursor)?);
            }
            _ => {}
        }
    }
    Ok(found)
}

/// The content of the `si` or `is` that was just opened, its end included.
pub(super) fn content<'a>(cursor: &mut Cursor<'a>) -> Result<Content<'a>, OfficeFault> {
    let within = cursor.depth();
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut set = None;
    while cursor.depth() >= within {
        let Some(piece) = cursor.next()? else { break };
        let Piece::Open(tag) = piece else { continue };
        match tag.name {
            "r" => set = None,
            "rPr" => set = Some(setting(cursor)?),
            "t" => {
                let text = written(cursor)?;
                runs.push(Run { text, set });
            }
            // How to pronounce it is no part of it.
            "rPh" => cursor.skip()?,
            _ => {}
        }
    }
    Ok(match runs.len() {
        0 => Content::Plain(Cow::Borrowed("")),
        1 if runs[0].set.is_none() => Content::Plain(runs.swap_remove(0).text),
        _ => Content::Rich(runs),
    })
}

/// The text of the `t` that was just opened, its end included; nearly always one piece.
fn written<'a>(cursor: &mut Cursor<'a>) -> Result<Cow<'a, str>, OfficeFault> {
    let mut all: Cow<'a, str> = Cow::Borrowed("");
    let within = cursor.depth();
    while cursor.depth() >= within {
        match cursor.next()? {
            Some(Piece::Text(text)) if all.is_empty() => all = text,
            Some(Piece::Text(text)) => all.to_mut().push_str(&text),
            Some(_) => {}
            None => break,
        }
    }
    Ok(if all.contains("_x") { Cow::Owned(decoded(&all)) } else { all })
}

/// What the element of a font that was just opened says, its end included.
pub(super) fn setting(cursor: &mut Cursor<'_>) -> Result<Setting, OfficeFault> {
    let within = cursor.depth();
    let mut setting = Setting::default();
    while cursor.depth() >= within {
        match cursor.next()? {
            Some(Piece::Open(tag)) => setting.take(tag),
            Some(_) => {}
            None => break,
        }
    }
    Ok(setting)
}

impl Setting {
    fn take(&mut self, tag: Tag<'_>) {
        match tag.name {
            "strike" => self.is_struck = tag.is_set("val", true),
            "name" | "rFont" => self.glyphs = tag.attribute("val").and_then(|it| Glyphs::of(&it)),
            _ => {}
        }
    }
}

/// Excel writes characters that XML may not hold as `_x000D_`, and an underscore before such a code as `_x005F_`.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..7).filter(|it| it.ends_with('_')).map(|it| &it[..4]);
        let character = code.filter(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let character = character.and_then(|it| u32::from_str_radix(it, 16).ok()).and_then(char::from_u32);
        match character {
            Some(character) => {
                // A carriage return stands before the line break that is written anyway.
                out.extend(Some(character).filter(|it| *it != '\r'));
                rest = &rest[7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_plain_or_runs() {
        let text = "<sst><si><t>a &amp; b</t></si><si><r><t>15 </t></r><r><rPr><strike/><rFont val='Arial'/></rPr>\
                    <t>hari</t></r></si><si><t>x</t><rPh><t>no</t></rPh></si><si/></sst>";
        let strings = shared(text).unwrap();
        assert_eq!(strings[0], Content::Plain("a & b".into()));
        let Content::Rich(runs) = &strings[1] else { panic!() };
        assert_eq!((runs[0].set, runs[1].set.map(|it| it.is_struck)), (None, Some(true)));
        assert_eq!(strings[2..], [Content::Plain("x".into()), Content::Plain("".into())]);
    }

    #[test]
    fn codes_of_excel_are_decoded() {
        assert_eq!(decoded("a_x000D_\nb _x005F_x0041_ _xZZ"), "a\nb _x0041_ _xZZ");
    }
}
