//! One sheet: its columns, rows and cells, and how it is printed → its part.

use super::cells::{Cell, Run};
use super::drawing::Drawing;
use super::styles::{Firmness, Style, Styles, letters};
use crate::layout::{Foot, FootPiece, Page};
use crate::package::{Value, cell_name, cell_text, column_name, escaped, write_cell};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

/// Hundredths of a point in a dot of the screen.
pub(super) const DOT: i32 = 75;
/// Dots that a digit of the default letters is wide.
const DIGIT: i32 = 7;
/// Inches of a hundredth of a point.
const INCH: f64 = 7200.0;
/// Height that the layout keeps for the foot, in hundredths of a point.
const FOOT: i32 = 1400;
/// How much nearer to the edge of the paper the body may come, for no program measures columns quite alike.
const EASE: i32 = 150;
/// Most letters of a header or footer.
const MOST: usize = 255;
/// The codes of papers: A4, Folio, Legal. Folio is F4 to every program; a size of one's own is lost in some.
const PAPERS: [(i32, u8); 3] = [(84_189, 9), (93_543, 14), (100_800, 5)];

/// A sheet in the making.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Widths of its columns, in dots.
    pub columns: Vec<i32>,
    /// Heights of its rows, in dots.
    pub rows: Vec<i32>,
    pub cells: Vec<Cell>,
    /// Rows above which a new page begins.
    pub breaks: Vec<usize>,
    /// The first rows, repeated on every page.
    pub titles: usize,
    /// Width of the line around the table, in hundredths of a point, and the first row that it goes around.
    pub border: i32,
    pub framed_from: usize,
    /// Rows that it does not go around, between those of a page and of the next, or last of all.
    pub unframed: BTreeSet<usize>,
    pub drawing: Drawing,
    pub paper: Setup,
}

/// How a sheet is printed.
#[derive(Debug, Clone, Default)]
pub(super) struct Setup {
    width: i32,
    margin: i32,
    foot: Foot,
    /// What stands above every page.
    head: String,
}

impl Setup {
    /// As these pages are; a draft says so above every page.
    pub fn of(page: &Page, head: String) -> Self {
        Self { width: page.width, margin: page.margin, foot: page.foot.clone(), head }
    }
}

impl Sheet {
    /// The range of its cells.
    pub fn area(&self) -> String {
        let (rows, columns) = (self.rows.len().max(1), self.columns.len().max(1));
        format!("${}${}:${}${}", column_name(0), 1, column_name(columns - 1), rows)
    }

    /// The part; `drawing` is the id of its drawing, where it has one.
    pub fn part(&self, styles: &mut Styles, drawing: Option<&str>) -> String {
        let mut out = String::with_capacity(16_384);
        out.push_str(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>",
        );
        let (rows, columns) = (self.rows.len().max(1), self.columns.len().max(1));
        // Writing to a String does not fail.
        let _ = write!(out, "<dimension ref=\"A1:{}\"/>", cell_name(rows - 1, columns - 1));
        self.write_view(&mut out);
        out.push_str("<sheetFormatPr defaultRowHeight=\"12.75\"/><cols>");
        for (at, width) in self.columns.iter().enumerate() {
            let at = at + 1;
            let width = f64::from(width * 256 / DIGIT) / 256.0;
            let _ = write!(out, "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>");
        }
        out.push_str("</cols>");
        self.write_cells(&mut out, styles);
        self.write_merges(&mut out);
        self.write_setup(&mut out);
        self.write_breaks(&mut out);
        let _ = write!(
            out,
            "<ignoredErrors><ignoredError sqref=\"A1:{}\" numberStoredAsText=\"1\"/></ignoredErrors>",
            cell_name(rows - 1, columns - 1)
        );
        if let Some(id) = drawing {
            let _ = write!(out, "<drawing r:id=\"{id}\"/>");
        }
        out.push_str("</worksheet>");
        out
    }

    fn write_view(&self, out: &mut String) {
        out.push_str("<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\">");
        if self.titles > 0 && self.titles < self.rows.len() {
            let below = cell_name(self.titles, 0);
            let _ = write!(
                out,
                "<pane ySplit=\"{}\" topLeftCell=\"{below}\" activePane=\"bottomLeft\" state=\"frozen\"/>\
                 <selection pane=\"bottomLeft\" activeCell=\"{below}\" sqref=\"{below}\"/>",
                self.titles
            );
        }
        out.push_str("</sheetView></sheetViews>");
    }

    fn write_cells(&self, out: &mut String, styles: &mut Styles) {
        // Of a merged cell every part has its lines.
        let mut places: BTreeMap<(usize, usize), (usize, Option<&Cell>)> = BTreeMap::new();
        for cell in &self.cells {
            for row in cell.rows.clone() {
                for column in cell.columns.clone() {
                    let is_first = row == cell.rows.start && column == cell.columns.start;
                    let style = styles.number(Style { firm: self.firm(row, column), ..cell.style });
                    places.insert((row, column), (style, is_first.then_some(cell)));
                }
            }
        }
        out.push_str("<sheetData>");
        let mut next = places.iter().peekable();
        for (row, height) in self.rows.iter().enumerate() {
            let _ = write!(out, "<row r=\"{}\" ht=\"{}\" customHeight=\"1\">", row + 1, points(height * DOT));
            while let Some(((_, column), (style, cell))) = next.next_if(|((own, _), _)| *own == row) {
                write_place(out, &cell_name(row, *column), *style, *cell);
            }
            out.push_str("</row>");
        }
        out.push_str("</sheetData>");
    }

