//! Sheets → pages: rows in bands, and what is kept beside them, each text with its spot.

use super::super::OfficeFault;
use super::boxed::Boxed;
use super::cells::{Placed, placed};
use super::drawing::{Nature, Thing};
use super::measure::Measure;
use super::sheet::Sheet;
use super::show::{Book, Shown, TimeColumns};
use crate::document::{Aside, AsideKind, Cell, Document, Layout, Page, Row, Text};
use crate::read::bands::{self, Band};
use crate::read::transcript::Transcript;
use crate::source::{Frame, Point, Source, Spot};

/// Most rows of a workbook, empty ones between others included.
const MOST_ROWS: usize = 60_000;

/// Most cells that the rows of a workbook may come to, empty ones included.
const MOST_CELLS: usize = 1_500_000;

/// Of more empty rows on end than this the rest is left out; those below keep their place.
const LONGEST_GAP: usize = 100;

/// The pages of a workbook in the making.
pub(super) struct Pages {
    pub transcript: Transcript,
    pub document: Document,
    rows_left: usize,
    cells_left: usize,
    /// Where the line being written begins.
    line: usize,
}

/// Where the rows of a sheet went, so that what is drawn over it finds its cell.
pub(super) struct Laid<'m> {
    /// Position of the sheet in the workbook.
    pub sheet: u16,
    pub measure: &'m Measure,
    /// The rows of the sheet that became rows, rising.
    rows: Vec<u32>,
    /// The row of the document that the first became.
    first: usize,
    bands: Vec<Band>,
}

impl Pages {
    pub fn of_sheets(names: Vec<String>) -> Self {
        Self {
            transcript: Transcript::of_sheets(names),
            document: Document::default(),
            rows_left: MOST_ROWS,
            cells_left: MOST_CELLS,
            line: 0,
        }
    }

