//! The body of a text document as it is read: paragraphs and tables in order, with what is drawn at each.

use super::drawn::Drawn;
use super::page::Section;
use super::styles::{Face, ParagraphLook};
use crate::document::AsideKind;
use std::ops::Range;

/// A paragraph, a table, or the end of a section.
#[derive(Debug)]
pub(super) enum Block {
    /// Text.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// Here a section ends that was laid out so.
    SectionEnd(Section),
}

/// One paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Where it begins in the part it is read from; of what stands in a text box, the paragraph that the box is anchored in.
    pub element: Option<u32>,
    /// What is read, the label of its list before it; line breaks and tabs as such.
    pub text: String,
    /// How it stands.
    pub look: ParagraphLook,
    /// The style it names.
    pub style: Option<String>,
    /// Size of its largest letters, in points.
    pub size: f32,
    /// Their font.
    pub face: Option<Face>,
    /// Height of what stands in its lines like a letter.
    pub inline_height: f32,
    /// What is drawn at it.
    pub drawn: Vec<Drawn>,
    /// What is no text of it.
    pub asides: Vec<(AsideKind, String)>,
    /// Stretches of the text that were inserted under tracked changes.
    pub inserted: Vec<Range<usize>>,
    /// A page begins with it, or within it.
    pub starts_page: bool,
    /// A page begins after it.
    pub ends_page: bool,
    /// Its end was deleted: the next paragraph goes on in it.
    pub runs_on: bool,
}

/// One table.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Widths of its grid columns, in points.
    pub widths: Vec<f32>,
    /// Distance of its left edge from the edge of the text.
    pub indent: f32,
    /// Where it stands between the edges of the text: 0 left, 0.5 centred, 1 right.
    pub alignment: f32,
    /// Space between the edges of a cell and its text, left and right.
    pub padding: (f32, f32),
    /// Its rows.
    pub rows: Vec<TableRow>,
}

/// One row of a table.
#[derive(Debug, Default)]
pub(super) struct TableRow {
    /// Its position among the rows of the file's table, from 1.
    pub number: u32,
    /// Its height, and whether it is that exactly or at least.
    pub height: Option<(f32, bool)>,
    /// Its cells.
    pub cells: Vec<TableCell>,
    /// It is not printed: deleted, or hidden.
    pub is_gone: bool,
    /// What was left out of the row as a whole.
    pub asides: Vec<(AsideKind, String)>,
}

/// One cell.
#[derive(Debug, Default)]
pub(super) struct TableCell {
    /// Its position among the cells of the row, from 1.
    pub number: u32,
    /// The grid columns it takes up.
    pub columns: Range<usize>,
    /// How it is merged with the cells above and below.
    pub merge: Merge,
    /// Where its text stands: 0 above, 0.5 in the middle, 1 below.
    pub alignment: f32,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// How a cell is merged with those above and below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Merge {
    /// It stands alone.
    #[default]
    None,
    /// It reaches down over those that go on.
    Begins,
    /// It belongs to the one above.
    GoesOn,
}

impl Table {
    /// It only holds other tables in place: a table of one row or one column with tables in it and no text beside them.
    pub fn is_frame(&self) -> bool {
        let has_table = |cell: &TableCell| cell.blocks.iter().any(|it| matches!(it, Block::Table(_)));
        let has_text = |cell: &TableCell| {
            cell.blocks.iter().any(|it| matches!(it, Block::Paragraph(paragraph) if !paragraph.text.trim().is_empty()))
        };
        let cells = || self.rows.iter().flat_map(|row| &row.cells);
        let is_column = self.rows.iter().all(|row| row.cells.len() <= 1);
        cells().any(has_table)
            && (is_column || (self.rows.len() == 1 && cells().all(|it| has_table(it) || !has_text(it))))
    }
}

impl TableRow {
    /// A page begins with it.
    pub fn starts_page(&self) -> bool {
        let blocks = self.cells.iter().flat_map(|cell| &cell.blocks);
        blocks.into_iter().any(|it| matches!(it, Block::Paragraph(paragraph) if paragraph.starts_page))
    }
}

/// The text of a cell, put together of its blocks.
#[derive(Debug, Default)]
pub(super) struct CellText {
    /// A line a paragraph; a row of a table within the cell is a line.
    pub text: String,
    /// The element of each paragraph, with the byte of the text it begins at; of the first one even where it is blank.
    pub elements: Vec<(usize, u32)>,
    /// Stretches that were inserted.
    pub inserted: Vec<Range<usize>>,
    /// What is no text of it.
    pub asides: Vec<(AsideKind, String)>,
}

impl CellText {
    /// Of these blocks.
    pub fn of(blocks: &[Block]) -> Self {
        let mut all = Self::default();
        all.add(blocks, '\n');
        all
    }

    fn add(&mut self, blocks: &[Block], separator: char) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.add_paragraph(paragraph, separator),
                Block::Table(table) => self.add_table(table),
                Block::SectionEnd(_) => {}
            }
        }
    }

    fn part(&mut self, separator: char) {
        if !self.text.is_empty() && !self.text.ends_with(separator) {
            self.text.push(separator);
        }
    }

    fn add_paragraph(&mut self, paragraph: &Paragraph, separator: char) {
        self.asides.extend(paragraph.asides.iter().cloned());
        let is_blank = paragraph.text.trim().is_empty();
        if !is_blank {
            self.part(separator);
        }
        let start = self.text.len();
        if !is_blank || self.elements.is_empty() {
            self.elements.extend(paragraph.element.map(|element| (start, element)));
        }
        if is_blank {
            return;
        }
        // Tabs part cells in the transcription.
        self.text.extend(paragraph.text.chars().map(|it| if it == '\t' { ' ' } else { it }));
        self.inserted.extend(paragraph.inserted.iter().map(|it| it.start + start..it.end + start));
    }

    fn add_table(&mut self, table: &Table) {
        for row in &table.rows {
            self.asides.extend(row.asides.iter().cloned());
            self.part('\n');
            let cells = row.cells.iter().filter(|it| it.merge != Merge::GoesOn);
            for (at, cell) in cells.enumerate() {
                let inner = Self::of(&cell.blocks);
                if at > 0 && !inner.text.is_empty() {
                    self.part_cells();
                }
                let start = self.text.len();
                self.text.push_str(&inner.text);
                self.elements.extend(inner.elements.iter().map(|(at, element)| (at + start, *element)));
                self.inserted.extend(inner.inserted.iter().map(|it| it.start + start..it.end + start));
                self.asides.extend(inner.asides);
            }
        }
    }

    fn part_cells(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(number: u32, blocks: Vec<Block>) -> TableCell {
        TableCell { number, columns: 0..1, blocks, ..TableCell::default() }
    }

    fn line(text: &str) -> Block {
        Block::Paragraph(Paragraph { text: text.to_owned(), ..Paragraph::default() })
    }

    #[test]
    fn a_table_in_a_cell_is_read_as_lines() {
        let row = |number: &str, law: &str| TableRow {
            cells: vec![cell(1, vec![line(number)]), cell(2, vec![line(law)])],
            ..TableRow::default()
        };
        let inner = Table { rows: vec![row("1.", "UU 1"), row("2.", "UU 2")], ..Table::default() };
        let text = CellText::of(&[line("Dasar Hukum"), Block::Table(inner), line("")]);
        assert_eq!(text.text, "Dasar Hukum\n1. UU 1\n2. UU 2");
    }
}
