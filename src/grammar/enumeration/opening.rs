//! The mark that a text of one line begins with, seen without the list around it.

use crate::vocabulary::list_words::{BULLETS, DASHES};

/// What kind of mark opens an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// `1.`, `(1)`, `12,`.
    Number,
    /// `a.`, `(B)`.
    Letter,
    /// A sign that is nothing else.
    Bullet,
    /// A dash or star.
    Dash,
}

impl Opening {
    /// Of a word that is a mark and nothing else.
    pub fn of_word(word: &str) -> Option<Self> {
        let mut letters = word.chars();
        let first = letters.next()?;
        if letters.next().is_none() {
            let is_sign = !first.is_alphanumeric() && DASHES.contains(&first);
            return if BULLETS.contains(&first) { Some(Self::Bullet) } else { is_sign.then_some(Self::Dash) };
        }
        let stem = word.strip_prefix('(').unwrap_or(word).strip_suffix(['.', ')', ','])?;
        let is_number = (1..=2).contains(&stem.len()) && stem.bytes().all(|it| it.is_ascii_digit());
        let is_letter = stem.len() == 1 && stem.bytes().all(|it| it.is_ascii_alphabetic()) && !word.ends_with(',');
        if is_number { Some(Self::Number) } else { is_letter.then_some(Self::Letter) }
    }
}

/// The mark that the text begins with, and what stands behind it; a bullet needs no blank.
pub fn opening(text: &str) -> Option<(Opening, &str)> {
    let (word, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    if word.len() < text.len()
        && let Some(opening) = Opening::of_word(word)
    {
        return Some((opening, rest.trim_start()));
    }
    text.strip_prefix(BULLETS).map(|rest| (Opening::Bullet, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_begin_with_marks() {
        for (text, wanted) in [
            ("1. Surat", Some((Opening::Number, "Surat"))),
            ("(12) Surat", Some((Opening::Number, "Surat"))),
            ("1, Surat", Some((Opening::Number, "Surat"))),
            ("a) Surat", Some((Opening::Letter, "Surat"))),
            ("- Surat", Some((Opening::Dash, "Surat"))),
            ("•Surat", Some((Opening::Bullet, "Surat"))),
            ("• Surat", Some((Opening::Bullet, "Surat"))),
            ("1.5 jam", None),
            ("123. Surat", None),
            ("-5", None),
            ("a.n. Camat", None),
            ("o tempat", None),
            ("1.", None),
            ("Surat", None),
            ("", None),
        ] {
            assert_eq!(opening(text), wanted, "{text}");
        }
    }
}
