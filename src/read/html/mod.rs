//! HTML → rows: table rows with spans spread over their columns, everything else line by line. Linear, without a tree:
//! nesting costs nothing and closes nothing.

mod carried;
mod inline;
mod lists;
mod table;
mod tags;

use super::clean::Residue;
use super::text::finish;
use crate::document::{Aside, AsideKind, Document, Row, Text};
use crate::source::{Source, Span};
use crate::vocabulary::marks::pictured;
pub(super) use carried::carried_yaml;
use inline::Inline;
use lists::Lists;
use table::Table;
use tags::{Markup, Tag};

/// Tags that a page, or a piece of one in the clipboard, begins with.
const FIRST: &[&str] =
    &["html", "head", "meta", "body", "table", "title", "style", "div", "p", "h1", "h2", "h3", "b", "span", "center"];

/// Tags that end a line of text.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "ul",
];

/// Tags of headings.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Elements that hold no text of the page.
const UNSEEN: &[&str] =
    &["script", "style", "template", "noscript", "svg", "select", "textarea", "button", "iframe", "object", "xml"];

/// Elements that hold what the site says, not the page.
const OF_SITE: &[&str] = &["nav", "footer", "aside", "title"];

/// The text is a page, or a piece of one: text with a table of HTML in it is none.
pub fn looks_like(text: &str) -> bool {
    let start = text.trim_start();
    if start.starts_with("<!") || start.starts_with("<?xml") {
        return start.contains("<html") || start.contains("<HTML") || has_table(text);
    }
    let is_clipboard = || start.starts_with("Version:") && start.contains("StartHTML:");
    let begins = Markup::at(start).is_some_and(|tag| FIRST.contains(&tag.name.as_ref()));
    (begins || is_clipboard()) && (start.starts_with("<html") || has_table(text))
}

fn has_table(text: &str) -> bool {
    let count = |needles: [&str; 2]| needles.into_iter().flat_map(|it| text.match_indices(it)).take(2).count() > 1;
    count(["<table", "</table"]) && count(["<tr", "<TR"]) && count(["<td", "<TD"])
}

/// Cuts a page into rows.
pub fn read(source: &Source) -> Document {
    let mut document = Document::default();
    let mut residue = Residue::default();
    read_part(&source.text, Span::new(0, source.text.len()), &mut document, &mut residue);
    finish(document, residue)
}

/// Cuts a stretch of a text that is written in HTML into rows. Markup is how it is written, not a fault in it.
pub(super) fn read_part(text: &str, part: Span, document: &mut Document, residue: &mut Residue) {
    let text = &text[..part.end as usize];
    let mut page = Page {
        text,
        tags: &text[..text.rfind('>').map_or(0, |at| at + 1)],
        document,
        inline: Inline::new(residue),
        tables: Vec::new(),
        lists: Lists::default(),
        in_heading: false,
        unclosed: Vec::new(),
    };
    page.read(part.start as usize);
}

/// The end of the table that begins here, tables in it included; `None` where it is not closed. The text ends with a tag.
pub(super) fn table_end(text: &str, start: usize) -> Option<usize> {
    tags::close(text, start, "table").map(|(_, end)| end)
}

/// The page being cut.
struct Page<'a> {
    text: &'a str,
    /// The text up to its last `>`, behind which no tag begins.
    tags: &'a str,
    document: &'a mut Document,
    /// The text not yet taken.
    inline: Inline<'a>,
    /// The tables that are open, the innermost last.
    tables: Vec<Table>,
    lists: Lists,
    in_heading: bool,
    /// Elements that were once not closed: no more of them are left out.
    unclosed: Vec<String>,
}

