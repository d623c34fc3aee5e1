//! Source text → [`Text`] of one cell: tags, entities, bold marks and invisible characters taken out, places kept.

mod entity;
mod marks;

use crate::document::Text;
use crate::source::Span;
use entity::entity;
use marks::Marks;
use std::borrow::Cow;

/// What cleaning met besides text.
#[derive(Debug, Default)]
pub struct Residue {
    /// The first tag of each cleaned stretch.
    pub markup: Vec<Span>,
    /// NULs and replacement characters.
    pub broken: usize,
    /// Where the first of those stood.
    pub first_broken: Option<Span>,
}

/// The cleaned text of `source[span]`. Tags that break a line become a line break, others vanish.
pub fn clean(source: &str, span: Span, residue: &mut Residue) -> Text {
    let raw = &source[span.range()];
    if is_plain(raw) {
        return verbatim(raw, span);
    }
    cleaned(source, span, residue, None)
}

/// The same of a text with the marks of Markdown.
pub fn clean_markdown(source: &str, span: Span, residue: &mut Residue) -> Text {
    let raw = &source[span.range()];
    if is_plain(raw) && !raw.contains(marks::SIGNS) {
        return verbatim(raw, span);
    }
    cleaned(source, span, residue, Some(Marks::default()))
}

/// A text that needs no cleaning, without the blanks around it.
fn verbatim(raw: &str, span: Span) -> Text {
    let mut text = Text::default();
    let trimmed = raw.trim();
    let start = span.start as usize + (trimmed.as_ptr() as usize - raw.as_ptr() as usize);
    text.push(trimmed, Span::new(start, start + trimmed.len()));
    text
}

fn cleaned(source: &str, span: Span, residue: &mut Residue, mut marks: Option<Marks>) -> Text {
    let mut text = Text::default();
    let raw = &source[span.range()];
    let base = span.start as usize;
    let mut stars = Marks::default();
    let mut tagged = false;
    let mut blank = true;
    let mut at = 0;
    while at < raw.len() {
        let rest = &raw[at..];
        let before = &raw[..at];
        let marked = marks.as_mut().map_or_else(|| stars.star(rest, before), |marks| marks.token(rest, before));
        let (length, token) = marked.unwrap_or_else(|| next_token(rest));
        let place = Span::new(base + at, base + at + length);
        match token {
            Token::Text => {
                // Where Markdown is read, a run ends before whatever may be a mark of it.
                let length = if marks.is_some() { marks::plain_length(&rest[..length]) } else { length };
                blank = blank && rest[..length].trim_start().is_empty();
                text.push(&rest[..length], Span::new(base + at, base + at + length));
                at += length;
                continue;
            }
            Token::Replaced(character) => {
                blank &= character.is_whitespace();
                text.push(character.encode_utf8(&mut [0; 4]), place);
            }
            Token::Break => {
                if !blank && !text.as_str().ends_with('\n') {
                    text.push_separator('\n');
                }
            }
            Token::Nothing => {}
            Token::Broken => {
                residue.broken += 1;
                residue.first_broken.get_or_insert(place);
            }
        }
        if rest.starts_with('<') && !tagged {
            tagged = true;
            residue.markup.push(place);
        }
        at += length;
    }
    trimmed(&text)
}

fn trimmed(text: &Text) -> Text {
    let inner = text.as_str().trim();
    if inner.len() == text.as_str().len() { text.clone() } else { text.slice(inner) }
}

/// Bytes that need a closer look: controls, markup, and the first bytes of letters beyond ASCII.
static DOUBTFUL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte < 32 || byte >= 127 || matches!(byte as u8, b'<' | b'&' | b'*');
        byte += 1;
    }
    table[b'\n' as usize] = false;
    table
};

/// Nothing in it needs cleaning: the usual case, and quick to see.
fn is_plain(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    if !bytes.iter().any(|byte| DOUBTFUL[usize::from(*byte)]) {
        return true;
    }
    !bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'<' | b'&' | 0xC2 | 0xEF | 0xF0 | 0xCC | 0xCD => true,
        b'*' => bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace()),
        0xE2 => bytes.get(at + 1) == Some(&0x80) || bytes.get(at + 1) == Some(&0x81),
        0xE3 => true,
        0..=31 => *byte != b'\n',
        127 => true,
        _ => false,
    })
}

/// What the next bytes of a source are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// Text as it stands.
    Text,
    /// Written for this letter.
    Replaced(char),
    /// Ends a line.
    Break,
    /// No text.
    Nothing,
    /// A character that no text has.
    Broken,
}

