//! Rules → tables: where their rows and columns lie, and which cells take up several of them.

use super::rules::REACH;
use super::traces::Stroke;
use crate::source::{Frame, Point};

/// Columns of the widest table.
const MOST_COLUMNS: usize = 96;

/// Rows of the tallest table of a page.
const MOST_ROWS: usize = 1200;

/// Crossings of level and upright rules that are looked at on one page.
const MOST_CROSSINGS: usize = 400_000;

/// One ruled table.
#[derive(Debug, Clone, Default)]
pub(super) struct Lattice {
    /// Edges of its columns, from the left.
    pub xs: Vec<f32>,
    /// Edges of its rows, from the top.
    pub ys: Vec<f32>,
    /// Its cells, by rows.
    pub cells: Vec<Area>,
    /// For each place, row by row, which cell covers it; none outside the outermost rules.
    covers: Vec<Option<usize>>,
}

/// One cell: its first row and column, and how many it takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    /// First row.
    pub row: usize,
    /// First column.
    pub column: usize,
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
}

impl Lattice {
    /// The box around it.
    pub fn frame(&self) -> Frame {
        let edge = |edges: &[f32], is_last: bool| {
            if is_last { edges.last() } else { edges.first() }.copied().unwrap_or_default()
        };
        Frame {
            left: edge(&self.xs, false),
            top: edge(&self.ys, false),
            right: edge(&self.xs, true),
            bottom: edge(&self.ys, true),
        }
    }

    /// The box of a cell.
    pub fn area(&self, area: Area) -> Frame {
        Frame {
            left: self.xs[area.column],
            top: self.ys[area.row],
            right: self.xs[area.column + area.columns],
            bottom: self.ys[area.row + area.rows],
        }
    }

    /// The cell in which a point lies.
    pub fn cell_at(&self, point: Point) -> Option<usize> {
        let place = |edges: &[f32], at: f32| edges.partition_point(|edge| *edge <= at).checked_sub(1);
        let (column, row) = (place(&self.xs, point.x)?, place(&self.ys, point.y)?);
        if column + 1 >= self.xs.len() || row + 1 >= self.ys.len() {
            return None;
        }
        self.covers[row * (self.xs.len() - 1) + column]
    }
}

/// The tables that these rules are, from the top.
pub(super) fn tables(rules: &[Stroke]) -> Vec<Lattice> {
    let mut groups: Vec<Vec<Stroke>> = vec![Vec::new(); rules.len()];
    let mut parents: Vec<usize> = (0..rules.len()).collect();
    join(rules, &mut parents);
    for (index, rule) in rules.iter().enumerate() {
        groups[root(&mut parents, index)].push(*rule);
    }
    let mut tables: Vec<Lattice> =
        groups.iter().filter(|group| group.len() >= 4).filter_map(|group| lattice(group)).collect();
    tables.sort_by(|a, b| a.ys[0].total_cmp(&b.ys[0]).then(a.xs[0].total_cmp(&b.xs[0])));
    tables
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

/// Joins rules that touch or cross.
fn join(rules: &[Stroke], parents: &mut [usize]) {
    let mut upright: Vec<usize> = (0..rules.len()).filter(|at| !rules[*at].is_level).collect();
    upright.sort_by(|a, b| rules[*a].at.total_cmp(&rules[*b].at));
    let mut left = MOST_CROSSINGS;
    for (index, level) in rules.iter().enumerate().filter(|(_, it)| it.is_level) {
        let first = upright.partition_point(|at| rules[*at].at < level.from - REACH);
        for other in upright[first..].iter().take_while(|at| rules[**at].at <= level.to + REACH) {
            let rule = rules[*other];
            if rule.from - REACH <= level.at && level.at <= rule.to + REACH {
                let (one, other) = (root(parents, index), root(parents, *other));
                parents[one.max(other)] = one.min(other);
            }
            left = left.saturating_sub(1);
            if left == 0 {
                return;
            }
        }
    }
}

/// The places of rules, those closer than a cell can be taken for one.
fn edges(rules: &[Stroke], is_level: bool) -> Vec<f32> {
    let mut all: Vec<f32> = rules.iter().filter(|it| it.is_level == is_level).map(|it| it.at).collect();
    all.sort_by(f32::total_cmp);
    let mut out: Vec<(f32, f32)> = Vec::new();
    for at in all {
        match out.last_mut() {
            Some((first, last)) if at - *first <= REACH => *last = at,
            _ => out.push((at, at)),
        }
    }
    out.into_iter().map(|(first, last)| (first + last) / 2.0).collect()
}

/// Walls between the places of a lattice.
struct Walls {
    columns: usize,
    /// Left of each place, and right of the last of a row.
    upright: Vec<bool>,
    /// Above each place, and below those of the last row.
    level: Vec<bool>,
}

impl Walls {
    fn of(rules: &[Stroke], xs: &[f32], ys: &[f32]) -> Self {
        let (columns, rows) = (xs.len() - 1, ys.len() - 1);
        let mut walls =
            Self { columns, upright: vec![false; (columns + 1) * rows], level: vec![false; columns * (rows + 1)] };
        for rule in rules {
            let (across, along) = if rule.is_level { (ys, xs) } else { (xs, ys) };
            let line = nearest(across, rule.at);
            // Rules pass the middle of what they part.
            let first = along.partition_point(|edge| *edge < rule.from).saturating_sub(1);
            let middles = along.windows(2).enumerate().skip(first).map(|(place, it)| (place, (it[0] + it[1]) / 2.0));
            let passed = middles.skip_while(|it| it.1 < rule.from).take_while(|it| it.1 <= rule.to);
            for (place, _) in passed {
                match rule.is_level {
                    true => walls.level[line * columns + place] = true,
                    false => walls.upright[place * (columns + 1) + line] = true,
                }
            }
        }
        walls
    }

    fn left_of(&self, row: usize, column: usize) -> bool {
        self.upright[row * (self.columns + 1) + column]
    }

    fn above(&self, row: usize, column: usize) -> bool {
        self.level[row * self.columns + column]
    }
}

fn nearest(edges: &[f32], at: f32) -> usize {
    let after = edges.partition_point(|edge| *edge < at).min(edges.len() - 1);
    match after.checked_sub(1) {
        Some(before) if at - edges[before] < edges[after] - at => before,
        _ => after,
    }
}

fn lattice(rules: &[Stroke]) -> Option<Lattice> {
    let (xs, ys) = (edges(rules, false), edges(rules, true));
    if xs.len() < 2 || ys.len() < 2 || xs.len() > MOST_COLUMNS || ys.len() > MOST_ROWS {
        return None;
    }
    let (columns, rows) = (xs.len() - 1, ys.len() - 1);
    let walls = Walls::of(rules, &xs, &ys);
    let outside = outside(&walls, columns, rows);
    let mut lattice = Lattice { xs, ys, cells: Vec::new(), covers: vec![None; columns * rows] };
    for row in 0..rows {
        for column in 0..columns {
            if outside[row * columns + column] || lattice.covers[row * columns + column].is_some() {
                continue;
            }
            let area = area(&walls, &lattice.covers, (row, column), (rows, columns));
            for below in row..row + area.rows {
                lattice.covers[below * columns + column..][..area.columns].fill(Some(lattice.cells.len()));
            }
            lattice.cells.push(area);
        }
    }
    (!lattice.cells.is_empty()).then_some(lattice)
}

/// Places that are open to the page around.
fn outside(walls: &Walls, columns: usize, rows: usize) -> Vec<bool> {
    let mut outside = vec![false; columns * rows];
    let mut open: Vec<(usize, usize)> = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let is_open = column == 0 && !walls.left_of(row, 0)
                || column + 1 == columns && !walls.left_of(row, columns)
                || row == 0 && !walls.above(0, column)
                || row + 1 == rows && !walls.above(rows, column);
            if is_open {
                open.push((row, column));
            }
        }
    }
    while let Some((row, column)) = open.pop() {
        if std::mem::replace(&mut outside[row * columns + column], true) {
            continue;
        }
        let mut step = |is_walled: bool, row: usize, column: usize| {
            if !is_walled && !outside[row * columns + column] {
                open.push((row, column));
            }
        };
        if column > 0 {
            step(walls.left_of(row, column), row, column - 1);
        }
        if column + 1 < columns {
            step(walls.left_of(row, column + 1), row, column + 1);
        }
        if row > 0 {
            step(walls.above(row, column), row - 1, column);
        }
        if row + 1 < rows {
            step(walls.above(row + 1, column), row + 1, column);
        }
    }
    outside
}

