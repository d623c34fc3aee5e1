//! `xl/workbook.xml` → its sheets in order, and the day its dates are counted from.

use super::super::relations::Relations;
use super::super::xml::{Cursor, Piece};
use super::super::{OfficeFault, Package};

/// Most sheets of a workbook.
const MOST_SHEETS: usize = 500;

/// The part that a workbook begins with.
pub(super) const PART: &str = "xl/workbook.xml";

/// What the workbook says of itself.
#[derive(Debug, Default)]
pub(crate) struct Workbook {
    /// Worksheets, in the order of their tabs.
    pub sheets: Vec<Entry>,
    /// Dates are counted from 1904.
    pub from_1904: bool,
    /// Member that holds the shared strings.
    pub strings: Option<String>,
    /// Member that holds the styles.
    pub styles: Option<String>,
}

/// One worksheet.
#[derive(Debug)]
pub(crate) struct Entry {
    /// What its tab says.
    pub name: String,
    /// Its tab is not shown.
    pub is_hidden: bool,
    /// Name of the member that holds it.
    pub member: String,
}

impl Workbook {
    /// Reads it; sheets of charts, dialogs and macros hold no cells and are passed over.
    ///
    /// # Errors
    /// When it is damaged, or has more sheets than any real workbook.
    pub fn of(package: &mut Package<'_>) -> Result<Self, OfficeFault> {
        let text = package.member(PART)?.ok_or(OfficeFault::Damaged)?;
        let relations = Relations::of(package, PART)?;
        let named = |role: &str| relations.by_role(role).map(|it| it.member.clone());
        let mut book = Self { strings: named("sharedStrings"), styles: named("styles"), ..Self::default() };
        let mut cursor = Cursor::new(&text);
        while let Some(piece) = cursor.next()? {
            let Piece::Open(tag) = piece else { continue };
            match tag.name {
                "workbookPr" => book.from_1904 = tag.is_set("date1904", false),
                "sheet" => {
                    let id = tag.prefixed("id").ok_or(OfficeFault::Damaged)?;
                    let relation = relations.by_id(&id).ok_or(OfficeFault::Damaged)?;
                    if relation.role != "worksheet" {
                        continue;
                    }
                    if book.sheets.len() == MOST_SHEETS {
                        return Err(OfficeFault::TooMuch);
                    }
                    book.sheets.push(Entry {
                        name: tag.attribute("name").unwrap_or_default().into_owned(),
                        is_hidden: tag.attribute("state").is_some_and(|it| it != "visible"),
                        member: relation.member.clone(),
                    });
                }
                _ => {}
            }
        }
        Ok(book)
    }
}
