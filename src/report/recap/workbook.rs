//! Sheets of cells → a workbook (Office Open XML). Texts stand in their cells as texts; there is no way to write a formula.

use crate::package::{self, Defined, PackError, Package, SheetPart, Value, cell_name, write_cell};
use std::fmt::Write as _;

/// How a cell looks; its position among the formats of the workbook.
#[derive(Debug, Clone, Copy)]
pub(super) enum Style {
    Plain = 0,
    Head = 1,
    Text = 2,
    Title = 3,
    Count = 4,
    Minutes = 5,
    Share = 6,
    Date = 7,
}

/// What a cell holds.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Nothing,
    Number(f64),
    Text(String),
}

/// One sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub name: String,
    /// Widths in letters.
    pub widths: Vec<f64>,
    /// Rows from the top: their height in points, and their cells from the left.
    pub rows: Vec<(f64, Vec<(Style, Content)>)>,
    /// Cells that are one, such as `A1:B2`.
    pub merged: Vec<String>,
    /// Columns and rows that stay where they are.
    pub frozen: (usize, usize),
    /// Rows that every page begins with, counted from 1.
    pub repeated: (usize, usize),
    /// The row of heads, counted from 1, whose columns can be filtered.
    pub filtered: Option<usize>,
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Fonts, fills and formats of [`Style`], in its order.
const STYLES: &str = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.## &quot;menit&quot;\"/>\
<numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/></numFmts>\
<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>\
<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDE6F0\"/></patternFill></fill></fills>\
<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thin\"/><right style=\"thin\"/>\
<top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>";

/// Number format, font, fill, border, and whether texts are centred, of each [`Style`].
const FORMATS: [(u16, u8, u8, u8, bool); 8] = [
    (0, 0, 0, 0, false),
    (0, 1, 2, 1, true),
    (49, 0, 0, 1, false),
    (0, 2, 0, 0, false),
    (3, 0, 0, 1, false),
    (164, 0, 0, 1, false),
    (9, 0, 0, 1, false),
    (165, 0, 0, 1, false),
];

/// The workbook. The same sheets give the same bytes.
///
/// # Errors
/// When it is larger than an archive can be.
pub(super) fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, PackError> {
    let mut package = Package::default();
    let part = |sheet: &Sheet| SheetPart { name: sheet.name.clone(), xml: written(sheet), defined: defined(sheet) };
    let parts: Vec<SheetPart> = sheets.iter().map(part).collect();
    package::workbook(&mut package, &parts, &styles());
    package.begin("xl/workbook.xml", None);
    package.packed()
}

/// What can be filtered of a sheet, and its rows that every page begins with.
fn defined(sheet: &Sheet) -> Vec<Defined> {
    let mut all = Vec::new();
    if let Some((from, to)) = filter(sheet) {
        let range = format!("{}:{}", fixed(&from), fixed(&to));
        all.push(Defined { kind: "_FilterDatabase", range, is_hidden: true });
    }
    let (first, last) = sheet.repeated;
    all.push(Defined::shown("Print_Titles", format!("${first}:${last}")));
    all
}

/// `$A$1`
fn fixed(cell: &str) -> String {
    let digits = cell.find(|it: char| it.is_ascii_digit()).unwrap_or(cell.len());
    format!("${}${}", &cell[..digits], &cell[digits..])
}

/// First and last cell of what can be filtered.
fn filter(sheet: &Sheet) -> Option<(String, String)> {
    let row = sheet.filtered?;
    Some((cell_name(row - 1, 0), cell_name(sheet.rows.len().saturating_sub(1), sheet.widths.len().saturating_sub(1))))
}

fn styles() -> String {
    let mut out = format!("<styleSheet xmlns=\"{MAIN}\">{STYLES}<cellXfs count=\"{}\">", FORMATS.len());
    for (number, font, fill, border, is_centred) in FORMATS {
        let across = if is_centred { " horizontal=\"center\"" } else { "" };
        let wrap = if border > 0 { " wrapText=\"1\"" } else { "" };
        let _ = write!(
            out,
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"{across}{wrap}/></xf>"
        );
    }
    out + "</cellXfs></styleSheet>"
}

fn written(sheet: &Sheet) -> String {
    let mut out = format!("<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    let (columns, rows) = sheet.frozen;
    let split = if columns > 0 { format!("xSplit=\"{columns}\" ") } else { String::new() };
    let pane = if columns > 0 { "bottomRight" } else { "bottomLeft" };
    let corner = cell_name(rows, columns);
    let _ = write!(
        out,
        "<sheetViews><sheetView workbookViewId=\"0\"><pane {split}ySplit=\"{rows}\" topLeftCell=\"{corner}\" activePane=\"{pane}\" \
         state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for (at, width) in (1..).zip(&sheet.widths) {
        let _ = write!(out, "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    out.push_str("</cols><sheetData>");
    for (row, (height, cells)) in sheet.rows.iter().enumerate() {
        let _ = write!(out, "<row r=\"{}\" ht=\"{height}\" customHeight=\"1\">", row + 1);
        for (column, (style, content)) in cells.iter().enumerate() {
            let value = match content {
                Content::Nothing => Value::Nothing,
                Content::Number(number) => Value::Number(*number),
                Content::Text(text) => Value::Text(text),
            };
            write_cell(&mut out, &cell_name(row, column), *style as usize, value);
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData>");
    if let Some((from, to)) = filter(sheet) {
        let _ = write!(out, "<autoFilter ref=\"{from}:{to}\"/>");
    }
    if !sheet.merged.is_empty() {
        let _ = write!(out, "<mergeCells count=\"{}\">", sheet.merged.len());
        sheet.merged.iter().for_each(|it| out.push_str(&format!("<mergeCell ref=\"{it}\"/>")));
        out.push_str("</mergeCells>");
    }
    out + "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
           <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>\
           <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
}
