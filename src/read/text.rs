//! Plain text → rows: cells held apart by tabs, by pipes, or by runs of blanks as `pdftotext -layout` prints them.

use super::clean::{Residue, clean};
use crate::document::{Cell, Document, Layout, Row};
use crate::source::{Source, Span};

/// Cuts a plain text into rows.
pub fn read(source: &Source) -> Document {
    let mut document = Document::default();
    let mut residue = Residue::default();
    let mut page_start = false;
    let mut taken = 0;
    for line in lines(&source.text) {
        if line.start < taken {
            continue;
        }
        let line = unbroken(&source.text, line);
        taken = line.end;
        let raw = &source.text[line.range()];
        let feeds = raw.len() - raw.trim_start_matches('\u{c}').len();
        page_start |= feeds > 0;
        let line = Span { start: line.start + feeds as u32, end: line.end };
        if let Some(mut row) = row(source, line, &mut residue) {
            row.page_start = std::mem::take(&mut page_start);
            document.rows.push(row);
        }
    }
    forget_breaks(source, &mut residue);
    finish(document, residue)
}

/// In a pipe table a break is how a cell gets a second line, not a residue.
pub(super) fn forget_breaks(source: &Source, residue: &mut Residue) {
    let in_pipes = |span: &Span| {
        let before = &source.text[..span.start as usize];
        before[before.rfind('\n').map_or(0, |at| at + 1)..].trim_start().starts_with('|')
    };
    residue.markup.retain(|span| !(source.slice(*span).starts_with("<br") && in_pipes(span)));
}

/// The document with what cleaning met; tables whose cells only blanks hold apart are put into cells.
pub fn finish(mut document: Document, residue: Residue) -> Document {
    super::furniture::take_out(&mut document);
    if let Some(rows) = super::regrid::regrid(&document.rows) {
        document.rows = rows;
    }
    document.markup = residue.markup;
    document.broken = residue.first_broken.map(|first| (residue.broken, first));
    document
}

/// The lines of a text without their ends; `\n`, `\r\n` and a lone `\r` end a line.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        let end = bytes[start..].iter().position(|it| matches!(it, b'\n' | b'\r')).map_or(bytes.len(), |it| start + it);
        at = match bytes.get(end..end + 2) {
            Some(b"\r\n") => end + 2,
            _ => end + 1,
        };
        Some(Span::new(start, end))
    })
}

/// Most lines of one quoted cell.
const MOST_QUOTED: usize = 20;

/// A line of Excel whose last cell is quoted since it has lines of its own, with the lines up to its closing quote.
fn unbroken(text: &str, line: Span) -> Span {
    let raw = &text[line.range()];
    let mut open = raw.contains('\t') && ends_open(raw, false);
    let mut end = line.end as usize;
    for _ in 0..MOST_QUOTED {
        if !open {
            return Span::new(line.start as usize, end);
        }
        let Some(feed) = text[end..].starts_with("\r\n").then_some(2).or((end < text.len()).then_some(1)) else {
            break;
        };
        let more = &text[end + feed..];
        let below = &more[..more.find(['\r', '\n']).unwrap_or(more.len())];
        open = ends_open(below, true);
        end += feed + below.len();
    }
    // Without a closing quote it was a sign of its own.
    if open { line } else { Span::new(line.start as usize, end) }
}

/// The last cell of a line is quoted, and its closing quote is not in it; the first may be inside a quote from the line above.
fn ends_open(line: &str, inside: bool) -> bool {
    line.split('\t')
        .fold(inside, |open, cell| (open || cell.starts_with('"')) && (cell.matches('"').count() % 2 == 1) != open)
}

/// A cell between tabs, without the quotes that Excel puts round one with lines of its own.
fn unquoted(text: &str, cell: Span) -> Span {
    let raw = &text[cell.range()];
    match raw.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
        Some(inner) if inner.contains('\n') => Span { start: cell.start + 1, end: cell.end - 1 },
        _ => cell,
    }
}

/// One line as a row; `None` for the ruling line of a pipe table.
pub fn row(source: &Source, line: Span, residue: &mut Residue) -> Option<Row> {
    let raw = &source.text[line.range()];
    let trimmed = raw.trim();
    if trimmed.is_empty() {
        return Some(Row::default());
    }
    if is_rule(trimmed) {
        return None;
    }
    if trimmed.starts_with('|') && trimmed[1..].contains('|') {
        return Some(piped(source, line, residue));
    }
    if raw.contains('\t') {
        let cells = split_at(raw, line, |it| it == '\t');
        let cells = cells.map(|span| clean(&source.text, unquoted(&source.text, span), residue));
        return Some(Row::positioned(cells.collect()));
    }
    Some(spaced(source, line, residue))
}

