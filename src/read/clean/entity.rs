//! Character references of HTML: `&amp;`, `&#8226;`, `&#xF0A7;`.

use super::{Token, is_blank_character, is_invisible};

/// A character reference at the start of the text.
pub(super) fn entity(rest: &str) -> Option<(usize, Token)> {
    const NAMED: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("bull", '•'),
        ("middot", '·'),
        ("rarr", '→'),
        ("larr", '←'),
        ("darr", '↓'),
        ("uarr", '↑'),
        ("plusmn", '±'),
        ("frac12", '½'),
        ("le", '≤'),
        ("ge", '≥'),
        ("hellip", '…'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("times", '×'),
        ("check", '✓'),
        ("shy", '\u{ad}'),
        ("ensp", ' '),
        ("emsp", ' '),
        ("thinsp", ' '),
        ("deg", '°'),
        ("sect", '§'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("harr", '↔'),
        ("rArr", '⇒'),
        ("frac14", '¼'),
        ("frac34", '¾'),
        ("minus", '−'),
        ("bdquo", '„'),
        ("eacute", 'é'),
        ("copy", '©'),
        ("reg", '®'),
        ("trade", '™'),
        ("ordm", 'º'),
        ("zwnj", '\u{200c}'),
        ("zwj", '\u{200d}'),
    ];
    let semicolon = rest.char_indices().take(12).find(|(_, it)| *it == ';').map(|(at, _)| at)?;
    let name = &rest[1..semicolon];
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            of_windows(code).or_else(|| char::from_u32(code))?
        }
        None => NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| *character)?,
    };
    let token = if is_blank_character(character) {
        Token::Replaced(' ')
    } else if is_invisible(character) || character == '\u{0}' {
        Token::Nothing
    } else {
        Token::Replaced(character)
    };
    Some((semicolon + 1, token))
}

/// Numbers of controls are those of letters in Windows-1252, as every browser has it.
fn of_windows(code: u32) -> Option<char> {
    const LETTERS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let at = usize::try_from(code.checked_sub(0x80)?).ok()?;
    LETTERS.get(at).copied()
}
