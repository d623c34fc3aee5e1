//! The identity block of the pages → its sheet: agency, labels with their values, six lists.

use super::Source;
use super::cells::{Cell, Run, fitting, line_height};
use super::drawing::Drawing;
use super::places::{Edges, Places, dots};
use super::sheet::{Setup, Sheet};
use super::styles::{Down, Style};
use crate::layout::{Area, Draw, Face, Page, Point, Role, is_signature, said};
use crate::model::SectionKind;
use crate::render::drawingml::Caption;
use crate::render::grid::{self, Block, Drawn, Grid};
use crate::vocabulary::form_words::draft_head;
use crate::vocabulary::labels::{Label, spellings};
use std::collections::{BTreeMap, BTreeSet};

/// Letters of cells in which nothing stands.
const USUAL: i32 = 900;
/// White above and below the lines of a cell, together.
const WHITE: i32 = 300;
/// How high lines are at least in print, in hundredths of those on the screen.
const LOWER: i32 = 85;

/// The sheet of the identity block.
pub(super) fn sheet(source: Source<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    let mut tables = Vec::new();
    for page in source.pages {
        let drawn = Drawn::of(page);
        let own = drawn.blocks().into_iter().filter_map(|it| match it {
            Block::Table(grid) if grid.heads == 0 => Some(grid),
            _ => None,
        });
        let own: Vec<Grid> = own.collect();
        tables.extend(own.into_iter().map(|grid| (page, grid)));
    }
    let columns: BTreeSet<i32> = tables.iter().flat_map(|(_, grid)| grid.xs.iter().copied()).collect();
    let columns: Vec<i32> = columns.into_iter().collect();
    if let Some(page) = source.pages.first() {
        sheet.paper = Setup::of(page, draft_head(page.doubts));
    }
    if columns.len() < 2 {
        sheet.rows.push(20);
        sheet.columns.push(64);
        return sheet;
    }
    sheet.columns = dots(&columns);
    let mut writer = Writer { source, columns, done: BTreeSet::new(), sheet, smaller: 0, emblem: None, seal: None };
    for (at, (page, grid)) in tables.iter().enumerate() {
        if at > 0 {
            writer.sheet.breaks.push(writer.sheet.rows.len());
        }
        writer.add(page, grid);
        writer.sheet.border = grid.border;
    }
    writer.finish()
}

struct Writer<'a> {
    source: Source<'a>,
    /// Edges of the columns on the page.
    columns: Vec<i32>,
    /// Items that stand on an earlier page.
    done: BTreeSet<(SectionKind, usize)>,
    sheet: Sheet,
    /// By so much letters are smaller than on the page, so that all texts have room.
    smaller: i32,
    emblem: Option<(&'a Page, usize, Places)>,
    /// The place of an electronic signature, with its words.
    seal: Option<(Caption, Area, Places)>,
}

impl<'a> Writer<'a> {
    fn add(&mut self, page: &'a Page, grid: &Grid) {
        let drawn = Drawn::of(page);
        let splits: BTreeMap<usize, i32> = grid.cells.iter().filter_map(|cell| heading_end(cell, &drawn)).fold(
            BTreeMap::new(),
            |mut ends, (row, y)| {
                let end = ends.entry(row).or_insert(y);
                *end = y.max(*end);
                ends
            },
        );
        let middle = grid.cells.iter().find_map(|cell| self.unit_start(cell, &drawn));
        let edges: BTreeSet<i32> = grid.ys.iter().chain(splits.values()).chain(&middle).copied().collect();
        let edges: Vec<i32> = edges.into_iter().collect();
        let first = self.sheet.rows.len();
        let mut rows = BTreeMap::new();
        for (edge, height) in edges.iter().zip(dots(&edges)) {
            let own = self.sheet.add_row(height);
            rows.insert(*edge, own.start);
        }
        let row = |edge: i32, rows: &BTreeMap<i32, usize>, end: usize| rows.get(&edge).copied().unwrap_or(end);
        let end = self.sheet.rows.len();
        for cell in &grid.cells {
            let (top, bottom) = (row(cell.area.y, &rows, end), row(cell.area.bottom(), &rows, end));
            let split = splits.get(&cell.rows.start).filter(|_| cell.rows.len() == 1);
            match split {
                Some(split) => self.add_list(cell, &drawn, (top, row(*split, &rows, end), bottom), *split),
                None => {
                    let unit = middle.filter(|_| self.unit_start(cell, &drawn).is_some());
                    let unit = unit.map_or(bottom, |edge| row(edge, &rows, end));
                    self.add_cell(cell, &drawn, (top, unit, bottom));
                }
            }
        }
        let mut places = Places::from(self.columns[0]);
        places.add((edges[0], edges[edges.len() - 1]), first);
        if let Some((.., own)) = self.seal.as_mut().filter(|(.., own)| own.is_empty()) {
            *own = places.clone();
        }
        if let Some(at) = page.ops.iter().position(|op| matches!(op, Draw::Image { .. })) {
            self.emblem = Some((page, at, places));
        }
    }

