//! Names of actors that stand a single blank apart in one cell of the header → one each, as the marks below part them; where
//! nothing parts them, their marks tell nothing.

use super::fit::{Bands, is_mark};
use super::heading::Column;
use super::lines::{Line, ends_table};
use crate::document::{Cell, Row};
use crate::grammar::offset_in;
use crate::vocabulary::bodies;
use crate::vocabulary::columns::{Header, exact};
use crate::vocabulary::offices;
use std::cell::OnceCell;

/// Rows below the header that are looked at.
const MOST_ROWS: usize = 120;

/// Marks no farther apart, in letters, stand in one column.
const ONE_COLUMN: usize = 3;

/// The rows below a header.
pub(super) struct Below<'r> {
    pub rows: &'r [Row],
    marks: OnceCell<Vec<usize>>,
}

impl<'r> Below<'r> {
    pub(super) fn of(rows: &'r [Row]) -> Self {
        Self { rows, marks: OnceCell::new() }
    }

    /// Where marks stand in them, from left to right, each column of them once.
    pub(super) fn marks(&self) -> &[usize] {
        self.marks.get_or_init(|| marks(self.rows))
    }
}

fn marks(below: &[Row]) -> Vec<usize> {
    let rows = below.iter().take(MOST_ROWS).take_while(|row| !row.page_start && !ends_table(row));
    let mut at: Vec<usize> = rows.flat_map(Row::filled).filter(|cell| is_mark(cell)).map(middle).collect();
    at.sort_unstable();
    at.dedup_by(|next, last| *next - *last <= ONE_COLUMN);
    at
}

/// The columns, by position, whose name is that of several actors: one sign stands in several places below it, so that which of
/// them acts is not known.
pub(super) fn shared(lines: &[Line], bands: &Bands, columns: &[Column]) -> Vec<usize> {
    let cells = || lines.iter().filter(|line| line.is_body()).flat_map(|line| &line.cells);
    let is_shared = |at: &usize| {
        let column = &columns[*at];
        let words = column.name.as_str().split_whitespace().count();
        if !matches!(column.kind, None | Some(Header::Actors)) || words < FEWEST_WORDS {
            return false;
        }
        let marks = || cells().filter(|cell| bands.column(cell.column) == *at && is_mark(cell));
        let Some(sign) = marks().map(|cell| cell.text.as_str()).next() else { return false };
        let mut places: Vec<usize> = marks().filter(|cell| cell.text.as_str() == sign).map(middle).collect();
        places.sort_unstable();
        places.dedup_by(|next, last| *next - *last < APART);
        places.len() > 1 && words >= 2 * places.len() - 1
    };
    (0..columns.len()).filter(is_shared).collect()
}

/// Fewer words name one actor.
const FEWEST_WORDS: usize = 3;

/// Signs so far apart, in letters, are those of two actors.
const APART: usize = 8;

fn middle(cell: &Cell) -> usize {
    (cell.column + cell.end_column) / 2
}

/// The names in a text from this column on, where it spans several of the marks: each but the first begins with the word for an
/// office, about halfway between two marks. The last name may end before its mark; no mark from `limit` on is of this text.
pub(super) fn names<'t>(text: &'t str, (from, limit): (usize, usize), marks: &[usize]) -> Option<Vec<&'t str>> {
    let to = from + text.chars().count();
    let under: Vec<usize> = marks.iter().copied().filter(|at| (from..limit).contains(at)).collect();
    let inside = under.partition_point(|at| *at < to);
    let next = under.get(inside).map(|_| inside + 1);
    next.into_iter().chain([inside]).find_map(|count| at_marks(text, from, &under[..count]))
}

/// Initials a blank apart, each with the marks of its own column below it: `SKC KT`.
pub(super) fn initials<'t>(text: &'t str, from: usize, marks: &[usize]) -> Option<Vec<&'t str>> {
    let is_short = |word: &&str| word.len() <= LONGEST_INITIALS && word.bytes().all(|it| it.is_ascii_uppercase());
    let words: Vec<&str> = text.split_whitespace().collect();
    let under = |word: &&str| {
        let start = from + text[..offset_in(text, word)].chars().count();
        marks.iter().copied().find(|at| at.abs_diff(start + word.len() / 2) <= ONE_COLUMN / 2 + 1)
    };
    let places: Vec<usize> = words.iter().map_while(under).collect();
    let parted = places.len() == words.len() && places.windows(2).all(|pair| pair[0] < pair[1]);
    (words.len() > 1 && words.iter().all(is_short) && parted).then_some(words)
}

