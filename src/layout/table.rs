//! The frame of the procedure table: its columns, the two-row header, the text cells; and the foot of every page.

use super::PT;
use super::draw::{Area, Face, Page, Point};
use super::meaning::{Head, Role};
use super::pen::{Align, PAD, Pen};
use super::typeset::{Style, Typesetter};
use super::words;
use crate::model::{ColumnRole, Sop, Step};
use crate::vocabulary::form_words::{QUALITY, page_of};
use std::ops::Range;

/// White edge of the sheet.
pub(super) const MARGIN: i32 = 34 * PT;
/// Height kept for the foot.
const FOOT: i32 = 14 * PT;
/// Text of the table.
pub(super) const CELL: Style = Style { face: Face::Regular, size: 8 * PT };
const HEADING: Style = Style { face: Face::Bold, size: 8 * PT };
/// Names of actors that do not fit otherwise.
const SMALL_HEADING: Style = Style { face: Face::Bold, size: 13 * PT / 2 };
const FOOT_STYLE: Style = Style { face: Face::Regular, size: 7 * PT };
/// Height of the upper row of the header.
const GROUPS: i32 = 15 * PT;
/// What an actor column would like to have, and what all of them leave to the text.
const ACTOR: i32 = 72 * PT;
const TEXT: i32 = 280 * PT;
const NUMBER: i32 = 22 * PT;
const DURATION: i32 = 46 * PT;

/// Where the body of a page ends.
pub(super) fn body_bottom(page: &Page) -> i32 {
    page.height - MARGIN - FOOT
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
    pub fn of(sop: &Sop, page_width: i32, type_: &Typesetter) -> Self {
        let width = page_width - 2 * MARGIN;
        let count = sop.actors.len().max(1) as i32;
        let actors = (count * ACTOR).min(width - NUMBER - DURATION - TEXT);
        let rest = width - NUMBER - DURATION - actors;
        let part = |share: i32| rest * share / 100;
        let widths = [NUMBER, part(38), part(21), DURATION, part(22), rest - part(38) - part(21) - part(22)];
        let mut x = MARGIN;
        let mut text = [(0, 0); 6];
        for (at, width) in widths.into_iter().enumerate() {
            text[at] = (x, width);
            x += width + if at == 1 { actors } else { 0 };
        }
        let left = text[1].0 + text[1].1;
        let (names, level) = names_height(sop, actors / count, type_);
        Self { text, actors: (left, left + actors), header: GROUPS + names, level }
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
            pen.frame(area);
            let before = pen.page.ops.len();
            match at < first {
                true => draw_heading(pen, area, text),
                false => draw_name(pen, area, text, self.level),
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

    /// Draws the frames and texts of a row; `lines` has one list per text column. Gives each text cell, and the positions
    /// of its lines among what is drawn.
    pub fn draw_row(
        &self,
        pen: &mut Pen,
        row: Area,
        edges: &[i32],
        lines: &[Vec<String>; 6],
    ) -> Vec<(Area, Range<usize>)> {
        let mut cells = Vec::with_capacity(lines.len());
        for (at, (lines, (x, w))) in lines.iter().zip(self.text).enumerate() {
            let area = Area { x, w, ..row };
            pen.frame(area);
            let height = lines.len() as i32 * CELL.leading();
            let inner = Area { x: x + PAD, y: row.y + (row.h - height) / 2, w: w - 2 * PAD, h: height };
            let align = if at == 0 || at == 3 { Align::Centre } else { Align::Left };
            let before = pen.page.ops.len();
            pen.lines(inner, CELL, align, lines);
            cells.push((area, before..pen.page.ops.len()));
        }
        for pair in edges.windows(2) {
            pen.frame(Area { x: pair[0], w: pair[1] - pair[0], ..row });
        }
        cells
    }

    /// The text cells of a step, broken into lines.
    pub fn lines(&self, step: &Step, type_: &Typesetter) -> [Vec<String>; 6] {
        let wrap = |at: usize, text: &str| type_.wrap(CELL, self.text[at].1 - 2 * PAD, text);
        let list = |at: usize, items: Vec<String>| -> Vec<String> {
            let several = items.len() > 1;
            let item = |item: &String| wrap(at, &if several { format!("- {item}") } else { item.clone() });
            items.iter().flat_map(item).collect()
        };
        [
            wrap(0, &step.number.to_string()),
            wrap(1, &words::field(&step.activity, String::clone)),
            list(2, words::items(&step.requirements)),
            wrap(3, &words::field(&step.duration, ToString::to_string)),
            list(4, words::items(&step.outputs)),
            wrap(5, &words::field(&step.note, String::clone)),
        ]
    }
}

/// Height that the names of the actors need, in columns about that wide, and whether they all run level.
fn names_height(sop: &Sop, column: i32, type_: &Typesetter) -> (i32, bool) {
    let room = column * 9 / 10 - PAD;
    let names = || sop.actors.iter().map(|actor| actor.name.value.as_str());
    let level = names().all(|name| fits_level(SMALL_HEADING, name, room, type_));
    let lengths = names().map(|name| match level {
        true if fits_level(HEADING, name, room, type_) => {
            type_.wrap(HEADING, room, name).len() as i32 * HEADING.leading()
        }
        true => type_.wrap(SMALL_HEADING, room, name).len() as i32 * SMALL_HEADING.leading(),
        false => type_.width(HEADING, name).min(86 * PT),
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

fn draw_heading(pen: &mut Pen, area: Area, text: &str) {
    let lines = pen.type_.wrap(HEADING, area.w - 2 * PT, text);
    pen.middle(area, HEADING, &lines);
}

/// The name of an actor, in the largest letters with which it fits.
fn draw_name(pen: &mut Pen, area: Area, name: &str, level: bool) {
    let (along, across) = if level { (area.w, area.h) } else { (area.h, area.w) };
    let wrapped = |half_points: i32| {
        let style = Style::bold(half_points * PT / 2);
        let lines = pen.type_.wrap(style, along - 4 * PT, name);
        let whole = fits_level(style, name, along - 4 * PT, pen.type_);
        (style, lines, whole)
    };
    let fitting = |(style, lines, whole): &(Style, Vec<String>, bool)| {
        *whole && lines.len() as i32 * style.leading() <= across - PT
    };
    let best = (6..=16).rev().map(wrapped).find(fitting);
    let (style, mut lines, _) = best.unwrap_or_else(|| wrapped(6));
    lines.truncate((across / style.leading()).max(1) as usize);
    if level { pen.middle(area, style, &lines) } else { pen.upwards(area, style, &lines) }
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
        let (width, y) = (page.width, page.height - MARGIN);
        let mut pen = Pen { page, type_ };
        let room = width - 2 * MARGIN - count_width - 12 * PT;
        pen.text(Point::new(MARGIN, y), FOOT_STYLE, &shortened(type_, room, &name));
        pen.text(Point::new(width - MARGIN - count_width, y), FOOT_STYLE, &count);
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
