//! Places of a page → the step and the actor they belong to.

use crate::document::Document;
use crate::parse::table::{Procedure, Table};
use crate::source::{Frame, Point};
use std::ops::Range;

/// The step and the actor, both by position from 0.
pub(super) type Seat = (usize, usize);

/// Which rows belong to which step, and which columns to which actor.
pub(super) struct Zones {
    /// First row of each step, rising, with the step; a step goes on until the next begins.
    starts: Vec<(usize, usize)>,
    parts: Vec<Part>,
}

/// A stretch of rows in one grid.
struct Part {
    page: usize,
    rows: Range<usize>,
    /// First and one past the last position of each actor's column, with the actor.
    lanes: Vec<(Range<usize>, usize)>,
    /// The same in points.
    sides: Vec<(f32, f32, usize)>,
    /// Upper edge of each step's first row here, rising, and the lower edge of the last row.
    tops: Vec<(f32, usize)>,
    bottom: f32,
}

impl Zones {
    /// The zones of the tables of one SOP.
    pub fn of(document: &Document, tables: &[Table], procedure: &Procedure) -> Self {
        let mut starts: Vec<(usize, usize)> = Vec::new();
        for (step, lanes) in procedure.lanes.iter().enumerate() {
            starts.extend(lanes.rows.first().map(|row| (*row, step)));
        }
        starts.sort_unstable();
        starts.dedup_by_key(|it| it.0);
        let mut zones = Self { starts, parts: Vec::new() };
        for (table, places) in tables.iter().zip(&procedure.places) {
            let reach = zones.reach(document, table);
            for (at, page) in document.pages.iter().enumerate() {
                let rows = page.rows.start.max(reach.start)..page.rows.end.min(reach.end);
                for grid in document.grids.iter().filter(|it| it.rows.start < rows.end && rows.start < it.rows.end) {
                    let rows = rows.start.max(grid.rows.start)..rows.end.min(grid.rows.end);
                    zones.parts.extend(zones.part(document, table, places, (at, rows)));
                }
            }
        }
        zones
    }

    /// The rows of a table with the empty ones behind its last: symbols of the last step may stand there.
    fn reach(&self, document: &Document, table: &Table) -> Range<usize> {
        let more = document.rows[table.rows.end.min(document.rows.len())..].iter().take_while(|row| row.is_blank());
        table.rows.start..table.rows.end + more.count()
    }

    fn part(
        &self,
        document: &Document,
        table: &Table,
        places: &[usize],
        (page, rows): (usize, Range<usize>),
    ) -> Option<Part> {
        let first = table.body.iter().find(|row| rows.contains(row)).copied().unwrap_or(rows.start);
        let columns = table.columns_at(first);
        let edges = &document.grid_of(first)?.edges;
        let mut lanes = Vec::new();
        for (lane, (position, _)) in columns.lanes.iter().enumerate() {
            let end = columns.position_after(*position).min(columns.width.max(position + 1));
            lanes.push((*position..end, *places.get(lane)?));
        }
        let sides = lanes
            .iter()
            .filter_map(|(range, lane)| Some((*edges.get(range.start)?, *edges.get(range.end)?, *lane)))
            .collect();
        let mut tops: Vec<(f32, usize)> = Vec::new();
        for row in (first..rows.end).filter(|row| rows.contains(row)) {
            if let (Some(step), Some((top, _))) = (self.step_of(row), document.rows[row].extent)
                && tops.last().is_none_or(|(_, known)| *known != step)
            {
                tops.push((top, step));
            }
        }
        tops.sort_by(|one, other| one.0.total_cmp(&other.0));
        let bottom = document.rows[rows.clone()].iter().filter_map(|row| row.extent).map(|it| it.1);
        let bottom = bottom.fold(f32::NEG_INFINITY, f32::max);
        Some(Part { page, rows, lanes, sides, tops, bottom })
    }

    /// The pages on which steps stand, each once.
    pub fn pages(&self) -> Vec<usize> {
        let mut pages: Vec<usize> = self.parts.iter().map(|part| part.page).collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    fn step_of(&self, row: usize) -> Option<usize> {
        let at = self.starts.partition_point(|(start, _)| *start <= row).checked_sub(1)?;
        Some(self.starts[at].1)
    }

    /// Whose cell this is, by row and position.
    pub fn seat_of_cell(&self, (row, position): (usize, usize)) -> Option<Seat> {
        let part = self.parts.iter().find(|part| part.rows.contains(&row))?;
        let (_, lane) = part.lanes.iter().find(|(range, _)| range.contains(&position))?;
        Some((self.step_of(row)?, *lane))
    }

    /// Whose place this is on a page.
    pub fn seat_at(&self, page: usize, point: Point) -> Option<Seat> {
        self.parts.iter().filter(|part| part.page == page).find_map(|part| {
            let (.., lane) = part.sides.iter().find(|(left, right, _)| (*left..*right).contains(&point.x))?;
            if point.y > part.bottom {
                return None;
            }
            let at = part.tops.partition_point(|(top, _)| *top <= point.y).checked_sub(1)?;
            Some((part.tops[at].1, *lane))
        })
    }

    /// The box lies over the table on this page, or beside it between its first and last step.
    pub fn touches(&self, page: usize, frame: Frame) -> bool {
        self.parts
            .iter()
            .filter(|part| part.page == page)
            .any(|part| part.tops.first().is_some_and(|(top, _)| frame.bottom >= *top) && frame.top <= part.bottom)
    }
}
