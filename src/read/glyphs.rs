//! Letters of symbol fonts, which are codes without meaning outside their font → the signs that they show.

/// Fonts by the beginning of their name, lower case, with their codes and what those show.
const FONTS: &[(&str, &[(u8, char)])] = &[
    (
        "wingdings 2",
        &[
            (b'O', '✗'),
            (b'P', '✓'),
            (b'Q', '☒'),
            (b'R', '☑'),
            (b'S', '☒'),
            (b'T', '☒'),
            (b'U', '⊗'),
            (0xA3, '□'),
            (0xA4, '□'),
            (0x97, '●'),
        ],
    ),
    (
        "wingdings 3",
        &[
            (0x21, '←'),
            (0x22, '→'),
            (0x23, '↑'),
            (0x24, '↓'),
            (b'p', '▲'),
            (b'q', '▼'),
            (b't', '◀'),
            (b'u', '▶'),
            (0x7D, '▶'),
        ],
    ),
    (
        "wingdings",
        &[
            (b'l', '●'),
            (b'm', '○'),
            (b'n', '■'),
            (b'o', '□'),
            (b'p', '□'),
            (b'q', '□'),
            (b'r', '□'),
            (b's', '◆'),
            (b't', '◆'),
            (b'u', '◆'),
            (b'v', '◆'),
            (0x9F, '•'),
            (0xA0, '•'),
            (0xA1, '○'),
            (0xA7, '▪'),
            (0xA8, '□'),
            (0xD8, '➢'),
            (0xDF, '←'),
            (0xE0, '→'),
            (0xE1, '↑'),
            (0xE2, '↓'),
            (0xE7, '←'),
            (0xE8, '→'),
            (0xE9, '↑'),
            (0xEA, '↓'),
            (0xEF, '⇦'),
            (0xF0, '⇨'),
            (0xF1, '⇧'),
            (0xF2, '⇩'),
            (0xFB, '✗'),
            (0xFC, '✓'),
            (0xFD, '☒'),
            (0xFE, '☑'),
        ],
    ),
    (
        "symbol",
        &[
            (0x2D, '-'),
            (0xA3, '≤'),
            (0xA8, '♦'),
            (0xAB, '↔'),
            (0xAC, '←'),
            (0xAD, '↑'),
            (0xAE, '→'),
            (0xAF, '↓'),
            (0xB1, '±'),
            (0xB3, '≥'),
            (0xB4, '×'),
            (0xB7, '•'),
            (0xD6, '√'),
            (0xE0, '◊'),
        ],
    ),
    ("webdings", &[(b'a', '✓'), (b'r', '✗'), (b'c', '□'), (b'n', '●'), (b'g', '■')]),
    ("marlett", &[(b'a', '✓'), (b'b', '✓'), (b'r', '✗')]),
];

/// The codes of a font, if it is one of symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyphs(&'static [(u8, char)]);

impl Glyphs {
    /// Of the font of that name; `None` where its letters are letters.
    pub fn of(font: &str) -> Option<Self> {
        let is = |name: &str| font.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        FONTS.iter().find(|(name, _)| is(name)).map(|(_, codes)| Self(codes))
    }

    /// What a letter shows; `None` where that is not known. Programs write codes as they are, or behind U+F000.
    pub fn sign(self, letter: char) -> Option<char> {
        let code = match u32::from(letter) {
            // Windows-1252 has letters where Unicode has controls.
            0x178 => 0x9F,
            code @ 0xF000..=0xF0FF => code - 0xF000,
            code => code,
        };
        let code = u8::try_from(code).ok()?;
        self.0.iter().find(|(it, _)| *it == code).map(|(_, sign)| *sign)
    }

    /// No font of symbols has this letter: it is neither a code nor one behind U+F000.
    pub fn lacks(letter: char) -> bool {
        !matches!(u32::from(letter), 0..=0xFF | 0x178 | 0xF000..=0xF0FF)
    }

    /// A text in this font; what a letter shows that is not known becomes a replacement character, white space stays.
    pub fn text(self, letters: &str) -> String {
        let sign = |it: char| if it.is_whitespace() { it } else { self.sign(it).unwrap_or('\u{fffd}') };
        letters.chars().map(sign).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_ticks_however_they_are_coded() {
        let shown = |font: &str, letters: &str| Glyphs::of(font).map(|it| it.text(letters));
        assert_eq!(shown("Wingdings", "ü\u{f0fb}").as_deref(), Some("✓✗"));
        assert_eq!(shown("WINGDINGS 2", "P O").as_deref(), Some("✓ ✗"));
        assert_eq!(shown("Wingdings", "z").as_deref(), Some("\u{fffd}"));
        assert_eq!(shown("Calibri", "P"), None);
    }
}
