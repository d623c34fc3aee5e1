//! HTML → rows: table rows with spans spread over their columns, everything else line by line. Linear, without a tree:
//! nesting costs nothing and closes nothing.

use super::clean::{Residue, clean, tag_name};
use super::text::finish;
use crate::document::{Document, Row, Text};
use crate::source::{Source, Span};

/// The text starts like a page, or holds a table.
pub fn looks_like(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(64).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<table") || has_table(text)
}

fn has_table(text: &str) -> bool {
    let count = |needle: &str| text.match_indices(needle).take(2).count() > 1;
    text.contains("<table") && count("<tr") && count("<td")
}

/// Cuts a page into rows.
pub fn read(source: &Source) -> Document {
    let mut page = Page { source, document: Document::default(), residue: Residue::default(), table: None, from: 0 };
    let text = &source.text;
    let mut at = 0;
    while let Some(offset) = text[at..].find('<') {
        let start = at + offset;
        let rest = &text[start..];
        let Some(name) = tag_name(rest) else {
            at = if rest.starts_with("<!--") {
                rest.find("-->").map_or(text.len(), |end| start + end + 3)
            } else {
                start + 1
            };
            if rest.starts_with("<!") {
                page.flush(start);
                page.from = at.max(rest.find('>').map_or(text.len(), |end| start + end + 1));
                at = page.from;
            }
            continue;
        };
        let Some(length) = rest.find('>').map(|end| end + 1) else { break };
        let end = start + length;
        let tag = &rest[..length];
        at = end;
        if !tag.starts_with("</") && matches!(name.as_str(), "script" | "style") {
            page.flush(start);
            let close = format!("</{name}");
            at = text[end..].find(&close).map_or(text.len(), |to| end + to);
            page.from = at;
            continue;
        }
        page.tag(&name, tag, start, end);
    }
    page.flush(text.len());
    page.close_row();
    // Markup is how a page is written, not a fault in it.
    page.residue.markup.clear();
    finish(page.document, page.residue)
}

/// The page being cut.
struct Page<'a> {
    source: &'a Source,
    document: Document,
    residue: Residue,
    table: Option<Table>,
    /// Where the text not yet taken begins.
    from: usize,
}

/// The table being read.
#[derive(Default)]
struct Table {
    cells: Vec<(Text, usize, usize)>,
    open: Option<(Text, usize, usize)>,
    in_row: bool,
    /// For each column, how many further rows a cell above still takes up.
    held: Vec<usize>,
}

impl Page<'_> {
    fn tag(&mut self, name: &str, tag: &str, start: usize, end: usize) {
        let closing = tag.starts_with("</");
        match name {
            "table" => {
                self.flush(start);
                self.close_row();
                self.table = if closing { None } else { Some(Table::default()) };
            }
            "tr" => {
                self.flush(start);
                self.close_row();
                if let Some(table) = self.table.as_mut() {
                    table.in_row = !closing;
                }
            }
            "td" | "th" => {
                self.flush(start);
                if let Some(table) = self.table.as_mut() {
                    table.close_cell();
                    if !closing {
                        table.in_row = true;
                        table.open = Some((Text::default(), attribute(tag, "colspan"), attribute(tag, "rowspan")));
                    }
                }
            }
            "br" | "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ol" | "ul" | "dt" | "dd"
            | "section" | "title" | "head" | "body" | "caption" => self.flush(start),
            _ => return,
        }
        self.from = end;
    }

    /// Takes the text up to `end` into the open cell, or as a line of its own.
    fn flush(&mut self, end: usize) {
        let from = self.from.min(end);
        self.from = end;
        let span = Span::new(from, end);
        if self.source.text[span.range()].trim().is_empty() {
            return;
        }
        let text = folded(clean(&self.source.text, span, &mut self.residue));
        if text.is_blank() {
            return;
        }
        if let Some((cell, ..)) = self.table.as_mut().and_then(|table| table.open.as_mut()) {
            cell.join('\n', &text);
            return;
        }
        self.document.rows.push(Row::line(text));
    }

    fn close_row(&mut self) {
        if let Some(table) = self.table.as_mut() {
            table.close_cell();
            if table.in_row && !table.cells.is_empty() {
                let row = table.spread();
                self.document.rows.push(row);
            }
            table.cells.clear();
        }
    }
}

impl Table {
    fn close_cell(&mut self) {
        self.cells.extend(self.open.take());
    }

    /// The cells of a row in their columns: wide cells are followed by empty ones, columns held from above stay empty.
    fn spread(&mut self) -> Row {
        const WIDEST: usize = 64;
        let (mut texts, mut below, mut spans) = (Vec::new(), Vec::new(), Vec::new());
        let held = std::mem::take(&mut self.held);
        let skip = |texts: &mut Vec<Text>, below: &mut Vec<usize>| {
            while let Some(rows) = held.get(texts.len()).filter(|rows| **rows > 0) {
                texts.push(Text::default());
                below.push(rows - 1);
            }
        };
        for (text, wide, tall) in self.cells.drain(..) {
            skip(&mut texts, &mut below);
            let wide = wide.clamp(1, WIDEST.saturating_sub(texts.len()).max(1));
            spans.push((texts.len(), wide, tall.saturating_sub(1)));
            texts.push(text);
            texts.extend(std::iter::repeat_with(Text::default).take(wide - 1));
            below.extend(std::iter::repeat_n(tall.saturating_sub(1), wide));
        }
        skip(&mut texts, &mut below);
        // No table is that wide; one tall row of a hundred thousand cells would be repeated in every row below.
        below.truncate(WIDEST);
        self.held = below;
        let mut row = Row::positioned(texts);
        for (at, wide, rows_below) in spans {
            row.cells[at].end_column = at + wide;
            row.cells[at].rows_below = rows_below;
        }
        row
    }
}

/// The number in an attribute such as `colspan="3"`; 1 where it is missing.
fn attribute(tag: &str, name: &str) -> usize {
    if !tag.bytes().any(|it| it.is_ascii_digit()) {
        return 1;
    }
    let visible = |it: &char| !matches!(it, '\u{ad}' | '\u{200b}'..='\u{200d}');
    let lower: String = tag.chars().filter(visible).map(|it| it.to_ascii_lowercase()).collect();
    let value = lower.split_once(name).map(|(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'']));
    let digits: String = value.unwrap_or("1").chars().take_while(char::is_ascii_digit).take(3).collect();
    digits.parse().unwrap_or(1)
}

/// White space runs as one blank: line ends of the page's own text mean nothing.
fn folded(text: Text) -> Text {
    let blanks_are_single = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
    if text.as_str().split(' ').all(blanks_are_single) {
        return text;
    }
    let mut out = Text::default();
    for word in text.as_str().split_whitespace() {
        out.join(' ', &text.slice(word));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_spread_over_their_columns() {
        let html = "<table><tr><th rowspan=2>No</th><th colspan=\"2\">Pelaksana</th></tr>\
                    <tr><th>A</th><th>B</th></tr><tr><td>1<td>x<br>y<td>&nbsp;</table><p>akhir";
        let document = read(&Source::new("x.html", html));
        let rows: Vec<Vec<&str>> =
            document.rows.iter().map(|row| row.cells.iter().map(|it| it.text.as_str()).collect()).collect();
        assert_eq!(rows, [vec!["No", "Pelaksana", ""], vec!["", "A", "B"], vec!["1", "x\ny", ""], vec!["akhir"]]);
    }
}
