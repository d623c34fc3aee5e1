//! Blocks that are laid out → rows, grids and asides of the document, and the text they are transcribed as.

use super::blocks::{CellText, Merge, Paragraph, TableRow};
use super::estimate::{Laid, LaidTable, Sheet, reach};
use super::figures::draw;
use crate::document::drawing::ShapeKind;
use crate::document::{Aside, AsideKind, Cell, Document, EMPTY, Layout, Page, Row, Text};
use crate::read::bands::{Band, cut, enter};
use crate::read::office::OfficeFault;
use crate::read::transcript::Transcript;
use crate::source::{Span, Spot};
use std::ops::Range;

/// Most cells of a document, those that others reach over included.
const MOST_CELLS: usize = 1_000_000;

/// A document in the making.
pub(super) struct Writer {
    /// Its text so far.
    pub transcript: Transcript,
    /// Its rows so far.
    pub document: Document,
    /// Tables and paragraphs so far.
    tables: u32,
    paragraphs: u32,
    /// How many cells may still be made.
    cells_left: usize,
    /// What is written stands in a running head: no paragraph or table of the text.
    is_in_head: bool,
}

impl Default for Writer {
    fn default() -> Self {
        let (transcript, document) = (Transcript::default(), Document::default());
        Self { transcript, document, tables: 0, paragraphs: 0, cells_left: MOST_CELLS, is_in_head: false }
    }
}

/// Where a block of a sheet went.
#[derive(Debug)]
pub(super) enum Written {
    /// A paragraph of that number.
    Paragraph(u32),
    /// A table.
    Table(WrittenTable),
}

/// Where a table went.
#[derive(Debug)]
pub(super) struct WrittenTable {
    /// Its number in the file, from 1.
    pub number: u32,
    /// The rows whose columns mean the same.
    pub bands: Vec<Band>,
    /// The first row of the document that is its.
    pub first: usize,
    /// How many rows were printed before each of its rows.
    pub printed: Vec<usize>,
}

impl Writer {
    /// Writes a sheet as a page.
    ///
    /// # Errors
    /// When it has more cells than any real document.
    pub fn sheet(&mut self, sheet: &Sheet<'_>) -> Result<(), OfficeFault> {
        let start = self.document.rows.len();
        let mut written = Vec::with_capacity(sheet.blocks.len());
        for (at, block) in sheet.blocks.iter().enumerate() {
            self.is_in_head = at < sheet.in_head;
            written.push(match block {
                Laid::Paragraph(paragraph, extent) => self.paragraph(paragraph, *extent),
                Laid::Table(table) => Written::Table(self.table(table)?),
            });
        }
        let drawing = draw(sheet, &written, self);
        let rows = start..self.document.rows.len();
        self.document.pages.push(Page { rows, size: Some(sheet.section.size), drawing });
        Ok(())
    }

    /// Text that stands on all pages.
    pub fn furniture(&mut self, text: &str) {
        let spot = Spot::Paragraph(self.paragraphs.max(1));
        self.transcript.stand_at(None);
        self.aside(AsideKind::Furniture, text, spot);
    }

    fn end_line(&mut self) {
        self.transcript.part('\n');
    }

    fn paragraph(&mut self, paragraph: &Paragraph, extent: (f32, f32)) -> Written {
        let is_blank = paragraph.text.trim().is_empty();
        self.paragraphs += u32::from(!is_blank && !self.is_in_head);
        let spot = Spot::Paragraph(self.paragraphs.max(1));
        self.stand_at(paragraph.element);
        let first = self.document.rows.len();
        if is_blank {
            self.document.rows.push(Row::default());
            self.end_line();
        }
        let mut pieces: Vec<(Range<usize>, usize)> = Vec::new();
        for line in paragraph.text.split('\n').filter(|it| !it.trim().is_empty()) {
            let mut texts = Vec::new();
            for part in line.split('\t').map(str::trim).filter(|it| !it.is_empty()) {
                if !texts.is_empty() {
                    self.transcript.part('\t');
                }
                let at = part.as_ptr() as usize - paragraph.text.as_ptr() as usize;
                pieces.push((at..at + part.len(), self.transcript.len()));
                texts.push(self.transcript.write(part, spot));
            }
            self.end_line();
            let row = match <[Text; 1]>::try_from(texts) {
                Ok([text]) => Row::line(text),
                Err(texts) => Row::positioned(texts),
            };
            self.document.rows.push(Row { extent: Some(extent), ..row });
        }
        self.document.rows[first].page_start = paragraph.starts_page;
        for stretch in &paragraph.inserted {
            self.inserted(&paragraph.text, stretch, &pieces);
        }
        self.asides(&paragraph.asides, spot);
        Written::Paragraph(self.paragraphs)
    }

