//! One sheet as its XML says it, in one pass: cells that hold something, sizes of rows and columns, merges.
//! Rows and columns are counted from 0.

use super::super::OfficeFault;
use super::super::xml::{Cursor, Piece, Tag, is_yes};
use super::strings::{Content, content};
use std::borrow::Cow;

/// Most cells with content that are read of one sheet.
const MOST_CELLS: usize = 400_000;

/// Most merged cells of one sheet.
const MOST_MERGES: usize = 50_000;

/// Most heights of rows that are told of one sheet.
const MOST_HEIGHTS: usize = 1 << 20;

/// Most widths of columns.
const MOST_WIDTHS: usize = 4_000;

/// Rows that a sheet has.
pub(super) const ROWS: u32 = 1 << 20;

/// Columns that a sheet has.
pub(super) const COLUMNS: u32 = 1 << 14;

/// One cell that holds something.
#[derive(Debug)]
pub(super) struct RawCell<'a> {
    pub row: u32,
    pub column: u32,
    /// Number of its style.
    pub style: u32,
    pub value: Value<'a>,
}

/// What it holds; of a formula what it came to when it was saved.
#[derive(Debug)]
pub(super) enum Value<'a> {
    /// A string of the workbook, by number.
    Shared(u32),
    /// A number, a date, a time.
    Number(f64),
    /// A text of its own: typed, of a formula, a truth value, an error.
    Own(Content<'a>),
}

/// Merged cells: first and last row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

/// Columns of one width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub first: u32,
    pub last: u32,
    /// In letters of the default font.
    pub width: Option<f64>,
    pub is_hidden: bool,
}

/// A row with a height of its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowSize {
    pub row: u32,
    /// In points.
    pub height: Option<f64>,
    pub is_hidden: bool,
}

/// The sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet<'a> {
    /// By row, then by column; no two at one place.
    pub cells: Vec<RawCell<'a>>,
    pub merges: Vec<Merge>,
    pub columns: Vec<Columns>,
    /// In rising order.
    pub rows: Vec<RowSize>,
    pub default_width: Option<f64>,
    pub default_height: Option<f64>,
    /// Rows of which nothing is said are hidden.
    pub hides_rows: bool,
    /// Relation to the drawing.
    pub drawing: Option<String>,
    /// Running heads and feet.
    pub furniture: Vec<String>,
    next_row: u32,
    next_column: u32,
}

impl<'a> Sheet<'a> {
    /// Reads a sheet.
    ///
    /// # Errors
    /// When it is damaged, or holds more than any real sheet.
    pub fn of(text: &'a str) -> Result<Self, OfficeFault> {
        let mut sheet = Self::default();
        let mut cursor = Cursor::new(text);
        while let Some(piece) = cursor.next()? {
            let Piece::Open(tag) = piece else { continue };
            match tag.name {
                "c" => sheet.cell(&mut cursor, tag)?,
                "row" => sheet.row(tag)?,
                "col" => sheet.column(tag)?,
                "mergeCell" => sheet.merge(tag)?,
                "sheetFormatPr" => {
                    sheet.default_width = number(tag, "defaultColWidth");
                    sheet.default_height = number(tag, "defaultRowHeight");
                    sheet.hides_rows = tag.is_set("zeroHeight", false);
                }
                "drawing" => sheet.drawing = tag.prefixed("id").map(Cow::into_owned),
                "oddHeader" | "oddFooter" | "firstHeader" | "firstFooter" => {
                    let words = furniture(&cursor.text()?);
                    sheet.furniture.extend(Some(words).filter(|it| it.chars().any(char::is_alphabetic)));
                }
                "conditionalFormatting" | "dataValidations" | "extLst" | "AlternateContent" => cursor.skip()?,
                _ => {}
            }
        }
        let place = |cell: &RawCell| (cell.row, cell.column);
        if !sheet.cells.is_sorted_by_key(place) {
            sheet.cells.sort_by_key(place);
        }
        sheet.cells.dedup_by_key(|cell| place(cell));
        sheet.rows.sort_by_key(|it| it.row);
        sheet.rows.dedup_by_key(|it| it.row);
        Ok(sheet)
    }

