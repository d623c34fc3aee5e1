//! Sheets of the workbook: heads, cells of each kind, widths, and how they are printed.

use super::Dated;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// Rows of a sheet, its head included.
const MOST_ROWS: u32 = 1_048_576;

/// Letters of a cell; some are left for the sign that it was cut.
const MOST_LETTERS: usize = 32_000;

/// Height of a line, in points.
const LINE: f64 = 15.0;

/// Greatest height of a row, in points.
const HIGHEST: f64 = 400.0;

/// Number of A4 among the papers of spreadsheets.
const A4: u8 = 9;

/// Tint of heads.
const TINT: Color = Color::RGB(0x00DD_E6F0);

/// A cell, as spreadsheets know them.
pub(super) enum Value<'a> {
    Text(&'a str),
    Count(usize),
    /// Shown with so much of a unit.
    Minutes(f64),
    Share(f64),
    Date(&'a Dated),
    /// Nothing, to be filled in by a person or not known.
    Blank,
}

/// The formats of cells.
pub(super) struct Formats {
    pub head: Format,
    pub text: Format,
    pub title: Format,
    number: Format,
    minutes: Format,
    share: Format,
    date: Format,
}

impl Formats {
    pub fn new() -> Self {
        let cell = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        Self {
            head: cell().set_bold().set_text_wrap().set_background_color(TINT).set_align(FormatAlign::Center),
            text: cell().set_text_wrap(),
            title: Format::new().set_bold().set_font_size(14),
            number: cell().set_num_format("#,##0"),
            minutes: cell().set_num_format("#,##0.## \"menit\""),
            share: cell().set_num_format("0%"),
            date: cell().set_num_format("dd/mm/yyyy"),
        }
    }
}

/// A new sheet, printed on A4 on its long side, as wide as the paper.
pub(super) fn add<'b>(book: &'b mut Workbook, name: &str) -> Result<&'b mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&A&R&P / &N");
    Ok(sheet)
}

/// A list: its head frozen and repeated on every page, its columns so wide, with filters.
pub(super) fn list<'v>(
    book: &mut Workbook,
    name: &str,
    columns: &[(&str, f64)],
    rows: impl Iterator<Item = Vec<Value<'v>>>,
) -> Result<(), XlsxError> {
    let formats = Formats::new();
    let sheet = add(book, name)?;
    for (column, (head, width)) in (0..).zip(columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, *head, &formats.head)?;
    }
    let head = columns.iter().map(|(head, width)| height(head, *width * 0.8));
    sheet.set_row_height(0, head.fold(LINE, f64::max))?;
    let mut last = 0;
    for (row, values) in (1..MOST_ROWS).zip(rows) {
        write(sheet, row, &values, &formats)?;
        sheet.set_row_height(row, row_height(&values, columns))?;
        last = row;
    }
    let right = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, right)?;
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(())
}

/// The cells of a row.
pub(super) fn write(sheet: &mut Worksheet, row: u32, values: &[Value], formats: &Formats) -> Result<(), XlsxError> {
    for (column, value) in (0..).zip(values) {
        match value {
            Value::Text(text) => sheet.write_string_with_format(row, column, cut(text), &formats.text)?,
            Value::Count(count) => sheet.write_number_with_format(row, column, *count as f64, &formats.number)?,
            Value::Minutes(minutes) => sheet.write_number_with_format(row, column, *minutes, &formats.minutes)?,
            Value::Share(share) => sheet.write_number_with_format(row, column, *share, &formats.share)?,
            Value::Blank | Value::Date(Dated::Blank) => sheet.write_blank(row, column, &formats.text)?,
            Value::Date(Dated::Text(text)) => sheet.write_string_with_format(row, column, cut(text), &formats.text)?,
            Value::Date(Dated::Day(year, month, day)) => match ExcelDateTime::from_ymd(*year, *month, *day) {
                Ok(date) => sheet.write_datetime_with_format(row, column, &date, &formats.date)?,
                // Years before 1900 are none to a spreadsheet.
                Err(_) => {
                    let text = format!("{day:02}/{month:02}/{year:04}");
                    sheet.write_string_with_format(row, column, text, &formats.text)?
                }
            },
        };
    }
    Ok(())
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
