//! A duration that stands a single blank apart from the cells beside it, or none, → a cell of its own: `Rekomendasi 5 menit Surat` is
//! three. So are the halves of one that is broken over two lines.

use super::fit::Expected;
use super::heading::Column;
use super::lines::Line;
use crate::document::Cell;
use crate::grammar::{duration, offset_in};
use crate::vocabulary::columns::Header;
use crate::vocabulary::units::begins_bound;

/// Longest duration, in words.
const LONGEST: usize = 6;

/// Letters are not equally wide: so far beside the other durations one may stand.
const ASIDE: usize = 4;

/// Fewer letters before a number are digits misread, or the sign of a form.
const SHORTEST_WORD: usize = 4;

/// Lines below its number in which the unit of a duration stands.
const BELOW: usize = 2;

/// Where Waktu stands: its first column of the page, and one past its last.
type Reach = (usize, usize);

/// A cell to part: its line, its place in it, and the parts.
type Parted = (usize, usize, Vec<Cell>);

/// Parts the cells of these lines that reach over Waktu with a duration there. Where more of them cross that place with none, it is
/// a place within their column.
pub(super) fn part(lines: &mut [Line], columns: &[Column], expected: &[Option<Expected>]) {
    let is_time = |column: &Column| matches!(column.kind, Some(Header::Duration(_)));
    let mut times = (0..columns.len()).filter(|at| is_time(&columns[*at]));
    let (Some(time), None) = (times.next(), times.next()) else { return };
    let reach = reach(lines, expected[time]);
    let found = melted(lines, reach);
    let body = || lines.iter().filter(|line| line.is_body()).flat_map(|line| &line.cells);
    let is_crossing = |cell: &&Cell| cell.column + ASIDE < reach.0 && cell.end_column > reach.0 + ASIDE;
    let parted = found.iter().filter(|(line, at, _)| is_crossing(&&lines[*line].cells[*at])).count();
    let alone = body().filter(|cell| duration::looks_like(cell.text.as_str())).count();
    if body().filter(is_crossing).count() > 2 * parted + alone {
        return;
    }
    for (line, at, cells) in found.into_iter().rev() {
        lines[line].cells.splice(at..=at, cells);
    }
}

/// Where durations stand: below the name of their column, and where they fill a cell.
fn reach(lines: &[Line], expected: Option<Expected>) -> Reach {
    let cells = lines.iter().filter(|line| line.is_body()).flat_map(|line| &line.cells);
    let alone = cells.filter(|cell| duration::parse(cell.text.as_str()).is_some()).map(|it| (it.column, it.end_column));
    let named = expected.map(|it| (it.from, it.to));
    alone.chain(named).fold((usize::MAX, 0), |(from, to), it| (from.min(it.0), to.max(it.1)))
}

/// The cells to part, in their order.
fn melted(lines: &[Line], reach: Reach) -> Vec<Parted> {
    let mut found: Vec<Parted> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.is_body()) {
        if line.cells.iter().any(|cell| duration::looks_like(cell.text.as_str())) || is_taken(&found, at) {
            continue;
        }
        if let Some((place, phrase)) = phrase(line, reach, |it| duration::parse(it).is_some()) {
            found.extend(parts(&line.cells[place], phrase).map(|cells| (at, place, cells)));
            continue;
        }
        let Some((number, unit)) = halves(lines, at, reach) else { continue };
        for (line, place, phrase) in [number, unit] {
            found.extend(parts(&lines[line].cells[place], phrase).map(|cells| (line, place, cells)));
        }
    }
    found.sort_by_key(|(line, place, _)| (*line, *place));
    found
}

fn is_taken(found: &[Parted], line: usize) -> bool {
    found.iter().rev().take(BELOW).any(|(taken, ..)| *taken == line)
}

/// A phrase in a cell, by its line and the place of the cell.
type Half<'l> = (usize, usize, &'l str);

/// `maks. 3` in this line and `hari kerja` right below it.
fn halves(lines: &[Line], at: usize, reach: Reach) -> Option<(Half<'_>, Half<'_>)> {
    let is_number = |text: &str| {
        text.ends_with(|it: char| it.is_ascii_digit() || it == ')')
            && duration::parse(&format!("{text} hari")).is_some()
    };
    let is_unit =
        |text: &str| text.starts_with(|it: char| it.is_alphabetic()) && duration::parse(&format!("1 {text}")).is_some();
    let (place, number) = phrase(&lines[at], reach, is_number)?;
    let below = lines
        .iter()
        .enumerate()
        .skip(at + 1)
        .take(BELOW)
        .take_while(|(_, line)| line.is_body() && line.number.is_none());
    let (line, (other, unit)) = below.into_iter().find_map(|(line, it)| Some((line, phrase(it, reach, is_unit)?)))?;
    Some(((at, place, number), (line, other, unit)))
}

/// The longest phrase of that sort that stands within reach, and the place of its cell.
fn phrase(line: &Line, reach: Reach, is_phrase: impl Fn(&str) -> bool) -> Option<(usize, &str)> {
    let near = |cell: &Cell| cell.end_column > reach.0 && cell.column < reach.1;
    let cells = line.cells.iter().enumerate().filter(|(_, cell)| near(cell));
    cells.into_iter().find_map(|(at, cell)| Some((at, phrase_in(cell, reach, &is_phrase)?)))
}

fn phrase_in(cell: &Cell, reach: Reach, is_phrase: impl Fn(&str) -> bool) -> Option<&str> {
    let text = cell.text.as_str();
    if text.chars().count() != cell.end_column - cell.column {
        return None;
    }
    // `Rekomendasi3 hari`, `Rekomendasimaks. 3`, `permohonan,hari kerja`, but not `l5 menit`
    let begins = |at: usize, letter: char| match text[..at].chars().next_back() {
        None | Some(' ' | ',') => letter != ' ',
        Some(_) if letter.is_ascii_digit() || begins_bound(&text[at..]) => {
            text[..at].chars().rev().take_while(|it| it.is_lowercase()).count() >= SHORTEST_WORD
        }
        Some(_) => false,
    };
    let starts = text.char_indices().enumerate().filter(|(_, (at, letter))| begins(*at, *letter));
    let starts =
        starts.filter(|(place, _)| (reach.0..reach.1).contains(&(cell.column + place + ASIDE).min(reach.1 - 1)));
    starts.into_iter().find_map(|(place, (start, _))| {
        let rest = &text[start..];
        let blanks = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]);
        let ends: Vec<usize> = blanks.take(LONGEST).collect();
        let longest = ends.into_iter().rev().map(|end| rest[..end].trim_end()).find(|it| is_phrase(it))?;
        (cell.column + place + longest.chars().count() <= reach.1 + ASIDE).then_some(longest)
    })
}

/// What stands before the phrase, the phrase, and what stands behind it; `None` where it is the whole cell.
fn parts(cell: &Cell, phrase: &str) -> Option<Vec<Cell>> {
    let text = cell.text.as_str();
    let start = offset_in(text, phrase);
    let pieces = [text[..start].trim(), phrase, text[start + phrase.len()..].trim()];
    let part = |piece: &&str| {
        let column = cell.column + text[..offset_in(text, piece)].chars().count();
        Cell { text: cell.text.slice(piece), column, end_column: column + piece.chars().count(), ..Cell::default() }
    };
    let cells: Vec<Cell> = pieces.iter().filter(|piece| !piece.is_empty()).map(part).collect();
    (cells.len() > 1).then_some(cells)
}
