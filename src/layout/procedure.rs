//! The procedure pages: the table in letters of one size, cut into pages, each page routed and drawn.

use super::PT;
use super::chart::{Chart, Level, NodeKind};
use super::columns::{Columns, Labels};
use super::cut::{Cloth, Cutter, Pace};
use super::draw::{Area, Draw, Page, Part, PrintOptions, Strip};
use super::form::Form;
use super::geometry::{Placing, least_row_height, row_height, usual_height};
use super::legend::{self, Lettered};
use super::meaning::{Mark, Role};
use super::merged::{Cells, Shown, Spans};
use super::pen::{PAD, Pen};
use super::route::{Routing, Wire, sketched};
use super::signposts;
use super::subheads::Subheads;
use super::symbols::{Letters, draw};
use super::table::{Frame, body_bottom, sizes, text_column};
use super::typeset::{Line, Typesetter};
use super::widths::Texts;
use super::words::Narrator;
use crate::model::{CellAt, Edge, Sop};
use crate::vocabulary::form_words::{CONTINUED, procedure_sheet, signpost};
use std::collections::BTreeMap;
use std::ops::Range;

/// Least height of a row.
const LEAST: i32 = 26 * PT;
/// What a level takes hardly ever more than, pentagons above and under it included.
const TALL_LEVEL: i32 = 110 * PT;
/// Headings higher than this share of a page stand in the cell of the activity, which can be split.
const HEADS: i32 = 4;
/// What a level of the flow takes at least.
const LOW_LEVEL: i32 = 24 * PT;
/// Rows are stretched by so much of what the lowest of their page needs, at most, in hundredths: where there is one page, and
/// where there are several.
const STRETCH: [i32; 2] = [120, 70];

/// A row of the table, or as much of it as one page can hold.
pub(super) struct Band {
    pub row: usize,
    /// It goes on from the page before.
    goes_on: bool,
    /// What stands across the table above it.
    pub heads: Subheads,
    /// Of each text column the lines that it has to hold.
    pub lines: [Vec<Line>; 6],
    /// The text columns whose cell goes on from the band before.
    pub joined: [bool; 6],
    pub levels: Range<usize>,
    /// Height that its text needs.
    pub text_height: i32,
    /// Height that it needs as a rule, its arrows included.
    pub usual: i32,
    /// What the words of its branches would take in the line under the table, as [`legend::width`] has it.
    pub legend: i32,
}

/// Bands that share a page, with the ways of its arrows and the height of each band.
pub(super) struct Sheet {
    pub bands: Range<usize>,
    pub routing: Routing,
    pub heights: Vec<i32>,
    /// Height for the line under the table, if the branches bear letters.
    pub legend: i32,
}

/// The table of an SOP, before it is known in which letters and on how many pages it stands.
pub(super) struct Procedure<'a> {
    sop: &'a Sop,
    options: &'a PrintOptions,
    type_: &'a Typesetter<'a>,
    blank: Page,
    chart: Chart,
    texts: Texts,
    /// What the symbols of each row need: as a rule, until it is known; and what they need where they are low.
    usual: [Vec<i32>; 2],
    cutter: Cutter,
    sizes: Vec<i32>,
    /// Columns and heights of the texts in letters of each size tried.
    frames: BTreeMap<i32, (Frame, Vec<i32>)>,
}

impl<'a> Procedure<'a> {
    pub fn of(sop: &'a Sop, options: &'a PrintOptions, type_: &'a Typesetter<'a>) -> Self {
        let chart = Chart::of(sop);
        let usual = [false, true].map(|low| {
            let mut usual = vec![0; sop.steps.len()];
            chart.levels.iter().for_each(|level| usual[level.row] += usual_height(level, low));
            usual
        });
        let texts = Texts::of(sop, &options.form, type_);
        let blank = Page::blank(options, String::new());
        let sizes = sizes(&texts, &blank);
        let (cutter, frames) = (Cutter::default(), BTreeMap::new());
        Self { sop, options, type_, blank, chart, texts, usual, cutter, sizes, frames }
    }

    /// The sizes that its letters can have, the largest first.
    pub fn sizes(&self) -> &[i32] {
        &self.sizes
    }

    /// Its columns in letters of that size.
    pub fn frame(&mut self, size: i32) -> &Frame {
        &self.set(size).0
    }