    fn row(&mut self, tag: Tag<'_>) -> Result<(), OfficeFault> {
        let (mut height, mut is_hidden) = (None, false);
        let mut row = self.next_row;
        for (name, value) in tag.all() {
            match name {
                "r" => row = counted(&value, ROWS)?,
                "ht" => height = finite(&value),
                "hidden" => is_hidden = is_yes(&value),
                _ => {}
            }
        }
        if row >= ROWS {
            return Err(OfficeFault::Damaged);
        }
        // Where rows are hidden by default, a row that is spoken of is not.
        if height.is_some() || is_hidden || self.hides_rows {
            bounded(self.rows.len(), MOST_HEIGHTS)?;
            self.rows.push(RowSize { row, height, is_hidden });
        }
        (self.next_row, self.next_column) = (row + 1, 0);
        Ok(())
    }

    fn column(&mut self, tag: Tag<'_>) -> Result<(), OfficeFault> {
        bounded(self.columns.len(), MOST_WIDTHS)?;
        let at = |name| tag.attribute(name).map_or(Err(OfficeFault::Damaged), |it| counted(&it, COLUMNS));
        let is_hidden = tag.is_set("hidden", false);
        self.columns.push(Columns { first: at("min")?, last: at("max")?, width: number(tag, "width"), is_hidden });
        Ok(())
    }

    fn merge(&mut self, tag: Tag<'_>) -> Result<(), OfficeFault> {
        bounded(self.merges.len(), MOST_MERGES)?;
        let range = tag.attribute("ref").ok_or(OfficeFault::Damaged)?;
        let (from, to) = range.split_once(':').unwrap_or((&range, &range));
        let (from, to) = (place(from)?, place(to)?);
        self.merges.push(Merge {
            top: from.0.min(to.0),
            left: from.1.min(to.1),
            bottom: from.0.max(to.0),
            right: from.1.max(to.1),
        });
        Ok(())
    }

    /// The cell that was just opened, its end included.
    fn cell(&mut self, cursor: &mut Cursor<'a>, tag: Tag<'a>) -> Result<(), OfficeFault> {
        let (mut row, mut column) = (self.next_row.saturating_sub(1), self.next_column);
        let (mut style, mut kind) = (0, Cow::Borrowed("n"));
        for (name, value) in tag.all() {
            match name {
                "r" => (row, column) = place(&value)?,
                "s" => style = value.parse().unwrap_or(0),
                "t" => kind = value,
                _ => {}
            }
        }
        if column >= COLUMNS {
            return Err(OfficeFault::Damaged);
        }
        self.next_column = column + 1;
        let Some(value) = value(cursor, &kind)? else { return Ok(()) };
        bounded(self.cells.len(), MOST_CELLS)?;
        self.cells.push(RawCell { row, column, style, value });
        Ok(())
    }
}

/// What stands in the cell that was just opened, its end included.
fn value<'a>(cursor: &mut Cursor<'a>, kind: &str) -> Result<Option<Value<'a>>, OfficeFault> {
    let within = cursor.depth();
    let mut found = None;
    let mut is_value = false;
    while cursor.depth() >= within {
        match cursor.next()? {
            Some(Piece::Open(tag)) => {
                is_value = tag.name == "v";
                match tag.name {
                    "is" => found = Some(Value::Own(content(cursor)?)),
                    "v" => {}
                    _ => cursor.skip()?,
                }
            }
            Some(Piece::Text(text)) if is_value => match &mut found {
                Some(Value::Own(Content::Plain(before))) => before.to_mut().push_str(&text),
                _ => found = Some(Value::Own(Content::Plain(text))),
            },
            Some(Piece::Close("v")) => is_value = false,
            Some(_) => {}
            None => break,
        }
    }
    match found {
        Some(Value::Own(Content::Plain(text))) => typed(text, kind).map(Some),
        other => Ok(other),
    }
}

