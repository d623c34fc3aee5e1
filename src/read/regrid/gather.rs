//! Lines of a table of bands → rows of cells: each row gathered round its number.

use super::bands::Bands;
use super::block::Block;
use super::centred;
use crate::document::{Cell, Row, Text};
use crate::vocabulary::noise;
use std::collections::BTreeMap;

/// The rows of the table, header first; lines that are no part of it stay as they are.
pub(super) fn rows(rows: &[Row], block: &Block, bands: &Bands, running: &[String]) -> Vec<Row> {
    let mut out = header(rows, block, bands);
    let mut chunk: Vec<usize> = Vec::new();
    let mut at = block.header.end;
    let style = style(rows, block);
    while at < block.end {
        let row = &rows[at];
        if let Some(end) = block.repeats_header(rows, at) {
            flush(rows, block, bands, &mut chunk, style, &mut out);
            out.push(together(rows, at..end, bands));
            at = end;
            continue;
        }
        let noisy = (row.filled().all(|cell| noise::is_noise(cell.text.as_str()))
            || is_running(row, running)
            || row.filled().any(|cell| noise::is_page_count(cell.text.as_str())))
            && block.number(row).is_none()
            && !row.is_blank();
        if noisy || Block::is_column_numbers(row) {
            flush(rows, block, bands, &mut chunk, style, &mut out);
            out.push(if noisy { row.clone() } else { spread(row, bands) });
        } else {
            chunk.push(at);
        }
        at += 1;
    }
    flush(rows, block, bands, &mut chunk, style, &mut out);
    out
}

/// The first lines of pages that come again on another page: running heads, in the order of the pages.
pub(super) fn running(rows: &[Row]) -> Vec<String> {
    let first = rows.iter().position(|row| !row.is_blank());
    let starts = rows.iter().enumerate().filter(|(at, row)| (row.page_start || Some(*at) == first) && !row.is_blank());
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for (_, row) in starts {
        *count.entry(words(row)).or_default() += 1;
    }
    count.into_iter().filter(|(_, count)| *count > 1).map(|(text, _)| text).collect()
}

fn words(row: &Row) -> String {
    row.filled().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// A running head; a header that is repeated on each page is told before.
fn is_running(row: &Row, running: &[String]) -> bool {
    row.page_start && !running.is_empty() && running.binary_search(&words(row)).is_ok()
}

/// The header as two rows: groups and single names above, names of the groups' columns below.
fn header(rows: &[Row], block: &Block, bands: &Bands) -> Vec<Row> {
    let mut above = vec![Text::default(); bands.len()];
    let below = bands.names.clone();
    for (band, name) in &bands.groups {
        let taken = bands.names.iter().any(|it| it.as_str() == name.as_str());
        if !taken {
            above[*band] = name.clone();
        }
    }
    let mut first = Row::positioned(above);
    first.page_start = rows[block.header.start].page_start;
    let second = Row::positioned(below);
    // The names stand in the lower row; the upper must name the activity too, by which the header is known.
    merge_singles(first, second)
}

/// Single names (`No`, `Kegiatan`, `Keterangan`) move into the upper row.
fn merge_singles(mut above: Row, mut below: Row) -> Vec<Row> {
    use crate::vocabulary::columns::{Header, header};
    for (upper, lower) in above.cells.iter_mut().zip(&mut below.cells) {
        let single = matches!(
            header(lower.text.as_str()),
            Some(Header::Number | Header::Activity | Header::Note | Header::Actors)
        );
        if single && upper.text.is_blank() {
            upper.text = std::mem::take(&mut lower.text);
        }
    }
    if below.is_blank() { vec![above] } else { vec![above, below] }
}

/// The lines of a repeated header as one row, by which it is known for one.
fn together(rows: &[Row], lines: std::ops::Range<usize>, bands: &Bands) -> Row {
    let mut texts = vec![Text::default(); bands.len()];
    for line in lines.clone() {
        place(&rows[line], bands, &mut texts);
    }
    let mut row = Row::positioned(texts);
    row.page_start = rows[lines].iter().any(|row| row.page_start);
    row
}

/// One line in the bands.
fn spread(row: &Row, bands: &Bands) -> Row {
    let mut texts = vec![Text::default(); bands.len()];
    place(row, bands, &mut texts);
    let mut out = Row::positioned(texts);
    out.page_start = row.page_start;
    out
}

/// Puts the cells of a line into their bands, below what stands there already.
fn place(row: &Row, bands: &Bands, texts: &mut [Text]) {
    for cell in row.filled() {
        for (band, text) in parts(cell, bands) {
            let separator = if begins_item(text.as_str()) { '\n' } else { ' ' };
            texts[band].join(separator, &text);
        }
    }
}

/// A cell that reaches over a boundary with a blank there is cut.
fn parts(cell: &Cell, bands: &Bands) -> Vec<(usize, Text)> {
    let (first, last) = (band_at(bands, cell.column), band_at(bands, cell.end_column.saturating_sub(1)));
    if first == last || super::bands::is_mark(cell.text.as_str()) {
        return vec![(bands.of_columns(cell.column, cell.end_column), cell.text.clone())];
    }
    let text = cell.text.as_str();
    let mut out = Vec::new();
    let mut from = 0;
    for band in first + 1..=last {
        let boundary = bands.start(band) - cell.column;
        let near = text
            .char_indices()
            .enumerate()
            .filter(|(_, (_, it))| *it == ' ')
            .filter(|(column, (at, _))| column.abs_diff(boundary) <= 2 && *at > from)
            .min_by_key(|(column, _)| column.abs_diff(boundary));
        if let Some((_, (at, _))) = near {
            out.push((band - 1, cell.text.slice(text[from..at].trim())));
            from = at;
        }
    }
    let rest = cell.text.slice(text[from..].trim());
    if out.is_empty() {
        return vec![(bands.of_columns(cell.column, cell.end_column), cell.text.clone())];
    }
    out.push((last, rest));
    out
}

pub(super) fn band_at(bands: &Bands, column: usize) -> usize {
    bands.of_columns(column, column + 1)
}

/// `1. ...`, `- ...`: an item of a list inside a cell begins.
fn begins_item(text: &str) -> bool {
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let numbered = (1..=2).contains(&digits) && text[digits..].starts_with(". ");
    numbered || text.starts_with(['•', '\u{f0b7}', '➢']) || text.starts_with("- ")
}

/// Where the number of a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// In its first line.
    First,
    /// In the middle line.
    Middle,
    /// Rows are held apart by blank lines, one number in each.
    Blank,
}

