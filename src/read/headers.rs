//! Header rows that a program wrote in one, or without the cells that span rows → as they stood in the table.

use crate::document::{Cell, Layout, Row, Text};
use crate::vocabulary::columns::{Header, exact, header};

/// What stands between a group and its column where a program wrote both in one cell.
const JOINTS: [char; 8] = ['.', '_', '/', ':', '>', '-', '–', ' '];

/// What a program calls a column without name.
const NAMELESS: &str = "Unnamed:";

/// Fewest cells of a header.
const FEWEST: usize = 4;

/// Puts such rows back.
pub(super) fn restore(rows: &mut Vec<Row>) {
    let mut at = 0;
    while at < rows.len() {
        if rows[at].layout == Layout::Cells && rows[at].cells.len() >= FEWEST {
            clear_nameless(&mut rows[at]);
            if let Some(below) = parted(&mut rows[at]) {
                rows.insert(at + 1, below);
                at += 1;
            } else if let Some(next) = rows.get(at + 1).and_then(|below| shifted(&rows[at], below)) {
                rows[at + 1] = next;
                at += 1;
            }
        }
        at += 1;
    }
}

fn clear_nameless(row: &mut Row) {
    for cell in &mut row.cells {
        if cell.text.as_str().starts_with(NAMELESS) {
            cell.text = Text::default();
        }
    }
}

fn is_group(name: Header) -> bool {
    matches!(name, Header::Actors | Header::Quality)
}

/// The group and the column that one cell names: `Pelaksana.Staf`, `Mutu Baku_Waktu`.
fn of_group(text: &str) -> Option<(&str, &str)> {
    let joint = |(at, sign): (usize, &str)| {
        let (group, column) = (text[..at].trim(), text[at + sign.len()..].trim_start_matches(JOINTS));
        let is_one = exact(group).is_some_and(is_group) && !column.is_empty();
        // Between words a blank parts no more than any other.
        let is_meant =
            sign != " " || header(column).is_some_and(|it| !is_group(it)) && !exact(text).is_some_and(is_group);
        (is_one && is_meant).then_some((group, column))
    };
    text.match_indices(JOINTS).take(8).find_map(joint)
}

/// `No.No`: a cell over both rows.
fn doubled(text: &str) -> Option<&str> {
    let joint = |(at, sign): (usize, &str)| (text[..at] == text[at + sign.len()..]).then_some(&text[..at]);
    text.match_indices(JOINTS).take(8).find_map(joint)
}

/// Takes the columns out of a header that names each with its group, as the row below it.
fn parted(row: &mut Row) -> Option<Row> {
    let groups: Vec<Option<(&str, &str)>> = row.cells.iter().map(|cell| of_group(cell.text.as_str())).collect();
    if groups.iter().flatten().count() < 2 {
        return None;
    }
    let columns = groups.len();
    let mut upper: Vec<Text> = Vec::with_capacity(columns);
    let mut lower: Vec<Text> = Vec::with_capacity(columns);
    let mut ends: Vec<usize> = (1..=columns).collect();
    let mut first = 0;
    for (at, group) in groups.iter().enumerate() {
        let text = &row.cells[at].text;
        let Some((group, column)) = group else {
            upper.push(doubled(text.as_str()).map_or_else(|| text.clone(), |name| text.slice(name)));
            lower.push(Text::default());
            continue;
        };
        let goes_on = at > 0 && groups[at - 1].is_some_and(|(before, _)| before == *group);
        first = if goes_on { first } else { at };
        ends[first] = at + 1;
        upper.push(if goes_on { Text::default() } else { text.slice(group) });
        // A program that may not write a name twice counts them.
        let is_counted = column.bytes().all(|it| it.is_ascii_digit());
        lower.push(if is_counted { Text::default() } else { text.slice(column) });
    }
    let below = Row::positioned(lower);
    row.cells = Row::positioned(upper).cells;
    row.cells.iter_mut().zip(ends).for_each(|(cell, end)| cell.end_column = end);
    (!below.is_blank()).then_some(below)
}

/// The row below a header moved to the columns under its groups, where it has as many cells as those.
fn shifted(row: &Row, below: &Row) -> Option<Row> {
    // Some programs fill the row up with empty cells.
    let filled = below.cells.iter().rposition(|cell| !cell.text.is_blank())? + 1;
    let cells = &below.cells[..filled];
    if below.layout != Layout::Cells || filled >= row.cells.len() || cells.iter().any(|cell| cell.text.is_blank()) {
        return None;
    }
    let mut columns = Vec::new();
    let mut under = false;
    let mut named = 0;
    for (at, cell) in row.cells.iter().enumerate() {
        let name = header(cell.text.as_str());
        named += usize::from(name.is_some());
        under = if cell.text.is_blank() { under } else { name.is_some_and(is_group) };
        if under {
            columns.push(at);
        }
    }
    if named < 3 || columns.len() != filled {
        return None;
    }
    let mut texts: Vec<Text> = vec![Text::default(); row.cells.len()];
    for (column, Cell { text, .. }) in columns.into_iter().zip(cells) {
        texts[column] = text.clone();
    }
    Some(Row { page_start: below.page_start, ..Row::positioned(texts) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn row(cells: &[&str]) -> Row {
        let text = |words: &&str| {
            let mut text = Text::default();
            text.push(words, Span::new(0, words.len()));
            text
        };
        Row::positioned(cells.iter().map(text).collect())
    }

    #[track_caller]
    fn case(rows: &[&[&str]], restored: &[&[&str]]) {
        let mut rows: Vec<Row> = rows.iter().map(|cells| row(cells)).collect();
        restore(&mut rows);
        let texts: Vec<Vec<&str>> =
            rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(texts, restored);
    }

    #[test]
    fn groups_are_parted_from_their_columns() {
        case(
            &[&["No.No", "Kegiatan", "Pelaksana.Staf", "Pelaksana.Kepala", "Mutu Baku Waktu", "Ket"]],
            &[&["No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "Ket"], &["", "", "Staf", "Kepala", "Waktu", ""]],
        );
        case(
            &[&["No", "Kegiatan", "Pelaksana", "Unnamed: 3", "Mutu Baku", "Unnamed: 5"]],
            &[&["No", "Kegiatan", "Pelaksana", "", "Mutu Baku", ""]],
        );
        case(
            &[&["No", "Kegiatan", "Pelaksana", "Pelaksana Kegiatan", "Waktu"]],
            &[&["No", "Kegiatan", "Pelaksana", "Pelaksana Kegiatan", "Waktu"]],
        );
    }

    #[test]
    fn columns_move_under_their_groups() {
        case(
            &[&["No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "Ket"], &["Staf", "Kepala", "Waktu", "Output"]],
            &[
                &["No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "Ket"],
                &["", "", "Staf", "Kepala", "Waktu", "Output", ""],
            ],
        );
    }
}
