//! How Word writes what it says: `w:val`, switches, lengths.

use crate::read::office::xml::{Element, is_yes};
use std::borrow::Cow;

/// Points in a twentieth of a point, the unit of most lengths.
const TWIP: f32 = 1.0 / 20.0;

/// Longest length that is taken at its word, in points: beyond it lies no paper.
const LONGEST: f32 = 20_000.0;

/// The attribute `val`, in which most elements say what they mean.
pub(super) fn val<'a>(element: &Element<'a>) -> Option<Cow<'a, str>> {
    element.attribute("val")
}

/// What the child of that name says.
pub(super) fn said<'a>(parent: &Element<'a>, child: &str) -> Option<Cow<'a, str>> {
    val(parent.child(child)?)
}

/// The child of that name switches something on: without value, or with any but a no; `None` where there is none.
pub(super) fn switch(parent: &Element<'_>, child: &str) -> Option<bool> {
    let child = parent.child(child)?;
    Some(val(child).is_none_or(|value| is_yes(&value) && value != "none"))
}

/// The attribute as a whole number.
pub(super) fn whole(element: &Element<'_>, attribute: &str) -> Option<i64> {
    element.attribute(attribute)?.trim().parse().ok()
}

/// The attribute as a length in points: twentieths, or a number with its unit.
pub(super) fn length(element: &Element<'_>, attribute: &str) -> Option<f32> {
    let written = element.attribute(attribute)?;
    let points = match written.trim().parse::<f32>() {
        Ok(twips) => twips * TWIP,
        Err(_) => with_unit(&written)?,
    };
    points.is_finite().then(|| points.clamp(-LONGEST, LONGEST))
}

/// A number with its unit, in points.
pub(super) fn with_unit(written: &str) -> Option<f32> {
    let written = written.trim();
    let split = written.find(|it: char| it.is_ascii_alphabetic() || it == '%')?;
    let number: f32 = written[..split].trim().parse().ok()?;
    let unit = match &written[split..] {
        "pt" => 1.0,
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        "px" => 0.75,
        "pc" | "pi" => 12.0,
        _ => return None,
    };
    let points = number * unit;
    points.is_finite().then(|| points.clamp(-LONGEST, LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::office::xml::document;

    #[test]
    fn switches_and_lengths_are_read_as_word_reads_them() {
        let tree =
            document("<rPr><b/><i val='0'/><u val='none'/><ind left='720' right='2.54cm' top='nan'/></rPr>").unwrap();
        assert_eq!(switch(&tree, "b"), Some(true));
        assert_eq!(switch(&tree, "i"), Some(false));
        assert_eq!(switch(&tree, "u"), Some(false));
        assert_eq!(switch(&tree, "strike"), None);
        let indents = tree.child("ind").unwrap();
        assert_eq!(length(indents, "left"), Some(36.0));
        assert_eq!(length(indents, "right").map(f32::round), Some(72.0));
        assert_eq!(length(indents, "top"), None);
    }
}
