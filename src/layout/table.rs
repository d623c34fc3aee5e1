//! The frame of the procedure table: its columns, the two-row header, the text cells; and the foot of every page.

use super::PT;
use super::draw::{Area, Face, Page, Point};
use super::meaning::{Head, Role};
use super::pen::{Align, HEADING_TINT, PAD, Pen};
use super::typeset::{Line, Style, Typesetter};
use super::widths::{Room, Widths, share};
use super::words;
use crate::model::{ColumnRole, Sop, Step};
use crate::vocabulary::form_words::{QUALITY, page_of};
use std::ops::Range;

/// Size of the letters in the cells of the table, in hundredths of a point, where nothing forces smaller ones.
pub const TEXT_SIZE: i32 = SIZES[0];
/// Sizes of those letters: as many actors have room with one of them, else the last.
const SIZES: [i32; 5] = [8 * PT, 15 * PT / 2, 7 * PT, 13 * PT / 2, 6 * PT];
/// Height kept for the foot.
const FOOT: i32 = 14 * PT;
/// Letters of names of actors that do not fit otherwise.
const SMALL: i32 = 13 * PT / 2;
const FOOT_STYLE: Style = Style { face: Face::Regular, size: 7 * PT };
/// Height of the upper row of the header.
const GROUPS: i32 = 15 * PT;
/// What an actor column would like to have, what it should have at least, and what it keeps when words have no room.
const ACTOR: [i32; 3] = [72 * PT, 36 * PT, 30 * PT];
/// What it keeps when rows are high, in letters of the usual size.
const EASED: i32 = 44 * PT;
/// What all actors leave to the other columns, in letters of the usual size.
const TEXT: i32 = 348 * PT;

/// Where the body of a page ends.
pub(super) fn body_bottom(page: &Page) -> i32 {
    page.height - page.margin - FOOT
}

/// The columns of text, and the room between them for the actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// Left edge and width, in the order of [`TEXT_COLUMNS`].
    pub text: [(i32, i32); 6],
    /// Left and right edge of the actor columns.
    pub actors: (i32, i32),
    /// Height of the header.
    pub header: i32,
    /// The names of the actors run level, not upwards.
    level: bool,
    /// Letters of the text cells, and of the headings over them.
    pub cell: Style,
    heading: Style,
}

/// The columns that hold text, left to right; the actors stand after the second.
pub(super) const TEXT_COLUMNS: [ColumnRole; 6] = [
    ColumnRole::Number,
    ColumnRole::Activity,
    ColumnRole::Requirements,
    ColumnRole::Duration,
    ColumnRole::Outputs,
    ColumnRole::Note,
];

impl Frame {
    /// The frame of this SOP on sheets like that blank one.
    pub fn of(sop: &Sop, blank: &Page, type_: &Typesetter) -> Self {
        let width = blank.width - 2 * blank.margin;
        let count = sop.actors.len().max(1) as i32;
        let size = text_size(count, width);
        let (cell, heading) = (Style::regular(size), Style::bold(size));
        let liked = (count * ACTOR[0]).min(width - text_room(size)).max(width / 4);
        let eased = count * eased_column(sop, liked / count, size, type_);
        let room = Room { own: width - liked, eased: width - eased, most: width - liked.min(count * ACTOR[2]) };
        let widths = share(room, &Widths::of(sop, cell, heading, type_));
        let actors = width - widths.iter().sum::<i32>();
        let mut x = blank.margin;
        let mut text = [(0, 0); 6];
        for (at, width) in widths.into_iter().enumerate() {
            text[at] = (x, width);
            x += width + if at == 1 { actors } else { 0 };
        }
        let left = text[1].0 + text[1].1;
        let (names, level) = names_height(sop, actors / count, heading, type_);
        Self { text, actors: (left, left + actors), header: GROUPS + names, level, cell, heading }
    }

    /// Draws the header at `top`, its actor columns between these edges, in the order it is read.
    pub fn draw_header(&self, pen: &mut Pen, sop: &Sop, top: i32, edges: &[i32]) {
        let mut cells = self.heads(sop, top);
        let (first, lower) = (cells.len(), Area::new(0, top + GROUPS, 0, self.header - GROUPS));
        for (at, (actor, pair)) in sop.actors.iter().zip(edges.windows(2)).enumerate() {
            let head = Head { row: 1, column: 2 + at, columns: 1, rows: 1 };
            cells.push((head, Area { x: pair[0], w: pair[1] - pair[0], ..lower }, actor.name.value.as_str()));
        }
        let mut order: Vec<usize> = (0..cells.len()).collect();
        order.sort_by_key(|at| cells[*at].0);
        for at in order {
            let (head, area, text) = cells[at];
            pen.tinted(area, HEADING_TINT);
            let before = pen.page.ops.len();
            match at < first {
                true => self.draw_heading(pen, area, text),
                false => self.draw_name(pen, area, text),
            }
            pen.page.mark(before, Role::Head(head));
        }
        if sop.actors.is_empty() {
            let (left, right) = self.actors;
            pen.frame(Area { x: left, w: right - left, ..lower });
        }
    }

