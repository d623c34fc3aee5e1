//! Cells of text that go on over several rows: their lines are dealt out to these rows, so that rows can be measured and cut
//! like any other, and are drawn in one cell on every page that has some of the rows.

use super::band::Band;
use super::draw::Area;
use super::pen::PAD;
use super::sheets::Sheet;
use super::table::TEXT_COLUMNS;
use super::typeset::Line;
use crate::model::{ColumnRole, Sop, StepField};
use std::collections::BTreeMap;
use std::ops::Range;

/// Which rows share a cell, for each of [`TEXT_COLUMNS`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Spans {
    /// Of each row the rows of its cell; empty for a column without merged cells.
    rows: [Vec<Range<usize>>; 6],
}

impl Spans {
    pub fn of(sop: &Sop) -> Self {
        let is_merged = |field: StepField| sop.steps.iter().any(|step| step.merged.contains(&field));
        let rows = TEXT_COLUMNS.map(|role| match field_of(role).filter(|field| is_merged(*field)) {
            Some(field) => extents(&sop.cell_tops(field)),
            None => Vec::new(),
        });
        Self { rows }
    }

    /// The rows that the cell of a row takes up in that column.
    pub fn rows(&self, at: usize, row: usize) -> Range<usize> {
        self.rows[at].get(row).cloned().unwrap_or(row..row + 1)
    }

    /// Which of so many lines of its cell a row has to hold.
    pub fn share(&self, (at, row): (usize, usize), lines: usize) -> Range<usize> {
        let rows = self.rows(at, row);
        let each = lines.div_ceil(rows.len().max(1));
        let place = |row: usize| ((row - rows.start) * each).min(lines);
        place(row)..place(row + 1)
    }
}

fn field_of(role: ColumnRole) -> Option<StepField> {
    match role {
        ColumnRole::Requirements => Some(StepField::Requirements),
        ColumnRole::Duration => Some(StepField::Duration),
        ColumnRole::Outputs => Some(StepField::Outputs),
        ColumnRole::Note => Some(StepField::Note),
        _ => None,
    }
}

/// Of each row, all rows that have the same top.
fn extents(tops: &[usize]) -> Vec<Range<usize>> {
    let groups = tops.chunk_by(|one, other| one == other);
    let extent = |group: &[usize]| vec![group[0]..group[0] + group.len(); group.len()];
    groups.flat_map(extent).collect()
}

/// The cells of the rows of a table that go on over several bands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cells {
    /// Of each column and band, the first band of its cell; empty for a column without such cells.
    tops: [Vec<usize>; 6],
    /// By column and first band all lines of a cell, where they have room on every page that has some of its rows: they stand
    /// on each of them. The text of any other goes on from page to page.
    whole: BTreeMap<(usize, usize), Vec<Line>>,
}

impl Cells {
    /// The cells of bands that have been cut into these sheets; a line takes `leading`.
    pub fn of(bands: &[Band], sheets: &[Sheet], leading: i32) -> Self {
        let mut cells = Self::default();
        for at in (0..TEXT_COLUMNS.len()).filter(|at| bands.iter().any(|band| band.joined[*at])) {
            let mut tops: Vec<usize> = Vec::with_capacity(bands.len());
            for (place, band) in bands.iter().enumerate() {
                let top = tops.last().copied().filter(|_| band.joined[at]).unwrap_or(place);
                tops.push(top);
                if top < place {
                    let whole = cells.whole.entry((at, top)).or_insert_with(|| bands[top].lines[at].clone());
                    whole.extend(band.lines[at].iter().cloned());
                }
            }
            cells.tops[at] = tops;
            sheets.iter().for_each(|sheet| cells.part_where_cramped(at, (bands, sheet), leading));
        }
        cells
    }

    /// Texts that have no room in the rows that this sheet has of their cell go on from page to page.
    fn part_where_cramped(&mut self, at: usize, (bands, sheet): (&[Band], &Sheet), leading: i32) {
        let mut start = sheet.bands.start;
        while start < sheet.bands.end {
            let run = run(bands, sheet, at, start);
            let key = (at, self.tops[at][start]);
            let heights = &sheet.heights[run.start - sheet.bands.start..run.end - sheet.bands.start];
            let height = heights.iter().sum::<i32>() - bands[start].heads.height();
            if self.whole.get(&key).is_some_and(|lines| lines.len() as i32 * leading + 2 * PAD > height) {
                self.whole.remove(&key);
            }
            start = run.end;
        }
    }

    /// What stands in that column from this band on; none where the cell of a band above, on the same page, reaches over it.
    /// `areas` are those of the sheet's rows, their headings left out.
    pub fn shown(
        &self,
        (bands, sheet): (&[Band], &Sheet),
        (at, band): (usize, usize),
        areas: &[Area],
    ) -> Option<Shown> {
        let goes_on = bands[band].joined[at];
        if goes_on && band > sheet.bands.start {
            return None;
        }
        let own = run(bands, sheet, at, band);
        let height = areas[own.end - 1 - sheet.bands.start].bottom() - areas[band - sheet.bands.start].y;
        let whole = self.tops[at].get(band).and_then(|top| self.whole.get(&(at, *top)));
        let slices = || bands[own].iter().flat_map(|band| band.lines[at].iter().cloned()).collect();
        let lines = whole.cloned().unwrap_or_else(slices);
        Some(Shown { lines, height, again: goes_on && whole.is_some() })
    }
}

/// The bands on a sheet from `start` on that share one cell.
fn run(bands: &[Band], sheet: &Sheet, at: usize, start: usize) -> Range<usize> {
    let more = bands[start + 1..sheet.bands.end].iter().take_while(|band| band.joined[at]).count();
    start..start + 1 + more
}

/// What a page shows of a cell that begins on it, or goes on on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub lines: Vec<Line>,
    /// Height of the rows on the page that it takes up.
    pub height: i32,
    /// It only repeats what an earlier page said.
    pub again: bool,
}