    /// About how high the header and all rows are in letters of that size, with symbols that are low or not.
    pub fn heights(&mut self, size: i32, low: bool) -> (i32, Vec<i32>) {
        let symbols = self.usual[usize::from(low)].clone();
        let (sop, type_) = (self.sop, self.type_);
        let (frame, texts) = self.set(size);
        let heads = sop.steps.iter().map(|step| Subheads::of(step, frame, type_).height());
        let own = texts.iter().zip(&symbols).map(|(text, symbols)| (*text).max(*symbols).max(LEAST));
        (frame.header.height(), own.zip(heads).map(|(row, head)| row + head).collect())
    }

    /// The least that all symbols together need, whatever the texts do.
    pub fn least_height(&self) -> i32 {
        self.usual[1].iter().copied().fold(0, i32::saturating_add)
    }

    /// Columns and heights of the texts in letters of that size.
    fn set(&mut self, size: i32) -> &(Frame, Vec<i32>) {
        let Self { texts, options, blank, frames, .. } = self;
        frames.entry(size).or_insert_with(|| {
            let frame = Frame::of(texts, &options.form, blank, size);
            let heights = frame.text_heights(texts);
            (frame, heights)
        })
    }

    /// Height of a page of its own.
    pub fn room(&self) -> i32 {
        body_bottom(&self.blank) - self.blank.margin
    }

    /// All of the table on one page under what stands there already, from `top` down; nothing where it has no room.
    pub fn under(&mut self, page: Page, top: i32, (size, low): (i32, bool)) -> Option<Page> {
        let frame = self.frame(size).clone();
        let room = body_bottom(&page) - top - frame.header.height();
        let bands = self.bands(&frame, room, low);
        let cloth = Cloth { chart: &self.chart, bands: &bands, blank: &self.blank, room, low };
        let sheet = self.cutter.sheet(cloth, 0..bands.len(), room).ok();
        let Some(sheet) = sheet.filter(|_| bands.len() == self.sop.steps.len()) else {
            self.learn();
            return None;
        };
        let book = Book::of(self, frame, std::slice::from_ref(&sheet), (&bands, 0));
        Some(book.draw(page, &sheet, &bands, (top, self.type_)))
    }

    /// Pages of its own as planned; nothing where its arrows need more room than was reckoned, which is learned from.
    /// `before` pages come before them.
    pub fn evenly(&mut self, pace: Pace, before: usize) -> Option<Vec<Page>> {
        let (frame, bands, room) = self.laid(pace);
        let cloth = Cloth { chart: &self.chart, bands: &bands, blank: &self.blank, room, low: pace.low };
        let Some(sheets) = self.cutter.even(cloth, pace.pages) else {
            self.learn();
            return None;
        };
        Some(self.drawn(frame, &sheets, (&bands, before)))
    }

    /// As many pages of its own as it takes, each as full as it gets; at least one.
    pub fn fully(&mut self, pace: Pace, before: usize) -> Vec<Page> {
        let (frame, bands, room) = self.laid(pace);
        let sheets =
            self.cutter.full(Cloth { chart: &self.chart, bands: &bands, blank: &self.blank, room, low: pace.low });
        self.drawn(frame, &sheets, (&bands, before))
    }

    /// Columns, rows and the room for them on pages of its own.
    fn laid(&mut self, pace: Pace) -> (Frame, Vec<Band>, i32) {
        let frame = self.frame(pace.size).clone();
        let room = self.room() - frame.header.height();
        let bands = self.bands(&frame, room, pace.low);
        (frame, bands, room)
    }

    /// Takes the heights that rows had on the pages tried so far for what they need.
    fn learn(&mut self) {
        for low in [false, true] {
            for (row, height) in self.cutter.learned(low) {
                self.usual[usize::from(low)][row] = height;
            }
        }
    }

    fn drawn(&self, frame: Frame, sheets: &[Sheet], (bands, before): (&[Band], usize)) -> Vec<Page> {
        let book = Book::of(self, frame, sheets, (bands, before));
        let draw = |(at, sheet): (usize, &Sheet)| {
            let page = Page::blank(self.options, procedure_sheet(at + 1));
            let top = page.margin;
            book.draw(page, sheet, bands, (top, self.type_))
        };
        sheets.iter().enumerate().map(draw).collect()
    }

