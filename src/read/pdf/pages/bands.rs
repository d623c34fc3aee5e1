//! A ruled table → bands of rows with columns of their own: identity and procedure often share one set of rules, and each uses
//! only some of the columns.

use super::lattice::Area;
use super::sheet::Table;
use crate::vocabulary::columns::{Header, header};
use crate::vocabulary::labels;
use std::ops::Range;

/// Rows of one table that have their columns in common.
#[derive(Debug)]
pub(super) struct Band {
    /// Its rows in the table.
    pub rows: Range<usize>,
    /// The first of the table's columns that each of its columns takes up.
    pub columns: Vec<usize>,
    /// It begins with the header of a procedure, where names of offices are lanes.
    pub has_lanes: bool,
}

/// The bands of a table from the top; `goes_on` says whether a procedure was begun before it, and becomes true where one begins.
pub(super) fn of_table(table: &Table, goes_on: &mut bool) -> Vec<Band> {
    let rows = table.lattice.ys.len() - 1;
    let Some(header) = header_row(table) else { return vec![band(table, 0..rows, *goes_on)] };
    let was_begun = std::mem::replace(goes_on, true);
    let mut bands = Vec::new();
    if header > 0 {
        // The header may be printed again in the middle of the table, wherever the author thought that a page would begin.
        let is_procedure = was_begun && !holds_identity(table, header);
        bands.push(band(table, 0..header, is_procedure));
    }
    bands.push(Band { has_lanes: true, ..band(table, header..rows, true) });
    bands
}

/// The row in which the header of a procedure begins.
fn header_row(table: &Table) -> Option<usize> {
    let mut rows: Vec<(usize, Header)> = Vec::new();
    for (area, lines) in table.lattice.cells.iter().zip(&table.texts) {
        if lines.is_empty() || lines.len() > 6 {
            continue;
        }
        let text = lines.iter().map(|line| line.text()).collect::<Vec<_>>().join(" ");
        if let Some(found) = header(&text) {
            rows.push((area.row, found));
        }
    }
    let activity = rows.iter().find(|(_, it)| *it == Header::Activity)?.0;
    let others = rows.iter().filter(|(row, it)| *row == activity && *it != Header::Activity).count();
    (others > 0).then_some(activity)
}

/// A label of the identity block stands above this row.
fn holds_identity(table: &Table, row: usize) -> bool {
    let above = table.lattice.cells.iter().zip(&table.texts).take_while(|(area, _)| area.row < row);
    above.into_iter().any(|(_, lines)| lines.first().is_some_and(|line| labels::begins_identity(&line.text())))
}

/// The columns in which a cell of these rows begins; outside a procedure, whose lanes may be empty, only a cell that holds
/// something counts.
fn band(table: &Table, rows: Range<usize>, is_procedure: bool) -> Band {
    let count = table.lattice.xs.len() - 1;
    let mut begins = vec![false; count];
    for (area, lines) in table.lattice.cells.iter().zip(&table.texts) {
        if rows.contains(&area.row) && (is_procedure || !lines.is_empty()) {
            begins[area.column] = true;
        }
    }
    let columns: Vec<usize> = (0..count).filter(|at| begins[*at]).collect();
    Band { rows, columns: if columns.is_empty() { vec![0] } else { columns }, has_lanes: false }
}

impl Band {
    /// The columns of the band that a cell takes up.
    pub fn place(&self, area: Area) -> Range<usize> {
        let first = self.columns.partition_point(|it| *it <= area.column).saturating_sub(1);
        let end = self.columns.partition_point(|it| *it < area.column + area.columns);
        first..end.max(first + 1)
    }

    /// The edges of its columns.
    pub fn edges(&self, table: &Table) -> Vec<f32> {
        let xs = &table.lattice.xs;
        let mut edges: Vec<f32> = self.columns.iter().map(|it| xs[*it]).collect();
        edges.extend(xs.last());
        edges
    }
}
