//! One scalar of the source → the edits that give it another value, in the spelling it has.

use crate::diagnostic::Edit;
use crate::render::yaml::scalar::{is_iso_date, is_plain, needs_escape, write_quoted};
use crate::source::Span;
use std::ops::Range;

/// A scalar as it stands in the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'t> {
    /// Its place.
    pub span: Span,
    /// The text before that place.
    pub before: &'t str,
    /// The text at that place.
    pub source: &'t str,
    /// Its value.
    pub value: &'t str,
    /// Inside `[…]` or `{…}`.
    pub in_flow: bool,
}

/// How a scalar is spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Single,
    Double,
    Block,
}

impl Written<'_> {
    /// The value becomes `text`.
    pub fn set(&self, text: &str) -> Option<Edit> {
        let start = common(self.value.chars(), text.chars());
        let rest = (&self.value[start..], &text[start..]);
        let end = common(rest.0.chars().rev(), rest.1.chars().rev());
        self.replace(start..self.value.len() - end, &text[start..text.len() - end])
    }

    /// Bytes `part` of the value become `text`; `None` where that cannot be said without rewriting more than the scalar.
    pub fn replace(&self, part: Range<usize>, text: &str) -> Option<Edit> {
        let (before, behind) = (self.value.get(..part.start)?, self.value.get(part.end..)?);
        let whole = format!("{before}{text}{behind}");
        let style = self.style()?;
        if whole.trim().is_empty() || whole == self.value {
            return None;
        }
        self.in_place(style, part, text, &whole).or_else(|| self.anew(style, &whole))
    }

    /// The value in quotes, where it has none and stands in one line.
    pub fn quoted(&self) -> Option<Edit> {
        let is_bare = !self.source.starts_with(['"', '\'']) && self.source == self.value;
        let mut text = String::new();
        write_quoted(self.value, &mut text);
        is_bare.then_some(Edit { span: self.span, text })
    }

    fn style(&self) -> Option<Style> {
        match self.source.as_bytes().first()? {
            b'"' => Some(Style::Double),
            b'\'' => Some(Style::Single),
            b'|' | b'>' => Some(Style::Block),
            b'!' | b'&' | b'*' => None,
            _ if self.has_header_before() => Some(Style::Block),
            _ => Some(Style::Plain),
        }
    }

    /// Where a comment follows the `|` or `>` of a block scalar, its place begins with its first line.
    fn has_header_before(&self) -> bool {
        let header = self.before.trim_end();
        let line = header.rsplit('\n').next().unwrap_or_default();
        let line = line.split(" #").next().unwrap_or_default().trim_end();
        let indicators = line.rsplit([' ', '\t']).next().unwrap_or_default();
        self.before[header.len()..].contains('\n') && indicators.starts_with(['|', '>'])
    }

    /// Replaces just the part, where its bytes can be found in the source.
    fn in_place(&self, style: Style, part: Range<usize>, text: &str, whole: &str) -> Option<Edit> {
        let offsets = self.offsets(style)?;
        let (from, to) = (*offsets.get(part.start)?, *offsets.get(part.end)?);
        let text = match style {
            Style::Plain if is_plain(whole, self.in_flow) || self.stays_bare(whole) => text.to_owned(),
            Style::Block if !text.chars().any(needs_escape) && blank_run(whole) == blank_run(self.value) => {
                text.to_owned()
            }
            Style::Single if !text.chars().any(needs_escape) => text.replace('\'', "''"),
            Style::Double => escaped(text),
            _ => return None,
        };
        let start = self.span.start as usize;
        Some(Edit { span: Span::new(start + from, start + to), text })
    }

    /// Writes the whole scalar anew: only one that stands in one line, for the lines of another may hold what must stay.
    fn anew(&self, style: Style, whole: &str) -> Option<Edit> {
        if style == Style::Block || self.source.contains('\n') {
            return None;
        }
        let mut text = String::new();
        match style {
            Style::Plain if is_plain(whole, self.in_flow) || self.stays_bare(whole) => text.push_str(whole),
            Style::Single if !whole.chars().any(needs_escape) => text = format!("'{}'", whole.replace('\'', "''")),
            _ => write_quoted(whole, &mut text),
        }
        Some(Edit { span: self.span, text })
    }

    /// Numbers and dates that stand without quotes go on to do so.
    fn stays_bare(&self, whole: &str) -> bool {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        (is_number(self.value) && is_number(whole)) || (is_iso_date(self.value) && is_iso_date(whole))
    }

    /// For every byte of the value, and its end, the byte of the source it comes from; `None` where that is not plain to see.
    fn offsets(&self, style: Style) -> Option<Vec<usize>> {
        let source = self.source;
        let (mut at, end) = match style {
            Style::Plain => (0, source.len()),
            Style::Single | Style::Double => (1, source.len().checked_sub(1)?),
            Style::Block => {
                let body = if source.starts_with(['|', '>']) { source.find('\n')? + 1 } else { 0 };
                // Blanks at the beginning are of the value only where it says so.
                let blank = if blank_run(self.value) == 0 { blank_run(&source[body..]) } else { 0 };
                (body + blank, source.len())
            }
        };
        let mut offsets = vec![at; self.value.len() + 1];
        let mut done = 0;
        while done < self.value.len() {
            let rest = &self.value[done..];
            let here = source.get(at..end)?;
            let (taken, spelt) = match blank_run(rest) {
                0 => letter(rest, here, style)?,
                run => (run, blank_run(here)),
            };
            // The last line end of a block scalar is no part of its place.
            if spelt == 0 && !(style == Style::Block && here.is_empty()) {
                return None;
            }
            let alike = rest[..taken] == here[..spelt];
            for byte in 0..taken {
                offsets[done + byte] = if alike || byte == 0 { at + byte } else { at + spelt };
            }
            done += taken;
            at += spelt;
        }
        *offsets.last_mut()? = at;
        source.get(at..end)?.trim().is_empty().then_some(offsets)
    }
}

/// Bytes of one letter in the value and in the source.
fn letter(value: &str, source: &str, style: Style) -> Option<(usize, usize)> {
    let wanted = value.chars().next()?;
    let spelling = match (style, wanted) {
        (Style::Single, '\'') => "''",
        (Style::Double, '"') => "\\\"",
        (Style::Double, '\\') => "\\\\",
        _ => &value[..wanted.len_utf8()],
    };
    source.starts_with(spelling).then_some((wanted.len_utf8(), spelling.len()))
}

fn blank_run(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t', '\r', '\n']).len()
}

fn escaped(text: &str) -> String {
    let mut quoted = String::new();
    write_quoted(text, &mut quoted);
    quoted[1..quoted.len() - 1].to_owned()
}

/// Bytes that both begin with.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum()
}
