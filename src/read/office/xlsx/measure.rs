//! Widths and heights of a sheet → points, both ways: where a cell lies, and which cell a point lies in.

use super::sheet::{COLUMNS, ROWS, Sheet};
use crate::source::{Frame, Point};

/// Height of a row of which nothing is said.
const USUAL_HEIGHT: f64 = 15.0;

/// Width of a column of which nothing is said, in dots of the screen.
const USUAL_WIDTH: f64 = 64.0;

/// Dots that a digit of the default font is wide: Calibri 11 and Arial 10 alike.
const DIGIT: f64 = 7.0;

/// Points in a dot of the screen.
const DOT: f64 = 0.75;

/// Largest height that a row can have, in points.
const TALLEST: f64 = 409.5;

/// Where the cells of a sheet lie.
#[derive(Debug)]
pub(super) struct Measure {
    /// Left edges of all columns, and the right one of the last.
    lefts: Vec<f32>,
    /// Rows with a height of their own, rising: upper edge, height.
    rows: Vec<(u32, f64, f64)>,
    usual: f64,
}

/// A corner of an anchor: a cell and how far into it, in points.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Corner {
    pub column: u32,
    pub right: f32,
    pub row: u32,
    pub down: f32,
}

impl Measure {
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let usual = sheet.default_width.map_or(USUAL_WIDTH, dots) * DOT;
        let mut widths = vec![usual; COLUMNS as usize];
        for columns in &sheet.columns {
            let width = if columns.is_hidden { 0.0 } else { columns.width.map_or(usual, |it| dots(it) * DOT) };
            let range = columns.first as usize..(columns.last as usize + 1).max(columns.first as usize);
            if let Some(widths) = widths.get_mut(range) {
                widths.fill(width);
            }
        }
        let mut left = 0.0;
        let mut lefts = vec![0.0];
        lefts.extend(widths.iter().map(|width| {
            left += width;
            left as f32
        }));
        let usual =
            if sheet.hides_rows { 0.0 } else { sheet.default_height.unwrap_or(USUAL_HEIGHT).clamp(0.0, TALLEST) };
        let mut measure = Self { lefts, rows: Vec::with_capacity(sheet.rows.len()), usual };
        let shown = sheet.default_height.unwrap_or(USUAL_HEIGHT).clamp(0.0, TALLEST);
        for size in &sheet.rows {
            let height = if size.is_hidden { 0.0 } else { size.height.unwrap_or(shown).clamp(0.0, TALLEST) };
            let top = measure.top_of(size.row);
            measure.rows.push((size.row, top, height));
        }
        measure
    }

    fn top_of(&self, row: u32) -> f64 {
        match self.rows.partition_point(|it| it.0 < row).checked_sub(1) {
            Some(at) => {
                let (before, top, height) = self.rows[at];
                top + height + f64::from(row - before - 1) * self.usual
            }
            None => f64::from(row) * self.usual,
        }
    }

    fn height_of(&self, row: u32) -> f64 {
        self.rows.binary_search_by_key(&row, |it| it.0).map_or(self.usual, |at| self.rows[at].2)
    }

    /// Left edges of all columns, and the right one of the last.
    pub fn edges(&self) -> &[f32] {
        &self.lefts
    }

    /// Upper and lower edge of a row.
    pub fn extent(&self, row: u32) -> (f32, f32) {
        let top = self.top_of(row);
        (top as f32, (top + self.height_of(row)) as f32)
    }

    /// The row has no height.
    pub fn hides_row(&self, row: u32) -> bool {
        self.height_of(row) <= 0.0
    }

    /// The column has no width.
    pub fn hides_column(&self, column: u32) -> bool {
        let at = column as usize;
        self.lefts.get(at..at + 2).is_none_or(|edges| edges[1] <= edges[0])
    }

    /// The point of a corner; what lies beyond its cell is taken to its edge, as Excel does.
    pub fn point(&self, corner: Corner) -> Point {
        let column = corner.column.min(COLUMNS - 1) as usize;
        let (left, right) = (self.lefts[column], self.lefts[column + 1]);
        let (top, bottom) = self.extent(corner.row.min(ROWS - 1));
        Point { x: (left + corner.right.max(0.0)).min(right), y: (top + corner.down.max(0.0)).min(bottom) }
    }

    /// Row and column of the cell that holds a point; the nearest where it lies off the sheet.
    pub fn cell_at(&self, point: Point) -> (u32, u32) {
        let column = self.lefts.partition_point(|left| *left <= point.x).saturating_sub(1);
        (self.row_at(f64::from(point.y)), (column as u32).min(COLUMNS - 1))
    }

    fn row_at(&self, y: f64) -> u32 {
        let (mut row, mut top) = (0, 0.0);
        if let Some(at) = self.rows.partition_point(|it| it.1 <= y).checked_sub(1) {
            let (before, start, height) = self.rows[at];
            if y < start + height {
                return before;
            }
            (row, top) = (before + 1, start + height);
        }
        if self.usual > 0.0 {
            // Off the sheet, numbers are cut to the last row.
            row = row.saturating_add(((y - top) / self.usual).max(0.0) as u32);
        }
        row.min(ROWS - 1)
    }
}

/// Dots of the screen for a width in letters, which counts the margins of a cell.
fn dots(width: f64) -> f64 {
    ((256.0 * width.clamp(0.0, 255.0) + (128.0 / DIGIT).trunc()) / 256.0 * DIGIT).trunc()
}

/// The box between two corners, whichever comes first.
pub(super) fn between(from: Point, to: Point) -> Frame {
    Frame { left: from.x.min(to.x), top: from.y.min(to.y), right: from.x.max(to.x), bottom: from.y.max(to.y) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(text: &str) -> Measure {
        Measure::of(&Sheet::of(text).unwrap())
    }

    #[test]
    fn sizes_are_those_of_excel() {
        let text = "<worksheet><sheetFormatPr defaultRowHeight='20'/><cols><col min='2' max='2' width='10.7109375'/>\
                    <col min='3' max='16384' width='5' hidden='1'/></cols>\
                    <sheetData><row r='2' ht='30'/><row r='4' hidden='1'/></sheetData></worksheet>";
        let is = measure(text);
        assert_eq!(is.edges()[..4], [0.0, 48.0, 104.25, 104.25]);
        assert_eq!([0, 1, 2, 3, 4].map(|row| is.extent(row).0), [0.0, 20.0, 50.0, 70.0, 70.0]);
        assert!(is.hides_row(3) && is.hides_column(2) && !is.hides_column(1) && is.hides_column(COLUMNS - 1));
        assert_eq!(is.cell_at(Point { x: 50.0, y: 75.0 }), (4, 1));
        assert_eq!(is.cell_at(Point { x: 10.0, y: 49.0 }), (1, 0));
        assert_eq!(is.cell_at(Point { x: 10.0, y: 1e30 }).0, ROWS - 1);
    }

    #[test]
    fn corners_stay_in_their_cells() {
        let is = measure("<worksheet/>");
        let corner = Corner { column: 1, right: 500.0, row: 2, down: 5.0 };
        assert_eq!(is.point(corner), Point { x: 96.0, y: 35.0 });
        let last = Corner { column: u32::MAX, right: 0.0, row: u32::MAX, down: 0.0 };
        assert_eq!(is.cell_at(is.point(last)), (ROWS - 1, COLUMNS - 1));
    }
}
