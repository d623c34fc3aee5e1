//! The table of the pages → its sheet: header, rows, and the flow over them.

use super::Source;
use super::cells::{Cell, fitting};
use super::drawing::Drawing;
use super::identity::joined;
use super::places::{Edges, Places, dots};
use super::sheet::{DOT, Setup, Sheet};
use super::styles::{Down, Style};
use crate::layout::{Draw, MARK, Page, Role, Strip, said};
use crate::model::{ColumnRole, StepField};
use crate::render::drawingml::Figures;
use crate::render::grid::{Block, Drawn, Grid};
use crate::vocabulary::form_words::draft_head;
use std::ops::Range;

/// White above and below the lines of a cell, together.
const WHITE: i32 = 300;
/// Letters of what explains the letters at branches.
const LETTERS: i32 = 600;
/// The line of a heading, in hundredths of its letters.
const LINE: i32 = 140;

/// The sheet of the table.
pub(super) fn sheet(source: Source<'_>) -> Sheet {
    let headed = source.pages.iter().find_map(|page| Some((page, header(page)?)));
    let Some((first, grid)) = headed else { return Sheet { rows: vec![20], columns: vec![64], ..Sheet::default() } };
    let size = if first.text_size > 0 { first.text_size } else { 800 };
    let sheet =
        Sheet { columns: dots(&grid.xs), paper: Setup::of(first, draft_head(first.doubts)), ..Sheet::default() };
    let mut writer = Writer { source, edges: grid.xs.clone(), sheet, size, spans: Vec::new() };
    writer.add_header(first, &grid);
    let places: Vec<Places> = source.pages.iter().map(|page| writer.add_rows(page)).collect();
    writer.add_cells();
    let mut sheet = writer.sheet;
    let (edges, mut drawing) = (Edges::of(&sheet), Drawing::default());
    for (page, places) in source.pages.iter().zip(&places) {
        drawing.add(&Figures::of(page), places, &edges);
    }
    sheet.drawing = drawing;
    sheet
}

/// The table of a page, where it has one.
fn header(page: &Page) -> Option<Grid> {
    Drawn::of(page).blocks().into_iter().find_map(|it| match it {
        Block::Table(grid) if grid.heads > 0 => Some(grid),
        _ => None,
    })
}

/// A row of the table: as much of it as stands on one page, and the rows of the sheet it became.
struct Part<'a> {
    strip: &'a Strip,
    rows: Range<usize>,
}

struct Writer<'a> {
    source: Source<'a>,
    /// Edges of the columns on the page.
    edges: Vec<i32>,
    sheet: Sheet,
    /// Letters of the table.
    size: i32,
    /// The rows, each with its parts.
    spans: Vec<Vec<Part<'a>>>,
}

impl<'a> Writer<'a> {
    /// The rows of the header, with the name over it where the office has it there.
    fn add_header(&mut self, page: &Page, grid: &Grid) {
        let drawn = Drawn::of(page);
        if self.source.form.title_over_table {
            let size = self.size + 100;
            let rows = self.sheet.add_row((size * LINE / 100 + WHITE) / DOT);
            let style = Style { size, is_bold: true, is_centred: true, down: Down::Middle, ..Style::default() };
            let name = said(self.source.sop, self.source.form, &Role::Title).concat();
            self.sheet.cells.push(Cell::new(rows, 0..self.edges.len() - 1, style).with(name));
        }
        let first = self.sheet.rows.len();
        (self.sheet.border, self.sheet.framed_from) = (grid.border, first);
        let edges = &grid.ys[..=grid.heads];
        self.sheet.rows.extend(dots(edges));
        for cell in grid.cells.iter().filter(|cell| cell.rows.end <= grid.heads) {
            let look = cell.ops.iter().find_map(|op| match &page.ops[*op] {
                Draw::Text { size, upwards, .. } => Some((*size, *upwards)),
                _ => None,
            });
            let (size, is_upright) = look.unwrap_or((self.size, false));
            let role = cell.ops.iter().find_map(|op| drawn.role(*op));
            let own = role.map(|role| said(self.source.sop, self.source.form, role)).unwrap_or_default();
            let text = if own.is_empty() { joined(cell.ops.iter().copied(), &drawn) } else { own.concat() };
            let number = match role {
                Some(Role::Head(head)) if head.row == 2 => text.parse().ok(),
                _ => None,
            };
            let lines = cell.ops.len();
            let room = if is_upright { cell.area.w } else { cell.area.h };
            let style = Style {
                size: fitting(size, lines, room),
                is_bold: true,
                is_centred: true,
                down: Down::Middle,
                is_upright,
                fill: cell.fill,
                lines: [true; 4],
                is_number: number.is_some(),
                ..Style::default()
            };
            let rows = first + cell.rows.start..first + cell.rows.end;
            self.sheet.cells.push(Cell { number, ..Cell::new(rows, cell.columns.clone(), style).with(text) });
        }
        self.sheet.titles = self.sheet.rows.len();
    }

    /// The rows of a page; gives where its parts went.
    fn add_rows(&mut self, page: &'a Page) -> Places {
        let mut places = Places::from(self.edges[0]);
        let Some(first) = page.strips.first() else { return places };
        if !self.spans.is_empty() {
            self.sheet.breaks.push(self.sheet.rows.len());
        }
        let top = first.actors.y - first.head;
        let at = |y: i32| (y - top + DOT / 2) / DOT;
        for strip in &page.strips {
            self.add_heads(page, strip, &mut places);
            let (from, to) = (strip.actors.y, strip.actors.bottom());
            let rows = self.sheet.add_row((at(to) - at(from)).max(1));
            places.add((from, to), rows.start);
            let part = Part { strip, rows };
            match self.spans.last_mut() {
                Some(span) if span[0].strip.row == strip.row => span.push(part),
                _ => self.spans.push(vec![part]),
            }
        }
        self.add_letters(page);
        places
    }