/// The value as its type has it.
fn typed<'a>(text: Cow<'a, str>, kind: &str) -> Result<Value<'a>, OfficeFault> {
    let bare = text.trim();
    Ok(match kind {
        "s" => Value::Shared(bare.parse().map_err(|_| OfficeFault::Damaged)?),
        "b" => Value::Own(Content::Plain(Cow::Borrowed(if is_yes(bare) { "TRUE" } else { "FALSE" }))),
        "n" => match finite(bare) {
            Some(number) => Value::Number(number),
            None => Value::Own(Content::Plain(text)),
        },
        _ => Value::Own(Content::Plain(text)),
    })
}

fn bounded(count: usize, most: usize) -> Result<(), OfficeFault> {
    if count < most { Ok(()) } else { Err(OfficeFault::TooMuch) }
}

fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|it: &f64| it.is_finite())
}

fn number(tag: Tag<'_>, name: &str) -> Option<f64> {
    finite(&tag.attribute(name)?)
}

/// A number counted from 1 and at most `most`, counted from 0.
fn counted(text: &str, most: u32) -> Result<u32, OfficeFault> {
    let number: u32 = text.parse().map_err(|_| OfficeFault::Damaged)?;
    number.checked_sub(1).filter(|it| *it < most).ok_or(OfficeFault::Damaged)
}

/// Row and column of a cell as Excel names it: `AB12`, `$A$1`.
fn place(text: &str) -> Result<(u32, u32), OfficeFault> {
    let text = text.strip_prefix('$').unwrap_or(text);
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return Err(OfficeFault::Damaged);
    }
    let (name, row) = text.split_at(letters);
    let letter = |all: u32, it: u8| all * 26 + u32::from(it.to_ascii_uppercase() - b'A' + 1);
    let column = name.bytes().fold(0, letter) - 1;
    if column >= COLUMNS {
        return Err(OfficeFault::Damaged);
    }
    Ok((counted(row.strip_prefix('$').unwrap_or(row), ROWS)?, column))
}

/// The words of a running head without its codes (`&L&"Arial,Bold"&12`).
fn furniture(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        if letter != '&' {
            out.push(letter);
            continue;
        }
        match rest.next() {
            Some('&') => out.push('&'),
            Some('"') => while rest.next().is_some_and(|it| it != '"') {},
            Some('K') => drop(rest.by_ref().take(6).count()),
            Some(first) if first.is_ascii_digit() => while rest.next_if(char::is_ascii_digit).is_some() {},
            _ => out.push(' '),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_where_they_say_or_where_they_follow() {
        let text = "<worksheet><sheetData><row r='2'><c r='B2' t='s'><v>3</v></c><c><f>1&lt;2</f><v>4.5</v></c></row>\
                    <row><c t='inlineStr'><is><t>a</t></is></c><c t='e'><v>#REF!</v></c><c t='b'><v>1</v></c><c s='1'/>\
                    </row></sheetData><mergeCells><mergeCell ref='$B$2:AB3'/></mergeCells></worksheet>";
        let sheet = Sheet::of(text).unwrap();
        let places: Vec<(u32, u32)> = sheet.cells.iter().map(|it| (it.row, it.column)).collect();
        assert_eq!(places, [(1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]);
        assert!(matches!(sheet.cells[0].value, Value::Shared(3)));
        assert!(matches!(sheet.cells[1].value, Value::Number(4.5)));
        assert!(matches!(&sheet.cells[3].value, Value::Own(Content::Plain(text)) if text == "#REF!"));
        assert_eq!(sheet.merges, [Merge { top: 1, left: 1, bottom: 2, right: 27 }]);
    }

    #[test]
    fn places_beyond_the_sheet_are_damage() {
        assert_eq!(place("XFD1048576"), Ok((ROWS - 1, COLUMNS - 1)));
        for text in ["XFE1", "A0", "A1048577", "1", "AAAA1", "A-1", ""] {
            assert_eq!(place(text), Err(OfficeFault::Damaged), "{text}");
        }
    }

    #[test]
    fn running_heads_are_read_without_their_codes() {
        assert_eq!(furniture("&L&\"Arial,Bold\"&12Dinas A && B&RHal. &P/&N"), "Dinas A & B Hal. /");
    }
}
