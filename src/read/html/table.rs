//! One table of a page: the cells of its rows in their columns.

use crate::document::{Document, Row, Text};
use crate::read::bands;

/// No table is wider; one tall row of a hundred thousand cells would be repeated in every row below.
const WIDEST: usize = 64;

/// Most cells of a table whose columns are put together anew.
const MOST_CELLS: usize = 1 << 18;

/// The table being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    cells: Vec<Cell>,
    open: Option<Cell>,
    /// A row is open.
    pub in_row: bool,
    /// For each column, how many further rows a cell above still takes up.
    held: Vec<usize>,
    rows: Vec<Row>,
}

#[derive(Debug, Default)]
struct Cell {
    text: Text,
    wide: usize,
    tall: usize,
}

impl Table {
    /// The text of the open cell.
    pub fn open_text(&mut self) -> Option<&mut Text> {
        self.open.as_mut().map(|cell| &mut cell.text)
    }

    pub fn open_cell(&mut self, wide: usize, tall: usize) {
        self.in_row = true;
        self.open = Some(Cell { text: Text::default(), wide, tall });
    }

    pub fn close_cell(&mut self) {
        self.cells.extend(self.open.take());
    }

    pub fn close_row(&mut self) {
        self.close_cell();
        if self.in_row && !self.cells.is_empty() {
            let row = self.spread();
            self.rows.push(row);
        }
        self.cells.clear();
    }

    /// Moves the rows into the document, the cells of the open row included, behind which it goes on: something of the page
    /// stands between them.
    pub fn interrupt(&mut self, document: &mut Document) {
        self.close_cell();
        if self.cells.iter().all(|cell| cell.text.is_blank()) {
            self.enter(document);
            return;
        }
        let held = self.held.clone();
        let places = self.cells.iter().take(WIDEST).map(|cell| Cell { text: Text::default(), ..*cell });
        let places: Vec<Cell> = places.collect();
        let in_row = self.in_row;
        self.close_row();
        self.enter(document);
        (self.held, self.cells, self.in_row) = (held, places, in_row);
    }

    /// Moves the rows into the document. Where cells are merged the columns are those of what stands in them: identity block and
    /// procedure of one table have columns of their own.
    pub fn enter(&mut self, document: &mut Document) {
        let rows = std::mem::take(&mut self.rows);
        let is_merged = rows.iter().flat_map(|row| &row.cells).any(|cell| cell.end_column > cell.column + 1);
        let cells: usize = rows.iter().map(|row| row.cells.len()).sum();
        if !is_merged || cells > MOST_CELLS {
            document.rows.extend(rows);
            return;
        }
        let mut room = usize::MAX;
        for band in bands::cut(rows, &[], &mut room).unwrap_or_default() {
            document.rows.extend(band.rows);
        }
    }

    /// The cells of a row in their columns: wide cells are followed by empty ones, columns held from above stay empty.
    fn spread(&mut self) -> Row {
        let (mut texts, mut below, mut spans) = (Vec::new(), Vec::new(), Vec::new());
        let held = std::mem::take(&mut self.held);
        let skip = |texts: &mut Vec<Text>, below: &mut Vec<usize>| {
            while let Some(rows) = held.get(texts.len()).filter(|rows| **rows > 0) {
                texts.push(Text::default());
                below.push(rows - 1);
            }
        };
        for Cell { text, wide, tall } in self.cells.drain(..) {
            skip(&mut texts, &mut below);
            let wide = wide.clamp(1, WIDEST.saturating_sub(texts.len()).max(1));
            spans.push((texts.len(), wide, tall.saturating_sub(1)));
            texts.push(text);
            texts.extend(std::iter::repeat_with(Text::default).take(wide - 1));
            below.extend(std::iter::repeat_n(tall.saturating_sub(1), wide));
        }
        skip(&mut texts, &mut below);
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
