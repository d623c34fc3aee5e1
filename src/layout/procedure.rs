//! The procedure pages: rows of the table cut into pages, each page routed and drawn.

use super::PT;
use super::chart::{Chart, Level, NodeKind};
use super::columns::Columns;
use super::draw::{Area, Draw, Page, Part, PrintOptions, Strip};
use super::geometry::{Placing, least_row_height, row_height};
use super::meaning::{Mark, Role};
use super::pen::{PAD, Pen};
use super::route::{Routing, sketched};
use super::subheads::Subheads;
use super::symbols::{Letters, draw};
use super::table::{Frame, body_bottom, text_column};
use super::typeset::{Line, Typesetter};
use super::words::Narrator;
use crate::model::{CellAt, Edge, Sop};
use crate::vocabulary::form_words::{CONTINUED, procedure_sheet};
use std::collections::BTreeMap;
use std::ops::Range;

/// Least height of a row.
const LEAST: i32 = 26 * PT;
/// What a level takes at least, for a first guess of how many rows a page holds.
const LEVEL: i32 = 30 * PT;
/// What a level takes hardly ever more than, pentagons above and under it included.
const TALL_LEVEL: i32 = 110 * PT;

/// Headings higher than this share of a page stand in the cell of the activity, which can be split.
const HEADS: i32 = 4;

/// What a level of the flow takes at least.
const LOW_LEVEL: i32 = 24 * PT;

/// Rows that the last page should have at least.
const LAST: usize = 3;

/// A row of the table, or as much of it as one page can hold.
struct Band {
    row: usize,
    /// It goes on from the page before.
    goes_on: bool,
    /// What stands across the table above it.
    heads: Subheads,
    lines: [Vec<Line>; 6],
    levels: Range<usize>,
    /// Height that its text needs.
    text_height: i32,
}

/// Bands that share a page, with the ways of its arrows and the height of each band.
struct Sheet {
    bands: Range<usize>,
    routing: Routing,
    heights: Vec<i32>,
}

/// The pages of the table; at least one. `before` pages come before them.
pub(super) fn pages(sop: &Sop, options: &PrintOptions, type_: &Typesetter, before: usize) -> Vec<Page> {
    let blank = Page::blank(options, String::new());
    let frame = Frame::of(sop, &blank, type_);
    let room = body_bottom(&blank) - blank.margin - frame.header;
    let chart = Chart::of(sop);
    let bands = bands(sop, &chart, &frame, room, type_);
    let sheets = cut(&chart, &bands, room);
    let routings: Vec<&Routing> = sheets.iter().map(|sheet| &sheet.routing).collect();
    let columns = Columns::share(frame.actors, chart.columns, &routings, type_);
    let pages = cell_pages(&chart, &bands, &sheets, before);
    let book = Book { sop, frame, columns, letters: letters(&sheets), pages, narrator: Narrator::of(sop) };
    let draw =
        |(at, sheet): (usize, &Sheet)| book.draw(Page::blank(options, procedure_sheet(at + 1)), sheet, &bands, type_);
    sheets.iter().enumerate().map(draw).collect()
}

/// The rows, those that are taller than a page cut between lines and between levels; what goes on says so.
fn bands(sop: &Sop, chart: &Chart, frame: &Frame, room: i32, type_: &Typesetter) -> Vec<Band> {
    let leading = frame.cell.leading();
    let headed = sop.steps.iter().any(|step| !step.headings.is_empty());
    let most_heads = if headed { room / HEADS } else { 0 };
    let most_lines = ((room - most_heads - 2 * PAD) / leading).max(1) as usize;
    let mut bands = Vec::new();
    let mut level = 0;
    for (row, step) in sop.steps.iter().enumerate() {
        let mut lines = frame.lines(step, type_);
        let mut heads = Subheads::of(step, frame, type_);
        if heads.height() > room / HEADS {
            lines[1].splice(0..0, std::mem::take(&mut heads).into_lines().map(|text| Line { indent: 0, text }));
        }
        let levels = chart.levels[level..].iter().take_while(|level| level.row == row).count();
        let most_levels = levels_of_a_page(chart, level..level + levels, room - most_heads);
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
            let text_height = text_height(&piece, leading);
            let levels = at(part)..at(part + 1);
            let heads = std::mem::take(&mut heads);
            bands.push(Band { row, goes_on: part > 0, heads, lines: piece, levels, text_height });
        }
        level += levels;
    }
    bands
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

/// Fills page after page with as many bands as it holds.
fn cut(chart: &Chart, bands: &[Band], room: i32) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let mut start = 0;
    while start < bands.len() || sheets.is_empty() {
        let mut end = start + guess(&bands[start..], room);
        let sheet = loop {
            let most = if end > start + 1 { room } else { i32::MAX };
            match try_sheet(chart, bands, start..end, most) {
                Ok(sheet) => break sheet,
                // What is much too high does not fit with one row less either.
                Err(height) if height / 2 > room => end -= ((end - start) / 4).max(1),
                Err(_) => end -= 1,
            }
        };
        start = end;
        sheets.push(sheet);
    }
    fill_last(chart, bands, room, &mut sheets);
    sheets
}