    /// The cells of the header but for the names of the actors.
    fn heads(&self, sop: &Sop, top: i32) -> Vec<(Head, Area, &'static str)> {
        let lower = Area::new(0, top + GROUPS, 0, self.header - GROUPS);
        let actors = sop.actors.len().max(1);
        let mut cells = Vec::with_capacity(TEXT_COLUMNS.len() + actors + 2);
        for (at, (role, (x, w))) in TEXT_COLUMNS.into_iter().zip(self.text).enumerate() {
            let full = matches!(role, ColumnRole::Number | ColumnRole::Activity | ColumnRole::Note);
            let area = if full { Area::new(x, top, w, self.header) } else { Area { x, w, ..lower } };
            let rows = if full { 2 } else { 1 };
            cells.push((
                Head { row: 2 - rows, column: text_column(at, actors), columns: 1, rows },
                area,
                role.heading(),
            ));
        }
        let (left, right) = self.actors;
        let quality = (self.text[2].0, self.text[4].0 + self.text[4].1);
        // Where nobody is named the head of the actors has nothing under it.
        let rows = if sop.actors.is_empty() { 2 } else { 1 };
        let over_actors = Head { row: 0, column: 2, columns: actors, rows };
        let over_quality = Head { row: 0, column: 2 + actors, columns: 3, rows: 1 };
        cells.push((over_actors, Area::new(left, top, right - left, GROUPS), ColumnRole::Actor.heading()));
        cells.push((over_quality, Area::new(quality.0, top, quality.1 - quality.0, GROUPS), QUALITY));
        cells
    }

    fn draw_heading(&self, pen: &mut Pen, area: Area, text: &str) {
        let lines = pen.type_.wrap(self.heading, area.w - 2 * PT, text);
        pen.middle(area, self.heading, &lines);
    }

    /// The name of an actor, in letters like the headings or as much smaller as it needs.
    fn draw_name(&self, pen: &mut Pen, area: Area, name: &str) {
        let (along, across) = if self.level { (area.w, area.h) } else { (area.h, area.w) };
        let wrapped = |half_points: i32| {
            let style = Style::bold(half_points * PT / 2);
            let lines = pen.type_.wrap(style, along - 4 * PT, name);
            let whole = fits_level(style, name, along - 4 * PT, pen.type_);
            (style, lines, whole)
        };
        let fitting = |(style, lines, whole): &(Style, Vec<String>, bool)| {
            *whole && lines.len() as i32 * style.leading() <= across - PT
        };
        let best = (6..=self.heading.size * 2 / PT).rev().map(wrapped).find(fitting);
        let (style, mut lines, _) = best.unwrap_or_else(|| wrapped(6));
        lines.truncate((across / style.leading()).max(1) as usize);
        if self.level { pen.middle(area, style, &lines) } else { pen.upwards(area, style, &lines) }
    }

    /// Draws the frames and texts of a row; `lines` has one list per text column. Gives each text cell, and the positions
    /// of its lines among what is drawn.
    pub fn draw_row(
        &self,
        pen: &mut Pen,
        row: Area,
        edges: &[i32],
        lines: &[Vec<Line>; 6],
    ) -> Vec<(Area, Range<usize>)> {
        let mut cells = Vec::with_capacity(lines.len());
        for (at, (lines, (x, w))) in lines.iter().zip(self.text).enumerate() {
            let area = Area { x, w, ..row };
            pen.frame(area);
            let leading = self.cell.leading();
            let height = lines.len() as i32 * leading;
            let mut inner = Area { x: x + PAD, y: row.y + (row.h - height) / 2, w: w - 2 * PAD, h: leading };
            let align = if at == 0 || at == 3 { Align::Centre } else { Align::Left };
            let before = pen.page.ops.len();
            for line in lines {
                let place = Area { x: inner.x + line.indent, w: inner.w - line.indent, ..inner };
                pen.lines(place, self.cell, align, std::slice::from_ref(&line.text));
                inner.y += leading;
            }
            cells.push((area, before..pen.page.ops.len()));
        }
        for pair in edges.windows(2) {
            pen.frame(Area { x: pair[0], w: pair[1] - pair[0], ..row });
        }
        cells
    }

