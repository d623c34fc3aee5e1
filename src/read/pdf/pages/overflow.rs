//! Lines of a cell too low for its text, which are printed over the cells below and above it.
//!
//! They are painted right behind the lines that they go on from, at the same edge and distance, and run over a rule or over what that
//! cell says: no line does that which stands in its own cell.

use super::ink::{Direction, Letter};
use super::lattice::Lattice;
use super::lines::word_end;
use crate::source::Point;
use std::ops::Range;

/// A cell: its table, and which of its cells.
pub(super) type Place = (usize, usize);

/// Words of a line lie closer than this part of their size.
const WORD_GAP: f32 = 1.2;

/// Lines of one text lie this far apart, in parts of their size.
const STEP: Range<f32> = 0.9..1.6;

/// A rule that lies nearer to the base line than this part of the size cuts the letters.
const CUT: f32 = 0.6;

/// A rule that lies higher above the base line than this part of the size cuts the letters.
const UNCUT: f32 = 0.1;

/// Base lines nearer than this part of the size are those of lines printed over one another.
const OVER: f32 = 0.75;

/// Lines beside one that are looked at.
const MOST_BESIDE: usize = 8;

/// Letters painted one behind the other in one line.
struct Painted {
    letters: Range<usize>,
    from: f32,
    to: f32,
    base: f32,
    size: f32,
    /// The cell in which its middle stands.
    cell: Option<Place>,
}

impl Painted {
    fn centre(&self) -> Point {
        Point { x: (self.from + self.to) / 2.0, y: self.base - self.size * 0.33 }
    }

    /// It stands below that line as the next of one text.
    fn goes_on(&self, above: &Self) -> bool {
        let near = |one: f32, other: f32| (one - other).abs() < 0.4 * self.size;
        STEP.contains(&((self.base - above.base) / self.size))
            && (self.size - above.size).abs() < 0.05 * self.size
            && (near(self.from, above.from) || near(self.from + self.to, above.from + above.to))
    }
}

/// The stretches of letters that belong to another cell than the one in which they stand, in order.
pub(super) fn places(letters: &[Letter], tables: &[Lattice]) -> Vec<(Range<usize>, Place)> {
    if tables.is_empty() {
        return Vec::new();
    }
    let lines = painted(letters, tables);
    let mut by_place: Vec<(Place, f32, usize)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((line.cell?, line.base, at))).collect();
    by_place.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let is_over_another = |at: usize| {
        let line = &lines[at];
        let Some(cell) = line.cell else { return false };
        let (lowest, highest) = (line.base - OVER * line.size, line.base + OVER * line.size);
        let first = by_place.partition_point(|it| (it.0, it.1) < (cell, lowest));
        let beside = by_place[first..].iter().take_while(|it| it.0 == cell && it.1 < highest).take(MOST_BESIDE);
        let others = beside.filter(|it| it.2 != at).map(|it| &lines[it.2]);
        others
            .into_iter()
            .any(|it| it.from < line.to && line.from < it.to && (it.base - line.base).abs() > 0.15 * line.size)
    };
    let mut owners: Vec<Option<Place>> = vec![None; lines.len()];
    for at in 1..lines.len() {
        let (above, line) = (&lines[at - 1], &lines[at]);
        let Some(start) = owners[at - 1].or(above.cell).filter(|_| line.goes_on(above)) else { continue };
        let Some(cell) = line.cell.filter(|cell| is_below(tables, start, *cell, line)) else { continue };
        let top = area(tables, cell).top;
        let is_cut = line.base - CUT * line.size < top;
        owners[at] = (owners[at - 1].is_some() || is_cut || is_over_another(at)).then_some(start);
    }
    for at in (1..lines.len()).rev() {
        let (line, below) = (&lines[at - 1], &lines[at]);
        let Some(start) = owners[at].or(below.cell).filter(|_| below.goes_on(line)) else { continue };
        let Some(cell) = line.cell.filter(|cell| is_above(tables, start, *cell, line)) else {
            // What stands in the middle of its cell runs out of it above as far as below.
            let runs_out_below = owners.get(at + 1).copied().flatten() == Some(start) && below.cell == Some(start);
            if line.cell.is_none() && runs_out_below && is_over_table(tables, start, line) {
                owners[at - 1] = Some(start);
            }
            continue;
        };
        let is_cut = line.base - UNCUT * line.size > area(tables, cell).bottom;
        let goes_on = owners[at].is_some() && below.cell == line.cell;
        if owners[at - 1].is_none() && (goes_on || is_cut || is_over_another(at - 1)) {
            owners[at - 1] = Some(start);
        }
    }
    let astray = lines.iter().zip(owners).filter_map(|(line, owner)| Some((line.letters.clone(), owner?)));
    astray.collect()
}

fn area(tables: &[Lattice], (table, cell): Place) -> crate::source::Frame {
    tables[table].area(tables[table].cells[cell])
}

/// The cell in which a line stands lies below its own, in the columns of that.
fn is_below(tables: &[Lattice], own: Place, cell: Place, line: &Painted) -> bool {
    let (above, below) = (area(tables, own), area(tables, cell));
    own.0 == cell.0 && below.top >= above.bottom - 1.0 && (above.left..above.right).contains(&line.centre().x)
}

/// The cell in which a line stands lies above its own, in the columns of that.
fn is_above(tables: &[Lattice], own: Place, cell: Place, line: &Painted) -> bool {
    let (below, above) = (area(tables, own), area(tables, cell));
    own.0 == cell.0 && above.bottom <= below.top + 1.0 && (below.left..below.right).contains(&line.centre().x)
}

/// A line outside the table stands over a cell of its first row.
fn is_over_table(tables: &[Lattice], own: Place, line: &Painted) -> bool {
    let below = area(tables, own);
    tables[own.0].cells[own.1].row == 0
        && (below.left..below.right).contains(&line.centre().x)
        && line.base <= below.top + line.size
}

/// The level lines in the order of painting.
fn painted(letters: &[Letter], tables: &[Lattice]) -> Vec<Painted> {
    let mut lines: Vec<Painted> = Vec::new();
    let mut start = 0;
    while start < letters.len() {
        let end = word_end(letters, start);
        let (first, last) = (&letters[start], &letters[end - 1]);
        let word = start..end;
        start = end;
        if first.text.is_blank() || first.direction != Direction::Right {
            continue;
        }
        let to = last.at.x + last.advance;
        let follows = |line: &&mut Painted| {
            let gap = (first.at.x - line.to) / first.size;
            (line.base - first.at.y).abs() < 0.1 * first.size && (-0.3..WORD_GAP).contains(&gap)
        };
        match lines.last_mut().filter(follows) {
            Some(line) => {
                line.letters.end = word.end;
                line.to = to;
            }
            None => {
                let (from, base) = (first.at.x, first.at.y);
                lines.push(Painted { letters: word, from, to, base, size: first.size, cell: None });
            }
        }
    }
    for line in &mut lines {
        let at = line.centre();
        line.cell = (0..tables.len())
            .find_map(|table| Some((table, tables[table].frame().contains(at).then(|| tables[table].cell_at(at))??)));
    }
    lines
}
