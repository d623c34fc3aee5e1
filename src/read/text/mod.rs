//! Plain text → rows: cells held apart by tabs, by pipes, by commas or semicolons, by rules of dashes, or by runs of blanks as
//! `pdftotext -layout` prints them.

mod broken_rows;
mod chopped;
mod coloned;
mod columns;
mod doubled;
mod drawn;
mod flowed;
mod formula;
mod html;
mod lettered;
mod lines;
mod melted;
mod pipes;
mod quoted;
mod records;
mod reversed;
mod ruled;
mod separated;
mod spaced;
mod spread;
mod wrapped;

use super::clean::{Residue, clean, clean_markdown};

use crate::document::{Document, Layout, Row, Text};
use crate::source::{Source, Span};
use crate::vocabulary::columns::is_unnamed;
use chopped::Words;
pub(super) use lines::{Line, lines};
use std::rc::Rc;

/// Cuts a plain text into rows; one with the headings or fences of Markdown is Markdown.
pub fn read(source: &Source) -> Document {
    if super::markdown::is_marked_up(&source.text) {
        return super::markdown::read(source);
    }
    let mut cutter = Cutter::new(source, false);
    cutter.values();
    cutter.finish()
}

/// Cuts values held apart by commas, semicolons or tabs into rows; a text without them is a plain one.
pub fn read_values(source: &Source) -> Document {
    let mut cutter = Cutter::new(source, false);
    cutter.of_values = true;
    cutter.values();
    cutter.finish()
}

/// A text being cut into rows.
#[derive(Debug)]
pub(super) struct Cutter<'a> {
    pub source: &'a Source,
    /// Marks of Markdown are marks.
    is_markdown: bool,
    /// The name of the file says that it holds values.
    of_values: bool,
    pub document: Document,
    residue: Residue,
    /// The text up to its last tag.
    tags: &'a str,
    /// Where the last row or table of HTML ends.
    last_row: Option<usize>,
    /// No table is drawn before this place of the text.
    undrawn: u32,
    /// Its words, once somebody asked for them.
    words: Option<Rc<Words>>,
}

/// Rows, and the first line that is not theirs.
type Block = (Vec<Row>, usize);

impl<'a> Cutter<'a> {
    pub fn new(source: &'a Source, is_markdown: bool) -> Self {
        let tags = &source.text[..source.text.rfind('>').map_or(0, |at| at + 1)];
        let (document, residue) = (Document::default(), Residue::default());
        Self {
            source,
            is_markdown,
            of_values: false,
            document,
            residue,
            tags,
            last_row: tags.rfind("</t"),
            undrawn: 0,
            words: None,
        }
    }

    /// The text as values where it is one of values, else as lines.
    fn values(&mut self) {
        match separated::separator(&self.source.text, self.of_values) {
            Some(separator) => self.records(separator),
            None => {
                let text = &self.source.text;
                self.lines(&flowed::part(text, quoted::unquote(text, lines(text))));
            }
        }
    }

    /// Cuts these lines.
    pub fn lines(&mut self, lines: &[Line]) {
        let mut at = 0;
        while at < lines.len() {
            let before = self.document.rows.len();
            let next = self.block(lines, at).max(at + 1);
            if let Some(first) = self.document.rows.get_mut(before) {
                first.is_heading |= lines[at].is_heading && next == at + 1;
                first.page_start = lines[at..next.min(lines.len())].iter().any(|line| line.page_start);
            }
            at = next;
        }
    }

    /// Cuts the table or the line that begins here; the first line behind it.
    fn block(&mut self, lines: &[Line], at: usize) -> usize {
        if let Some(next) = self.html(lines, at) {
            return next;
        }
        let found = self
            .drawn(lines, at)
            .or_else(|| self.ruled(lines, at))
            .or_else(|| self.named_values(lines, at))
            .or_else(|| self.coloned(lines, at))
            .or_else(|| self.piped(lines, at))
            .or_else(|| self.tabbed(lines, at));
        match found {
            Some((rows, next)) => {
                self.document.rows.extend(rows);
                next
            }
            None => {
                let row = self.line(lines[at].span);
                self.document.rows.extend(row);
                at + 1
            }
        }
    }

    /// One line that belongs to no table; `None` for a rule.
    pub fn line(&mut self, line: Span) -> Option<Row> {
        let raw = self.source.slice(line);
        let Some(sign) = lines::first_sign(raw) else {
            // A line of tabs is a row of empty cells.
            let layout = if raw.contains('\t') { Layout::Cells } else { Layout::Plain };
            return Some(Row { layout, ..Row::default() });
        };
        if matches!(sign, '|' | '+' | '-' | ':') && pipes::is_rule(raw.trim()) {
            return None;
        }
        if !self.is_markdown && is_drawn_across(raw.trim()) {
            return None;
        }
        if self.is_markdown {
            if is_break(raw.trim()) {
                return Some(Row::default());
            }
            if let Some(row) = self.item(line) {
                return Some(row);
            }
        }
        Some(self.spaced(line))
    }

