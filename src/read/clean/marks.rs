//! What Markdown writes around and between letters: emphasis, escapes, links, pictures, attributes. Of a plain text only the
//! stars of emphasis are taken out, as chats and copied Markdown have them.

use super::Token;

/// Signs that may begin a mark.
pub(super) const SIGNS: [char; 8] = ['\\', '*', '_', '`', '~', '[', ']', '!'];

/// How far the end of a mark may be from its beginning, in bytes.
const REACH: usize = 400;

/// Longest words between one sign and its like, in bytes.
const LONGEST_EMPHASIS: usize = 120;

/// The marks that are open at a place of a text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// One star, or one underscore, that is yet to be closed.
    open: Option<u8>,
}

impl Marks {
    /// The mark that the rest begins with; `None` where it begins with text.
    pub fn token(&mut self, rest: &str, before: &str) -> Option<(usize, Token)> {
        match rest.as_bytes()[0] {
            b'\\' => escape(rest),
            b'*' => self.star(rest, before),
            b'_' if rest.starts_with("__") => bounds_word(rest, before, 2).then_some((2, Token::Nothing)),
            b'_' => self.emphasis(rest, before),
            b'~' if rest.starts_with("~~") => Some((2, Token::Nothing)),
            b'`' => Some((1, Token::Nothing)),
            b'!' if rest.starts_with("![") => picture(rest),
            b'[' => opens_link(rest).then_some((1, Token::Nothing)),
            b']' => link_end(rest),
            _ => None,
        }
    }

    /// Stars of emphasis: two anywhere, one where it stands at the edge of words.
    pub fn star(&mut self, rest: &str, before: &str) -> Option<(usize, Token)> {
        if rest.starts_with("**") {
            return Some((2, Token::Nothing));
        }
        if rest.starts_with('*') { self.emphasis(rest, before) } else { None }
    }

    /// One sign of emphasis. Between blanks, and within a word, it is a sign of its own.
    fn emphasis(&mut self, rest: &str, before: &str) -> Option<(usize, Token)> {
        let sign = rest.as_bytes()[0];
        if self.open == Some(sign) && closes(rest, before) {
            self.open = None;
            return Some((1, Token::Nothing));
        }
        if self.open.is_none() && opens(rest, before) && is_closed(rest, sign) {
            self.open = Some(sign);
            return Some((1, Token::Nothing));
        }
        None
    }
}

/// Length of the text, which is not empty, before whatever may be a mark.
pub(super) fn plain_length(text: &str) -> usize {
    let first = text.chars().next().map_or(1, char::len_utf8);
    text[first..].find(SIGNS).map_or(text.len(), |at| first + at)
}

fn is_word(letter: Option<char>) -> bool {
    letter.is_some_and(char::is_alphanumeric)
}

fn is_blank(letter: Option<char>) -> bool {
    letter.is_none_or(char::is_whitespace)
}

fn opens(rest: &str, before: &str) -> bool {
    let next = rest[1..].chars().next();
    (is_word(next) || next == Some('(')) && !is_word(before.chars().next_back())
}

fn closes(rest: &str, before: &str) -> bool {
    !is_blank(before.chars().next_back()) && !is_word(rest[1..].chars().next())
}

/// A sign that closes is within reach.
fn is_closed(rest: &str, sign: u8) -> bool {
    let bytes = &rest.as_bytes()[..rest.len().min(LONGEST_EMPHASIS)];
    let ends = |at: usize| {
        bytes[at] == sign
            && !bytes[at - 1].is_ascii_whitespace()
            && !bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next == sign)
    };
    (2..bytes.len()).any(ends)
}

/// A run of that many signs at the edge of a word, on one side only.
fn bounds_word(rest: &str, before: &str, length: usize) -> bool {
    let (before, after) = (before.chars().next_back(), rest[length..].chars().next());
    is_word(before) != is_word(after) && before != Some('_') && after != Some('_')
}

