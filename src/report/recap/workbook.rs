//! Sheets of cells → a workbook (Office Open XML). Texts stand in their cells as texts; there is no way to write a formula.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

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

/// The name of a cell; both counted from 0.
pub(super) fn cell(column: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().map(char::from).collect();
    format!("{letters}{}", row + 1)
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

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
pub(super) fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| -> Result<(), ZipError> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
        Ok(())
    };
    add("[Content_Types].xml", &types(sheets.len()))?;
    let root = relations(&[("officeDocument".to_owned(), "xl/workbook.xml".to_owned())]);
    add("_rels/.rels", &root)?;
    add("xl/workbook.xml", &book(sheets))?;
    let mut targets: Vec<(String, String)> =
        (1..=sheets.len()).map(|at| ("worksheet".to_owned(), format!("worksheets/sheet{at}.xml"))).collect();
    targets.push(("styles".to_owned(), "styles.xml".to_owned()));
    add("xl/_rels/workbook.xml.rels", &relations(&targets))?;
    add("xl/styles.xml", &styles())?;
    for (at, sheet) in sheets.iter().enumerate() {
        add(&format!("xl/worksheets/sheet{}.xml", at + 1), &written(sheet))?;
    }
    Ok(archive.finish()?.into_inner())
}

fn types(sheets: usize) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut out = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    );
    let mut part = |name: &str, what: &str| {
        // Writing to a String does not fail.
        let _ = write!(out, "<Override PartName=\"/xl/{name}\" ContentType=\"{kind}.{what}+xml\"/>");
    };
    part("workbook.xml", "sheet.main");
    part("styles.xml", "styles");
    (1..=sheets).for_each(|at| part(&format!("worksheets/sheet{at}.xml"), "worksheet"));
    out + "</Types>"
}

/// Relations to these targets, `rId1` and so on, by the last word of their type.
fn relations(targets: &[(String, String)]) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, (kind, target)) in targets.iter().enumerate() {
        let _ = write!(out, "<Relationship Id=\"rId{}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>", at + 1);
    }
    out + "</Relationships>"
}

fn book(sheets: &[Sheet]) -> String {
    let mut out = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>");
    for (at, sheet) in sheets.iter().enumerate() {
        let (name, number) = (escaped(&sheet.name), at + 1);
        let _ = write!(out, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    out.push_str("</sheets><definedNames>");
    for (at, sheet) in sheets.iter().enumerate() {
        let name = escaped(&sheet.name);
        if let Some((from, to)) = filter(sheet) {
            let range = format!("{}:{}", fixed(&from), fixed(&to));
            let _ = write!(
                out,
                "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{name}'!{range}</definedName>"
            );
        }
        let (first, last) = sheet.repeated;
        let _ = write!(
            out,
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{name}'!${first}:${last}</definedName>"
        );
    }
    out + "</definedNames></workbook>"
}

/// `$A$1`
fn fixed(cell: &str) -> String {
    let digits = cell.find(|it: char| it.is_ascii_digit()).unwrap_or(cell.len());
    format!("${}${}", &cell[..digits], &cell[digits..])
}

/// First and last cell of what can be filtered.
fn filter(sheet: &Sheet) -> Option<(String, String)> {
    let row = sheet.filtered?;
    Some((cell(0, row - 1), cell(sheet.widths.len().saturating_sub(1), sheet.rows.len().saturating_sub(1))))
}

fn styles() -> String {
    let mut out = format!("{HEAD}<styleSheet xmlns=\"{MAIN}\">{STYLES}<cellXfs count=\"{}\">", FORMATS.len());
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
    let mut out = format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    let (columns, rows) = sheet.frozen;
    let split = if columns > 0 { format!("xSplit=\"{columns}\" ") } else { String::new() };
    let pane = if columns > 0 { "bottomRight" } else { "bottomLeft" };
    let corner = cell(columns, rows);
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
            write_cell(&mut out, &cell(column, row), *style as u8, content);
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

fn write_cell(out: &mut String, name: &str, style: u8, content: &Content) {
    let _ = match content {
        Content::Nothing => write!(out, "<c r=\"{name}\" s=\"{style}\"/>"),
        Content::Number(number) => write!(out, "<c r=\"{name}\" s=\"{style}\"><v>{number}</v></c>"),
        Content::Text(text) => write!(
            out,
            "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(text)
        ),
    };
}

/// As XML holds it; characters that it cannot hold are replaced, and so is what spreadsheets take for the code of one (`_x0041_`).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if text[at + 1..].starts_with('x') => out.push_str("_x005F_"),
            '\t' | '\n' | '\u{20}'..='\u{fffd}' | '\u{10000}'.. => out.push(letter),
            _ => out.push('\u{fffd}'),
        }
    }
    out
}
