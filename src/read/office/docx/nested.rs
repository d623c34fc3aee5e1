//! A table within the cell of another → rows and columns of the outer one, where it is what fills the cell: the labels and values
//! of the identity block beside the letterhead.

use super::blocks::{Block, Merge, Table, TableCell, TableRow};

/// A smaller table in a cell is read as lines of it.
const FEWEST_ROWS: usize = 3;

/// Edges that are closer, in points, are one.
const SAME_EDGE: f32 = 3.0;

/// A word that names something is not shorter.
const SHORTEST_WORD: usize = 3;

impl Table {
    /// Takes the tables in its cells in, row by row; the other cells of such a row reach down over all of them.
    pub fn unnest(&mut self) {
        while let Some((at, index)) = self.nested() {
            let cell = &mut self.rows[at].cells[index];
            let blocks = std::mem::take(&mut cell.blocks);
            if let Some(inner) =
                blocks.into_iter().find_map(|it| if let Block::Table(it) = it { Some(it) } else { None })
            {
                self.take_in(at, index, inner);
            }
        }
    }

    /// Row and cell of the first table that fills its cell, is of names and what they name, and the only one of its row.
    fn nested(&self) -> Option<(usize, usize)> {
        self.rows.iter().enumerate().filter(|(_, row)| !row.is_gone).find_map(|(at, row)| {
            let mut holding = row.cells.iter().enumerate().filter(|(_, cell)| cell.blocks.iter().any(is_table));
            let (index, cell) = holding.next()?;
            let is_only = holding.next().is_none() && row.cells.iter().all(|it| it.merge == Merge::None);
            (is_only && row.cells.len() > 1 && sole_table(cell).is_some_and(names_values)).then_some((at, index))
        })
    }

    fn take_in(&mut self, at: usize, index: usize, inner: Table) {
        let outer_edges = edges(&self.widths, 0.0);
        let left = outer_edges[self.rows[at].cells[index].columns.start];
        let right = outer_edges[self.rows[at].cells[index].columns.end];
        let inner_edges = edges(&inner.widths, left);
        let scale = (right - left) / (inner_edges[inner_edges.len() - 1] - left).max(1.0);
        let inner_edges: Vec<f32> = inner_edges.iter().map(|it| left + (it - left) * scale).collect();
        let mut all = outer_edges.clone();
        for edge in &inner_edges {
            if all.iter().all(|it| (it - edge).abs() > SAME_EDGE) {
                all.push(*edge);
            }
        }
        all.sort_by(f32::total_cmp);
        let place = |edge: f32| nearest(&all, edge);
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.columns = place(outer_edges[cell.columns.start])..place(outer_edges[cell.columns.end]);
        }
        let outer = std::mem::take(&mut self.rows[at]);
        let mut rows = Vec::with_capacity(inner.rows.len());
        let mut outer_cells = outer.cells;
        let number = outer_cells[index].number;
        let count = inner.rows.len();
        for (below, mut row) in inner.rows.into_iter().enumerate() {
            for cell in &mut row.cells {
                cell.columns = place(inner_edges[cell.columns.start])..place(inner_edges[cell.columns.end]);
                cell.number = number;
            }
            let beside = outer_cells.iter_mut().enumerate().filter(|(other, _)| *other != index);
            let beside = beside.map(|(_, cell)| TableCell {
                merge: if below == 0 { Merge::Begins } else { Merge::GoesOn },
                columns: cell.columns.clone(),
                blocks: std::mem::take(&mut cell.blocks),
                ..*cell
            });
            row.cells.extend(beside);
            row.cells.sort_by_key(|cell| cell.columns.start);
            row.number = outer.number;
            row.height = row.height.or(outer.height.map(|(height, is_exact)| (height / count as f32, is_exact)));
            rows.push(row);
        }
        if let Some(first) = rows.first_mut() {
            first.asides.extend(outer.asides);
        }
        self.rows.splice(at..=at, rows);
        self.widths = all.windows(2).map(|pair| pair[1] - pair[0]).collect();
    }
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

fn nearest(edges: &[f32], edge: f32) -> usize {
    let distance = |at: &usize| (edges[*at] - edge).abs();
    (0..edges.len()).min_by(|one, other| distance(one).total_cmp(&distance(other))).unwrap_or(0)
}