    fn across(&self, area: Area) -> std::ops::Range<usize> {
        let at = |edge: i32| self.columns.partition_point(|it| *it < edge);
        at(area.x)..at(area.right()).max(at(area.x) + 1)
    }

    /// A list: its heading, and below it its items.
    fn add_list(
        &mut self,
        cell: &grid::Cell,
        drawn: &Drawn<'_>,
        (top, split, bottom): (usize, usize, usize),
        edge: i32,
    ) {
        let look = look(cell, drawn);
        let (heading, items) = self.list(cell, drawn);
        let lines = [true, true, true, false];
        let style = Style { size: look.size, is_bold: true, lines, ..Style::default() };
        self.sheet.cells.push(Cell::new(top..split, self.across(cell.area), style).with(heading));
        let texts = cell.ops.iter().filter(|op| is_item(drawn.role(**op)) || drawn.role(**op).is_none());
        let count = lines_of(texts.copied(), drawn);
        self.fit(look.size, count, cell.area.bottom() - edge);
        let style = Style { is_bold: false, lines: [true, true, false, true], ..style };
        self.sheet.cells.push(Cell::new(split..bottom, self.across(cell.area), style).with(items));
    }

    fn fit(&mut self, size: i32, lines: usize, height: i32) {
        self.smaller = self.smaller.max(size - fitting(size, lines, height - WHITE / 2));
    }

    /// The heading of a list and the items that did not stand on an earlier page, each on a line of its own.
    fn list(&mut self, cell: &grid::Cell, drawn: &Drawn<'_>) -> (String, String) {
        let heading = cell.ops.iter().filter(|op| !is_item(drawn.role(**op)));
        let heading = joined(heading.copied(), drawn);
        let roles: Vec<&Role> = cell.ops.iter().filter_map(|op| drawn.role(*op)).collect();
        let mut items = Vec::new();
        for role in &roles {
            let Role::ItemText(kind, item) = role else { continue };
            if self.done.insert((*kind, *item)) {
                let text = said(self.source.sop, self.source.form, role).concat();
                let is_numbered = roles.iter().any(|it| **it == Role::ItemMark(*kind, *item));
                items.push(if is_numbered { format!("{}. {text}", item + 1) } else { text });
            }
        }
        (heading, items.join("\n"))
    }

    /// Where the cell of agency and unit parts between the two; none where it is another, or only one of them is known.
    fn unit_start(&self, cell: &grid::Cell, drawn: &Drawn<'_>) -> Option<i32> {
        let role = Role::Agency;
        let lines = cell.ops.iter().filter(|op| drawn.role(**op) == Some(&role));
        let levels = lines.filter_map(|op| match &drawn.page.ops[*op] {
            Draw::Text { at, .. } => Some(at.y),
            _ => None,
        });
        let levels: Vec<i32> = levels.collect();
        let (first, last) = (levels.first()?, levels.last()?);
        (said(self.source.sop, self.source.form, &role).len() == 2).then_some((first + last) / 2)
    }

