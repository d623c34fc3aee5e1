//! A duration that stands a single blank apart from the cells beside it → a cell of its own: `Rekomendasi 5 menit Surat` is three.

use super::fit::Expected;
use super::heading::Column;
use super::lines::Line;
use crate::document::Cell;
use crate::grammar::{duration, offset_in};
use crate::vocabulary::columns::Header;

/// Longest duration, in words.
const LONGEST: usize = 6;

/// Letters are not equally wide: so far beside the other durations one may stand.
const ASIDE: usize = 4;

/// Parts the cells of these lines that reach over Waktu with a duration there. Where as many of them cross that place with none,
/// it is a place within their column.
pub(super) fn part(lines: &mut [Line], columns: &[Column], expected: &[Option<Expected>]) {
    let is_time = |column: &Column| matches!(column.kind, Some(Header::Duration(_)));
    let mut times = (0..columns.len()).filter(|at| is_time(&columns[*at]));
    let (Some(time), None) = (times.next(), times.next()) else { return };
    let reach = reach(lines, expected[time]);
    if reach.1 <= reach.0 {
        return;
    }
    let found: Vec<(usize, usize, Vec<Cell>)> = melted(lines, reach);
    let is_crossed = |cell: &Cell| cell.column + ASIDE < reach.0 && cell.end_column > reach.0 + ASIDE;
    let crossed = lines.iter().filter(|line| line.is_body()).flat_map(|line| &line.cells).filter(|cell| is_crossed(cell)).count();
    let parted = found.iter().filter(|(line, at, _)| is_crossed(&lines[*line].cells[*at])).count();
    let alone = lines.iter().flat_map(|line| &line.cells).filter(|cell| duration::looks_like(cell.text.as_str())).count();
    if crossed - parted > parted + alone {
        return;
    }
    for (line, at, cells) in found.into_iter().rev() {
        lines[line].cells.splice(at..=at, cells);
    }
}

/// Where durations stand: below the name of their column, and where they fill a cell.
fn reach(lines: &[Line], expected: Option<Expected>) -> (usize, usize) {
    let cells = lines.iter().filter(|line| line.is_body()).flat_map(|line| &line.cells);
    let alone = cells.filter(|cell| duration::parse(cell.text.as_str()).is_some()).map(|it| (it.column, it.end_column));
    let named = expected.map(|it| (it.from, it.to));
    alone.chain(named).fold((usize::MAX, 0), |(from, to), it| (from.min(it.0), to.max(it.1)))
}

/// The cells to part, by line and place in it, each with its parts.
fn melted(lines: &[Line], reach: (usize, usize)) -> Vec<(usize, usize, Vec<Cell>)> {
    let mut found = Vec::new();
    for (row, line) in lines.iter().enumerate().filter(|(_, line)| line.is_body()) {
        if line.cells.iter().any(|cell| duration::looks_like(cell.text.as_str())) {
            continue;
        }
        let parted = line.cells.iter().enumerate().find_map(|(at, cell)| Some((at, parts(cell, reach)?)));
        found.extend(parted.map(|(at, cells)| (row, at, cells)));
    }
    found
}

/// What stands before the duration within reach, the duration, and what stands behind it.
fn parts(cell: &Cell, reach: (usize, usize)) -> Option<Vec<Cell>> {
    let text = cell.text.as_str();
    let as_written = text.chars().count() == cell.end_column - cell.column;
    if !as_written || cell.end_column <= reach.0 || cell.column >= reach.1 {
        return None;
    }
    let place = |part: &str| cell.column + text[..offset_in(text, part)].chars().count();
    let words: Vec<&str> = text.split(' ').filter(|it| !it.is_empty()).collect();
    let phrase = |from: usize, to: usize| &text[offset_in(text, words[from])..offset_in(text, words[to]) + words[to].len()];
    let longest = |from: usize| {
        let ends = (from..words.len().min(from + LONGEST)).rev();
        ends.map(|to| phrase(from, to)).find(|it| duration::parse(it).is_some())
    };
    let within = |it: &&str| {
        let (from, to) = (place(it), place(it) + it.chars().count());
        from + ASIDE >= reach.0 && to <= reach.1 + ASIDE
    };
    let found = (0..words.len()).find_map(|from| longest(from).filter(within))?;
    let start = offset_in(text, found);
    let pieces = [text[..start].trim(), found, text[start + found.len()..].trim()];
    let part = |piece: &&str| {
        let column = place(piece);
        Cell { text: cell.text.slice(piece), column, end_column: column + piece.chars().count(), ..Cell::default() }
    };
    let cells: Vec<Cell> = pieces.iter().filter(|piece| !piece.is_empty()).map(part).collect();
    (cells.len() > 1).then_some(cells)
}