    /// Tells of a stretch of text that was inserted: it is read where it stands.
    fn inserted(&mut self, text: &str, stretch: &Range<usize>, pieces: &[(Range<usize>, usize)]) {
        let mut told = Text::default();
        for (piece, at) in pieces {
            let (start, end) = (stretch.start.max(piece.start), stretch.end.min(piece.end));
            if let Some(part) = text.get(start..end).filter(|it| !it.is_empty()) {
                let at = at + start - piece.start;
                told.push(part, Span::new(at, at + part.len()));
            }
        }
        if !told.is_blank() {
            let span = Some(told.whole());
            self.document.asides.push(Aside { kind: AsideKind::Inserted, text: told, span });
        }
    }

    fn asides(&mut self, asides: &[(AsideKind, String)], spot: Spot) {
        for (kind, text) in asides {
            // What says nothing still has a place.
            let sign = match kind {
                AsideKind::Unmapped => Some(""),
                AsideKind::Shape if text.is_empty() => Some(ShapeKind::Other.sign()),
                _ => None,
            };
            match sign {
                Some(sign) => {
                    let span = Some(self.transcript.enter(sign, spot));
                    self.transcript.part('\n');
                    self.document.asides.push(Aside { kind: *kind, text: EMPTY.clone(), span });
                }
                None => self.aside(*kind, text, spot),
            }
        }
    }

    /// Writes text that is none of the document on a line of its own.
    pub fn aside(&mut self, kind: AsideKind, text: &str, spot: Spot) {
        if text.trim().is_empty() {
            return;
        }
        let text = self.transcript.write(text.trim(), spot);
        self.end_line();
        let span = Some(text.whole());
        self.document.asides.push(Aside { kind, text, span });
    }

    fn table(&mut self, laid: &LaidTable<'_>) -> Result<WrittenTable, OfficeFault> {
        self.tables += u32::from(!self.is_in_head);
        let mut rows = Vec::with_capacity(laid.table.rows.len());
        let mut printed = Vec::with_capacity(laid.table.rows.len());
        for (at, row) in laid.table.rows.iter().enumerate() {
            printed.push(rows.len());
            let texts: Vec<CellText> = row.cells.iter().map(|cell| CellText::of(&cell.blocks)).collect();
            if !row.is_gone {
                rows.push(self.row(laid, at, &texts));
            }
            self.row_asides(row, &texts);
        }
        let first = self.document.rows.len();
        let mut bands = cut(rows, &laid.edges, &mut self.cells_left).ok_or(OfficeFault::TooMuch)?;
        enter(&mut self.document, &mut bands);
        Ok(WrittenTable { number: self.tables, bands, first, printed })
    }

    fn spot(&self, row: &TableRow, cell: u32) -> Spot {
        match self.is_in_head {
            true => Spot::Paragraph(self.paragraphs + 1),
            false => Spot::Table { table: self.tables, row: row.number, cell },
        }
    }

    /// What is written from here on is held by that element, unless it is of another part of the file.
    fn stand_at(&mut self, element: Option<u32>) {
        self.transcript.stand_at(element.filter(|_| !self.is_in_head));
    }

    /// Writes a row; its cells stand at the grid columns of the file.
    fn row(&mut self, laid: &LaidTable<'_>, at: usize, texts: &[CellText]) -> Row {
        let row = &laid.table.rows[at];
        let mut cells = Vec::with_capacity(row.cells.len());
        for (index, (cell, text)) in row.cells.iter().zip(texts).enumerate() {
            if index > 0 {
                self.transcript.part('\t');
            }
            if cell.merge == Merge::GoesOn || text.text.is_empty() {
                continue;
            }
            let start = self.transcript.len();
            self.transcript.stand_at(None);
            let written = self.transcript.write(&text.text, self.spot(row, cell.number));
            let elements = text.elements.iter().filter(|_| !self.is_in_head);
            elements.for_each(|(at, element)| self.transcript.stood_at(start + at, *element));
            for stretch in &text.inserted {
                self.inserted(&text.text, stretch, &[(0..text.text.len(), start)]);
            }
            let below = &laid.table.rows[at + 1..at + reach(laid.table, at, cell)];
            cells.push(Cell {
                text: written,
                column: cell.columns.start,
                end_column: cell.columns.end,
                rows_below: below.iter().filter(|row| !row.is_gone).count(),
            });
        }
        self.end_line();
        let extent = Some((laid.tops[at], laid.tops[at + 1]));
        Row { cells, layout: Layout::Cells, page_start: row.starts_page(), extent, ..Row::default() }
    }

    fn row_asides(&mut self, row: &TableRow, texts: &[CellText]) {
        for (cell, text) in row.cells.iter().zip(texts) {
            let spot = self.spot(row, cell.number);
            self.stand_at(text.elements.first().map(|(_, element)| *element));
            self.asides(&text.asides, spot);
            if cell.merge == Merge::GoesOn {
                self.aside(AsideKind::Hidden, &text.text, spot);
            }
        }
        let spot = self.spot(row, 1);
        self.stand_at(texts.iter().find_map(|it| it.elements.first()).map(|(_, element)| *element));
        self.asides(&row.asides, spot);
    }
}
