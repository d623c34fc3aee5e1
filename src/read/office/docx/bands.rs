//! A table → stretches of rows with the grid columns that matter in each: where the header of a procedure begins the grid is cut,
//! and columns in which no cell of a stretch begins are melted into those beside them.

use super::blocks::{CellText, Merge, Table, TableRow};
use crate::vocabulary::columns::{self, Header};
use std::ops::Range;

/// A stretch of rows of one table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// Its rows, by position in the table.
    pub rows: Range<usize>,
    /// The grid columns that are kept, rising.
    pub columns: Vec<usize>,
}

/// Headers that a row must have to begin a procedure.
const FEWEST_HEADERS: usize = 3;

/// The stretches of a table; `texts` are those of its cells, by row and cell.
pub(super) fn bands(table: &Table, texts: &[Vec<CellText>]) -> Vec<Band> {
    let mut starts = vec![0];
    for (at, row) in table.rows.iter().enumerate().skip(1) {
        if begins_procedure(row, &texts[at]) {
            starts.push(at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([table.rows.len()]);
    let stretches = starts.iter().zip(ends).map(|(start, end)| *start..end);
    let bands = stretches.map(|rows| Band { columns: kept(table, texts, rows.clone()), rows });
    bands.collect()
}

/// The upper row of a header: it names the work itself, which the rows below it do not.
fn begins_procedure(row: &TableRow, texts: &[CellText]) -> bool {
    let named = row.cells.iter().zip(texts).filter(|(cell, _)| cell.merge != Merge::GoesOn);
    let mut headers: Vec<Header> = Vec::new();
    for header in named.filter_map(|(_, text)| columns::header(text.text.trim())) {
        if !headers.contains(&header) {
            headers.push(header);
        }
    }
    headers.len() >= FEWEST_HEADERS && headers.contains(&Header::Activity)
}

/// The columns in which a cell of these rows begins that holds something, or that something is drawn in.
fn kept(table: &Table, texts: &[Vec<CellText>], rows: Range<usize>) -> Vec<usize> {
    let mut begins = vec![false; table.widths.len()];
    for at in rows {
        for (cell, text) in table.rows[at].cells.iter().zip(&texts[at]) {
            if cell.merge != Merge::GoesOn && (!text.text.trim().is_empty() || cell.has_drawing()) {
                begins[cell.columns.start] = true;
            }
        }
    }
    (0..begins.len()).filter(|column| begins[*column]).collect()
}

impl Band {
    /// The position of the cell that stands over a grid column.
    pub fn position(&self, column: usize) -> Option<usize> {
        self.columns.partition_point(|it| *it <= column).checked_sub(1)
    }

    /// The position of the first cell at or behind a grid column.
    pub fn position_from(&self, column: usize) -> usize {
        self.columns.partition_point(|it| *it < column)
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::{Block, Paragraph, TableCell};
    use super::*;

    fn row(cells: &[(usize, usize, &str)]) -> TableRow {
        let cell = |(first, end, text): &(usize, usize, &str)| TableCell {
            columns: *first..*end,
            blocks: vec![Block::Paragraph(Paragraph { text: (*text).to_owned(), ..Paragraph::default() })],
            ..TableCell::default()
        };
        TableRow { cells: cells.iter().map(cell).collect(), ..TableRow::default() }
    }

    #[test]
    fn the_grid_is_cut_at_the_header_and_each_part_is_tight() {
        let rows = vec![
            row(&[(0, 3, "Nomor SOP"), (3, 6, "1")]),
            row(&[(0, 1, "No"), (1, 4, "Kegiatan"), (4, 5, "Kasi"), (5, 6, "Waktu")]),
            row(&[(0, 1, "1"), (1, 4, "Menerima"), (4, 5, ""), (5, 6, "5 menit")]),
        ];
        let table = Table { widths: vec![10.0; 6], rows, ..Table::default() };
        let texts: Vec<Vec<CellText>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| CellText::of(&cell.blocks)).collect()).collect();
        let bands = bands(&table, &texts);
        assert_eq!(bands[0], Band { rows: 0..1, columns: vec![0, 3] });
        assert_eq!(bands[1], Band { rows: 1..3, columns: vec![0, 1, 4, 5] });
        assert_eq!((bands[1].position(3), bands[1].position_from(2)), (Some(1), 2));
    }
}