impl Page<'_> {
    fn read(&mut self, start: usize) {
        let mut at = start;
        while at < self.text.len() {
            let here = &self.text[at..];
            let Some(offset) = here.find('<') else {
                self.inline.write(here, at);
                break;
            };
            self.inline.write(&here[..offset], at);
            at += offset;
            at = match Markup::at(self.tags.get(at..).unwrap_or_default()) {
                Some(tag) => self.tag(&tag, at),
                None => self.sign(at),
            };
        }
        self.flush();
        while !self.tables.is_empty() {
            self.close_table();
        }
    }

    /// A comment, a declaration or a sign of its own; where what follows begins.
    fn sign(&mut self, at: usize) -> usize {
        match tags::declaration(&self.text[at..]) {
            Some(length) => at + length,
            None => {
                self.inline.write(&self.text[at..=at], at);
                at + 1
            }
        }
    }

    /// Takes a tag; where what follows begins.
    fn tag(&mut self, tag: &Markup<'_>, at: usize) -> usize {
        let end = at + tag.raw.len();
        let name = tag.name.as_ref();
        if !tag.closing
            && let Some(after) = self.left_out(tag, at)
        {
            return after;
        }
        match Tag::of(name) {
            Tag::Table => self.table(tag.closing),
            Tag::Row => self.row(tag.closing),
            Tag::Cell => self.cell(tag),
            Tag::Font => self.inline.font(tag),
            Tag::Picture => self.picture(tag, at),
            Tag::Other if BLOCKS.contains(&name) => {
                self.flush();
                if HEADINGS.contains(&name) {
                    self.in_heading = !tag.closing;
                }
                self.inline.block(tag);
                self.lists.tag(tag, Span::new(at, end));
            }
            Tag::Other => {}
        }
        end
    }

    /// A picture of a symbol in a cell is that symbol: Word saves what is drawn as pictures.
    fn picture(&mut self, tag: &Markup<'_>, at: usize) {
        let symbol = tag.description().and_then(pictured).or_else(|| tag.picture_name().and_then(pictured));
        if let Some(name) = symbol.filter(|_| !self.tables.is_empty()) {
            let offset = name.as_ptr() as usize - tag.raw.as_ptr() as usize;
            self.inline.write(name, at + offset);
        }
    }

    /// Passes over an element that is no text of the page, and tells of its text where it has one.
    fn left_out(&mut self, tag: &Markup<'_>, at: usize) -> Option<usize> {
        let name = tag.name.as_ref();
        let kind = if UNSEEN.contains(&name) {
            None
        } else if OF_SITE.contains(&name) {
            Some(AsideKind::Furniture)
        } else if tag.is_hidden() {
            Some(AsideKind::Hidden)
        } else {
            return None;
        };
        if tag.is_empty_element() || self.unclosed.iter().any(|it| it == name) {
            return None;
        }
        let Some((inner, after)) = tags::close(self.tags, at, name) else {
            self.unclosed.push(name.to_owned());
            return None;
        };
        if !matches!(Tag::of(name), Tag::Font) {
            self.flush();
        }
        if let Some(kind) = kind {
            let text = Inline::aside(self.text, at + tag.raw.len()..inner);
            if !text.is_blank() {
                let span = Some(text.whole());
                self.document.asides.push(Aside { kind, text, span });
            }
        }
        Some(after)
    }

    fn table(&mut self, closing: bool) {
        self.flush();
        if closing {
            self.close_table();
            return;
        }
        if let Some(outer) = self.tables.last_mut() {
            outer.interrupt(self.document);
        }
        self.tables.push(Table::default());
    }

    fn row(&mut self, closing: bool) {
        self.flush();
        if let Some(table) = self.tables.last_mut() {
            table.close_row();
            table.in_row = !closing;
        }
    }

    fn cell(&mut self, tag: &Markup<'_>) {
        self.flush();
        self.inline.end_fonts();
        self.lists.end();
        let Some(table) = self.tables.last_mut() else { return };
        table.close_cell();
        if !tag.closing {
            table.open_cell(tag.count("colspan"), tag.count("rowspan"));
            self.inline.block(tag);
        }
    }

    fn close_table(&mut self) {
        if let Some(mut table) = self.tables.pop() {
            table.close_row();
            table.enter(self.document);
        }
    }

    /// Takes the text so far into the open cell, or as a line of its own.
    fn flush(&mut self) {
        let text = self.inline.take();
        if text.is_blank() {
            return;
        }
        let text = self.lists.marked(text);
        match self.tables.last_mut().and_then(Table::open_text) {
            Some(cell) => cell.join('\n', &text),
            None => self.line(text),
        }
    }

    fn line(&mut self, text: Text) {
        // What stands between the rows of a table comes behind the rows before it.
        if let Some(table) = self.tables.last_mut() {
            table.interrupt(self.document);
        }
        self.document.rows.push(Row { is_heading: self.in_heading, ..Row::line(text) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<Vec<String>> {
        let document = read(&Source::new("x.html", html));
        document.rows.iter().map(|row| row.cells.iter().map(|it| it.text.as_str().to_owned()).collect()).collect()
    }

    #[test]
    fn spans_are_spread_over_their_columns() {
        let html = "<table><tr><th rowspan=2>No</th><th colspan=\"2\">Pelaksana</th></tr>\
                    <tr><th>A</th><th>B</th></tr><tr><td>1<td>x<br>y<td>&nbsp;</table><p>akhir";
        assert_eq!(
            texts(html),
            [vec!["No", "Pelaksana", ""], vec!["", "A", "B"], vec!["1", "x\ny", ""], vec!["akhir"]]
        );
    }

    #[test]
    fn lists_symbols_and_soft_breaks_of_word_are_read() {
        let html = "<table><tr><td><p>Dasar\n Hukum</p><ol type=a><li>undang</li><li>perda</li></ol></td>\
            <td><p><span style='font-family:Wingdings'>§<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>\
            <![if !supportLists]><b>Mam</b>pu<![endif]></p><!--[if gte vml 1]><td>x</td><![endif]--></td></tr></table>";
        assert_eq!(texts(html), [["Dasar Hukum\na. undang\nb. perda", "▪ Mampu"]]);
    }

    #[test]
    fn a_table_in_a_cell_stands_between_the_rows() {
        let html = "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr>\
                    <tr><td>e</td></tr></table>f";
        assert_eq!(texts(html), [vec!["a", ""], vec!["b", "c"], vec!["", "", "d"], vec!["e"], vec!["f"]]);
    }

    #[test]
    fn what_is_no_text_of_the_page_is_told() {
        let source = Source::new(
            "x.html",
            "<title>SOP - Portal</title><nav><li>Beranda</li></nav><p style='display: none'>draf</p><p>isi<style>p{}</style>",
        );
        let document = read(&source);
        let told: Vec<(AsideKind, &str)> = document.asides.iter().map(|it| (it.kind, it.text.as_str())).collect();
        let (site, hidden) = (AsideKind::Furniture, AsideKind::Hidden);
        assert_eq!(told, [(site, "SOP - Portal"), (site, "Beranda"), (hidden, "draf")]);
        assert_eq!(document.rows.len(), 1);
    }
}
