//! The header of the table: what stands over the columns, the names of the actors, and the row of numbers under them.

use super::PT;
use super::draw::Area;
use super::form::Form;
use super::gauge::Gauge;
use super::meaning::{Head, Role};
use super::pen::{Align, HEADING_TINT, PAD, Pen, corners};
use super::table::{Frame, HALF_POINT, TEXT_COLUMNS, text_column};
use super::typeset::{Style, Typesetter};
use super::words;
use crate::model::{ColumnRole, Sop};

/// Least height of the upper row, and of the lower one.
const UPPER: i32 = 15 * PT;
const LOWER: i32 = 20 * PT;
/// Least letters of names that run level.
const SMALL: i32 = 13 * PT / 2;
/// Names that run upwards are broken where they are longer.
const UPWARDS: i32 = 86 * PT;
/// Space left and right of a name, together.
const BESIDE: i32 = 4 * PT;
/// Space between the name over the table and the table.
const UNDER_TITLE: i32 = 5 * PT;

/// How the names of the actors are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Names {
    /// Their letters.
    pub style: Style,
    /// What a column needs for the longest word of a name to run level; none where they run upwards.
    pub least: Option<i32>,
}

impl Names {
    /// Names run level where columns as wide as is `usual` hold them, else where columns as wide as can be at `most` do, in
    /// letters as large as those of the headings or a little smaller.
    pub fn of(names: &[Gauge], heading: Style, usual: i32, most: i32) -> Self {
        let sizes = || (SMALL.min(heading.size)..=heading.size).rev().step_by(HALF_POINT as usize);
        let fits = |room: i32| sizes().find(|size| column_for(names, *size) <= room);
        let least = SMALL.min(heading.size);
        let tight = || (column_for(names, least) <= most).then_some(least);
        match fits(usual.min(most)).or_else(tight) {
            Some(size) => Self { style: Style::bold(size), least: Some(column_for(names, size)) },
            None => Self { style: heading, least: None },
        }
    }

    /// Height that they need in columns about that wide.
    pub fn height(&self, names: &[Gauge], column: i32) -> i32 {
        let length = |name: &Gauge| match self.least {
            Some(_) => name.lines(self.style.size, column - BESIDE) * self.style.leading(),
            None => name.whole(self.style.size).min(UPWARDS),
        };
        names.iter().map(length).max().unwrap_or(0) + 2 * PAD
    }
}

/// The longest word of a name has room level in columns that wide.
fn column_for(names: &[Gauge], size: i32) -> i32 {
    names.iter().map(|name| name.word(size)).max().unwrap_or(0) + BESIDE + 1
}

/// Heights of the rows of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rows {
    /// The name of the SOP over the table; 0 where it does not stand there.
    pub title: i32,
    upper: i32,
    lower: i32,
    /// The row of numbers; 0 where there is none.
    numbers: i32,
}

impl Rows {
    /// High enough for headings in columns of these widths and for names that need such a `lower` row.
    pub fn of(headings: &[Gauge; 6], widths: [i32; 6], heading: Style, lower: i32, form: &Form) -> Self {
        let leading = heading.leading();
        let needed = |at: &usize| headings[*at].lines(heading.size, widths[*at] - 2 * PT) * leading + PAD;
        let most = |columns: &[usize]| columns.iter().map(needed).max().unwrap_or(0);
        let upper = UPPER.max(leading + 2 * PAD);
        let lower = lower.max(most(&[2, 3, 4])).max(most(&[0, 1, 5]) - upper).max(LOWER);
        let title = if form.title_over_table { title_style(heading).leading() + UNDER_TITLE } else { 0 };
        let numbers = if form.numbered { leading + PAD / 2 } else { 0 };
        Self { title, upper, lower, numbers }
    }

    /// All of them.
    pub fn height(&self) -> i32 {
        self.title + self.upper + self.lower + self.numbers
    }
}

/// Letters of the name over the table.
fn title_style(heading: Style) -> Style {
    Style::bold(heading.size + PT)
}

