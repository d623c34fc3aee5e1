//! Names of columns that stand so near to each other that a single blank parts them, or none: `Persyaratan Waktu Hasil` is three
//! cells, `KelengkapanWaktu` two, and so is `Kepala Dinas Kelengkapan Waktu` but for the name before.

use crate::document::Cell;
use crate::grammar::offset_in;
use crate::vocabulary::columns::{exact, header_words, leading_name};

/// Longest name of a column, in words.
const LONGEST_NAME: usize = 4;

/// So many names in one cell are those of columns.
const LEAST_NAMED: usize = 2;

/// So many names tell that a line of as many cells names columns.
const LEAST_OF_LINE: usize = 3;

/// The cells of a line, those parted that end in several names of columns.
pub(super) fn part(cells: Vec<Cell>) -> Vec<Cell> {
    let named = |cells: &[Cell]| cells.iter().filter(|cell| exact(cell.text.as_str()).is_some()).count();
    let before = if cells.len() < LEAST_OF_LINE { 0 } else { named(&cells) };
    if before == 0 {
        return cells;
    }
    let parted: Vec<Cell> = cells.iter().flat_map(|cell| names(cell).unwrap_or_else(|| vec![cell.clone()])).collect();
    if named(&parted) > before.max(LEAST_OF_LINE - 1) { parted } else { cells }
}

/// The names that a cell ends in, each a cell, the longest first, behind the words before them; `None` where there are fewer than two.
fn names(cell: &Cell) -> Option<Vec<Cell>> {
    let text = cell.text.as_str();
    let is_as_written = text.chars().count() == cell.end_column - cell.column;
    if !is_as_written || exact(text).is_some() {
        return None;
    }
    let words = header_words(text);
    let (first, names) = (0..words.len()).find_map(|first| Some((first, run(&words[first..])?)))?;
    if names.len() < LEAST_NAMED {
        return None;
    }
    let before = (first > 0).then_some((0, first));
    let cuts = before.into_iter().chain(names.into_iter().map(|(from, to)| (first + from, first + to)));
    let part = |(from, to): (usize, usize)| {
        let start = offset_in(text, words[from]);
        let part = &text[start..offset_in(text, words[to - 1]) + words[to - 1].len()];
        let column = cell.column + text[..start].chars().count();
        let end_column = column + part.chars().count();
        Cell { text: cell.text.slice(part), column, end_column, ..Cell::default() }
    };
    Some(cuts.map(part).collect())
}

/// The names that these words are, all of them, by the words each takes.
fn run(words: &[&str]) -> Option<Vec<(usize, usize)>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (count, _) = leading_name(&words[at..], LONGEST_NAME)?;
        out.push((at, at + count));
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
        let melted = cells("No    Kegiatan    Kabid P2P Evaluasi KelengkapanWaktu   Output");
        assert_eq!(melted, [["No", "Kegiatan", "Kabid P2P Evaluasi", "Kelengkapan", "Waktu", "Output"]]);
        assert_eq!(cells("Surat    Kegiatan Waktu Hasil"), [["Surat", "Kegiatan Waktu Hasil"]]);
    }
}
