//! Places of pages → places over the cells of a sheet, and their anchors.

use super::sheet::{DOT, Sheet};
use crate::layout::Point;
use crate::render::drawingml::{EMU, Frame, Spot};
use std::fmt::Write;

/// Where the parts of one page went on a sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// The left edge of the cells on the page.
    left: i32,
    /// Stretches of the page, from top to bottom: from where to where, and the row of the sheet they begin at.
    parts: Vec<(i32, i32, usize)>,
}

/// Edges of the cells of a sheet, in EMU.
pub(super) struct Edges {
    columns: Vec<i64>,
    rows: Vec<i64>,
}

impl Edges {
    pub fn of(sheet: &Sheet) -> Self {
        let edges = |sizes: &[i32]| {
            let mut edge = 0;
            let ends = sizes.iter().map(|size| {
                edge += i64::from(size * DOT) * EMU;
                edge
            });
            std::iter::once(0).chain(ends).collect()
        };
        Self { columns: edges(&sheet.columns), rows: edges(&sheet.rows) }
    }

    /// A corner of an anchor: the cell, and how far into it.
    fn corner(&self, name: &str, spot: Spot) -> String {
        let find = |edges: &[i64], at: i64| {
            let cell = edges.partition_point(|edge| *edge <= at).saturating_sub(1);
            (cell, at - edges.get(cell).copied().unwrap_or(0))
        };
        let (column, right) = find(&self.columns, spot.x.max(0));
        let (row, down) = find(&self.rows, spot.y.max(0));
        format!(
            "<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{right}</xdr:colOff><xdr:row>{row}</xdr:row>\
             <xdr:rowOff>{down}</xdr:rowOff></xdr:{name}>"
        )
    }

    /// Writes what lies in that box, anchored in its cells so that it moves with them.
    pub fn write_anchored(&self, out: &mut String, frame: Frame, inner: &str) {
        // Writing to a String does not fail.
        let _ = write!(
            out,
            "<xdr:twoCellAnchor editAs=\"twoCell\">{}{}{inner}<xdr:clientData/></xdr:twoCellAnchor>",
            self.corner("from", frame.at),
            self.corner("to", frame.end())
        );
    }

    /// Where a place of a page lies.
    pub fn spot(&self, places: &Places, point: Point) -> Spot {
        let x = i64::from(point.x - places.left) * EMU;
        let after = places.parts.partition_point(|(from, ..)| *from <= point.y);
        let Some((from, to, row)) = places.parts.get(after.saturating_sub(1)) else { return Spot::new(x, 0) };
        let down = i64::from(point.y.clamp(*from, *to) - from) * EMU;
        Spot::new(x, self.rows.get(*row).copied().unwrap_or(0) + down)
    }
}

impl Places {
    /// Nothing of the page has its place yet.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub fn from(left: i32) -> Self {
        Self { left, parts: Vec::new() }
    }

    /// The stretch from there to there begins at that row.
    pub fn add(&mut self, (from, to): (i32, i32), row: usize) {
        self.parts.push((from, to, row));
    }
}

/// Edges of cells on a page → sizes in whole dots that add up.
pub(super) fn dots(edges: &[i32]) -> Vec<i32> {
    let at = |edge: i32| (edge - edges[0] + DOT / 2) / DOT;
    edges.windows(2).map(|pair| (at(pair[1]) - at(pair[0])).max(1)).collect()
}