/// Moves rows over to a last page that would hold hardly any, where both pages hold what they then have to.
fn fill_last(chart: &Chart, bands: &[Band], room: i32, sheets: &mut [Sheet]) {
    let [.., before, last] = sheets else { return };
    let whole = |range: &Range<usize>| bands[range.clone()].windows(2).all(|pair| pair[0].row != pair[1].row);
    let (start, end) = (before.bands.start, last.bands.end);
    if last.bands.len() >= LAST || end - start < 2 * LAST || !whole(&(start..end)) {
        return;
    }
    let pair = [start..end - LAST, end - LAST..end].map(|range| try_sheet(chart, bands, range, room));
    if let [Ok(first), Ok(second)] = pair {
        (*before, *last) = (first, second);
    }
}

/// How many bands a page can hold at most; one at least, where there is one.
fn guess(bands: &[Band], room: i32) -> usize {
    let mut height = 0;
    let fits = |band: &&Band| {
        height += band.heads.height() + band.text_height.max(band.levels.len() as i32 * LEVEL);
        height <= room
    };
    bands.iter().take_while(fits).count().max(1).min(bands.len())
}

/// A page of these bands; where they are higher than `most` so high, at least.
fn try_sheet(chart: &Chart, bands: &[Band], range: Range<usize>, most: i32) -> Result<Sheet, i32> {
    let own = &bands[range.clone()];
    let levels: &[Level] = match own {
        [] => &[],
        [first, .., last] => &chart.levels[first.levels.start..last.levels.end],
        [only] => &chart.levels[only.levels.clone()],
    };
    let heights = |routing: &Routing, row_height: fn(&Routing, usize) -> i32| -> Vec<i32> {
        own.iter().map(|band| band.heads.height() + band.text_height.max(row_height(routing, band.row))).collect()
    };
    let fit = |heights: &[i32]| match heights.iter().copied().fold(0, i32::saturating_add) {
        height if height > most => Err(height),
        _ => Ok(()),
    };
    // Most bands that do not fit are known not to before ways are looked for, which takes the time.
    let sketch = sketch(chart, levels);
    fit(&heights(&sketch, least_row_height))?;
    let routing = sketch.with_ways(chart.columns);
    let heights = heights(&routing, row_height);
    fit(&heights).map(|()| Sheet { bands: range, routing, heights })
}

/// These levels, which stand on one page, and the arrows that touch them.
fn sketch(chart: &Chart, levels: &[Level]) -> Routing {
    let rows = levels.first().map_or(0, |level| level.row)..=levels.last().map_or(0, |level| level.row);
    let touches = |edge: &&Edge| rows.contains(&edge.from.0) || edge.to.is_some_and(|(row, _)| rows.contains(&row));
    let edges: Vec<Edge> = chart.edges.iter().filter(touches).copied().collect();
    sketched(chart, levels, &edges)
}

/// A letter for each cell that an arrow reaches from another page, in the order in which they appear.
fn letters(sheets: &[Sheet]) -> Letters {
    let mut letters = Letters::new();
    let wires = sheets.iter().flat_map(|sheet| &sheet.routing.wires);
    for wire in wires.filter(|wire| wire.part != Part::Whole) {
        if let Some(to) = wire.edge.to {
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
    frame: Frame,
    columns: Columns,
    letters: Letters,
    pages: BTreeMap<CellAt, usize>,
    narrator: Narrator<'a>,
}

impl Book<'_> {
    fn draw(&self, mut page: Page, sheet: &Sheet, bands: &[Band], type_: &Typesetter) -> Page {
        let mut pen = Pen { page: &mut page, type_ };
        let margin = pen.page.margin;
        pen.page.text_size = self.frame.cell.size;
        self.frame.draw_header(&mut pen, self.sop, margin, &self.columns.edges);
        let mut y = margin + self.frame.header;
        let mut rows = Vec::new();
        for (band, height) in bands[sheet.bands.clone()].iter().zip(&sheet.heights) {
            band.heads.draw(&mut pen, &self.frame, (band.row, y));
            let head = band.heads.height();
            let area = Area::new(0, y + head, 0, *height - head);
            let cells = self.frame.draw_row(&mut pen, area, &self.columns.edges, &band.lines);
            self.mark_texts(pen.page, band, &cells);
            let (left, right) = self.frame.actors;
            pen.page.strips.push(Strip {
                row: band.row,
                head,
                cells,
                actors: Area { x: left, w: right - left, ..area },
            });
            rows.push((band.row, area.y, area.h));
            y += height;
        }
        let placing = Placing::new(&sheet.routing, &self.columns, &rows);
        draw(&mut pen, &placing, &self.letters, &|node| self.symbol(&sheet.routing, node));
        self.add_links(&mut page, sheet);
        page
    }

    /// Says which texts are whose; the number of a row that goes on, and that it does, are only repeated.
    fn mark_texts(&self, page: &mut Page, band: &Band, cells: &[(Area, Range<usize>)]) {
        for (at, (_, lines)) in cells.iter().enumerate() {
            let ops = match (at, band.goes_on) {
                (0, true) => continue,
                (1, true) => lines.start + 1..lines.end,
                _ => lines.clone(),
            };
            if !ops.is_empty() {
                let column = text_column(at, self.sop.actors.len().max(1));
                page.marks.push(Mark { ops, role: Role::Cell { step: band.row, column } });
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
