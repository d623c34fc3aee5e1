//! The sheets of the procedure: what all of them share, and how each is drawn.

use super::band::Band;
use super::chart::{Chart, Level, NodeKind};
use super::columns::{Columns, Labels};
use super::draw::{Area, Draw, Page, Part, Strip};
use super::form::Form;
use super::geometry::Placing;
use super::legend::{self, Lettered};
use super::meaning::{Mark, Role};
use super::merged::{Cells, Shown, Spans};
use super::pen::Pen;
use super::procedure::Procedure;
use super::route::{Routing, Wire};
use super::signposts;
use super::symbols::{Letters, draw};
use super::table::{Frame, body_bottom, text_column};
use super::typeset::Typesetter;
use super::words::Narrator;
use crate::model::{CellAt, Edge, Sop};
use crate::vocabulary::form_words::signpost;
use std::collections::BTreeMap;
use std::ops::Range;

/// Rows are stretched by so much of what the lowest of their page needs, at most, in hundredths: where there is one page, and
/// where there are several.
const STRETCH: [i32; 2] = [120, 70];

/// Bands that share a page, with the ways of its arrows and the height of each band.
pub(super) struct Sheet {
    pub bands: Range<usize>,
    pub routing: Routing,
    pub heights: Vec<i32>,
    /// Height for the line under the table, if the branches bear letters.
    pub legend: i32,
}

/// The areas of rows, from the upper edge of the first down, their headings left out.
fn row_areas(bands: &[Band], heights: &[i32], top: i32) -> Vec<Area> {
    let mut y = top;
    let area = |(band, height): (&Band, &i32)| {
        let head = band.heads.height();
        y += height;
        Area::new(0, y - height + head, 0, height - head)
    };
    bands.iter().zip(heights).map(area).collect()
}

/// The heights, each as much more as fills the room: at most by so many hundredths of what the lowest row needs.
fn stretched(heights: &[i32], room: i32, most: i32) -> Vec<i32> {
    let spare = (room - heights.iter().sum::<i32>()).max(0);
    let lowest = heights.iter().copied().min().unwrap_or(0);
    let more = (spare / heights.len().max(1) as i32).min(lowest * most / 100);
    heights.iter().map(|height| height + more).collect()
}

/// A letter for each cell that an arrow reaches from another page, in the order in which their pentagons are read.
fn letters(sheets: &[Sheet]) -> Letters {
    let mut letters = Letters::new();
    for sheet in sheets {
        let routing = &sheet.routing;
        let pentagon = |wire: &Wire| match wire.part {
            Part::Whole => None,
            Part::In => Some(wire.from),
            Part::Out => Some(wire.to),
        };
        let read = |wire: &Wire| {
            let placed = routing.nodes[pentagon(wire)?];
            Some((placed.level, placed.node.column, wire.edge.to?))
        };
        let mut own: Vec<_> = routing.wires.iter().filter_map(read).collect();
        own.sort_unstable();
        for (.., to) in own {
            let next = letters.len();
            letters.entry(to).or_insert(next);
        }
    }
    letters
}

/// The page, counted from 1, on which each cell stands.
fn cell_pages(chart: &Chart, bands: &[Band], sheets: &[Sheet], before: usize) -> BTreeMap<CellAt, usize> {
    let mut pages = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let levels = bands[sheet.bands.clone()].iter().flat_map(|band| &chart.levels[band.levels.clone()]);
        for cell in levels.flat_map(Level::cells) {
            pages.insert(cell, before + at + 1);
        }
    }
    pages
}

/// What all pages of the table share.
pub(super) struct Sheets<'a> {
    sop: &'a Sop,
    form: &'a Form,
    frame: Frame,
    columns: Columns,
    letters: Letters,
    pages: BTreeMap<CellAt, usize>,
    narrator: Narrator<'a>,
    spans: &'a Spans,
    cells: Cells,
    /// It takes several pages.
    several: bool,
}

impl<'a> Sheets<'a> {
    pub fn of(own: &'a Procedure<'a>, frame: Frame, sheets: &[Sheet], (bands, before): (&[Band], usize)) -> Self {
        let routings: Vec<&Routing> = sheets.iter().map(|sheet| &sheet.routing).collect();
        let columns = Columns::share(frame.actors, own.chart.columns, &routings, own.type_);
        let pages = cell_pages(&own.chart, bands, sheets, before);
        let (letters, narrator) = (letters(sheets), Narrator::of(own.sop));
        let cells = Cells::of(bands, sheets, frame.cell.leading());
        Self {
            sop: own.sop,
            form: &own.options.form,
            frame,
            columns,
            letters,
            pages,
            narrator,
            spans: &own.texts.spans,
            cells,
            several: sheets.len() > 1,
        }
    }