    /// A cell of one text; of agency and unit the lower one begins at the row in the middle.
    fn add_cell(&mut self, cell: &grid::Cell, drawn: &Drawn<'_>, (top, middle, bottom): (usize, usize, usize)) {
        let look = look(cell, drawn);
        let role = cell.ops.iter().filter_map(|op| drawn.role(*op)).find(|role| !matches!(role, Role::Emblem(_)));
        let style = Style {
            size: look.size,
            is_bold: look.is_bold,
            fill: cell.fill,
            lines: [true; 4],
            down: Down::Middle,
            ..Style::default()
        };
        let texts = role.map(|role| said(self.source.sop, self.source.form, role)).unwrap_or_default();
        let mut new = Cell::new(top..bottom, self.across(cell.area), style);
        match role {
            Some(Role::Agency) => {
                new.style.is_centred = true;
                if let ([agency, unit], true) = (&texts[..], top < middle && middle < bottom) {
                    let upper = Style { down: Down::Bottom, lines: [true, true, true, false], ..new.style };
                    let lower = Style { down: Down::Top, lines: [true, true, false, true], ..new.style };
                    let columns = self.across(cell.area);
                    self.sheet.cells.push(Cell::new(top..middle, columns.clone(), upper).with(agency.clone()));
                    new = Cell::new(middle..bottom, columns, lower).with(unit.clone());
                } else {
                    new = new.with(texts.join("\n"));
                }
            }
            Some(role) if is_signature(role) => {
                new.style = Style { is_bold: false, is_centred: true, ..style };
                let seal = seal(cell, drawn);
                let (runs, place) = self.signature(cell.area, &texts, (look.size, seal.as_ref().map(|it| it.area)));
                new.runs = runs;
                self.seal = seal.zip(place).map(|(words, area)| (words, area, Places::default())).or(self.seal.take());
            }
            _ => {
                let drawn_text = joined(cell.ops.iter().copied(), drawn);
                let is_label = matches!(role, None | Some(Role::Label(_)));
                let is_label = is_label || (role == Some(&Role::Title) && is_heading_of(&drawn_text));
                self.fit(look.size, lines_of(cell.ops.iter().copied(), drawn), cell.area.h);
                new = new.with(if is_label { drawn_text } else { texts.join("\n") });
            }
        }
        self.sheet.cells.push(new);
    }

    /// Who signs: the office, room to sign, the name underlined, what stands under it; and where in that room the box for an
    /// electronic signature stands.
    fn signature(&self, area: Area, texts: &[String], (size, seal): (i32, Option<Area>)) -> (Vec<Run>, Option<Area>) {
        let has_office = self.source.sop.identity.signatory.known().is_none_or(|it| it.position.is_some());
        let (above, below) = texts.split_at(usize::from(has_office).min(texts.len()));
        let Some((name, rest)) = below.split_first() else {
            return (above.iter().map(|text| Run { text: text.clone(), look: None }).collect(), seal);
        };
        let line = line_height(size);
        let room = ((area.h - WHITE) / line).max(0) as usize;
        let wanted = seal.map_or(8, |it| (it.h / line) as usize + 3);
        let gap = room.saturating_sub(texts.len() + usize::from(seal.is_none())).clamp(2, wanted);
        let over = above.first().map(String::as_str).unwrap_or_default();
        let mut runs = vec![
            Run { text: format!("{over}{}", "\n".repeat(gap)), look: Some((size, false, false)) },
            Run { text: name.clone(), look: Some((size, true, true)) },
        ];
        if !rest.is_empty() {
            runs.push(Run { text: format!("\n{}", rest.join("\n")), look: Some((size, false, false)) });
        }
        // The texts stand in the middle of their cell, as many lines above the middle as below.
        let (free, under) = (gap as i32 - 1, 1 + rest.len() as i32);
        let middle = Point::new(area.centre().x, area.centre().y + (1 - under) * line / 2);
        let place = seal
            .map(|it| (it, it.h.min(free * line * LOWER / 100)))
            .map(|(it, side)| Area::around(middle, it.w.min(side), side));
        (runs, place)
    }