    /// The text cells of a step, broken into lines.
    pub fn lines(&self, step: &Step, type_: &Typesetter) -> [Vec<Line>; 6] {
        let texts = cell_texts(step);
        std::array::from_fn(|at| {
            let mark = if texts[at].len() > 1 { MARK } else { "" };
            let room = self.text[at].1 - 2 * PAD;
            texts[at].iter().flat_map(|item| type_.wrap_hanging(self.cell, room, mark, item)).collect()
        })
    }
}

/// Before each of several items of a cell.
pub(super) const MARK: &str = "- ";

/// What stands in the text cells of a step, item by item.
pub(super) fn cell_texts(step: &Step) -> [Vec<String>; 6] {
    [
        vec![step.number.to_string()],
        vec![words::field(&step.activity, String::clone)],
        words::items(&step.requirements),
        vec![words::field(&step.duration, ToString::to_string)],
        words::items(&step.outputs),
        vec![words::field(&step.note, String::clone)],
    ]
}

/// What the text columns keep for themselves, in letters of that size.
fn text_room(size: i32) -> i32 {
    TEXT * size / TEXT_SIZE
}

/// The largest letters with which so many actors have room.
fn text_size(actors: i32, width: i32) -> i32 {
    let fits = |size: &i32| (width - text_room(*size)) / actors >= ACTOR[1];
    SIZES.into_iter().find(fits).unwrap_or(SIZES[SIZES.len() - 1])
}

/// How narrow an actor column of that width may be made for the sake of the text: names that run level go on doing so.
fn eased_column(sop: &Sop, column: i32, size: i32, type_: &Typesetter) -> i32 {
    let kept = EASED * size / TEXT_SIZE;
    let small = Style::bold(SMALL.min(size));
    let words = sop.actors.iter().flat_map(|actor| actor.name.value.split_whitespace());
    let longest = words.map(|word| type_.width(small, word)).max().unwrap_or(0);
    let level = (longest + PAD) * 10 / 9 + 1;
    if level <= column { level.max(kept) } else { kept }.min(column)
}

/// Height that the names of the actors need, in columns about that wide, and whether they all run level.
fn names_height(sop: &Sop, column: i32, heading: Style, type_: &Typesetter) -> (i32, bool) {
    let small = Style::bold(SMALL.min(heading.size));
    let room = column * 9 / 10 - PAD;
    let names = || sop.actors.iter().map(|actor| actor.name.value.as_str());
    let level = names().all(|name| fits_level(small, name, room, type_));
    let lengths = names().map(|name| match level {
        true if fits_level(heading, name, room, type_) => {
            type_.wrap(heading, room, name).len() as i32 * heading.leading()
        }
        true => type_.wrap(small, room, name).len() as i32 * small.leading(),
        false => type_.width(heading, name).min(86 * PT),
    });
    ((lengths.max().unwrap_or(0) + 2 * PAD).max(20 * PT), level)
}

fn fits_level(style: Style, name: &str, room: i32, type_: &Typesetter) -> bool {
    name.split_whitespace().all(|word| type_.width(style, word) <= room)
}

/// The column of the table, from 0, that the text column at this position is beside so many actor columns.
pub(super) fn text_column(at: usize, actors: usize) -> usize {
    if at < 2 { at } else { at + actors }
}

/// Writes name, number and page number under every page, and notes what the font could not show.
pub(super) fn add_feet(sop: &Sop, pages: &mut [Page], type_: &Typesetter) {
    let total = pages.len();
    let name = [words::title(sop), words::number(sop)];
    let name: Vec<_> = name.iter().filter(|text| !text.is_empty()).map(String::as_str).collect();
    let name = name.join(" – ");
    let replaced = type_.take_replaced();
    for (at, page) in pages.iter_mut().enumerate() {
        let count = page_of(at + 1, total);
        let count_width = type_.width(FOOT_STYLE, &count);
        let (width, margin, y) = (page.width, page.margin, page.height - page.margin);
        let mut pen = Pen { page, type_ };
        let room = width - 2 * margin - count_width - 12 * PT;
        pen.text(Point::new(margin, y), FOOT_STYLE, &shortened(type_, room, &name));
        pen.text(Point::new(width - margin - count_width, y), FOOT_STYLE, &count);
        page.replaced.clone_from(&replaced);
        page.title = words::title(sop);
    }
    type_.take_replaced();
}

fn shortened(type_: &Typesetter, room: i32, text: &str) -> String {
    let lines = type_.wrap(FOOT_STYLE, room, text);
    match &lines[..] {
        [] => String::new(),
        [line] => line.clone(),
        _ => {
            let room = room - type_.width(FOOT_STYLE, "…");
            type_.wrap(FOOT_STYLE, room, text).first().map_or(String::new(), |line| format!("{line}…"))
        }
    }
}
