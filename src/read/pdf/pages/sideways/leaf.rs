//! A document cut into its pages, each with its rows and grids, whose positions count within it; and bound together again.

use crate::document::{Document, Drawing, Grid, Page, Row};

/// Pages of one size differ by no more.
const SAME_SIZE: f32 = 1.0;

/// One page with what stands on it.
#[derive(Debug)]
pub(super) struct Leaf {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Its grids, by position in [`Self::rows`].
    pub grids: Vec<Grid>,
    /// Size and drawing.
    pub page: Page,
    /// For each row what its first text goes on, if anything; empty where no row does.
    pub heads: Vec<Option<Head>>,
}

/// The part of a text that stands before the edge of the page.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// What it says.
    pub text: String,
    /// A blank parts it from the rest.
    pub is_apart: bool,
}

impl Head {
    /// Where in `rest` begins what the left page does not say, if that page ends with this text: a letter on the edge is printed
    /// on both.
    pub fn goes_on(&self, left: &str, rest: &str) -> Option<usize> {
        let (left, head) = (left.trim(), self.text.trim());
        // The column before may stand a single blank apart.
        let ends =
            |text: &str| text.strip_suffix(head).is_some_and(|before| before.is_empty() || before.ends_with(' '));
        if ends(left) {
            return Some(0);
        }
        let twice = left.chars().next_back()?;
        let is_twice = rest.starts_with(twice) && ends(left[..left.len() - twice.len_utf8()].trim_end());
        is_twice.then(|| twice.len_utf8())
    }
}

impl Leaf {
    /// The grid that holds a row.
    pub fn grid_of(&self, row: usize) -> Option<usize> {
        let after = self.grids.partition_point(|grid| grid.rows.end <= row);
        self.grids.get(after).filter(|grid| grid.rows.contains(&row)).map(|_| after)
    }

    /// Both are printed on the same paper.
    pub fn is_as_large_as(&self, other: &Self) -> bool {
        let near = |(one, other): ((f32, f32), (f32, f32))| {
            (one.0 - other.0).abs() <= SAME_SIZE && (one.1 - other.1).abs() <= SAME_SIZE
        };
        self.page.size.zip(other.page.size).is_none_or(near)
    }
}

/// The pages of a document, out of which its rows, grids and pages are taken; `None`, and nothing is, where not all stand on pages.
pub(super) fn cut(document: &mut Document) -> Option<Vec<Option<Leaf>>> {
    let mut end = 0;
    let mut grids = document.grids.iter().peekable();
    for page in &document.pages {
        let follows = page.rows.start == end && page.rows.end >= end;
        end = page.rows.end;
        while grids.next_if(|grid| page.rows.start <= grid.rows.start && grid.rows.end <= end).is_some() {}
        if !follows {
            return None;
        }
    }
    if end != document.rows.len() || grids.peek().is_some() {
        return None;
    }
    let mut rows = std::mem::take(&mut document.rows).into_iter();
    let mut grids = std::mem::take(&mut document.grids).into_iter().peekable();
    let leaf = |mut page: Page| {
        let start = page.rows.start;
        let own = std::iter::from_fn(|| grids.next_if(|grid| grid.rows.end <= page.rows.end));
        let own = own.map(|it| Grid { rows: it.rows.start - start..it.rows.end - start, edges: it.edges }).collect();
        let leaf_rows = rows.by_ref().take(page.rows.len()).collect();
        replace_cells(&mut page.drawing, |(row, position)| (row.saturating_sub(start), position));
        Some(Leaf { rows: leaf_rows, grids: own, page, heads: Vec::new() })
    };
    Some(std::mem::take(&mut document.pages).into_iter().map(leaf).collect())
}

/// Puts the pages that are left back into the document.
pub(super) fn bind(document: &mut Document, leaves: Vec<Option<Leaf>>) {
    for Leaf { rows, grids, mut page, .. } in leaves.into_iter().flatten() {
        let start = document.rows.len();
        document.rows.extend(rows);
        let moved = |it: Grid| Grid { rows: it.rows.start + start..it.rows.end + start, edges: it.edges };
        document.grids.extend(grids.into_iter().map(moved));
        page.rows = start..document.rows.len();
        replace_cells(&mut page.drawing, |(row, position)| (row + start, position));
        document.pages.push(page);
    }
}

/// Gives all that is tied to a cell another row and position.
pub(super) fn replace_cells(drawing: &mut Drawing, place: impl Fn((usize, usize)) -> (usize, usize)) {
    let shapes = drawing.shapes.iter_mut().map(|it| &mut it.cell);
    let labels = drawing.labels.iter_mut().map(|it| &mut it.cell);
    let ends = drawing.connectors.iter_mut().flat_map(|it| [&mut it.from.cell, &mut it.to.cell]);
    for cell in shapes.chain(labels).chain(ends) {
        *cell = cell.map(&place);
    }
}