/// `|---|:---:|` and box-drawing rules: structure, not text.
fn is_rule(line: &str) -> bool {
    line.len() > 2
        && line.starts_with(['|', '+', '-', ':'])
        && (line.contains("--") || line.contains("|-") || line.contains("-|"))
        && line.chars().all(|it| matches!(it, '|' | '-' | ':' | '+' | ' ' | '='))
        && line.contains(['|', '+'])
}

fn split_at(raw: &str, line: Span, separator: fn(char) -> bool) -> impl Iterator<Item = Span> {
    let base = line.start as usize;
    raw.split(separator).map(move |part| {
        let start = base + (part.as_ptr() as usize - raw.as_ptr() as usize);
        Span::new(start, start + part.len())
    })
}

/// A row of a pipe table: `\|` is a pipe inside a cell.
fn piped(source: &Source, line: Span, residue: &mut Residue) -> Row {
    let raw = &source.text[line.range()];
    let start = raw.len() - raw.trim_start().len() + 1;
    let inner = raw.trim_end();
    let end = if inner.ends_with('|') && !inner.ends_with("\\|") { inner.len() - 1 } else { inner.len() };
    let mut cells = Vec::new();
    let mut from = start;
    let bytes = raw.as_bytes();
    for at in start..=end.max(start) {
        if at >= end || (bytes[at] == b'|' && bytes[at - 1] != b'\\') {
            let span = Span { start: line.start + from as u32, end: line.start + at.min(end).max(from) as u32 };
            cells.push(clean(&source.text, span, residue));
            from = at + 1;
        }
    }
    Row::positioned(cells)
}

/// A line whose cells are held apart by two or more blanks; with one cell it is prose.
fn spaced(source: &Source, line: Span, residue: &mut Residue) -> Row {
    let raw = &source.text[line.range()];
    let mut cells = Vec::new();
    let mut start: Option<(usize, usize)> = None;
    let mut blanks = 0;
    let mut last = (0, 0);
    for (column, (at, character)) in raw.char_indices().enumerate() {
        if matches!(character, ' ' | '\u{a0}' | '\u{3000}') {
            blanks += 1;
        } else {
            let spelt = || start.is_some_and(|(from, _)| is_spelt_out(&raw[from..last.0]) && is_spelt_out(&raw[at..]));
            if let Some((from, from_column)) = start.filter(|_| blanks >= 2 && !(blanks <= 3 && spelt())) {
                cells.push(cell(source, line, (from, last.0), (from_column, last.1), residue));
                start = None;
            }
            start.get_or_insert((at, column));
            blanks = 0;
            last = (at + character.len_utf8(), column + 1);
        }
    }
    if let Some((from, from_column)) = start {
        cells.push(cell(source, line, (from, last.0), (from_column, last.1), residue));
    }
    cells.retain(|cell| !cell.text.is_blank());
    let layout = if cells.len() > 1 { Layout::Spaced } else { Layout::Plain };
    Row { cells, layout, ..Row::default() }
}

/// `N o m o r`: letters with blanks between them, at the start of a text; two blanks then part words, not cells.
fn is_spelt_out(text: &str) -> bool {
    let mut letters = text.split(' ').filter(|it| !it.is_empty()).take(3);
    letters.clone().count() == 3 && letters.all(|it| it.chars().count() == 1 && it.chars().all(char::is_alphabetic))
}

fn cell(source: &Source, line: Span, bytes: (usize, usize), columns: (usize, usize), residue: &mut Residue) -> Cell {
    let span = Span { start: line.start + bytes.0 as u32, end: line.start + bytes.1 as u32 };
    Cell { text: clean(&source.text, span, residue), column: columns.0, end_column: columns.1, rows_below: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<(String, usize)>> {
        let document = read(&Source::new("x.txt", text));
        let row = |row: &Row| row.cells.iter().map(|it| (it.text.as_str().to_owned(), it.column)).collect();
        document.rows.iter().map(row).collect()
    }

    #[test]
    fn tabs_pipes_and_blanks_hold_cells_apart() {
        assert_eq!(cells("a\t\tb"), [[("a".into(), 0), (String::new(), 1), ("b".into(), 2)]]);
        assert_eq!(cells("| a | b \\| c |\n|---|---|"), [[("a".into(), 0), ("b \\| c".into(), 1)]]);
        assert_eq!(cells("  No   Kegiatan surat"), [[("No".into(), 2), ("Kegiatan surat".into(), 7)]]);
        assert_eq!(cells("a\r\nb\rc").len(), 3);
    }
}
