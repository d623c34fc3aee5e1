//! The rows of one physical table → bands whose columns mean the same, each cut to the columns in which something begins.
//!
//! Above the header of a procedure stands the identity block, in the same table but with other columns; below its last step the
//! next identity block may begin. What one band needs columns for must not part the cells of another.

use crate::document::{Cell, Document, Grid, Layout, Row};
use crate::grammar::step_number::step_number;
use crate::vocabulary::columns::{Header, header};
use crate::vocabulary::labels;

/// Rows of one table, and the columns they have.
#[derive(Debug)]
pub(super) struct Band {
    /// All positional: each has a cell for each column.
    pub rows: Vec<Row>,
    /// Left edge of each column and right edge of the last; empty where not known.
    pub edges: Vec<f32>,
    /// How many rows it has, wherever they were moved.
    pub height: usize,
    /// The physical column that each column begins with, rising, and one past the last.
    columns: Vec<usize>,
}

impl Band {
    /// The position that a physical column belongs to; `None` left of the first and right of the last.
    pub fn position(&self, column: usize) -> Option<usize> {
        let at = self.columns.partition_point(|it| *it <= column).checked_sub(1)?;
        (at + 1 < self.columns.len()).then_some(at)
    }
}

/// Cuts a table into bands.
///
/// The cells of a row are those that begin in it, in rising order, `column` and `end_column` physical ones; empty ones may be
/// left out, what the rows below have empty because of a tall cell as well. `edges` are the edges of the physical columns, or
/// none. Of `room`, the cells that may still be made, is taken what is used; `None` where it does not suffice.
pub(super) fn cut(rows: Vec<Row>, edges: &[f32], room: &mut usize) -> Option<Vec<Band>> {
    let mut starts = starts(&rows);
    starts.push(rows.len());
    let mut rows = rows.into_iter();
    let mut bands = Vec::new();
    let mut from = 0;
    for to in starts {
        let part: Vec<Row> = rows.by_ref().take(to - from).collect();
        from = to;
        if !part.is_empty() {
            bands.push(band(part, edges, room)?);
        }
    }
    Some(bands)
}

/// Moves the rows of the bands into a document, a grid each; the bands still know their columns.
pub(super) fn enter(document: &mut Document, bands: &mut [Band]) {
    for band in bands {
        let start = document.rows.len();
        document.rows.append(&mut band.rows);
        document.grids.push(Grid { rows: start..document.rows.len(), edges: band.edges.clone() });
    }
}

/// Where a band begins, the first row excepted.
fn starts(rows: &[Row]) -> Vec<usize> {
    let mut starts = Vec::new();
    let (mut in_procedure, mut in_header) = (false, false);
    for (at, row) in rows.iter().enumerate() {
        if is_step(row) {
            in_header = false;
            continue;
        }
        if names_columns(row, rows.get(at + 1)) {
            // A header that was printed twice is one.
            if std::mem::replace(&mut in_header, true) && in_procedure {
                continue;
            }
            in_procedure = true;
            starts.push(at - usize::from(at > 0 && names_groups(&rows[at - 1])));
        } else if in_procedure && begins_identity(row) {
            in_procedure = false;
            starts.push(at);
        }
    }
    starts.dedup();
    starts
}

fn is_step(row: &Row) -> bool {
    row.filled().next().is_some_and(|cell| step_number(cell.text.as_str()).is_some())
}

/// The header of a procedure: Kegiatan, and with the row below it two more columns.
fn names_columns(row: &Row, below: Option<&Row>) -> bool {
    let named = |row: &Row| row.filled().filter_map(|cell| header(cell.text.as_str())).collect::<Vec<Header>>();
    if row.filled().nth(1).is_none() {
        return false;
    }
    let mut names = named(row);
    if !names.contains(&Header::Activity) {
        return false;
    }
    names.extend(below.filter(|below| !is_step(below)).map(named).unwrap_or_default());
    names.dedup();
    names.iter().filter(|it| **it != Header::Activity).count() >= 2
}

/// A row of nothing but Pelaksana and Mutu Baku, above the other headers.
fn names_groups(row: &Row) -> bool {
    let is_group = |text: &str| matches!(header(text), Some(Header::Actors | Header::Quality));
    !row.is_blank() && row.texts().all(is_group)
}

fn begins_identity(row: &Row) -> bool {
    row.filled().take(3).any(|cell| labels::begins_identity(cell.text.as_str()))
}

