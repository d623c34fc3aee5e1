//! Values held apart by tabs, commas or semicolons, quoted as Excel quotes them: a quoted cell may have lines of its own.

use super::Block;
use super::Cutter;
use super::lines::{Line, behind};
use crate::document::{Layout, Row, Text};
use crate::source::Span;
use crate::vocabulary::{columns, labels};

/// Signs between values, tabs first.
const SEPARATORS: [u8; 3] = *b"\t;,";

/// Named columns that make a text one of values, whatever its name.
const ENOUGH_NAMES: usize = 3;

/// How many records are looked at to tell what stands between values.
const MOST_LOOKED_AT: usize = 400;

/// One value.
#[derive(Debug, Clone, Copy)]
struct Value {
    span: Span,
    /// It stood in quotes, which are not in its span.
    quoted: bool,
}

/// The sign between the values of a text; `None` where it is none of values. Lines with tabs are cells in any text, so of a text
/// that does not call itself one of values a header says it, and the rows below that have as many values.
pub(super) fn separator(text: &str, of_values: bool) -> Option<u8> {
    let signs = SEPARATORS.iter().rev().filter(|sign| of_values || **sign != b'\t' && may_part(text, **sign));
    let (best, sign) = signs.map(|sign| (look(text, *sign), *sign)).max_by_key(|(look, _)| *look)?;
    if of_values {
        return (best.parted > 0).then_some(sign);
    }
    (best.header >= ENOUGH_NAMES && best.alike >= 1 && best.alike >= best.other).then_some(sign)
}

/// What a text is, cut at a sign.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Look {
    /// Most columns named in one record.
    header: usize,
    /// Records that begin with a label of the identity block.
    labelled: usize,
    /// Records below the header with as many values as it has.
    alike: usize,
    /// Records with more than one value.
    parted: usize,
    /// Records below the header with another number of values.
    other: usize,
}

/// Cheap: a sign of prose has a blank behind it, or ends its line.
fn may_part(text: &str, sign: u8) -> bool {
    let behind = |at: usize| text.as_bytes().get(at + 1);
    let parts = |at: usize| behind(at).is_some_and(|it| it.is_ascii_alphabetic() || matches!(it, b'"' | b',' | b';'));
    text.match_indices(char::from(sign)).any(|(at, _)| parts(at))
}

fn look(text: &str, sign: u8) -> Look {
    let mut look = Look::default();
    let mut width = 0;
    let mut at = 0;
    for _ in 0..MOST_LOOKED_AT {
        if at >= text.len() {
            break;
        }
        let (values, next) = record(text, at, sign);
        at = next;
        if values.len() < 2 {
            look.other += usize::from(width > 0 && !text[values[0].span.range()].trim().is_empty());
            continue;
        }
        look.parted += 1;
        let slice = |value: &Value| text[value.span.range()].trim();
        let may_name = if values.len() >= ENOUGH_NAMES { values.as_slice() } else { &[] };
        let names = may_name.iter().filter(|it| columns::exact(slice(it)).is_some()).count();
        if names > look.header {
            (look.header, look.alike, look.other, width) = (names, 0, 0, values.len());
        } else if width > 0 {
            let is_alike = values.len() == width;
            look.alike += usize::from(is_alike);
            look.other += usize::from(!is_alike);
        }
        look.labelled += usize::from(labels::whole(slice(&values[0])).is_some());
    }
    look
}

/// The values of the record that begins at this offset, and where the next begins.
fn record(text: &str, start: usize, sign: u8) -> (Vec<Value>, usize) {
    let bytes = text.as_bytes();
    let mut values = Vec::new();
    let mut at = start;
    loop {
        let value = quoted(bytes, at, sign);
        let end = value.map_or_else(|| plain_end(bytes, at, sign), |inner| inner.end as usize + 1);
        values.push(match value {
            Some(span) => Value { span, quoted: true },
            None => Value { span: Span::new(at, end), quoted: false },
        });
        match bytes.get(end) {
            Some(byte) if *byte == sign => at = end + 1,
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => return (values, end + 2),
            _ => return (values, end + 1),
        }
    }
}

fn plain_end(bytes: &[u8], at: usize, sign: u8) -> usize {
    let mut end = at;
    while end < bytes.len() && bytes[end] != sign && !matches!(bytes[end], b'\n' | b'\r') {
        end += 1;
    }
    end
}

/// What stands in the quotes of the value that begins here: up to an odd run of quotes behind which the value ends. Any other odd
/// run says that the first quote was a sign of its own; so does a tab, which no cell has in it.
fn quoted(bytes: &[u8], at: usize, sign: u8) -> Option<Span> {
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    let start = at + 1;
    let mut at = start;
    loop {
        at += bytes[at..].iter().position(|byte| matches!(byte, b'"' | b'\t'))?;
        if bytes[at] == b'\t' {
            return None;
        }
        let run = bytes[at..].iter().take_while(|byte| **byte == b'"').count();
        at += run;
        if run % 2 == 1 {
            let ends = bytes.get(at).is_none_or(|byte| *byte == sign || matches!(byte, b'\n' | b'\r'));
            return ends.then(|| Span::new(start, at - 1));
        }
    }
}

