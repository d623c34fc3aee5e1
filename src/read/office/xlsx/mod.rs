//! Workbooks of Excel → pages of placed things: a page a sheet.
//!
//! The XML is read here, once, and by no crate for spreadsheets: those give values and merges, but what decides how a form is
//! read (what is struck out or hidden, units that stand in the number format only, widths and heights that say which cell a
//! symbol lies in, shapes and their connectors) needs the same XML a second time.
//!
//! [`workbook`] finds the sheets, [`strings`] and [`styles`] what they share, [`sheet`] reads the cells, [`show`] says what a cell
//! shows with [`format`](mod@format), [`cells`] and [`measure`] where it lies, [`drawing`] what is drawn over it; [`pages`] and
//! [`draw`] write it all down. Notes and the old drawings beside them (VML) are not read.

mod boxed;
mod cells;
mod draw;
mod drawing;
mod format;
mod measure;
mod pages;
mod sheet;
mod show;
mod strings;
mod styles;
pub(crate) mod workbook;

use super::relations::Relations;
use super::{OfficeFault, Package};
use crate::document::Document;
use crate::source::Source;
use measure::Measure;
use pages::Pages;
use sheet::Sheet;
use show::Book;
use styles::Styles;
use workbook::{Entry, Workbook};

/// Reads a workbook; `name` is shown to people.
///
/// # Errors
/// When the archive is damaged, locked, or beyond all bounds.
pub fn read(mut package: Package<'_>, name: &str) -> Result<(Source, Document), OfficeFault> {
    let workbook = Workbook::of(&mut package)?;
    let strings = shared(&mut package, workbook.strings.as_deref())?;
    let styles = shared(&mut package, workbook.styles.as_deref())?;
    let book = Book {
        strings: strings.as_deref().map_or_else(|| Ok(Vec::new()), strings::shared)?,
        styles: styles.as_deref().map_or_else(|| Ok(Styles::default()), Styles::of)?,
        from_1904: workbook.from_1904,
    };
    let names = workbook.sheets.iter().map(|entry| entry.name.clone()).collect();
    let mut pages = Pages::of_sheets(names);
    for (at, entry) in (0..).zip(&workbook.sheets) {
        add(&mut package, &mut pages, at, entry, &book)?;
    }
    Ok(pages.finish(name))
}

/// A member that the workbook speaks of must be there.
fn shared(package: &mut Package<'_>, member: Option<&str>) -> Result<Option<String>, OfficeFault> {
    member.map(|member| package.member(member)?.ok_or(OfficeFault::Damaged)).transpose()
}

fn add(
    package: &mut Package<'_>,
    pages: &mut Pages,
    at: u16,
    entry: &Entry,
    book: &Book<'_>,
) -> Result<(), OfficeFault> {
    let text = package.member(&entry.member)?.ok_or(OfficeFault::Damaged)?;
    let sheet = Sheet::of(&text)?;
    let measure = Measure::of(&sheet);
    if entry.is_hidden {
        return pages.hide(at, &sheet, &measure, book);
    }
    let mut things = Vec::new();
    if let Some(id) = &sheet.drawing {
        let relations = Relations::of(package, &entry.member)?;
        let member = relations.by_id(id).map(|it| it.member.as_str()).ok_or(OfficeFault::Damaged)?;
        let text = package.member(member)?.ok_or(OfficeFault::Damaged)?;
        things = drawing::read(&text, &measure)?;
    }
    pages.show(at, (&sheet, &measure), things, book)
}