/// The band of these rows.
fn band(rows: Vec<Row>, edges: &[f32], room: &mut usize) -> Option<Band> {
    let mut columns: Vec<usize> = rows.iter().flat_map(Row::filled).map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let count = columns.len();
    *room = room.checked_sub(count.max(1).checked_mul(rows.len())?)?;
    let last = columns.last().copied().unwrap_or(0);
    let ends = rows.iter().flat_map(Row::filled).map(|cell| cell.end_column);
    columns.push(ends.max().unwrap_or(0).max(last + usize::from(count > 0)));
    let edges: Option<Vec<f32>> = columns.iter().map(|column| edges.get(*column).copied()).collect();
    let edges = edges.filter(|_| count > 0).unwrap_or_default();
    let height = rows.len();
    let rows = rows.into_iter().enumerate().map(|(at, row)| spread(row, &columns, height - at - 1)).collect();
    Some(Band { rows, edges, height, columns })
}

/// The row with a cell for each column; no cell reaches below the band, `below` rows further down.
fn spread(row: Row, columns: &[usize], below: usize) -> Row {
    let count = columns.len() - 1;
    let empty = |at: usize| Cell { column: at, end_column: at + 1, ..Cell::default() };
    let mut cells: Vec<Cell> = (0..count).map(empty).collect();
    for cell in row.cells {
        if cell.text.is_blank() {
            continue;
        }
        let at = columns.partition_point(|it| *it < cell.column).min(count.saturating_sub(1));
        let end = columns.partition_point(|it| *it < cell.end_column).clamp(at + 1, count.max(at + 1));
        if let Some(place) = cells.get_mut(at) {
            let rows_below = cell.rows_below.min(below);
            *place = Cell { text: cell.text, column: at, end_column: end, rows_below };
        }
    }
    Row { cells, layout: Layout::Cells, ..row }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;
    use crate::source::Span;

    /// Cells by physical column, each one or more columns wide.
    fn row(cells: &[(usize, usize, &str)]) -> Row {
        let cell = |(column, end_column, words): &(usize, usize, &str)| {
            let mut text = Text::default();
            text.push(words, Span::new(0, words.len()));
            Cell { text, column: *column, end_column: *end_column, rows_below: 9 }
        };
        Row { cells: cells.iter().map(cell).collect(), layout: Layout::Cells, ..Row::default() }
    }

    fn texts(band: &Band) -> Vec<Vec<&str>> {
        band.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
    }

    #[test]
    fn identity_and_procedure_have_columns_of_their_own() {
        let rows = vec![
            row(&[(1, 3, "Nomor SOP"), (4, 5, ":"), (5, 9, "1/2024")]),
            row(&[]),
            row(&[(1, 2, "No"), (2, 4, "Kegiatan"), (5, 8, "Pelaksana"), (8, 9, "Mutu Baku")]),
            row(&[(5, 6, "Kepala"), (7, 8, "Staf"), (8, 9, "Waktu")]),
            row(&[(1, 2, "1"), (2, 4, "Menulis"), (8, 9, "1 jam")]),
            row(&[(1, 2, "Nomor SOP"), (3, 4, "2/2024")]),
        ];
        let edges: Vec<f32> = (0..12u8).map(f32::from).collect();
        let bands = cut(rows, &edges, &mut 100).unwrap();
        assert_eq!(texts(&bands[0]), [["Nomor SOP", ":", "1/2024"], ["", "", ""]]);
        assert_eq!(texts(&bands[1])[1], ["", "", "Kepala", "Staf", "Waktu"]);
        assert_eq!(texts(&bands[1])[2], ["1", "Menulis", "", "", "1 jam"]);
        assert_eq!(texts(&bands[2]), [["Nomor SOP", "2/2024"]]);
        let actors = &bands[1].rows[0].cells[2];
        assert_eq!((actors.end_column, actors.rows_below), (4, 2));
        assert_eq!(bands[1].edges, [1.0, 2.0, 5.0, 7.0, 8.0, 9.0]);
        assert_eq!(
            [0, 1, 4, 6, 8, 9].map(|column| bands[1].position(column)),
            [None, Some(0), Some(1), Some(2), Some(4), None]
        );
    }

    #[test]
    fn what_there_is_no_room_for_is_not_made() {
        assert!(cut(vec![row(&[(0, 1, "a")]), row(&[(5, 6, "b")])], &[], &mut 3).is_none());
    }
}
