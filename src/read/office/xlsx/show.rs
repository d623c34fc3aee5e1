//! What a cell shows: its value in the number format of its style, without what is struck out.

use super::super::OfficeFault;
use super::format::{Reading, general};
use super::sheet::{RawCell, Sheet, Value};
use super::strings::{Content, Run, Setting};
use super::styles::Styles;
use crate::vocabulary::columns::{Header, header};
use std::borrow::Cow;

/// Longest header of a column, in bytes.
const LONGEST_HEADER: usize = 48;

/// What all sheets of a workbook share.
#[derive(Debug)]
pub(super) struct Book<'a> {
    pub strings: Vec<Content<'a>>,
    pub styles: Styles,
    pub from_1904: bool,
}

/// What one cell shows.
#[derive(Debug, Default)]
pub(super) struct Shown<'a> {
    pub text: Cow<'a, str>,
    /// What of it is struck out.
    pub struck: String,
    /// Its format shows nothing of it: the text is its value.
    pub is_unshown: bool,
}

impl<'a> Book<'a> {
    /// What this cell shows; `times` are the columns in which a time is a span.
    ///
    /// # Errors
    /// When it names a string that the workbook does not have.
    pub fn show(&'a self, cell: &'a RawCell<'_>, times: &TimeColumns) -> Result<Shown<'a>, OfficeFault> {
        let content = match &cell.value {
            Value::Number(number) => return Ok(self.number(cell, *number, times)),
            Value::Shared(at) => self.strings.get(*at as usize).ok_or(OfficeFault::Damaged)?,
            Value::Own(content) => content,
        };
        let setting = self.styles.setting(cell.style);
        match content {
            Content::Plain(text) => Ok(self.plain(cell.style, setting, text)),
            Content::Rich(runs) => Ok(rich(runs, setting)),
        }
    }

    fn number(&self, cell: &RawCell<'_>, number: f64, times: &TimeColumns) -> Shown<'a> {
        let format = self.styles.format(cell.style);
        let reading = Reading {
            from_1904: self.from_1904,
            times_are_spans: format.is_some_and(|it| it.is_clock()) && times.hold(cell.row, cell.column),
        };
        let text = format.map_or_else(|| general(number), |format| format.number(number, reading));
        let is_unshown = text.is_empty();
        let text = if is_unshown { general(number) } else { text };
        struck(Cow::Owned(text), self.styles.setting(cell.style).is_struck, is_unshown)
    }

    fn plain(&self, style: u32, setting: Setting, text: &'a str) -> Shown<'a> {
        let formatted = self.styles.format(style).and_then(|format| format.text(text));
        let is_unshown = formatted.as_deref() == Some("");
        let text = match (formatted.filter(|_| !is_unshown), setting.glyphs) {
            (_, Some(glyphs)) => Cow::Owned(glyphs.text(text)),
            (Some(formatted), None) => Cow::Owned(formatted),
            (None, None) => Cow::Borrowed(text),
        };
        struck(text, setting.is_struck, is_unshown)
    }
}

/// A text that is of one piece, struck out or not.
fn struck(text: Cow<'_, str>, is_struck: bool, is_unshown: bool) -> Shown<'_> {
    match is_struck {
        true => Shown { struck: text.into_owned(), ..Shown::default() },
        false => Shown { text, is_unshown, ..Shown::default() },
    }
}

fn rich<'a>(runs: &[Run<'_>], of_cell: Setting) -> Shown<'a> {
    let (mut text, mut struck) = (String::new(), String::new());
    for run in runs {
        let setting = run.set.unwrap_or(of_cell);
        let part = if setting.is_struck { &mut struck } else { &mut text };
        match setting.glyphs {
            Some(glyphs) => part.push_str(&glyphs.text(&run.text)),
            None => part.push_str(&run.text),
        }
    }
    Shown { text: Cow::Owned(text), struck, is_unshown: false }
}

/// Where the header of a column says that times below it are spans: row, first and last column.
#[derive(Debug, Default)]
pub(super) struct TimeColumns(Vec<(u32, u32, u32)>);

impl TimeColumns {
    /// Of a sheet; looked for only where a cell holds a time that could be either.
    ///
    /// # Errors
    /// When a cell names a string that the workbook does not have.
    pub fn of(sheet: &Sheet<'_>, book: &Book<'_>) -> Result<Self, OfficeFault> {
        let none = Self::default();
        let is_clock = |cell: &RawCell<'_>| {
            matches!(cell.value, Value::Number(_)) && book.styles.format(cell.style).is_some_and(|it| it.is_clock())
        };
        if !sheet.cells.iter().any(is_clock) {
            return Ok(none);
        }
        let mut found = Vec::new();
        for cell in sheet.cells.iter().filter(|cell| !matches!(cell.value, Value::Number(_))) {
            let shown = book.show(cell, &none)?;
            if shown.text.len() <= LONGEST_HEADER && matches!(header(&shown.text), Some(Header::Duration(_))) {
                let merge = sheet.merges.iter().find(|it| (it.top, it.left) == (cell.row, cell.column));
                found.push((cell.row, cell.column, merge.map_or(cell.column, |it| it.right)));
            }
        }
        Ok(Self(found))
    }

    fn hold(&self, row: u32, column: u32) -> bool {
        self.0.iter().any(|(header, first, last)| *header < row && (*first..=*last).contains(&column))
    }
}