    fn finish(mut self) -> Sheet {
        for cell in &mut self.sheet.cells {
            cell.style.size -= self.smaller;
            for look in cell.runs.iter_mut().filter_map(|run| run.look.as_mut()) {
                look.0 -= self.smaller;
            }
        }
        let (edges, mut drawing) = (Edges::of(&self.sheet), Drawing::default());
        if let Some((page, at, places)) = &self.emblem
            && let Some(Draw::Image { area, picture }) = page.ops.get(*at)
        {
            let told = page.marks.iter().filter(|mark| mark.ops.contains(at)).find_map(|mark| match &mark.role {
                Role::Emblem(told) => Some(told.as_str()),
                _ => None,
            });
            drawing.add_emblem(picture, told.unwrap_or_default(), (*area, places), &edges);
        }
        if let Some((words, area, places)) = &self.seal {
            drawing.add_box(words, (*area, places), &edges);
        }
        self.sheet.drawing = drawing;
        self.sheet
    }
}

/// The box for an electronic signature, with its words.
fn seal(cell: &grid::Cell, drawn: &Drawn<'_>) -> Option<Caption> {
    cell.ops.iter().find_map(|op| {
        let Draw::Text { text, size, face, .. } = &drawn.page.ops[*op] else { return None };
        Some(Caption { lines: vec![text.clone()], area: drawn.box_around(*op)?, size: *size, face: *face })
    })
}

/// The label of the name has the role of the name itself.
fn is_heading_of(text: &str) -> bool {
    spellings(Label::Title).first() == Some(&text)
}

fn is_item(role: Option<&Role>) -> bool {
    matches!(role, Some(Role::ItemMark(..) | Role::ItemText(..)))
}

/// Where the heading of a list ends, with the row of the cell; none where the cell is no list.
fn heading_end(cell: &grid::Cell, drawn: &Drawn<'_>) -> Option<(usize, i32)> {
    let is_list =
        cell.ops.iter().any(|op| is_item(drawn.role(*op)) || matches!(drawn.role(*op), Some(Role::Heading(_))));
    let heading = cell.ops.iter().filter(|op| !is_item(drawn.role(**op)));
    let ends = heading.filter_map(|op| match &drawn.page.ops[*op] {
        Draw::Text { at, size, .. } => Some(at.y + size * 3 / 10),
        _ => None,
    });
    ends.max().filter(|end| is_list && *end < cell.area.bottom()).map(|end| (cell.rows.start, end))
}

/// Letters of the first text of a cell.
struct Look {
    size: i32,
    is_bold: bool,
}

fn look(cell: &grid::Cell, drawn: &Drawn<'_>) -> Look {
    let first = cell.ops.iter().find_map(|op| match &drawn.page.ops[*op] {
        Draw::Text { size, face, .. } => Some((*size, *face)),
        _ => None,
    });
    let (size, face) = first.unwrap_or((USUAL, Face::Regular));
    Look { size, is_bold: face == Face::Bold }
}

/// How many lines of text these drawings are.
fn lines_of(ops: impl Iterator<Item = usize>, drawn: &Drawn<'_>) -> usize {
    let levels: BTreeSet<i32> = ops
        .filter_map(|op| match &drawn.page.ops[op] {
            Draw::Text { at, .. } => Some(at.y),
            _ => None,
        })
        .collect();
    levels.len()
}

/// The lines of these drawings as one text.
pub(super) fn joined(ops: impl Iterator<Item = usize>, drawn: &Drawn<'_>) -> String {
    let mut out = String::new();
    let mut goes_on = true;
    for op in ops {
        if let Draw::Text { text, broken, .. } = &drawn.page.ops[op] {
            if !goes_on {
                out.push(' ');
            }
            out.push_str(text);
            goes_on = *broken;
        }
    }
    out
}
