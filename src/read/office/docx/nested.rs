//! A table within the cell of another → rows and columns of the outer one, where it is what fills the cell: the labels and values
//! of the identity block beside the letterhead.

use super::blocks::{Block, Merge, Table, TableCell, TableRow};
use std::ops::Range;

/// A smaller table in a cell is read as lines of it.
const FEWEST_ROWS: usize = 3;

/// Edges that are closer, in points, are one.
const SAME_EDGE: f32 = 3.0;

/// A word that names something is not shorter.
const SHORTEST_WORD: usize = 3;

/// A table in the cell of a row, and where its edges stand in the outer one.
struct Inner {
    row: usize,
    cell: usize,
    table: Table,
    edges: Vec<f32>,
}

impl Table {
    /// Takes the tables in its cells in, row by row; the other cells of such a row reach down over all of them.
    pub fn unnest(&mut self) {
        // Each time one level of tables.
        loop {
            let outer = edges(&self.widths, 0.0);
            let places: Vec<(usize, usize)> =
                (0..self.rows.len()).filter_map(|row| Some((row, nested(&self.rows[row])?))).collect();
            let found: Vec<Inner> =
                places.into_iter().filter_map(|(row, cell)| self.take_out(row, cell, &outer)).collect();
            if found.is_empty() {
                return;
            }
            self.take_in(found, &outer);
        }
    }

    fn take_out(&mut self, row: usize, cell: usize, outer: &[f32]) -> Option<Inner> {
        let holder = &mut self.rows[row].cells[cell];
        let (left, right) = (*outer.get(holder.columns.start)?, *outer.get(holder.columns.end)?);
        let is_of_table = |it: Block| if let Block::Table(it) = it { Some(it) } else { None };
        let table = std::mem::take(&mut holder.blocks).into_iter().find_map(is_of_table)?;
        let own = edges(&table.widths, left);
        let scale = (right - left) / (own[own.len() - 1] - left).max(1.0);
        let edges = own.iter().map(|it| left + (it - left) * scale).collect();
        Some(Inner { row, cell, table, edges })
    }

    fn take_in(&mut self, found: Vec<Inner>, outer: &[f32]) {
        let all = common_edges(outer, found.iter().flat_map(|it| it.edges.iter().copied()));
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.columns = columns(cell, outer, &all);
        }
        let mut found = found.into_iter().peekable();
        for (at, row) in std::mem::take(&mut self.rows).into_iter().enumerate() {
            match found.next_if(|inner| inner.row == at) {
                Some(inner) => self.rows.extend(inner.beside(row, &all)),
                None => self.rows.push(row),
            }
        }
        self.widths = all.windows(2).map(|pair| pair[1] - pair[0]).collect();
    }
}

impl Inner {
    /// Its rows, each with the other cells of the row that held it, which reach down over all of them.
    fn beside(self, outer: TableRow, all: &[f32]) -> Vec<TableRow> {
        let count = self.table.rows.len() as f32;
        let mut others = outer.cells;
        let number = others.remove(self.cell).number;
        let mut rows = Vec::with_capacity(self.table.rows.len());
        for (below, mut row) in self.table.rows.into_iter().enumerate() {
            for cell in &mut row.cells {
                cell.columns = columns(cell, &self.edges, all);
                cell.number = number;
            }
            row.cells.extend(others.iter_mut().map(|cell| TableCell {
                merge: if below == 0 { Merge::Begins } else { Merge::GoesOn },
                columns: cell.columns.clone(),
                blocks: std::mem::take(&mut cell.blocks),
                ..*cell
            }));
            row.cells.sort_by_key(|cell| cell.columns.start);
            row.number = outer.number;
            row.height = row.height.or(outer.height.map(|(height, is_exact)| (height / count, is_exact)));
            rows.push(row);
        }
        if let Some(first) = rows.first_mut() {
            first.asides.extend(outer.asides);
        }
        rows
    }
}

/// The columns of a cell, whose edges are these, among all edges.
fn columns(cell: &TableCell, own: &[f32], all: &[f32]) -> Range<usize> {
    let place = |at: usize| own.get(at).map_or(all.len() - 1, |edge| nearest(all, *edge));
    place(cell.columns.start)..place(cell.columns.end)
}

/// The edges of the outer table and those within, ascending; such as nearly meet are one.
fn common_edges(outer: &[f32], within: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut all = outer.to_vec();
    all.sort_by(f32::total_cmp);
    let mut new: Vec<f32> = within.filter(|edge| (all[nearest(&all, *edge)] - edge).abs() > SAME_EDGE).collect();
    new.sort_by(f32::total_cmp);
    new.dedup_by(|later, kept| *later - *kept <= SAME_EDGE);
    all.extend(new);
    all.sort_by(f32::total_cmp);
    all
}

/// The cell of a row whose table fills it, is of names and what they name, and the only one of the row.
fn nested(row: &TableRow) -> Option<usize> {
    let mut holding = row.cells.iter().enumerate().filter(|(_, cell)| cell.blocks.iter().any(is_table));
    let (index, cell) = holding.next().filter(|_| !row.is_gone)?;
    let is_only = holding.next().is_none() && row.cells.iter().all(|it| it.merge == Merge::None);
    (is_only && row.cells.len() > 1 && sole_table(cell).is_some_and(names_values)).then_some(index)
}

fn is_table(block: &Block) -> bool {
    matches!(block, Block::Table(_))
}

/// The table of a cell that holds nothing else.
fn sole_table(cell: &TableCell) -> Option<&Table> {
    let is_blank = |it: &&Block| matches!(it, Block::Paragraph(it) if it.text.trim().is_empty() && it.drawn.is_empty());
    let mut blocks = cell.blocks.iter().filter(|it| !is_blank(it));
    match (blocks.next(), blocks.next()) {
        (Some(Block::Table(table)), None) => Some(table),
        _ => None,
    }
}

/// Its rows begin with words, and no numbers of a list, and something stands beside them.
fn names_values(table: &Table) -> bool {
    let names = |row: &&TableRow| {
        let texts = row.cells.iter().map(|cell| super::blocks::CellText::of(&cell.blocks).text);
        let mut filled = texts.filter(|text| !text.is_empty());
        let is_word =
            filled.next().is_some_and(|it| it.chars().filter(|it| it.is_alphabetic()).count() >= SHORTEST_WORD);
        is_word && filled.next().is_some()
    };
    table.rows.len() >= FEWEST_ROWS && table.rows.iter().filter(names).count() * 2 > table.rows.len()
}

/// Where the columns of these widths begin, and the last ends.
fn edges(widths: &[f32], left: f32) -> Vec<f32> {
    let mut edge = left;
    let ends = widths.iter().map(|width| {
        edge += width;
        edge
    });
    std::iter::once(left).chain(ends).collect()
}

/// The place of the edge, among ascending ones, that is nearest.
fn nearest(edges: &[f32], edge: f32) -> usize {
    let behind = edges.partition_point(|it| *it < edge).min(edges.len() - 1);
    let before = behind.saturating_sub(1);
    if (edge - edges[before]).abs() <= (edges[behind] - edge).abs() { before } else { behind }
}