    /// Adds a sheet that is shown, with what is drawn over it.
    ///
    /// # Errors
    /// When it is damaged, or holds more than any real sheet.
    pub fn show(
        &mut self,
        at: u16,
        (sheet, measure): (&Sheet<'_>, &Measure),
        mut things: Vec<Thing>,
        book: &Book<'_>,
    ) -> Result<(), OfficeFault> {
        let times = TimeColumns::of(sheet, book)?;
        let placed = placed(sheet, measure)?;
        let boxed = Boxed::take(&mut things, &placed, measure);
        let start = self.document.rows.len();
        self.write_boxes(&boxed.above, at, measure);
        let rows = self.plan(&placed, measure, &things)?;
        let first = self.document.rows.len();
        let mut laid = Laid { sheet: at, measure, rows, first, bands: Vec::new() };
        let mut sparse = Vec::with_capacity(laid.rows.len());
        let mut next = placed.as_slice();
        for (position, row) in laid.rows.iter().enumerate() {
            let above = next.partition_point(|it| it.row < *row);
            self.aside_rows(&next[..above], at, book, &times)?;
            next = &next[above..];
            let here = next.partition_point(|it| it.row == *row);
            let mut row = Row { layout: Layout::Cells, extent: Some(measure.extent(*row)), ..Row::default() };
            for it in &next[..here] {
                let rows_below = laid.rows[position..].partition_point(|row| *row <= it.last_row).saturating_sub(1);
                row.cells.extend(self.cell(it, at, book, &times)?.map(|text| Cell {
                    text,
                    column: it.column as usize,
                    end_column: it.last_column as usize + 1,
                    rows_below,
                }));
            }
            next = &next[here..];
            sparse.push(row);
            self.end_line();
        }
        self.aside_rows(next, at, book, &times)?;
        laid.bands = bands::cut(sparse, measure.edges(), &mut self.cells_left).ok_or(OfficeFault::TooMuch)?;
        bands::enter(&mut self.document, &mut laid.bands);
        self.write_boxes(&boxed.below, at, measure);
        if let Some(row) = self.document.rows.get_mut(start) {
            row.page_start = true;
        }
        let drawing = self.draw(&laid, things);
        self.document.pages.push(Page { rows: start..self.document.rows.len(), size: None, drawing });
        for words in &sheet.furniture {
            let is_known = |it: &Aside| it.kind == AsideKind::Furniture && it.text.as_str() == words;
            if self.document.asides.iter().any(is_known) {
                continue;
            }
            self.aside(AsideKind::Furniture, words, Spot::Sheet { sheet: at, row: 1, column: 1 });
            self.end_line();
        }
        Ok(())
    }

    /// Adds the texts of a sheet that is hidden: none of them is read.
    ///
    /// # Errors
    /// When it is damaged, or holds more than any real sheet.
    pub fn hide(&mut self, at: u16, sheet: &Sheet<'_>, measure: &Measure, book: &Book<'_>) -> Result<(), OfficeFault> {
        let mut placed = placed(sheet, measure)?;
        placed.iter_mut().for_each(|it| it.is_hidden = true);
        self.aside_rows(&placed, at, book, &TimeColumns::default())
    }

    /// The rows of the sheet that become rows: those in which something is seen, and the empty ones between them and beside
    /// what is drawn.
    fn plan(&mut self, cells: &[Placed<'_>], measure: &Measure, things: &[Thing]) -> Result<Vec<u32>, OfficeFault> {
        let mut rows: Vec<u32> = Vec::new();
        let mut take = |row: u32| {
            let from = rows.last().map_or(row, |last| last + 1);
            let gap = (from..row).take(LONGEST_GAP).filter(|it| !measure.hides_row(*it));
            rows.extend(gap);
            if rows.last().is_none_or(|last| *last < row) {
                rows.push(row);
            }
            if rows.len() > self.rows_left { Err(OfficeFault::TooMuch) } else { Ok(()) }
        };
        for cell in cells.iter().filter(|it| !it.is_hidden) {
            take(cell.row)?;
        }
        // The symbols of the last step may stand in empty rows below it.
        if let Some(last) = cells.iter().rfind(|it| !it.is_hidden) {
            let reach = last.row.saturating_add(LONGEST_GAP as u32);
            let seats = things.iter().filter(|it| matches!(it.nature, Nature::Shape { .. }));
            let seats = seats.map(|it| measure.cell_at(it.frame.centre()).0).filter(|it| *it <= reach);
            if let Some(lowest) = seats.max().filter(|it| *it > last.row && !measure.hides_row(*it)) {
                take(lowest)?;
            }
        }
        self.rows_left -= rows.len();
        Ok(rows)
    }

    /// Writes cells none of which is seen, a line a row.
    fn aside_rows(
        &mut self,
        cells: &[Placed<'_>],
        at: u16,
        book: &Book<'_>,
        times: &TimeColumns,
    ) -> Result<(), OfficeFault> {
        for row in cells.chunk_by(|one, other| one.row == other.row) {
            for cell in row {
                self.cell(cell, at, book, times)?;
            }
            self.end_line();
        }
        Ok(())
    }

    /// Writes a cell; gives back what is read of it.
    fn cell(
        &mut self,
        it: &Placed<'_>,
        at: u16,
        book: &Book<'_>,
        times: &TimeColumns,
    ) -> Result<Option<Text>, OfficeFault> {
        let spot = Spot::Sheet { sheet: at, row: it.cell.row + 1, column: it.cell.column + 1 };
        let Shown { text, struck, is_unshown } = book.show(it.cell, times)?;
        let mut read = None;
        if !text.trim().is_empty() {
            self.next_cell();
            if it.is_hidden || is_unshown {
                self.aside(AsideKind::Hidden, &text, spot);
            } else {
                read = Some(self.transcript.write(&text, spot));
            }
        }
        if !struck.trim().is_empty() {
            self.next_cell();
            self.aside(if it.is_hidden { AsideKind::Hidden } else { AsideKind::Struck }, &struck, spot);
        }
        Ok(read)
    }

    /// Parts a cell from the one before it.
    fn next_cell(&mut self) {
        if self.transcript.len() > self.line {
            self.transcript.part('\t');
        }
    }

    /// Ends the line being written.
    pub fn end_line(&mut self) {
        self.transcript.part('\n');
        self.line = self.transcript.len();
    }

    /// Writes what is not read.
    pub fn aside(&mut self, kind: AsideKind, words: &str, spot: Spot) {
        let text = self.transcript.write(words, spot);
        let span = Some(text.whole());
        self.document.asides.push(Aside { kind, text, span });
    }

    /// The source and the document.
    pub fn finish(self, name: &str) -> (Source, Document) {
        let (source, residue) = self.transcript.finish(name);
        let broken = residue.first_broken.map(|span| (residue.broken, span));
        (source, Document { markup: residue.markup, broken, ..self.document })
    }
}

impl Laid<'_> {
    /// The box that the rows and columns of the sheet take up; `None` where it has none.
    pub fn used(&self) -> Option<Frame> {
        let (first, last) = (*self.rows.first()?, *self.rows.last()?);
        let edges = self.bands.iter().filter_map(|it| Some((*it.edges.first()?, *it.edges.last()?)));
        let (left, right) = edges.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))?;
        Some(Frame { left, top: self.measure.extent(first).0, right, bottom: self.measure.extent(last).1 })
    }

    /// Row and position of the cell that holds a point.
    pub fn cell_at(&self, point: Point) -> Option<(usize, usize)> {
        let (row, column) = self.measure.cell_at(point);
        let row = self.rows.binary_search(&row).ok()?;
        let mut end = 0;
        let band = self.bands.iter().find(|band| {
            end += band.height;
            row < end
        })?;
        Some((self.first + row, band.position(column as usize)?))
    }
}
