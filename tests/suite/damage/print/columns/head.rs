//! The header of a page: groups over their columns, names wrapped and stacked.

use super::super::canvas::Canvas;
use super::super::wrap;
use super::ruler::Ruler;
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Head};

/// A header cell, where it lies.
struct Placed {
    row: usize,
    rows: usize,
    start: usize,
    width: usize,
    lines: Vec<String>,
}

/// Draws the header on top of a page.
pub fn head(grid: &Grid, ruler: &Ruler, form: &Form, canvas: &mut Canvas) {
    let centred = form.has(Fault::CentredHeads);
    let placed = placed(grid, ruler);
    let mut heights = vec![1; grid.head.len()];
    for cell in placed.iter().filter(|cell| cell.rows == 1) {
        heights[cell.row] = heights[cell.row].max(cell.lines.len());
    }
    for cell in placed.iter().filter(|cell| cell.rows > 1) {
        let last = cell.row + cell.rows - 1;
        let have: usize = heights[cell.row..=last].iter().sum();
        heights[last] += cell.lines.len().saturating_sub(have);
    }
    let first = canvas.height();
    for cell in &placed {
        let top: usize = first + heights[..cell.row].iter().sum::<usize>();
        let height: usize = heights[cell.row..cell.row + cell.rows].iter().sum();
        let down = if centred { (height - cell.lines.len()) / 2 } else { 0 };
        for (at, line) in cell.lines.iter().enumerate() {
            let room = cell.width.saturating_sub(line.chars().count()) / 2;
            let indent = if centred || cell.width > 30 && cell.rows == 1 { room } else { 0 };
            canvas.put(top + down + at, cell.start + indent, line);
        }
    }
}

fn placed(grid: &Grid, ruler: &Ruler) -> Vec<Placed> {
    let mut taken = vec![0; grid.roles.len()];
    let mut out = Vec::new();
    for (row, cells) in grid.head.iter().enumerate() {
        let mut column = 0;
        for Head { text, columns, rows } in cells {
            while taken[column] > row {
                column += 1;
            }
            let (start, _) = ruler.0[column];
            let (last, width) = ruler.0[column + columns - 1];
            let width = last + width - start;
            out.push(Placed { row, rows: *rows, start, width, lines: wrap(text, width) });
            taken[column..column + columns].fill(row + rows);
            column += columns;
        }
    }
    out
}
