//! One input as pages of placed things: rows of cells, the grids they stand in, and what is drawn over them. Markup and
//! invisible characters are taken out, every letter keeps its place in the source.
//!
//! All readers make this, and the parser knows nothing else. Rows lie in one list, in reading order; a page and a grid name the
//! stretch of it that is theirs. Lengths are points (1/72 inch), from the left and upper edge of the page, downwards.

pub mod drawing;
mod text;

pub use drawing::Drawing;
pub use text::{EMPTY, Text};

use crate::source::{Frame, Span};
use std::ops::Range;

/// The rows of one input, in reading order, with the pages and grids they stand in.
#[derive(Debug, Default)]
pub struct Document {
    /// Blank lines are kept as rows without cells: they separate.
    pub rows: Vec<Row>,
    /// Tables whose geometry is known, in the order of their rows, which do not overlap. A text has none.
    pub grids: Vec<Grid>,
    /// Sheets, or pages, in order; a text without page breaks of its own has none.
    pub pages: Vec<Page>,
    /// What the file holds beside its text, and what was kept out of it.
    pub asides: Vec<Aside>,
    /// Markup that was taken out: the first tag of each stretch, and where it stood.
    pub markup: Vec<Span>,
    /// Characters that no text has (NUL, replacement characters), and where the first stood.
    pub broken: Option<(usize, Span)>,
}

/// One page, sheet or, in a file that has no pages of its own, the whole of it.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The rows on it, by position in [`Document::rows`].
    pub rows: Range<usize>,
    /// Width and height, where the file says so.
    pub size: Option<(f32, f32)>,
    /// Shapes, connectors and loose labels.
    pub drawing: Drawing,
}

/// One table with its geometry.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// The rows of it, by position in [`Document::rows`]; all are [`Layout::Cells`].
    pub rows: Range<usize>,
    /// Left edge of each column and right edge of the last one: one more than there are columns. Empty where not known.
    pub edges: Vec<f32>,
}

/// What is no text of the document, or was taken out of it.
#[derive(Debug, Clone)]
pub struct Aside {
    /// What it is.
    pub kind: AsideKind,
    /// What it says, empty where it says nothing.
    pub text: Text,
    /// Where it stands; the place of its text where it has one.
    pub span: Option<Span>,
}

/// Why something of the file is not read as its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsideKind {
    /// Struck out by its author.
    Struck,
    /// Formatted as hidden, or in a hidden row, column or sheet.
    Hidden,
    /// Deleted under tracked changes.
    Deleted,
    /// Inserted or moved under tracked changes: it *is* read as text, and told.
    Inserted,
    /// Covered by a picture or shape that was laid over it.
    Covered,
    /// A running head or foot of all pages.
    Furniture,
    /// A page without text: a scan or a picture; its number, counted from 1.
    Scanned(u32),
    /// A scan whose text another program recognised in it, and which *is* read; the number of the page, counted from 1.
    Recognised(u32),
    /// Letters of a font that does not say which they are.
    Unmapped,
    /// A drawn thing that no step or actor could be found for.
    Shape,
}

/// One line of the text, or one row of a table.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Cells from left to right, empty ones included where the layout shows them.
    pub cells: Vec<Cell>,
    /// How cells are held apart.
    pub layout: Layout,
    /// A page begins with this row.
    pub page_start: bool,
    /// Its author marked it as a heading.
    pub is_heading: bool,
    /// Upper and lower edge on its page, where known.
    pub extent: Option<(f32, f32)>,
    /// Its cells were told apart by what they say, for nothing between them did.
    pub weighed: bool,
}

/// How the cells of a row are held apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// One cell: a line of prose.
    #[default]
    Plain,
    /// By tabs, pipes or table markup: the position of a cell counts. A wide cell is followed by empty ones.
    Cells,
    /// By runs of blanks: the column of a cell counts.
    Spaced,
}

/// One cell.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// What stands in it.
    pub text: Text,
    /// First column of the line, counted from 0 in characters; in [`Layout::Cells`] the position of the cell.
    pub column: usize,
    /// One past the last column; of a cell that spans columns, past the last of them.
    pub end_column: usize,
    /// How many rows below it the cell takes up as well; their cells at its position are empty.
    pub rows_below: usize,
}

impl Document {
    /// The grid that holds this row.
    pub fn grid_of(&self, row: usize) -> Option<&Grid> {
        let after = self.grids.partition_point(|grid| grid.rows.end <= row);
        self.grids.get(after).filter(|grid| grid.rows.contains(&row))
    }

    /// The page that holds this row.
    pub fn page_of(&self, row: usize) -> Option<&Page> {
        let after = self.pages.partition_point(|page| page.rows.end <= row);
        self.pages.get(after).filter(|page| page.rows.contains(&row))
    }

    /// The box of the cell at this position of a row, merged rows and columns included; `None` where its geometry is not known.
    pub fn frame(&self, row: usize, position: usize) -> Option<Frame> {
        let grid = self.grid_of(row)?;
        let cell = self.rows[row].cells.get(position)?;
        let last = self.rows.get((row + cell.rows_below).min(grid.rows.end - 1))?;
        Some(Frame {
            left: *grid.edges.get(position)?,
            top: self.rows[row].extent?.0,
            right: *grid.edges.get(cell.end_column.max(position + 1))?,
            bottom: last.extent?.1,
        })
    }
}

impl Row {
    /// Cells whose position counts.
    pub fn positioned(texts: Vec<Text>) -> Self {
        let cell = |(at, text)| Cell { text, column: at, end_column: at + 1, rows_below: 0 };
        Self { cells: texts.into_iter().enumerate().map(cell).collect(), layout: Layout::Cells, ..Self::default() }
    }

    /// A line of prose.
    pub fn line(text: Text) -> Self {
        let end_column = text.as_str().chars().count();
        Self { cells: vec![Cell { text, column: 0, end_column, rows_below: 0 }], ..Self::default() }
    }

    /// Nothing stands in the row.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_blank())
    }

    /// The cells that hold something.
    pub fn filled(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.text.is_blank())
    }

    /// What the cells say that hold something.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.filled().map(|cell| cell.text.as_str())
    }

    /// The only filled cell, if there is just one.
    pub fn single(&self) -> Option<&Cell> {
        let mut filled = self.filled();
        let first = filled.next()?;
        filled.next().is_none().then_some(first)
    }
}
