//! The forms of monitoring and evaluation: a row for each SOP, with what is known; what only people know stays blank.

use super::sheet::{Formats, Value, add, height, write};
use super::{DocumentRow, Recap};
use crate::diagnostic::{Language, Severity};
use crate::vocabulary::form_words::NAMELESS;
use crate::vocabulary::monitoring as words;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// Rows above the table: title, ground, what is to be filled in, a blank one.
const HEAD: u32 = 6;

/// Height of a row that somebody writes into, in points.
const ROW_HEIGHT: f64 = 34.0;

/// Where somebody writes by hand.
const TO_WRITE: &str = "..............................";

/// How a form is made.
struct Form<'f> {
    name: &'f str,
    title: &'f str,
    basis: &'f str,
    /// Heads of all columns, and their widths.
    columns: Vec<(&'f str, f64)>,
    /// Columns under one head more, from the one to the other.
    group: (&'f str, u16, u16),
}

/// Tabel 7: how each SOP is applied, which no document tells.
pub(super) fn monitoring(book: &mut Workbook, recap: &Recap) -> Result<(), XlsxError> {
    let columns = words::ROW.into_iter().zip([6.0, 44.0]).chain(words::JUDGEMENTS.into_iter().zip([13.0, 13.0]));
    let form = Form {
        name: "Monitoring",
        title: words::MONITORING,
        basis: words::MONITORING_BASIS,
        columns: columns.chain(words::AFTER.into_iter().zip([36.0, 36.0, 14.0])).collect(),
        group: (words::JUDGEMENT, 2, 3),
    };
    let rows = recap.documents().map(|it| (name(it), Vec::new()));
    fill(book, recap, &form, rows)
}

/// The questions that people answer, beside what the check of the document found.
pub(super) fn evaluation(book: &mut Workbook, recap: &Recap, language: Language) -> Result<(), XlsxError> {
    let columns = words::ROW.into_iter().zip([6.0, 40.0]).chain(words::CRITERIA.into_iter().map(|it| (it, 15.0)));
    let form = Form {
        name: "Evaluasi",
        title: words::EVALUATION,
        basis: words::EVALUATION_BASIS,
        columns: columns.chain(words::EVALUATION_AFTER.into_iter().zip([24.0, 26.0, 26.0])).collect(),
        group: (words::CRITERIA_HEAD, 2, 8),
    };
    let found = 2 + words::CRITERIA.len();
    let rows = recap.documents().map(|it| (name(it), vec![(found, found_in_words(it, language))]));
    fill(book, recap, &form, rows)
}

/// `2 galat, 1 saran`; that nothing was found is said too.
fn found_in_words(document: &DocumentRow, language: Language) -> String {
    let tally = document.tally;
    let counts = [(tally.errors, Severity::Error), (tally.warnings, Severity::Warning), (tally.infos, Severity::Info)];
    let some = counts.into_iter().filter(|it| it.0 > 0);
    let words: Vec<String> = some.map(|(count, severity)| format!("{count} {}", severity.spoken(language))).collect();
    match (words.is_empty(), language) {
        (true, Language::Indonesian) => "tidak ada temuan".to_owned(),
        (true, Language::English) => "no findings".to_owned(),
        (false, _) => words.join(", "),
    }
}

/// Nama SOP with its number.
fn name(document: &DocumentRow) -> String {
    let title = if document.title.is_empty() { NAMELESS } else { &document.title };
    if document.number.is_empty() { title.to_owned() } else { format!("{title} ({})", document.number) }
}

/// The agency, where all documents name the same one.
fn agency(recap: &Recap) -> &str {
    let mut agencies = recap.documents().map(|it| it.agency.as_str());
    let first = agencies.next().unwrap_or_default();
    if agencies.all(|it| it == first) { first } else { "" }
}

fn fill(
    book: &mut Workbook,
    recap: &Recap,
    form: &Form,
    rows: impl Iterator<Item = (String, Vec<(usize, String)>)>,
) -> Result<(), XlsxError> {
    let formats = Formats::new();
    let sheet = add(book, form.name)?;
    sheet.write_string_with_format(0, 0, form.title, &formats.title)?;
    sheet.write_string(1, 0, form.basis)?;
    for (row, (label, value)) in (2..).zip(words::TO_FILL.into_iter().zip([agency(recap), "", ""])) {
        let value = if value.is_empty() { TO_WRITE } else { value };
        sheet.write_string(row, 0, format!("{label}: {value}"))?;
    }
    head(sheet, form, &formats)?;
    let mut last = HEAD + 1;
    for (number, (name, known)) in rows.enumerate() {
        let Some(row) = u32::try_from(number).ok().and_then(|at| at.checked_add(HEAD + 2)) else { break };
        let mut values: Vec<Value> = form.columns.iter().map(|_| Value::Blank).collect();
        values[0] = Value::Count(number + 1);
        values[1] = Value::Text(&name);
        known.iter().for_each(|(column, text)| values[*column] = Value::Text(text));
        write(sheet, row, &values, &formats)?;
        sheet.set_row_height(row, ROW_HEIGHT.max(height(&name, form.columns[1].1)))?;
        last = row;
    }
    let right = u16::try_from(form.columns.len() - 1).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(HEAD + 2, 2)?.set_repeat_rows(HEAD, HEAD + 1)?.set_print_area(0, 0, last, right)?;
    Ok(())
}

/// The two rows of heads: that of a group of columns above theirs, all others over both.
fn head(sheet: &mut Worksheet, form: &Form, formats: &Formats) -> Result<(), XlsxError> {
    let (group, first, last) = form.group;
    sheet.merge_range(HEAD, first, HEAD, last, group, &formats.head)?;
    sheet.set_row_height(HEAD, 20)?;
    for (column, (head, width)) in (0..).zip(&form.columns) {
        sheet.set_column_width(column, *width)?;
        if (first..=last).contains(&column) {
            sheet.write_string_with_format(HEAD + 1, column, *head, &formats.head)?;
        } else {
            sheet.merge_range(HEAD, column, HEAD + 1, column, head, &formats.head)?;
        }
    }
    let tallest = form.columns.iter().map(|(head, width)| height(head, *width));
    sheet.set_row_height(HEAD + 1, tallest.fold(ROW_HEIGHT, f64::max))?;
    Ok(())
}