    /// The rows, those that are taller than a page cut between lines and between levels; what goes on says so.
    fn bands(&self, frame: &Frame, room: i32, low: bool) -> Vec<Band> {
        let leading = frame.cell.leading();
        let headed = self.sop.steps.iter().any(|step| !step.headings.is_empty());
        let most_heads = if headed { room / HEADS } else { 0 };
        let most_lines = ((room - most_heads - 2 * PAD) / leading).max(1) as usize;
        let (mut bands, mut level) = (Vec::new(), 0);
        let mut cells: [Vec<Line>; 6] = Default::default();
        for (row, step) in self.sop.steps.iter().enumerate() {
            let mut lines = self.dealt(row, frame, &mut cells);
            let mut heads = Subheads::of(step, frame, self.type_);
            if heads.height() > room / HEADS {
                lines[1].splice(0..0, std::mem::take(&mut heads).into_lines().map(|text| Line { indent: 0, text }));
            }
            let levels = self.chart.levels[level..].iter().take_while(|level| level.row == row).count();
            let words: Vec<&str> = self.chart.words_of(row).collect();
            let legend = legend::width(step.number, &words, self.type_);
            let most_levels = levels_of_a_page(&self.chart, level..level + levels, room - most_heads);
            let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
            // A part that goes on has one line less for text.
            let whole = if longest > most_lines { (most_lines - 1).max(1) } else { most_lines };
            let parts = longest.div_ceil(whole).max(levels.div_ceil(most_levels)).max(1);
            for part in 0..parts {
                let own = |lines: &Vec<Line>| lines.iter().skip(part * whole).take(whole).cloned().collect();
                let mut piece: [Vec<Line>; 6] = lines.each_ref().map(own);
                piece[0].clone_from(&lines[0]);
                if part > 0 {
                    piece[1].insert(0, Line { indent: 0, text: CONTINUED.to_owned() });
                }
                let at = |part: usize| level + (part * most_levels).min(levels);
                let levels = at(part)..at(part + 1);
                let text_height = text_height(&piece, leading);
                let usual = match parts {
                    1 => self.usual[usize::from(low)][row],
                    _ => self.chart.levels[levels.clone()].iter().map(|level| usual_height(level, low)).sum(),
                };
                let heads = std::mem::take(&mut heads);
                let usual = heads.height() + usual.max(text_height);
                let joined = std::array::from_fn(|at| {
                    let rows = self.texts.spans.rows(at, row);
                    rows.start < row || part > 0 && rows.len() > 1
                });
                bands.push(Band {
                    row,
                    goes_on: part > 0,
                    heads,
                    lines: piece,
                    joined,
                    levels,
                    text_height,
                    usual,
                    legend,
                });
            }
            level += levels;
        }
        bands
    }

    /// The lines that a row has to hold: its own, and its share of those of cells that it has in common with other rows.
    /// `cells` holds the lines of the cells that reach over it, from row to row.
    fn dealt(&self, row: usize, frame: &Frame, cells: &mut [Vec<Line>; 6]) -> [Vec<Line>; 6] {
        let mut lines = frame.lines(&self.sop.steps[row], self.type_);
        for (at, (own, cell)) in lines.iter_mut().zip(cells).enumerate() {
            let rows = self.texts.spans.rows(at, row);
            if rows.len() > 1 {
                if rows.start == row {
                    cell.clone_from(own);
                }
                *own = cell[self.texts.spans.share((at, row), cell.len())].to_vec();
            }
        }
        lines
    }
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

fn text_height(lines: &[Vec<Line>; 6], leading: i32) -> i32 {
    let most = lines.iter().map(Vec::len).max().unwrap_or(0) as i32;
    (most * leading + 2 * PAD).max(LEAST)
}

/// How many of a row's levels one page can hold: all, unless they are higher than the page.
fn levels_of_a_page(chart: &Chart, levels: Range<usize>, room: i32) -> usize {
    let whole = levels.len().max(1);
    let fits = |most: usize| {
        let mut parts = chart.levels[levels.clone()].chunks(most);
        parts.all(|part| {
            let (sketch, row) = (sketch(chart, part), part[0].row);
            least_row_height(&sketch, row) <= room && row_height(&sketch.with_ways(chart.columns), row) <= room
        })
    };
    if whole as i32 * TALL_LEVEL <= room {
        return whole;
    }
    let most = whole.min((room / LOW_LEVEL).max(1) as usize);
    (1..=most).rev().find(|most| fits(*most)).unwrap_or(1)
}

/// These levels, which stand on one page, and the arrows that touch them.
pub(super) fn sketch(chart: &Chart, levels: &[Level]) -> Routing {
    let rows = levels.first().map_or(0, |level| level.row)..=levels.last().map_or(0, |level| level.row);
    sketched(chart, levels, &chart.touching(rows))
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
struct Book<'a> {
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

impl<'a> Book<'a> {
    fn of(own: &'a Procedure<'a>, frame: Frame, sheets: &[Sheet], (bands, before): (&[Band], usize)) -> Self {
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
    fn draw(&self, mut page: Page, sheet: &Sheet, bands: &[Band], (top, type_): (i32, &Typesetter)) -> Page {
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