/// Longer words in capitals may be of one name.
const LONGEST_INITIALS: usize = 4;

/// Rows further down that name columns, as those of a page that repeats the header with other gaps.
pub(super) fn heads(below: &[Row]) -> Vec<&Row> {
    let is_head =
        |row: &&Row| row.texts().any(|text| matches!(exact(text), Some(Header::Requirements | Header::Outputs)));
    below.iter().take(MOST_ROWS).filter(is_head).take(MOST_HEADS).collect()
}

/// Headers that are looked at.
const MOST_HEADS: usize = 4;

/// The names in a text, where one of these rows has them in cells beside each other.
pub(super) fn told<'t>(text: &'t str, heads: &[&Row]) -> Option<Vec<&'t str>> {
    heads.iter().find_map(|row| {
        let cells: Vec<&str> = row.texts().collect();
        (0..cells.len()).find_map(|first| {
            let mut rest = text;
            let mut names = Vec::new();
            for cell in &cells[first..] {
                let behind = rest.strip_prefix(*cell)?;
                names.push(&rest[..cell.len()]);
                if behind.is_empty() {
                    return (names.len() > 1).then_some(names);
                }
                rest = behind.strip_prefix(' ')?;
            }
            None
        })
    })
}

/// The names in a text from this column on, as many as there are marks.
fn at_marks<'t>(text: &'t str, from: usize, under: &[usize]) -> Option<Vec<&'t str>> {
    if under.len() < 2 {
        return None;
    }
    let place = |word: &str| from + text[..offset_in(text, word)].chars().count();
    // `Kepala Seksi` is one office, though `Seksi` alone would begin one.
    let is_headed = |before: &str, word: &str| offices::begins_office(before) && bodies::body(word).is_some();
    let words = text.split_whitespace().zip(text.split_whitespace().skip(1));
    let begins = words
        .filter(|(before, word)| offices::begins_office(&text[offset_in(text, word)..]) && !is_headed(before, word));
    let begins: Vec<&str> = begins.map(|(_, word)| word).collect();
    let mut cuts: Vec<usize> = Vec::new();
    for pair in under.windows(2) {
        // Twice the place, so that halves are whole.
        let off = |word: &&str| (2 * place(word)).abs_diff(pair[0] + pair[1]);
        let nearest = begins.iter().copied().min_by_key(off).filter(|word| off(word) < pair[1] - pair[0])?;
        cuts.push(offset_in(text, nearest));
    }
    if !cuts.is_sorted_by(|one, other| one < other) {
        return None;
    }
    let ends = cuts.iter().copied().chain([text.len()]);
    let starts = [0].into_iter().chain(cuts.iter().copied());
    Some(starts.zip(ends).map(|(start, end)| text[start..end].trim()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_names_a_blank_apart() {
        let text = "Petugas Loket Petugas BAP Kepala Seksi Kepala";
        assert_eq!(
            names(text, (40, 99), &[10, 44, 58, 70, 84]),
            Some(vec!["Petugas Loket", "Petugas BAP", "Kepala Seksi", "Kepala"])
        );
        assert_eq!(names("Kepala Seksi Kepala", (40, 99), &[44, 54]), Some(vec!["Kepala Seksi", "Kepala"]));
        let short = Some(vec!["Petugas Loket", "Petugas BAP", "Kepala Seksi", "Kepala"]);
        assert_eq!(names(text, (40, 99), &[44, 58, 70, 87]), short);
        assert_eq!(names(text, (40, 99), &[10, 44]), None);
        assert_eq!(names("Kepala Kantor Wilayah Agama", (40, 99), &[42, 66]), None);
        assert_eq!(initials("SKC KT", 52, &[48, 52, 56]), Some(vec!["SKC", "KT"]));
        assert_eq!(initials("PPK PA", 52, &[48, 54]), None);
    }
}