    /// What the letters at the branches of a page stand for, under its rows.
    fn add_letters(&mut self, page: &Page) {
        let blocks = Drawn::of(page).blocks();
        let lines: Vec<&str> = blocks.iter().filter_map(|block| block.plain(page)).collect();
        if lines.is_empty() {
            return;
        }
        let rows = self.sheet.add_row((lines.len() as i32 * LETTERS * LINE / 100 + WHITE / 2) / DOT);
        self.sheet.unframed.extend(rows.clone());
        let style = Style { size: LETTERS, down: Down::Middle, ..Style::default() };
        self.sheet.cells.push(Cell::new(rows, 0..self.edges.len() - 1, style).with(lines.join(" ")));
    }

    /// The headings between rows that stand above this one.
    fn add_heads(&mut self, page: &Page, strip: &Strip, places: &mut Places) {
        let headings = self.source.sop.steps.get(strip.row).map_or(&[][..], |step| &step.headings);
        let goes_on = self.spans.last().is_some_and(|span| span[0].strip.row == strip.row);
        if headings.is_empty() || goes_on {
            return;
        }
        let lines_of = |at: usize| {
            let marks = page.marks.iter().filter(|mark| mark.role == Role::Subhead { step: strip.row, at });
            marks.map(|mark| mark.ops.len()).sum::<usize>().max(1) as i32
        };
        let counts: Vec<i32> = (0..headings.len()).map(lines_of).collect();
        let (all, top) = (counts.iter().sum::<i32>(), strip.actors.y - strip.head);
        let mut done = 0;
        for (heading, count) in headings.iter().zip(counts) {
            let (from, to) = (top + strip.head * done / all, top + strip.head * (done + count) / all);
            let height = if strip.head > 0 { to - from } else { count * self.size * LINE / 100 };
            let rows = self.sheet.add_row((height + DOT / 2) / DOT);
            if strip.head > 0 {
                places.add((from, to), rows.start);
            }
            let style = Style {
                size: fitting(self.size, count as usize, height),
                is_bold: true,
                down: Down::Middle,
                lines: [true; 4],
                ..Style::default()
            };
            let cell = Cell::new(rows, 0..self.edges.len() - 1, style).with(heading.value.clone());
            self.sheet.cells.push(cell);
            done += count;
        }
    }

    /// The cells of all rows, in letters of one size.
    fn add_cells(&mut self) {
        let lines = self
            .spans
            .iter()
            .flatten()
            .flat_map(|part| part.strip.cells.iter().map(|(area, ops)| (area.h - WHITE / 2, ops.len())));
        let size = lines.map(|(height, lines)| fitting(self.size, lines, height)).min().unwrap_or(self.size);
        let spans = std::mem::take(&mut self.spans);
        let steps: Vec<usize> = spans.iter().map(|span| span[0].strip.row).collect();
        let rows: Vec<Range<usize>> =
            spans.iter().map(|span| span[0].rows.start..span[span.len() - 1].rows.end).collect();
        for column in 0..self.edges.len() - 1 {
            let field = self.field(column);
            let tops = field.map(|field| self.source.sop.cell_tops(field));
            let top = |step: usize| tops.as_ref().and_then(|tops| tops.get(step).copied()).unwrap_or(step);
            // Rows that share a cell stand one below the other.
            let mut at = 0;
            while at < steps.len() {
                let more = steps[at + 1..].iter().take_while(|step| top(**step) == top(steps[at])).count();
                let own = rows[at].start..rows[at + more].end;
                let cell = self.body_cell(top(steps[at]), (own, column), size);
                self.sheet.cells.push(cell);
                at += more + 1;
            }
        }
    }

    fn body_cell(&self, step: usize, (rows, column): (Range<usize>, usize), size: i32) -> Cell {
        let (sop, actors) = (self.source.sop, self.source.sop.actors.len().max(1));
        if (2..2 + actors).contains(&column) {
            let style = Style { size, lines: [true; 4], ..Style::default() };
            return Cell::new(rows, column..column + 1, style);
        }
        let texts = said(sop, self.source.form, &Role::Cell { step, column, rows: 1 });
        let number = sop.steps.get(step).filter(|_| column == 0).map(|step| step.number);
        let field = self.field(column);
        let style = Style {
            size,
            is_centred: column == 0 || field == Some(StepField::Duration),
            down: Down::Middle,
            lines: [true; 4],
            is_number: number.is_some(),
            ..Style::default()
        };
        // One item with commas would be read as several.
        let is_list = matches!(field, Some(StepField::Requirements | StepField::Outputs));
        let is_list = is_list && texts.iter().any(|text| text.contains([',', ';', '\n']));
        let text = match &texts[..] {
            [_, ..] if is_list || texts.len() > 1 => {
                texts.iter().map(|text| format!("{MARK}{text}")).collect::<Vec<_>>().join("\n")
            }
            _ => texts.concat(),
        };
        Cell { number, ..Cell::new(rows, column..column + 1, style).with(text) }
    }

    /// What stands in a column right of the actors.
    fn field(&self, column: usize) -> Option<StepField> {
        let place = column.checked_sub(2 + self.source.sop.actors.len().max(1))?;
        Some(match self.source.form.order.get(place)? {
            ColumnRole::Requirements => StepField::Requirements,
            ColumnRole::Duration => StepField::Duration,
            ColumnRole::Outputs => StepField::Outputs,
            _ => StepField::Note,
        })
    }
}
