//! A text → its lines, without their ends and the page breaks before them.

use crate::source::Span;
use memchr::memchr2;

/// One line.
#[derive(Debug, Clone, Copy)]
pub(in crate::read) struct Line {
    /// Without its end.
    pub span: Span,
    /// A page begins with it.
    pub page_start: bool,
    /// It is marked as a heading.
    pub is_heading: bool,
}

/// The lines of a text; `\n`, `\r\n` and a lone `\r` end a line. Blanks that all of them begin with are no part of them, as a text is set
/// in as a whole when it is pasted into an answer or a list.
pub(in crate::read) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines: Vec<Line> = Vec::new();
    let mut at = 0;
    let mut set_in = usize::MAX;
    while at < bytes.len() {
        let feeds = bytes[at..].iter().take_while(|byte| **byte == b'\x0c').count();
        let start = at + feeds;
        let end = memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |it| start + it);
        lines.push(Line { span: Span::new(start, end), page_start: feeds > 0, is_heading: false });
        let blanks = bytes[start..end].iter().take(set_in).take_while(|byte| **byte == b' ').count();
        let says_something = || bytes[start + blanks..end].iter().any(|byte| !byte.is_ascii_whitespace());
        if blanks < set_in && says_something() {
            set_in = blanks;
        }
        at = if bytes[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 };
    }
    if set_in > 0 {
        lines.iter_mut().for_each(|line| line.span.start += (set_in as u32).min(line.span.len() as u32));
    }
    lines
}

/// The first of these lines, from `at` on, that ends behind that offset of the text.
pub(in crate::read) fn behind(lines: &[Line], at: usize, offset: usize) -> usize {
    at + lines[at..].partition_point(|line| (line.span.end as usize) < offset)
}

/// The first character of a line that is no blank.
pub(in crate::read) fn first_sign(line: &str) -> Option<char> {
    let blanks = line.bytes().take_while(|it| matches!(it, b' ' | b'\t')).count();
    let rest = &line[blanks..];
    match rest.as_bytes().first()? {
        b'!'..=b'~' => rest.chars().next(),
        _ => rest.trim_start().chars().next(),
    }
}