/// `\.` is a full stop; a backslash at the end of a line breaks it, and programs write a break as `\n`.
fn escape(rest: &str) -> Option<(usize, Token)> {
    let next = rest[1..].chars().next();
    match next {
        None => Some((1, Token::Nothing)),
        Some('\n' | 'n') => Some((2, Token::Break)),
        Some('\r') => Some((1, Token::Nothing)),
        Some(' ') => Some((2, Token::Replaced(' '))),
        Some(sign) if sign.is_ascii_punctuation() => Some((2, Token::Replaced(sign))),
        Some(_) => None,
    }
}

/// `![alt](target){width="…"}`: what it shows is no text.
fn picture(rest: &str) -> Option<(usize, Token)> {
    let close = within(rest, "](")?;
    let bare = || {
        let end = within(&rest[close..], ")")?;
        (!rest[close..close + end].contains(char::is_whitespace)).then_some(end + 1)
    };
    Some((close + target_length(&rest[close..]).or_else(bare)?, Token::Nothing))
}

/// `[text](target)` or `[text]{.class}`.
fn opens_link(rest: &str) -> bool {
    let reach = &rest.as_bytes()[..rest.len().min(REACH)];
    let close = reach.iter().position(|byte| *byte == b']');
    close.is_some_and(|close| matches!(reach.get(close + 1), Some(b'(' | b'{')) && link_end(&rest[close..]).is_some())
}

/// `](target)` and `]{.class}` at the start of the rest.
fn link_end(rest: &str) -> Option<(usize, Token)> {
    target_length(rest).map(|length| (length, Token::Nothing))
}

/// Length of `](target){attributes}`, of which one may be missing; a target has no blank in it, unless a title follows.
fn target_length(rest: &str) -> Option<usize> {
    let mut length = 1;
    if rest[1..].starts_with('(') {
        let target = within(&rest[1..], ")")?;
        let word = &rest[2..1 + target];
        let is_target = word.contains(['/', '#', '@', '.']) && !word.trim().contains(' ') || word.contains('"');
        if !is_target {
            return None;
        }
        length = 1 + target + 1;
    }
    if rest[length..].starts_with('{') {
        let attributes = within(&rest[length..], "}")?;
        let is_one = rest[length + 1..].starts_with(['.', '#']) || rest[length..length + attributes].contains('=');
        length += if is_one { attributes + 1 } else { 0 };
    }
    (length > 1).then_some(length)
}

/// Where that stands within reach.
fn within(rest: &str, needle: &str) -> Option<usize> {
    let mut end = rest.len().min(REACH);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    rest[..end].find(needle)
}

#[cfg(test)]
mod tests {
    use super::super::{Residue, clean_markdown};
    use crate::source::Span;

    #[track_caller]
    fn case(raw: &str, cleaned: &str) {
        let text = clean_markdown(raw, Span::new(0, raw.len()), &mut Residue::default());
        assert_eq!(text.as_str(), cleaned);
    }

    #[test]
    fn marks_vanish_and_signs_stay() {
        case(r"1\. Surat \- \*asli\* \| salinan", "1. Surat - *asli* | salinan");
        case("**Nama** _SOP_ *Baru* __tebal__ `kode`", "Nama SOP Baru tebal kode");
        case("nama_berkas_baru 3*4 ____ * butir", "nama_berkas_baru 3*4 ____ * butir");
        case("[Peraturan](https://x.id/a) [garis]{.underline} [ ] [1] (a)", "Peraturan garis [ ] [1] (a)");
        case("![](media/image1.png){width=\"1in\"}Kepala", "Kepala");
        case("Surat\\\nBerkas", "Surat\nBerkas");
        case("[1.[ ]{style=\"font:7pt\"}]{style=\"mso\"}Surat {x}", "1. Surat {x}");
        case("a [b c ![d (e) ~ ]", "a [b c ![d (e) ~ ]");
    }
}