    /// Draws a sheet on a page, from `top` down to its end.
    pub fn draw(&self, mut page: Page, sheet: &Sheet, bands: &[Band], (top, type_): (i32, &Typesetter)) -> Page {
        let mut pen = Pen { page: &mut page, type_ };
        pen.page.text_size = self.frame.cell.size;
        self.frame.draw_header(&mut pen, (self.sop, self.form), top, &self.columns.edges);
        let mut y = top + self.frame.header.height();
        let most = STRETCH[usize::from(self.several)];
        let legend = if self.columns.labels == Labels::Letters { sheet.legend } else { 0 };
        let heights = stretched(&sheet.heights, body_bottom(pen.page) - legend - y, most);
        let areas = row_areas(&bands[sheet.bands.clone()], &heights, y);
        let mut cells: Vec<(Area, Range<usize>)> = vec![Default::default(); self.frame.order.len()];
        for (at, area) in sheet.bands.clone().zip(&areas) {
            let (band, head) = (&bands[at], bands[at].heads.height());
            band.heads.draw(&mut pen, &self.frame, (band.row, area.y - head));
            let shown: [Option<Shown>; 6] =
                std::array::from_fn(|column| self.cells.shown((bands, sheet), (column, at), &areas));
            self.frame.draw_row(&mut pen, *area, (&self.columns.edges, &shown), &mut cells);
            self.mark_texts(pen.page, band, &shown, &cells);
            let (left, right) = self.frame.actors;
            let actors = Area { x: left, w: right - left, ..*area };
            pen.page.strips.push(Strip { row: band.row, head, cells: cells.clone(), actors });
            y = area.bottom();
        }
        let row = |(band, area): (&Band, &Area)| (band.row, area.y, area.h);
        let rows: Vec<_> = bands[sheet.bands.clone()].iter().zip(&areas).map(row).collect();
        self.frame.draw_edge(&mut pen, self.form, (top + self.frame.header.title, y));
        let placing = Placing::new(&sheet.routing, &self.columns, &rows);
        let lettered = draw(&mut pen, &placing, &self.letters, &|node| self.symbol(&sheet.routing, node));
        self.explain(&mut pen, y, (sheet, &lettered));
        self.add_signposts(&mut pen, sheet);
        self.add_links(&mut page, sheet);
        page
    }

    /// Says which texts are whose; the number of a row that goes on, and that it does, are only repeated, and so is what a
    /// cell over several rows says on its second page.
    fn mark_texts(&self, page: &mut Page, band: &Band, shown: &[Option<Shown>; 6], cells: &[(Area, Range<usize>)]) {
        for (at, (_, lines)) in cells.iter().enumerate() {
            let place = self.frame.order[at];
            let Some(shown) = &shown[place] else { continue };
            let ops = match (at, band.goes_on) {
                (0, true) => continue,
                (1, true) => lines.start + 1..lines.end,
                _ => lines.clone(),
            };
            if !ops.is_empty() && !shown.again {
                let column = text_column(at, self.sop.actors.len().max(1));
                let rows = self.spans.rows(place, band.row);
                page.marks.push(Mark { ops, role: Role::Cell { step: rows.start, column, rows: rows.len() } });
            }
        }
    }

    /// What a symbol of the page is to those who do not see it.
    fn symbol(&self, routing: &Routing, node: usize) -> Role {
        let placed = &routing.nodes[node];
        let step = routing.levels[placed.level].0;
        let page = |cell: &CellAt| self.pages.get(cell).copied();
        let told = match placed.node.kind {
            NodeKind::Cell(at, _) => self.narrator.cell(at),
            NodeKind::Joint => self.narrator.joint(step, placed.node.column),
            NodeKind::Finish => self.narrator.end(),
            NodeKind::Unseen(at, _) => self.narrator.goes_on(at, None),
            NodeKind::Elsewhere(at) => {
                let wires = || routing.wires.iter();
                match wires().find(|wire| wire.from == node) {
                    Some(wire) => self.narrator.comes_from(wire.edge.from, page(&wire.edge.from)),
                    None => self.narrator.goes_on(at, page(&at)),
                }
            }
        };
        Role::Symbol { step, column: 2 + placed.node.column, place: node, told }
    }

    /// Says under the table, which ends at `y`, what letters stand for that took the place of words.
    fn explain(&self, pen: &mut Pen, y: i32, (sheet, lettered): (&Sheet, &[(usize, [&str; 2])])) {
        let of_wire = |(wire, [letter, words]): &(usize, [&str; 2])| {
            let step = self.sop.steps.get(sheet.routing.wires[*wire].edge.from.0)?.number;
            Some(Lettered { step, letter: (*letter).to_owned(), words: (*words).to_owned() })
        };
        let lettered: Vec<Lettered> = lettered.iter().filter_map(of_wire).collect();
        legend::write(pen, y, &lettered);
    }

    /// The cell of another page that work comes from, if it comes from one only.
    fn only_source(&self, to: CellAt) -> Option<CellAt> {
        let mut sources = self.narrator.sources(to).filter(|from| self.pages.get(from) != self.pages.get(&to));
        sources.next().filter(|_| sources.next().is_none())
    }

    /// Pentagons say on which page, and at which step, work goes on, where there is room.
    fn add_signposts(&self, pen: &mut Pen, sheet: &Sheet) {
        let number = |cell: CellAt| self.sop.steps.get(cell.0).map(|step| step.number);
        for wire in &sheet.routing.wires {
            let (pentagon, cell) = match wire.part {
                Part::Whole => continue,
                Part::Out => (wire.to, wire.edge.to),
                Part::In => (wire.from, wire.edge.to.and_then(|to| self.only_source(to))),
            };
            let Some((cell, page)) = cell.and_then(|cell| Some((cell, *self.pages.get(&cell)?))) else { continue };
            let words = number(cell).map(|number| signpost(wire.part == Part::In, page, number)).unwrap_or_default();
            let before = pen.page.ops.len();
            if signposts::write(pen, &self.columns, pentagon, &words) {
                pen.page.mark(before, self.symbol(&sheet.routing, pentagon));
            }
        }
    }

    /// Pentagons lead to the page of their other half.
    fn add_links(&self, page: &mut Page, sheet: &Sheet) {
        for wire in &sheet.routing.wires {
            let Edge { from, to, .. } = wire.edge;
            let (pentagon, cell) = match wire.part {
                Part::Whole => continue,
                Part::Out => (wire.to, to),
                Part::In => (wire.from, Some(from)),
            };
            if let Some(number) = cell.and_then(|cell| self.pages.get(&cell)) {
                let before = page.ops.len();
                page.ops.push(Draw::Link { area: page.shapes[pentagon].area, page: *number });
                page.mark(before, self.symbol(&sheet.routing, pentagon));
            }
        }
    }
}