    /// An item of a list in Markdown: any number of blanks stands between its mark and its words.
    fn item(&mut self, line: Span) -> Option<Row> {
        let raw = self.source.slice(line);
        let start = raw.len() - raw.trim_start().len();
        let mark = raw[start..].find(' ')?;
        let word = &raw[start..start + mark];
        let number = word.strip_suffix(['.', ')']).filter(|it| it.len() <= 3);
        let is_number = number.is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
        if !is_number && !matches!(word, "-" | "*" | "+") {
            return None;
        }
        let at = |offset: usize| line.start as usize + offset;
        let mut text = self.clean(Span::new(at(start), at(start + mark)));
        let words = self.clean(Span::new(at(start + mark), line.end as usize));
        text.join(' ', &words);
        let column = raw[..start].chars().count();
        let mut row = Row::line(text);
        row.cells[0].column += column;
        row.cells[0].end_column += column;
        Some(row)
    }

    /// The cleaned text of a cell.
    pub fn clean(&mut self, span: Span) -> Text {
        let text = &self.source.text;
        if self.is_markdown {
            clean_markdown(text, span, &mut self.residue)
        } else {
            clean(text, span, &mut self.residue)
        }
    }

    /// The cleaned text of a cell of a table that marks hold together: a break in it is how it gets a second line, not a residue.
    pub fn clean_cell(&mut self, span: Span) -> Text {
        let before = self.residue.markup.len();
        let text = self.clean(span);
        let source = self.source;
        let is_break = |it: &Span| source.slice(*it).get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br"));
        if self.residue.markup.get(before).is_some_and(is_break) {
            self.residue.markup.truncate(before);
        }
        if is_unnamed(text.as_str()) { Text::default() } else { text }
    }

    /// The words of the text.
    fn words(&mut self) -> Rc<Words> {
        let text = &self.source.text;
        self.words.get_or_insert_with(|| Rc::new(Words::of(text))).clone()
    }

    pub fn finish(self) -> Document {
        finish(self.document, self.residue)
    }
}

/// The document with what cleaning met; tables whose cells only blanks hold apart are put into cells, header rows as they stood
/// before a program wrote them in one.
pub fn finish(mut document: Document, residue: Residue) -> Document {
    formula::write_out(&mut document.rows);
    doubled::halve(&mut document.rows);
    super::furniture::take_out(&mut document);
    reversed::turn(&mut document.rows);
    broken_rows::join(&mut document.rows);
    lettered::join(&mut document.rows);
    spread::join(&mut document.rows);
    if let Some(rows) = super::regrid::regrid(&document.rows) {
        document.rows = rows;
    }
    super::broken_nip::join(&mut document.rows);
    super::torn::mend(&mut document.rows);
    document.markup = residue.markup;
    document.broken = residue.first_broken.map(|first| (residue.broken, first));
    document
}

/// `==========`: a line drawn across the page by hand.
fn is_drawn_across(line: &str) -> bool {
    let sign = line.chars().next().filter(|it| matches!(it, '=' | '-' | '*' | '~' | '─' | '━' | '═'));
    sign.is_some_and(|sign| line.chars().all(|it| it == sign) && line.chars().count() >= SHORTEST_DRAWN)
}

/// A shorter one may be a cell.
const SHORTEST_DRAWN: usize = 10;

/// A rule across the page, or under a heading: structure, not text.
fn is_break(line: &str) -> bool {
    let sign = line.chars().next().filter(|it| matches!(it, '-' | '*' | '_' | '='));
    line.len() >= 3 && sign.is_some_and(|sign| line.chars().all(|it| it == sign || it == ' '))
}

/// The cells of a text, row by row.
#[cfg(test)]
fn cells(text: &str) -> Vec<Vec<String>> {
    let document = read(&Source::new("x", text));
    document.rows.iter().map(|row| row.cells.iter().map(|it| it.text.as_str().to_owned()).collect()).collect()
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
        assert_eq!(cells("| a | b \\| c |\n|---|---|"), [[("a".into(), 0), ("b | c".into(), 1)]]);
        let set_in = [[("No".into(), 0), ("Kegiatan surat".into(), 5)]];
        assert_eq!(cells("  No   Kegiatan surat"), set_in, "what all lines begin with is no column");
        assert_eq!(cells("a\r\nb\rc").len(), 3);
    }
}
