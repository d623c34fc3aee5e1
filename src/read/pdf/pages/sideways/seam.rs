//! Two pages that lie beside one another → one: rows at one height become one row.

use super::leaf::{Head, Leaf, replace_cells};
use crate::document::{Cell, Drawing, Layout, Page, Row};
use crate::source::{Frame, Point};

/// Tops of one row on two pages differ by no more.
pub(super) const NEAR: f32 = 1.5;
/// Columns between lines of two pages.
const GAP: usize = 2;
/// A wider gap than this share of its height parts a line from that above.
const BLANK_LINE: f32 = 0.9;

/// The rows of two pages that stand at one height.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    /// That of the left page.
    pub left: Option<usize>,
    /// That of the right page.
    pub right: Option<usize>,
}

fn top(row: &Row) -> Option<f32> {
    row.extent.map(|it| it.0)
}

/// The rows of both pages from the top; those of no known height stay where they are on the left page, and go on the right.
pub(super) fn pairs(left: &[Row], right: &[Row]) -> Vec<Pair> {
    let mut all = Vec::with_capacity(left.len() + right.len());
    let mut others = right.iter().enumerate().filter_map(|(at, row)| Some((at, top(row)?))).peekable();
    for (index, row) in left.iter().enumerate() {
        let Some(top) = top(row) else {
            all.push(Pair { left: Some(index), right: None });
            continue;
        };
        while let Some((other, _)) = others.next_if(|other| other.1 < top - NEAR) {
            all.push(Pair { left: None, right: Some(other) });
        }
        let beside = others.next_if(|other| other.1 <= top + NEAR);
        all.push(Pair { left: Some(index), right: beside.map(|other| other.0) });
    }
    all.extend(others.map(|(other, _)| Pair { left: None, right: Some(other) }));
    all
}

/// Appends the cells of a page that is one table to the rows of the tables on the left page.
pub(super) fn join_grids(left: &mut Leaf, right: Leaf) {
    let Some(edges) = right.grids.first().map(|grid| grid.edges.clone()).filter(|edges| edges.len() >= 2) else {
        return;
    };
    let pairs = pairs(&left.rows, &right.rows);
    let mut moved = Moved::of(&pairs, left.rows.len(), right.rows.len());
    let widths: Vec<usize> = left.grids.iter().map(|grid| grid.edges.len().saturating_sub(1)).collect();
    let ends: Vec<usize> = left.grids.iter().map(|grid| moved.left[grid.rows.end]).collect();
    moved.close(&pairs, left, &right);
    let (mut ours, mut theirs) = (std::mem::take(&mut left.rows).into_iter(), with_heads(right.rows, right.heads));
    let mut rows: Vec<Row> = Vec::with_capacity(pairs.len());
    let mut grid = None;
    for (at, pair) in pairs.iter().enumerate() {
        let mut row = match pair.left.and_then(|_| ours.next()) {
            Some(row) => row,
            None => Row { layout: Layout::Cells, ..Row::default() },
        };
        grid = pair.left.map_or(grid, |index| left.grid_of(index));
        let mut other = None;
        if let Some((mut beside, head)) = pair.right.and_then(|_| theirs.next()) {
            go_on(&mut row, &mut beside, head);
            other = Some(beside);
        }
        if let Some(grid) = grid {
            for cell in &mut row.cells {
                cell.rows_below = pair.left.map_or(0, |index| moved.left_below(index, cell.rows_below, ends[grid]));
            }
            pad(&mut row.cells, widths[grid]);
            for mut cell in other.iter_mut().flat_map(|row| row.cells.drain(..)) {
                cell.column += widths[grid];
                cell.end_column += widths[grid];
                cell.rows_below = moved.right_below(pair.right, at, cell.rows_below, ends[grid]);
                row.cells.push(cell);
            }
            pad(&mut row.cells, widths[grid] + edges.len() - 1);
            let below = other.and_then(|it| it.extent).filter(|_| pair.left.is_none());
            if let Some((above, below)) = rows.last_mut().and_then(|it| it.extent.as_mut()).zip(below) {
                above.1 = above.1.min(below.0);
            }
            row.extent = row.extent.or(below);
        }
        rows.push(row);
    }
    left.rows = rows;
    widen(left, &edges, &moved, right.page);
}

/// Moves the grids to where their rows went, and adds the columns and the drawing of the right page.
fn widen(left: &mut Leaf, edges: &[f32], moved: &Moved, right: Page) {
    let width = left.grids.iter().map(|grid| grid.edges.len().saturating_sub(1)).max().unwrap_or_default();
    let place = left.grids.iter().filter_map(|grid| grid.edges.last()).copied().fold(f32::MIN, f32::max) - edges[0];
    for grid in &mut left.grids {
        grid.rows = moved.left[grid.rows.start]..moved.left[grid.rows.end];
        grid.edges.extend(edges[1..].iter().map(|edge| edge + place));
    }
    let at = |moved: &[usize], row: usize| moved.get(row).copied().unwrap_or(row);
    replace_cells(&mut left.page.drawing, |(row, position)| (at(&moved.left, row), position));
    let mut drawing = right.drawing;
    replace_cells(&mut drawing, |(row, position)| (at(&moved.right, row), position + width));
    append(&mut left.page.drawing, drawing, place);
    if let Some(size) = &mut left.page.size {
        size.0 = size.0.max(right.size.unwrap_or_default().0 + place);
    }
}

fn pad(cells: &mut Vec<Cell>, width: usize) {
    for column in cells.len()..width {
        cells.push(Cell { column, end_column: column + 1, ..Cell::default() });
    }
}

/// Where the rows of two pages went.
#[derive(Debug)]
struct Moved {
    /// Those of the left page, and the end.
    left: Vec<usize>,
    /// Those of the right page, and the end.
    right: Vec<usize>,
}