/// A cell of the header, and what stands in it.
struct HeadCell<'a> {
    head: Head,
    area: Area,
    text: String,
    /// Nothing, or an actor.
    name: Option<&'a str>,
}

impl Frame {
    /// Draws the header at `top`, its actor columns between these edges, in the order it is read.
    pub fn draw_header(&self, pen: &mut Pen, (sop, form): (&Sop, &Form), top: i32, edges: &[i32]) {
        self.draw_title(pen, sop, top);
        let top = top + self.header.title;
        let lower = self.lower(top);
        let mut cells = self.heads(sop, form, top);
        for (at, (actor, pair)) in sop.actors.iter().zip(edges.windows(2)).enumerate() {
            let head = Head { row: 1, column: 2 + at, columns: 1, rows: 1 };
            let area = Area { x: pair[0], w: pair[1] - pair[0], ..lower };
            cells.push(HeadCell { head, area, text: String::new(), name: Some(actor.name.value.as_str()) });
        }
        if form.numbered {
            self.number(sop, lower.bottom(), edges, &mut cells);
        }
        cells.sort_by_key(|cell| cell.head);
        for HeadCell { head, area, text, name } in cells {
            pen.tinted(area, HEADING_TINT);
            let before = pen.page.ops.len();
            match name {
                Some(name) => self.draw_name(pen, area, name),
                None => self.draw_heading(pen, area, &text),
            }
            pen.page.mark(before, Role::Head(head));
        }
        if sop.actors.is_empty() {
            let (left, right) = self.actors;
            pen.frame(Area { x: left, w: right - left, ..lower });
        }
    }

    /// The name of the SOP in the middle over the table: it only repeats what the identity block says.
    fn draw_title(&self, pen: &mut Pen, sop: &Sop, top: i32) {
        if self.header.title == 0 {
            return;
        }
        let width = pen.page.width - 2 * pen.page.margin;
        let area = Area::new(pen.page.margin, top, width, self.header.title - UNDER_TITLE);
        let name = words::title(sop);
        let size = title_style(self.heading).size;
        let styles = (6 * PT..=size).rev().step_by(HALF_POINT as usize).map(Style::bold);
        let fitting = styles.clone().find(|style| pen.type_.width(*style, &name) <= width);
        let style = fitting.or_else(|| styles.last()).unwrap_or(self.heading);
        let line: Vec<String> = pen.type_.wrap(style, width, &name).into_iter().take(1).collect();
        pen.lines(area, style, Align::Centre, &line);
    }

    /// The lower row of the header, all across.
    fn lower(&self, top: i32) -> Area {
        Area::new(0, top + self.header.upper, 0, self.header.lower)
    }

