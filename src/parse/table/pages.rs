//! A table that goes on on a page with a grid of its own, without a header: its columns are those that lie under the first ones.

use super::fit::fit;
use super::{Columns, Table};
use crate::document::Document;

/// Gives the rows of each page their columns: by the geometry of the page where it is known, else by what stands in them.
pub(in crate::parse) fn refit(document: &Document, table: &mut Table) {
    below_first(document, table);
    fit(&document.rows, table);
}

fn below_first(document: &Document, table: &mut Table) {
    let Some(home) = document.grid_of(table.rows.start).filter(|grid| grid.edges.len() > 1) else { return };
    let first = document.grids.partition_point(|grid| grid.rows.start <= home.rows.start);
    let pages = document.grids[first..].iter().take_while(|grid| grid.rows.start < table.rows.end);
    for grid in pages.filter(|grid| grid.edges.len() > 1 && grid.edges.len() != home.edges.len()) {
        if table.later.iter().any(|(row, _)| grid.rows.contains(row)) {
            continue;
        }
        let shift = grid.edges[0] - home.edges[0];
        let below = |position: usize| {
            let right = home.edges.get(table.columns.position_after(position)).or(home.edges.last())?;
            let middle = (home.edges.get(position)? + right) / 2.0 + shift;
            let at = grid.edges.partition_point(|edge| *edge <= middle).checked_sub(1)?;
            (at + 1 < grid.edges.len()).then_some(at)
        };
        let columns = table.columns.moved(below, grid.edges.len() - 1);
        let place = table.later.partition_point(|(row, _)| *row < grid.rows.start);
        table.later.insert(place, (grid.rows.start, columns));
    }
}

impl Columns {
    /// The same columns at other positions; one that has none there is gone.
    fn moved(&self, to: impl Fn(usize) -> Option<usize>, width: usize) -> Self {
        let at = |position: Option<usize>| position.and_then(&to);
        Self {
            number: at(self.number),
            activity: at(self.activity),
            lanes: self.lanes.iter().map(|(position, name)| (to(*position).unwrap_or(width), name.clone())).collect(),
            actor_names: at(self.actor_names),
            requirements: at(self.requirements),
            durations: self.durations.iter().filter_map(|(position, unit)| Some((to(*position)?, *unit))).collect(),
            outputs: at(self.outputs),
            note: at(self.note),
            width,
            ..self.clone()
        }
    }
}