    /// On which sides a place lies at the edge of the table as it is printed, and how firm the line is there.
    fn firm(&self, row: usize, column: usize) -> (Firmness, [bool; 4]) {
        let firmness = Firmness::of(self.border);
        if firmness == Firmness::Thin || row < self.framed_from || self.unframed.contains(&row) {
            return (Firmness::Thin, [false; 4]);
        }
        // Below a break the repeated rows stand first.
        let begins = row == self.framed_from || (self.titles == 0 && self.breaks.contains(&row));
        let below = row + 1;
        let ends = below == self.rows.len() || self.breaks.contains(&below) || self.unframed.contains(&below);
        (firmness, [column == 0, column + 1 == self.columns.len(), begins, ends])
    }

    fn write_merges(&self, out: &mut String) {
        let merged: Vec<&Cell> = self.cells.iter().filter(|it| it.rows.len() > 1 || it.columns.len() > 1).collect();
        if merged.is_empty() {
            return;
        }
        let _ = write!(out, "<mergeCells count=\"{}\">", merged.len());
        for Cell { rows, columns, .. } in merged {
            let (first, last) = (cell_name(rows.start, columns.start), cell_name(rows.end - 1, columns.end - 1));
            let _ = write!(out, "<mergeCell ref=\"{first}:{last}\"/>");
        }
        out.push_str("</mergeCells>");
    }

    fn write_setup(&self, out: &mut String) {
        let Setup { width, margin, foot, head } = &self.paper;
        let side = f64::from((margin - EASE).max(0)) / INCH;
        let (bottom, own) = (f64::from(margin + FOOT - EASE) / INCH, f64::from(*margin) / INCH * 0.9);
        let header = f64::from(*margin) / INCH * 0.4;
        let paper = PAPERS.iter().find(|(wide, _)| wide == width).map_or(9, |(_, code)| *code);
        let _ = write!(
            out,
            "<printOptions horizontalCentered=\"1\"/>\
             <pageMargins left=\"{side:.4}\" right=\"{side:.4}\" top=\"{side:.4}\" bottom=\"{bottom:.4}\" header=\"{header:.4}\" \
             footer=\"{own:.4}\"/>\
             <pageSetup paperSize=\"{paper}\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
        );
        let right = side_of(&foot.sides[1]);
        let left = cut(&side_of(&foot.sides[0]), MOST - right.encode_utf16().count().min(MOST / 2) - 32);
        let above = if head.is_empty() {
            String::new()
        } else {
            format!(
                "<oddHeader>{}</oddHeader>",
                escaped(&format!("&R&8&\"Arial,Bold\"{}", cut(&literal(head), MOST - 24)))
            )
        };
        let below = escaped(&format!("&L&7&\"Arial,Regular\"{left}&R&7&\"Arial,Regular\"{right}"));
        let _ = write!(out, "<headerFooter>{above}<oddFooter>{below}</oddFooter></headerFooter>");
    }

    fn write_breaks(&self, out: &mut String) {
        if self.breaks.is_empty() {
            return;
        }
        let count = self.breaks.len();
        let _ = write!(out, "<rowBreaks count=\"{count}\" manualBreakCount=\"{count}\">");
        for row in &self.breaks {
            let _ = write!(out, "<brk id=\"{row}\" max=\"16383\" man=\"1\"/>");
        }
        out.push_str("</rowBreaks>");
    }

    /// Adds a row so many dots high, as several where no row can be that high; gives which.
    pub fn add_row(&mut self, height: i32) -> Range<usize> {
        let first = self.rows.len();
        let parts = (height + TALLEST - 1) / TALLEST;
        for part in 0..parts.max(1) {
            let parts = parts.max(1);
            self.rows.push((height * (part + 1) / parts - height * part / parts).max(1));
        }
        first..self.rows.len()
    }
}

/// Most dots of a row.
const TALLEST: i32 = 530;

/// Of a merged cell all but the first hold nothing.
fn write_place(out: &mut String, place: &str, style: usize, cell: Option<&Cell>) {
    match cell.map(|cell| (cell.number, cell.runs.as_slice())) {
        Some((Some(number), _)) => write_cell(out, place, style, Value::Number(f64::from(number))),
        None | Some((None, [])) => write_cell(out, place, style, Value::Nothing),
        Some((None, [Run { text, look: None }])) => write_cell(out, place, style, Value::Text(text)),
        Some((None, runs)) => write_runs(out, place, style, runs),
    }
}

fn write_runs(out: &mut String, place: &str, style: usize, runs: &[Run]) {
    // Writing to a String does not fail.
    let _ = write!(out, "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is>");
    for Run { text, look } in runs {
        // Of a piece of text the name of its letters is called otherwise.
        let look = look.map(|(size, is_bold, is_underlined)| letters((size, is_bold), is_underlined));
        let look = look.map(|it| format!("<rPr>{}</rPr>", it.replace("<name ", "<rFont "))).unwrap_or_default();
        let _ = write!(out, "<r>{look}<t xml:space=\"preserve\">{}</t></r>", cell_text(text));
    }
    out.push_str("</is></c>");
}

/// Hundredths of a point as points.
fn points(value: i32) -> f64 {
    f64::from(value) / 100.0
}

/// A side of the foot in the language of headers and footers.
fn side_of(pieces: &[FootPiece]) -> String {
    let piece = |it: &FootPiece| match it {
        FootPiece::Text(text) => literal(text),
        FootPiece::Number => "&P".to_owned(),
        FootPiece::Total => "&N".to_owned(),
    };
    pieces.iter().map(piece).collect()
}

fn literal(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ").replace('&', "&&")
}

/// At most so many units of UTF-16, no `&&` cut in two.
fn cut(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut left = most;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let code = if letter == '&' { letters.next() } else { None };
        let length = letter.len_utf16() + code.map_or(0, char::len_utf16);
        if length > left {
            break;
        }
        left -= length;
        out.push(letter);
        out.extend(code);
    }
    out
}