/// Told from the first rows of the body.
fn style(rows: &[Row], block: &Block) -> Style {
    let body = &rows[block.header.end..block.end];
    let groups = body.split(Row::is_blank).filter(|group| !group.is_empty());
    let counts: Vec<usize> =
        groups.map(|group| group.iter().filter(|row| block.number(row).is_some()).count()).collect();
    let single = counts.iter().filter(|count| **count == 1).count();
    if counts.len() > 1 && single * 5 >= counts.len() * 4 {
        return Style::Blank;
    }
    let first = body.iter().find(|row| !row.is_blank() && !Block::is_column_numbers(row));
    let opens_late = first.is_some_and(|row| block.number(row).is_none());
    // In its first line a row has both its number and the beginning of its activity.
    let centred = body.iter().filter(|row| block.number(row).is_some()).any(|row| !opens_activity(row, block));
    if opens_late || centred { Style::Middle } else { Style::First }
}

/// Gathers the lines of a chunk into rows.
fn flush(rows: &[Row], block: &Block, bands: &Bands, chunk: &mut Vec<usize>, style: Style, out: &mut Vec<Row>) {
    let lines = std::mem::take(chunk);
    let groups = match style {
        Style::First => by_first_line(rows, block, &lines),
        Style::Blank => by_blank_line(rows, block, &lines),
        Style::Middle => centred::rows(rows, block, bands, &lines),
    };
    for group in groups {
        let mut texts = vec![Text::default(); bands.len()];
        for line in &group {
            place(&rows[*line], bands, &mut texts);
        }
        let mut row = Row::positioned(texts);
        row.page_start = group.iter().any(|line| rows[*line].page_start);
        if !row.is_blank() {
            out.push(row);
        }
    }
}

fn by_first_line(rows: &[Row], block: &Block, lines: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for line in lines {
        if block.number(&rows[*line]).is_some() || groups.is_empty() {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.last_mut() {
            group.push(*line);
        }
    }
    groups
}

fn by_blank_line(rows: &[Row], block: &Block, lines: &[usize]) -> Vec<Vec<usize>> {
    let groups = lines.split(|line| rows[*line].is_blank()).filter(|group| !group.is_empty());
    let numbers = |group: &[usize]| group.iter().filter(|line| block.number(&rows[**line]).is_some()).count();
    groups
        .flat_map(|group| if numbers(group) > 1 { by_first_line(rows, block, group) } else { vec![group.to_vec()] })
        .collect()
}

/// A capital letter below `Kegiatan`.
pub(super) fn opens_activity(row: &Row, block: &Block) -> bool {
    row.filled().any(|cell| {
        block.activity.contains(&(cell.column + 1)) && cell.text.as_str().chars().next().is_some_and(char::is_uppercase)
    })
}