/// The next token of a text that is not empty, and its length in bytes.
pub(super) fn next_token(rest: &str) -> (usize, Token) {
    let Some(first) = rest.chars().next() else { return (1, Token::Nothing) };
    let length = first.len_utf8();
    match first {
        '<' => tag(rest).unwrap_or((1, Token::Text)),
        '&' => entity(rest).unwrap_or((1, Token::Text)),
        '*' if rest.starts_with("**") => (2, Token::Nothing),
        '\u{0}' | '\u{fffd}' => (length, Token::Broken),
        '\n' => (1, Token::Text),
        '\t' | '\u{b}' | '\u{c}' | '\r' => (1, Token::Replaced(' ')),
        '\u{85}' | '\u{2028}' | '\u{2029}' => (length, Token::Replaced('\n')),
        _ if is_blank_character(first) => (length, Token::Replaced(' ')),
        _ if is_invisible(first) => (length, Token::Nothing),
        _ => (text_length(rest), Token::Text),
    }
}

/// A run ends behind so many bytes, so that a long text is looked at once.
const LONGEST_RUN: usize = 4096;

/// Length of the run that needs no cleaning.
fn text_length(rest: &str) -> usize {
    let special = |(at, character): (usize, char)| {
        matches!(character, '<' | '&' | '*' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{fffd}')
            || (character.is_control() && character != '\n')
            || is_blank_character(character)
            || is_invisible(character)
            || at > LONGEST_RUN
    };
    let first = rest.chars().next().map_or(1, char::len_utf8);
    // Most of a text is plain letters.
    let plain = |byte: &u8| !DOUBTFUL[usize::from(*byte)];
    let known = &rest.as_bytes()[first..rest.len().min(LONGEST_RUN)];
    let start = first + known.iter().take_while(|byte| plain(byte)).count();
    rest[start..].char_indices().map(|(at, it)| (start + at, it)).find(|it| special(*it)).map_or(rest.len(), |it| it.0)
}

/// No-break, figure, thin and ideographic blanks.
fn is_blank_character(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Soft hyphen, zero-width characters, direction marks, byte order mark, controls.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || (character.is_control() && !matches!(character, '\n' | '\t' | '\r'))
}

/// Tags that end a line of text.
const BREAKING: &[&str] = &[
    "br", "p", "div", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "dt", "dd", "section",
    "tbody", "thead",
];

/// Tags that vanish.
const INLINE: &[&str] = &[
    "b",
    "i",
    "u",
    "em",
    "strong",
    "span",
    "font",
    "a",
    "sup",
    "sub",
    "small",
    "center",
    "o:p",
    "td",
    "th",
    "body",
    "html",
    "head",
    "img",
    "hr",
    "s",
    "strike",
    "del",
    "ins",
    "label",
    "mark",
    "code",
    "pre",
    "caption",
    "tfoot",
    "colgroup",
    "col",
    "blockquote",
    "article",
    "main",
    "header",
    "footer",
    "nav",
    "figure",
    "svg",
    "input",
    "meta",
    "link",
    "title",
    "button",
];

/// Longest tag, in bytes; a `<` whose `>` comes later is just a sign.
const LONGEST_TAG: usize = 2047;

/// A tag at the start of the text, comments included; `None` where a `<` is just a sign (`< 1 jam`).
fn tag(rest: &str) -> Option<(usize, Token)> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some((comment.find("-->").map_or(rest.len(), |end| 4 + end + 3), Token::Nothing));
    }
    let name = tag_name(rest)?;
    let end = rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')? + 1;
    if BREAKING.contains(&name.as_ref()) {
        Some((end, Token::Break))
    } else if INLINE.contains(&name.as_ref()) {
        Some((end, Token::Nothing))
    } else {
        None
    }
}

/// The lower-case name of a tag at the start of the text.
pub fn tag_name(rest: &str) -> Option<Cow<'_, str>> {
    let inner = rest.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let length = inner.bytes().take_while(|it| it.is_ascii_alphanumeric() || *it == b':').count();
    let name = &inner[..length];
    if !(1..=12).contains(&length) || !name.as_bytes()[0].is_ascii_alphabetic() {
        return None;
    }
    let is_small = !name.bytes().any(|it| it.is_ascii_uppercase());
    Some(if is_small { Cow::Borrowed(name) } else { Cow::Owned(name.to_ascii_lowercase()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(raw: &str, cleaned: &str) {
        let text = clean(raw, Span::new(0, raw.len()), &mut Residue::default());
        assert_eq!(text.as_str(), cleaned);
    }

    #[test]
    fn markup_and_invisible_characters_vanish() {
        case("<p>CAMAT</p>  <p>Dra. X</p>", "CAMAT\n  \nDra. X");
        case("**Nomor\u{a0}SOP**", "Nomor SOP");
        case("Pe\u{ad}me\u{200b}rintah &amp; &#8211; &lt;", "Pemerintah & – <");
        case("< 1 jam", "< 1 jam");
        case("a <unknown> b & c", "a <unknown> b & c");
        case("*Nomor SOP:* 1 * 2 *) catatan", "Nomor SOP: 1 * 2 *) catatan");
        case("* butir *", "* butir *");
        case("<ol style=\"x\">1. UU", "1. UU");
    }
}
