//! Names of columns that stand so near to each other that a single blank parts them: `Persyaratan Waktu Hasil` is three cells.

use crate::document::Cell;
use crate::grammar::offset_in;
use crate::vocabulary::columns::{exact, leading_name};

/// Longest name of a column, in words.
const LONGEST_NAME: usize = 4;

/// So many cells beside it tell that a line names columns.
const LEAST_NAMED: usize = 2;

/// The cells of a line, those parted that are nothing but names of columns.
pub(super) fn part(cells: Vec<Cell>) -> Vec<Cell> {
    let named = || cells.iter().filter(|cell| exact(cell.text.as_str()).is_some()).count();
    if cells.len() <= LEAST_NAMED || named() < LEAST_NAMED {
        return cells;
    }
    cells.into_iter().flat_map(|cell| names(&cell).unwrap_or_else(|| vec![cell])).collect()
}

/// The names that a cell is made of, each a cell, the longest first; `None` where it is one name or holds another word.
fn names(cell: &Cell) -> Option<Vec<Cell>> {
    let text = cell.text.as_str();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_as_written = text.chars().count() == cell.end_column - cell.column;
    if words.len() < 2 || !is_as_written || exact(text).is_some() {
        return None;
    }
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (count, _) = leading_name(&words[at..], LONGEST_NAME)?;
        let (start, last) = (offset_in(text, words[at]), words[at + count - 1]);
        let name = &text[start..offset_in(text, last) + last.len()];
        let column = cell.column + text[..start].chars().count();
        let end_column = column + name.chars().count();
        out.push(Cell { text: cell.text.slice(name), column, end_column, ..Cell::default() });
        at += count;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use crate::read::text::cells;

    #[test]
    fn names_with_one_blank_between_are_cells() {
        let header = "No    Kegiatan    Pelaksana   Persyaratan/Kelengkapan Waktu Penyelesaian Hasil";
        let expected = ["No", "Kegiatan", "Pelaksana", "Persyaratan/Kelengkapan", "Waktu Penyelesaian", "Hasil"];
        assert_eq!(cells(header), [expected]);
        assert_eq!(cells("No    Kegiatan    Uraian Kegiatan   Waktu yang wajar")[0].len(), 4);
        assert_eq!(cells("Surat    Kegiatan Waktu Hasil"), [["Surat", "Kegiatan Waktu Hasil"]]);
    }
}
