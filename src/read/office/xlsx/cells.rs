//! Cells of a sheet with their merges → which are seen, where each begins and how far it reaches.

use super::super::OfficeFault;
use super::measure::Measure;
use super::sheet::{Merge, RawCell, Sheet};

/// Most cells that are looked at to find what lies below merged ones.
const MOST_LOOKS: usize = 8_000_000;

/// Rows and columns of a merged cell among which the first shown one is looked for.
const FARTHEST_SHOWN: usize = 200;

/// A cell where it is seen.
#[derive(Debug)]
pub(super) struct Placed<'s> {
    pub cell: &'s RawCell<'s>,
    pub row: u32,
    pub column: u32,
    /// The last row and column that it takes up.
    pub last_row: u32,
    pub last_column: u32,
    /// It is in a hidden row or column, or below a merged cell.
    pub is_hidden: bool,
}

/// All cells of a sheet, by row, then by column.
///
/// # Errors
/// When merged cells lie over each other as in no real sheet.
pub(super) fn placed<'s>(sheet: &'s Sheet<'s>, measure: &Measure) -> Result<Vec<Placed<'s>>, OfficeFault> {
    let at = |row: u32, column: u32| sheet.cells.partition_point(|it| (it.row, it.column) < (row, column));
    let mut merges: Vec<Option<&Merge>> = vec![None; sheet.cells.len()];
    let mut is_covered = vec![false; sheet.cells.len()];
    let mut looks = 0;
    for merge in &sheet.merges {
        let from = at(merge.top, merge.left);
        let below = sheet.cells[from..].iter().take_while(|it| it.row <= merge.bottom);
        for (offset, cell) in below.enumerate() {
            looks += 1;
            if (cell.row, cell.column) == (merge.top, merge.left) {
                merges[from + offset] = Some(merge);
            } else if (merge.left..=merge.right).contains(&cell.column) {
                is_covered[from + offset] = true;
            }
        }
        if looks > MOST_LOOKS {
            return Err(OfficeFault::TooMuch);
        }
    }
    let cells = sheet.cells.iter().zip(merges).zip(is_covered);
    let mut found: Vec<Placed<'s>> =
        cells.map(|((cell, merge), is_covered)| place(cell, merge, is_covered, measure)).collect();
    if !found.is_sorted_by_key(|it| (it.row, it.column)) {
        found.sort_by_key(|it| (it.row, it.column));
    }
    Ok(found)
}

/// A merged cell begins at the first of its rows and columns that is shown.
fn place<'s>(cell: &'s RawCell<'s>, merge: Option<&Merge>, is_covered: bool, measure: &Measure) -> Placed<'s> {
    let (last_row, last_column) = merge.map_or((cell.row, cell.column), |it| (it.bottom, it.right));
    let row = (cell.row..=last_row).take(FARTHEST_SHOWN).find(|it| !measure.hides_row(*it));
    let column = (cell.column..=last_column).take(FARTHEST_SHOWN).find(|it| !measure.hides_column(*it));
    Placed {
        cell,
        row: row.unwrap_or(cell.row),
        column: column.unwrap_or(cell.column),
        last_row,
        last_column,
        is_hidden: is_covered || row.is_none() || column.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_begin_where_they_are_seen_and_cover_what_lies_below() {
        let text = "<worksheet><cols><col min='1' max='1' width='0' hidden='1'/></cols><sheetData>\
                    <row r='1' hidden='1'><c r='B1'><v>1</v></c></row>\
                    <row r='2'><c r='A2'><v>2</v></c><c r='C2'><v>3</v></c><c r='D2'><v>4</v></c></row>\
                    </sheetData><mergeCells><mergeCell ref='B1:B3'/><mergeCell ref='C2:XFD1048576'/></mergeCells></worksheet>";
        let sheet = Sheet::of(text).unwrap();
        let placed = placed(&sheet, &Measure::of(&sheet)).unwrap();
        let seen: Vec<(u32, u32, bool)> = placed.iter().map(|it| (it.row, it.column, it.is_hidden)).collect();
        assert_eq!(seen, [(1, 0, true), (1, 1, false), (1, 2, false), (1, 3, true)]);
        assert_eq!(placed[1].last_row, 2);
    }
}