/// The cell that begins at a place: as wide, and then as tall, as no wall ends it.
fn area(walls: &Walls, covers: &[Option<usize>], start: (usize, usize), size: (usize, usize)) -> Area {
    let ((row, column), (rows, columns)) = (start, size);
    let is_free = |row: usize, column: usize| covers[row * columns + column].is_none();
    let mut end = column + 1;
    while end < columns && !walls.left_of(row, end) && is_free(row, end) {
        end += 1;
    }
    let mut below = row + 1;
    while below < rows
        && (column..end).all(|it| !walls.above(below, it) && is_free(below, it))
        && (column + 1..end).all(|it| !walls.left_of(below, it))
    {
        below += 1;
    }
    Area { row, column, rows: below - row, columns: end - column }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stroke(is_level: bool, at: f32, from: f32, to: f32) -> Stroke {
        Stroke { is_level, at, from, to, is_dashed: false, is_seen: true }
    }

    #[test]
    fn a_missing_rule_makes_one_cell_of_two() {
        let rules = [
            stroke(true, 0.0, 0.0, 90.0),
            stroke(true, 20.0, 30.0, 90.0),
            stroke(true, 40.0, 0.0, 90.0),
            stroke(false, 0.0, 0.0, 40.0),
            stroke(false, 30.0, 0.0, 40.0),
            stroke(false, 60.0, 20.0, 40.0),
            stroke(false, 90.0, 0.0, 40.0),
        ];
        let tables = tables(&rules);
        assert_eq!(tables.len(), 1);
        let areas: Vec<_> = tables[0].cells.iter().map(|it| (it.row, it.column, it.rows, it.columns)).collect();
        assert_eq!(areas, [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]);
        assert_eq!(tables[0].cell_at(Point { x: 70.0, y: 10.0 }), Some(1));
    }

    #[test]
    fn a_corner_without_rules_is_no_cell() {
        let rules = [
            stroke(true, 0.0, 0.0, 50.0),
            stroke(true, 20.0, 0.0, 90.0),
            stroke(true, 40.0, 0.0, 90.0),
            stroke(false, 0.0, 0.0, 40.0),
            stroke(false, 50.0, 0.0, 40.0),
            stroke(false, 90.0, 20.0, 40.0),
        ];
        assert_eq!(tables(&rules)[0].cells.len(), 3);
    }
}
