//! Lists and forms → sheets of cells, with heads, heights, and each value as the kind it is.

use super::Dated;
use super::workbook::{Content, Sheet, Style};

/// Rows of a sheet, its head included.
const MOST_ROWS: usize = 1_048_576;

/// Letters of a cell; some are left for the sign that it was cut.
const MOST_LETTERS: usize = 32_000;

/// Height of a line, in points.
pub(super) const LINE: f64 = 15.0;

/// Greatest height of a row, in points.
const HIGHEST: f64 = 400.0;

/// A cell, as spreadsheets know them.
pub(super) enum Value<'a> {
    Text(&'a str),
    Count(usize),
    /// Shown with its unit.
    Minutes(f64),
    Share(f64),
    Date(&'a Dated),
    /// Nothing, to be filled in by a person or not known.
    Blank,
}

/// A list: its head frozen and repeated on every page, its columns so wide, with filters.
pub(super) fn list<'v>(name: &str, columns: &[(&str, f64)], rows: impl Iterator<Item = Vec<Value<'v>>>) -> Sheet {
    let head = columns.iter().map(|(head, _)| (Style::Head, Content::Text((*head).to_owned()))).collect();
    let tallest = columns.iter().map(|(head, width)| height(head, *width * 0.8)).fold(LINE, f64::max);
    let mut all = vec![(tallest, head)];
    all.extend(
        rows.take(MOST_ROWS - 1).map(|values| (row_height(&values, columns), values.iter().map(written).collect())),
    );
    Sheet {
        name: name.to_owned(),
        widths: columns.iter().map(|(_, width)| *width).collect(),
        rows: all,
        merged: Vec::new(),
        frozen: (0, 1),
        repeated: (1, 1),
        filtered: Some(1),
    }
}

/// The cell of a value.
pub(super) fn written(value: &Value) -> (Style, Content) {
    match value {
        Value::Text(text) => (Style::Text, Content::Text(cut(text))),
        Value::Count(count) => (Style::Count, Content::Number(*count as f64)),
        Value::Minutes(minutes) => (Style::Minutes, Content::Number(*minutes)),
        Value::Share(share) => (Style::Share, Content::Number(*share)),
        Value::Blank | Value::Date(Dated::Blank) => (Style::Text, Content::Nothing),
        Value::Date(Dated::Text(text)) => (Style::Text, Content::Text(cut(text))),
        Value::Date(Dated::Day(year, month, day)) => match serial(*year, *month, *day) {
            Some(days) => (Style::Date, Content::Number(days)),
            None => (Style::Text, Content::Text(format!("{day:02}/{month:02}/{year:04}"))),
        },
    }
}

/// A day as spreadsheets count them, from March 1900 on; before, they count a day that never was.
fn serial(year: u16, month: u8, day: u8) -> Option<f64> {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    // Years begin in March here, so that the leap day ends one.
    let (year, of_year) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * of_year + 2) / 5 + day;
    // The day before the first that they count, by the same sum.
    let days = days - 693_900;
    (days > 60).then_some(days as f64)
}

/// What the longest text of a row needs. Programs differ in whether they give rows the height of their texts by themselves.
fn row_height(values: &[Value], columns: &[(&str, f64)]) -> f64 {
    let needed = values.iter().zip(columns).map(|(value, (_, width))| match value {
        Value::Text(text) => height(text, *width),
        Value::Date(Dated::Text(text)) => height(text, *width),
        _ => LINE,
    });
    needed.fold(LINE, f64::max)
}

/// What a text needs in a column of so many letters, in points.
pub(super) fn height(text: &str, width: f64) -> f64 {
    let lines = text.lines().map(|line| (line.chars().count() as f64 * 1.2 / width).ceil().max(1.0));
    (lines.sum::<f64>().max(1.0) * LINE).min(HIGHEST)
}

/// A text as long as a cell can hold.
fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
