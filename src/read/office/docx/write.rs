//! Blocks that are laid out → rows, grids and asides of the document, and the text they are transcribed as.

use super::bands::{Band, bands};
use super::blocks::{CellText, Merge, Paragraph, Table, TableRow};
use super::estimate::{Laid, LaidTable, Sheet, reach};
use super::figures::draw;
use crate::document::{Aside, AsideKind, Cell, Document, EMPTY, Grid, Page, Row, Text};
use crate::read::office::OfficeFault;
use crate::read::transcript::Transcript;
use crate::source::{Span, Spot};
use std::ops::Range;

/// Most cells of a document, those that others reach over included.
const MOST_CELLS: usize = 1_000_000;

/// A document in the making.
#[derive(Default)]
pub(super) struct Writer {
    /// Its text so far.
    pub transcript: Transcript,
    /// Its rows so far.
    pub document: Document,
    /// Tables and paragraphs so far.
    tables: u32,
    paragraphs: u32,
    cells: usize,
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
    /// Its stretches.
    pub bands: Vec<Band>,
    /// The row of the document that each of its rows is; none where it is not printed.
    pub rows: Vec<Option<usize>>,
}

impl Writer {
    /// Writes a sheet as a page.
    ///
    /// # Errors
    /// When it has more cells than any real document.
    pub fn sheet(&mut self, sheet: &Sheet<'_>) -> Result<(), OfficeFault> {
        let start = self.document.rows.len();
        let mut written = Vec::with_capacity(sheet.blocks.len());
        for block in &sheet.blocks {
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
        self.aside(AsideKind::Furniture, text, spot);
    }

    fn end_line(&mut self) {
        self.transcript.part('\n');
    }

    fn paragraph(&mut self, paragraph: &Paragraph, extent: (f32, f32)) -> Written {
        let is_blank = paragraph.text.trim().is_empty();
        self.paragraphs += u32::from(!is_blank);
        let spot = Spot::Paragraph(self.paragraphs.max(1));
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
            if *kind == AsideKind::Unmapped {
                let span = Some(self.transcript.enter("", spot));
                self.document.asides.push(Aside { kind: *kind, text: EMPTY.clone(), span });
            } else {
                self.aside(*kind, text, spot);
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
        let table = laid.table;
        self.tables += 1;
        let texts: Vec<Vec<CellText>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| CellText::of(&cell.blocks)).collect()).collect();
        let bands = bands(table, &texts);
        let mut rows = vec![None; table.rows.len()];
        for band in &bands {
            let first = self.document.rows.len();
            for at in band.rows.clone() {
                if !table.rows[at].is_gone {
                    rows[at] = Some(self.document.rows.len());
                    self.row(laid, (at, band), &texts[at])?;
                }
                self.row_asides(&table.rows[at], &texts[at]);
            }
            self.grid(laid, band, first);
        }
        Ok(WrittenTable { number: self.tables, bands, rows })
    }

    fn grid(&mut self, laid: &LaidTable<'_>, band: &Band, first: usize) {
        let rows = first..self.document.rows.len();
        let last = laid.edges.last().copied();
        let edges: Vec<f32> = band.columns.iter().map(|column| laid.edges[*column]).chain(last).collect();
        if !rows.is_empty() && !band.columns.is_empty() {
            self.document.grids.push(Grid { rows, edges });
        }
    }

    fn spot(&self, row: &TableRow, cell: u32) -> Spot {
        Spot::Table { table: self.tables, row: row.number, cell }
    }

    fn row(&mut self, laid: &LaidTable<'_>, (at, band): (usize, &Band), texts: &[CellText]) -> Result<(), OfficeFault> {
        let row = &laid.table.rows[at];
        let width = band.columns.len();
        self.cells += width;
        if self.cells > MOST_CELLS {
            return Err(OfficeFault::TooMuch);
        }
        let mut cells: Vec<Cell> =
            (0..width).map(|column| Cell { column, end_column: column + 1, ..Cell::default() }).collect();
        let mut next = 0;
        for (cell, text) in row.cells.iter().zip(texts) {
            let position = band.position_from(cell.columns.start);
            let begins = band.columns.get(position) == Some(&cell.columns.start);
            if !begins || cell.merge == Merge::GoesOn {
                continue;
            }
            while next < position {
                self.transcript.part('\t');
                next += 1;
            }
            let start = self.transcript.len();
            let written = self.transcript.write(&text.text, self.spot(row, cell.number));
            for stretch in &text.inserted {
                self.inserted(&text.text, stretch, &[(0..text.text.len(), start)]);
            }
            cells[position] = Cell {
                text: written,
                column: position,
                end_column: band.position_from(cell.columns.end).max(position + 1),
                rows_below: self.rows_below(laid.table, at, band, reach(laid.table, at, cell)),
            };
        }
        self.end_line();
        let page_start = row.starts_page();
        let extent = Some((laid.tops[at], laid.tops[at + 1]));
        self.document.rows.push(Row { cells, layout: crate::document::Layout::Cells, page_start, extent });
        Ok(())
    }

    /// How many printed rows of the stretch a cell reaches down over.
    fn rows_below(&self, table: &Table, at: usize, band: &Band, reach: usize) -> usize {
        let end = (at + reach).min(band.rows.end);
        table.rows[at + 1..end.max(at + 1)].iter().filter(|row| !row.is_gone).count()
    }

    fn row_asides(&mut self, row: &TableRow, texts: &[CellText]) {
        for (cell, text) in row.cells.iter().zip(texts) {
            let spot = self.spot(row, cell.number);
            self.asides(&text.asides, spot);
            if cell.merge == Merge::GoesOn {
                self.aside(AsideKind::Hidden, &text.text, spot);
            }
        }
        let spot = self.spot(row, 1);
        self.asides(&row.asides, spot);
    }
}