impl Cutter<'_> {
    /// The whole text as records.
    pub(super) fn records(&mut self, sign: u8) {
        let text = &self.source.text;
        let mut at = 0;
        while at < text.len() {
            let (values, next) = record(text, at, sign);
            at = next;
            let row = if values.len() > 1 || values[0].quoted {
                self.row_of(&values, sign)
            } else {
                self.spaced(values[0].span)
            };
            let layout = if values.len() > 1 { Layout::Cells } else { Layout::Plain };
            self.document.rows.push(if row.is_blank() { Row { layout, ..Row::default() } } else { row });
        }
    }

    /// The record that begins with this line, where tabs are between its values.
    pub(super) fn tabbed(&mut self, lines: &[Line], at: usize) -> Option<Block> {
        let line = lines[at].span;
        let raw = self.source.slice(line);
        if !raw.contains('\t') && !raw.starts_with('"') {
            return None;
        }
        let (values, next) = record(&self.source.text, line.start as usize, b'\t');
        if values.len() < 2 {
            return None;
        }
        let next = behind(lines, at, next).max(at + 1);
        Some((vec![self.row_of(&values, b'\t')], next))
    }

    fn row_of(&mut self, values: &[Value], sign: u8) -> Row {
        let texts = values.iter().map(|value| self.value(*value, sign));
        Row::positioned(texts.collect())
    }

    fn value(&mut self, value: Value, sign: u8) -> Text {
        if !value.quoted {
            return self.clean(value.span);
        }
        // Between tabs only what needs quotes has them for that; else they are the author's.
        let raw = self.source.slice(value.span);
        if sign == b'\t' && !raw.contains(['\n', '\r', ',']) && !raw.contains("\"\"") {
            return self.clean(Span { start: value.span.start - 1, end: value.span.end + 1 });
        }
        single_quotes(self.clean(value.span))
    }
}

/// Two quotes are one.
fn single_quotes(text: Text) -> Text {
    if !text.as_str().contains("\"\"") {
        return text;
    }
    let mut out = Text::default();
    let parts: Vec<&str> = text.as_str().split("\"\"").collect();
    for (at, part) in parts.iter().enumerate() {
        let start = part.as_ptr() as usize - text.as_str().as_ptr() as usize;
        let end = start + part.len() + usize::from(at + 1 < parts.len());
        out.append(&text.slice(&text.as_str()[start..end]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{read, read_values};
    use crate::source::Source;

    fn cells(text: &str, of_values: bool) -> Vec<Vec<String>> {
        let source = Source::new("x", text);
        let document = if of_values { read_values(&source) } else { read(&source) };
        document.rows.iter().map(|row| row.cells.iter().map(|it| it.text.as_str().to_owned()).collect()).collect()
    }

    #[test]
    fn quoted_cells_have_lines_and_quotes_of_their_own() {
        assert_eq!(cells("a\t\"b\n1, \"\"c\"\"\"\td\ne", false), [vec!["a", "b\n1, \"c\"", "d"], vec!["e"]]);
        assert_eq!(
            cells("\"Dasar\r\nHukum\"\tb\r\nc", false),
            [vec!["Dasar\r\nHukum".replace('\r', " ").as_str(), "b"], vec!["c"]]
        );
        assert_eq!(cells("a\t\"b\tc\nd\te", false), [["a", "\"b", "c"].as_slice(), &["d", "e"]]);
        assert_eq!(cells("a\t\"kata\"\n\"awal", false), [vec!["a", "\"kata\""], vec!["\"awal"]]);
        assert_eq!(
            cells("Nomor SOP;\"1;2\"\nsurat;;\n;;\nakhir, saja", true),
            [vec!["Nomor SOP", "1;2"], vec!["surat", "", ""], vec![], vec!["akhir, saja"],]
        );
    }

    #[test]
    fn prose_with_commas_is_prose() {
        let prose = "No, Kegiatan, Waktu dan Output dicatat.\nSurat, berkas, dan kartu diperiksa, lalu disimpan.";
        assert_eq!(cells(prose, false).concat().len(), 2);
        let values = "Nomor SOP,1\nNo,Kegiatan,Pelaksana,Waktu\n1,\"Menerima, mencatat\",Staf,5 menit";
        assert_eq!(cells(values, false)[2], ["1", "Menerima, mencatat", "Staf", "5 menit"]);
    }

    #[test]
    fn quotes_that_are_never_closed_cost_no_more() {
        for unit in ["\"a\t", "\"a,", "\"\"a,", "\"a\n", "a,\"\"b\n"] {
            assert!(!cells(&unit.repeat(50_000), true).is_empty());
        }
    }
}