impl Moved {
    fn of(pairs: &[Pair], ours: usize, theirs: usize) -> Self {
        let mut moved = Self { left: vec![pairs.len(); ours + 1], right: vec![pairs.len(); theirs + 1] };
        for (at, pair) in pairs.iter().enumerate() {
            if let Some(index) = pair.left {
                moved.left[index] = at;
            }
            if let Some(index) = pair.right {
                moved.right[index] = at;
            }
        }
        moved
    }

    /// Ends the right page with the row of the left that begins below it.
    fn close(&mut self, pairs: &[Pair], left: &Leaf, right: &Leaf) {
        let Some(bottom) = right.rows.last().and_then(|row| row.extent).map(|it| it.1) else { return };
        let last = self.right[right.rows.len().saturating_sub(1)];
        let is_below =
            |pair: &Pair| pair.left.and_then(|index| top(&left.rows[index])).is_none_or(|top| top >= bottom - NEAR);
        let below = pairs.iter().skip(last + 1).take_while(|pair| !is_below(pair)).count();
        self.right[right.rows.len()] = (last + 1 + below).min(pairs.len());
    }

    fn left_below(&self, row: usize, below: usize, end: usize) -> usize {
        let next = self.left.get(row.saturating_add(below) + 1).copied().unwrap_or(end).min(end);
        next.saturating_sub(self.left[row] + 1)
    }

    fn right_below(&self, row: Option<usize>, at: usize, below: usize, end: usize) -> usize {
        let after = row.unwrap_or_default().saturating_add(below) + 1;
        let next = self.right.get(after).or(self.right.last()).copied().unwrap_or(end).min(end);
        next.saturating_sub(at + 1)
    }
}

/// Sets the lines of a page beside those of the left page.
pub(super) fn join_lines(left: &mut Leaf, right: Leaf) {
    let ours: Vec<Row> = std::mem::take(&mut left.rows).into_iter().filter(|row| !row.is_blank()).collect();
    let (theirs, heads): (Vec<Row>, Vec<Option<Head>>) =
        with_heads(right.rows, right.heads).filter(|(row, _)| !row.is_blank()).unzip();
    let shift = ours.iter().flat_map(|row| &row.cells).map(|cell| cell.end_column).max().unwrap_or_default() + GAP;
    let pairs = pairs(&ours, &theirs);
    let (mut ours, mut theirs) = (ours.into_iter(), with_heads(theirs, heads));
    let mut below: Option<f32> = None;
    for pair in pairs {
        let mut row = pair.left.and_then(|_| ours.next()).unwrap_or_default();
        if let Some((mut other, head)) = pair.right.and_then(|_| theirs.next()) {
            go_on(&mut row, &mut other, head);
            row.extent = match row.extent.zip(other.extent) {
                Some((one, other)) => Some((one.0.min(other.0), one.1.max(other.1))),
                None => row.extent.or(other.extent),
            };
            row.cells.extend(other.cells.into_iter().filter(|cell| !cell.text.is_blank()).map(|mut cell| {
                cell.column += shift;
                cell.end_column += shift;
                cell
            }));
        }
        row.layout = if row.cells.len() > 1 { Layout::Spaced } else { Layout::Plain };
        row.page_start = left.rows.is_empty();
        if let Some((top, bottom)) = row.extent {
            if below.is_some_and(|below| top - below > (bottom - top) * BLANK_LINE) {
                left.rows.push(Row::default());
            }
            below = Some(bottom);
        }
        left.rows.push(row);
    }
    let place = left.page.size.unwrap_or_default().0;
    append(&mut left.page.drawing, right.page.drawing, place);
    if let Some(size) = &mut left.page.size {
        size.0 += right.page.size.unwrap_or_default().0;
    }
}

/// Rows with what their first texts go on.
fn with_heads(rows: Vec<Row>, heads: Vec<Option<Head>>) -> impl Iterator<Item = (Row, Option<Head>)> {
    rows.into_iter().zip(heads.into_iter().chain(std::iter::repeat(None)))
}

/// Puts the rest of a text that the edge of the page cuts back behind its beginning.
fn go_on(row: &mut Row, other: &mut Row, head: Option<Head>) {
    let Some(head) = head else { return };
    let begun = row.cells.iter_mut().rfind(|cell| !cell.text.is_blank());
    let rest = other.cells.iter_mut().find(|cell| !cell.text.is_blank());
    let Some((begun, rest)) = begun.zip(rest) else { return };
    let Some(start) = head.goes_on(begun.text.as_str(), rest.text.as_str()) else { return };
    let whole = std::mem::take(&mut rest.text);
    let rest = whole.slice(&whole.as_str()[start..]);
    if head.is_apart {
        begun.text.join(' ', &rest);
    } else {
        begun.text.append(&rest);
    }
}

/// Adds a drawing that lies so far to the right.
fn append(drawing: &mut Drawing, other: Drawing, place: f32) {
    let shapes = drawing.shapes.len();
    let aside = |frame: Frame| Frame { left: frame.left + place, right: frame.right + place, ..frame };
    let along = |point: Point| Point { x: point.x + place, ..point };
    drawing.shapes.extend(other.shapes.into_iter().map(|mut shape| {
        shape.frame = aside(shape.frame);
        shape
    }));
    drawing.labels.extend(other.labels.into_iter().map(|mut label| {
        label.frame = aside(label.frame);
        label
    }));
    drawing.connectors.extend(other.connectors.into_iter().map(|mut connector| {
        for end in [&mut connector.from, &mut connector.to] {
            end.at = along(end.at);
            end.glued = end.glued.map(|shape| shape + shapes);
        }
        connector.bends.iter_mut().for_each(|point| *point = along(*point));
        connector
    }));
}