    /// The cells of the header but for the names of the actors and the numbers.
    fn heads(&self, sop: &Sop, form: &Form, top: i32) -> Vec<HeadCell<'_>> {
        let lower = self.lower(top);
        let actors = sop.actors.len().max(1);
        let cell = |head, area, text: &str| HeadCell { head, area, text: text.to_owned(), name: None };
        let mut cells = Vec::with_capacity(TEXT_COLUMNS.len() + actors + 2);
        for (place, at) in self.order.into_iter().enumerate() {
            let (role, (x, w)) = (TEXT_COLUMNS[at], self.text[at]);
            let full = matches!(role, ColumnRole::Number | ColumnRole::Activity | ColumnRole::Note);
            let area =
                if full { Area::new(x, top, w, self.header.upper + self.header.lower) } else { Area { x, w, ..lower } };
            let rows = if full { 2 } else { 1 };
            let head = Head { row: 2 - rows, column: text_column(place, actors), columns: 1, rows };
            cells.push(cell(head, area, form.heading(role)));
        }
        let (left, right) = self.actors;
        let quality = (2..5).map(|at| self.text[at]);
        let from = quality.clone().map(|(x, _)| x).min().unwrap_or(right);
        let to = quality.map(|(x, w)| x + w).max().unwrap_or(right);
        let first = self.order.iter().position(|at| (2..5).contains(at)).unwrap_or(2);
        // Where nobody is named the head of the actors has nothing under it.
        let rows = if sop.actors.is_empty() { 2 } else { 1 };
        let over_actors = Head { row: 0, column: 2, columns: actors, rows };
        let over_quality = Head { row: 0, column: first + actors, columns: 3, rows: 1 };
        let upper = |from: i32, to: i32| Area::new(from, top, to - from, self.header.upper);
        cells.push(cell(over_actors, upper(left, right), form.heading(ColumnRole::Actor)));
        cells.push(cell(over_quality, upper(from, to), form.quality()));
        cells
    }

    /// The row of numbers: 1, 2, 3, … through all columns.
    fn number(&self, sop: &Sop, top: i32, edges: &[i32], cells: &mut Vec<HeadCell<'_>>) {
        let actors = sop.actors.len().max(1);
        let (left, right) = self.actors;
        let bounds: Vec<(i32, i32)> = match sop.actors.is_empty() {
            true => vec![(left, right - left)],
            false => edges.windows(2).map(|pair| (pair[0], pair[1] - pair[0])).collect(),
        };
        let texts = self.order.into_iter().enumerate().map(|(place, at)| (text_column(place, actors), self.text[at]));
        let names = bounds.into_iter().enumerate().map(|(at, bounds)| (2 + at, bounds));
        for (column, (x, w)) in texts.chain(names) {
            let head = Head { row: 2, column, columns: 1, rows: 1 };
            let area = Area::new(x, top, w, self.header.numbers);
            cells.push(HeadCell { head, area, text: (column + 1).to_string(), name: None });
        }
    }

    fn draw_heading(&self, pen: &mut Pen, area: Area, text: &str) {
        let room = area.w - 2 * PT;
        let wrapped = |size: i32| (Style::bold(size), pen.type_.wrap(Style::bold(size), room, text));
        let fits = |(style, lines): &(Style, Vec<String>)| lines.len() as i32 * style.leading() <= area.h - PT;
        let sizes = (3 * PT..=self.heading.size).rev().step_by(HALF_POINT as usize);
        let (style, mut lines) = sizes.map(wrapped).find(fits).unwrap_or_else(|| wrapped(3 * PT));
        lines.truncate((area.h / style.leading()).max(1) as usize);
        pen.middle(area, style, &lines);
    }

    /// The name of an actor, in its letters or as much smaller as it needs, its lines about equally long.
    fn draw_name(&self, pen: &mut Pen, area: Area, name: &str) {
        let level = self.names.least.is_some();
        let (along, across) = if level { (area.w, area.h) } else { (area.h, area.w) };
        let wrapped = |size: i32| {
            let style = Style::bold(size);
            let lines = pen.type_.wrap_evenly(style, along - BESIDE, name);
            (style, lines, fits_level(style, name, along - BESIDE, pen.type_))
        };
        let fitting = |(style, lines, whole): &(Style, Vec<String>, bool)| {
            *whole && lines.len() as i32 * style.leading() <= across - PT
        };
        let mut sizes = (3 * PT..=self.names.style.size).rev().step_by(HALF_POINT as usize).map(wrapped);
        let (style, mut lines, _) = sizes.find(fitting).unwrap_or_else(|| wrapped(3 * PT));
        lines.truncate((across / style.leading()).max(1) as usize);
        if level { pen.middle(area, style, &lines) } else { pen.upwards(area, style, &lines) }
    }

    /// The line around the table from `top` to `bottom`, where the office has a firmer one there.
    pub fn draw_edge(&self, pen: &mut Pen, form: &Form, (top, bottom): (i32, i32)) {
        if let Some(width) = form.frame {
            let (left, width_of_table) = (pen.page.margin, pen.page.width - 2 * pen.page.margin);
            pen.outline(&corners(Area::new(left, top, width_of_table, bottom - top)), None, width);
        }
    }
}

fn fits_level(style: Style, name: &str, room: i32, type_: &Typesetter) -> bool {
    name.split_whitespace().all(|word| type_.width(style, word) <= room)
}
