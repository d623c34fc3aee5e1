//! The frame of the procedure table: its columns, and the text cells of its rows.

use super::PT;
use super::draw::{Area, Page};
use super::form::Form;
use super::header::{Names, Rows};
use super::merged::Shown;
use super::pen::{Align, PAD, Pen};
use super::typeset::{Line, Style, Typesetter};
use super::widths::{Room, Texts, Widths, share};
use super::words;
use crate::model::{ColumnRole, Step};
use std::ops::Range;

/// Size of the letters in the cells of the table, in hundredths of a point, below which only many actors or a page nearly
/// empty make them.
pub const TEXT_SIZE: i32 = 8 * PT;
/// Largest and least size of those letters, and the step between sizes.
pub(super) const LARGEST: i32 = 10 * PT;
const LEAST: i32 = 6 * PT;
pub(super) const HALF_POINT: i32 = PT / 2;
/// Height kept for the foot.
const FOOT: i32 = 14 * PT;
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
    /// Those columns as they stand, left to right.
    pub order: [usize; 6],
    /// Left and right edge of the actor columns.
    pub actors: (i32, i32),
    /// The rows of the header.
    pub header: Rows,
    /// How the names of the actors are written.
    pub names: Names,
    /// Letters of the text cells, and of the headings over them.
    pub cell: Style,
    pub heading: Style,
}

/// What columns widened for the words of branches may take of the table, in hundredths.
const WORDY: i32 = 45;

/// The columns that hold text, as the guideline orders them; the actors stand after the second.
pub(super) const TEXT_COLUMNS: [ColumnRole; 6] = [
    ColumnRole::Number,
    ColumnRole::Activity,
    ColumnRole::Requirements,
    ColumnRole::Duration,
    ColumnRole::Outputs,
    ColumnRole::Note,
];

/// The text columns as the office has them, left to right, as positions in [`TEXT_COLUMNS`].
pub(super) fn ordered(form: &Form) -> [usize; 6] {
    let place = |role: &ColumnRole| TEXT_COLUMNS.iter().position(|it| it == role).unwrap_or(0);
    let [third, fourth, fifth, sixth] = form.order.each_ref().map(place);
    let mut order = [0, 1, third, fourth, fifth, sixth];
    let mut sorted = order;
    sorted.sort_unstable();
    if sorted != [0, 1, 2, 3, 4, 5] {
        order = [0, 1, 2, 3, 4, 5];
    }
    order
}

impl Frame {
    /// The frame for these texts, in letters of that size, on sheets like that blank one.
    pub fn of(texts: &Texts, form: &Form, blank: &Page, size: i32) -> Self {
        let width = blank.width - 2 * blank.margin;
        let count = texts.names.len().max(1) as i32;
        let (cell, heading) = (Style::regular(size), Style::bold(size));
        let widths = texts.widths(size);
        let names = names_beside(texts, &widths, width, size);
        // Where branches have words of their own, columns are as wide as these ask, unless that takes most of the table.
        let wordy = if count * texts.branches <= width * WORDY / 100 { texts.branches } else { 0 };
        let kept = names.least.unwrap_or(0).max(wordy);
        let liked = (count * ACTOR[0]).min(width - text_room(size)).max(width / 4).max(count * kept);
        let column = liked / count;
        let eased = kept.max(EASED * size / TEXT_SIZE).min(column);
        let least = if kept > 0 { kept } else { ACTOR[2].min(column) };
        let room = Room { own: width - liked, eased: width - count * eased, most: width - count * least };
        let widths = share(room, &widths);
        let actors = width - widths.iter().sum::<i32>();
        let order = ordered(form);
        let mut x = blank.margin;
        let mut text = [(0, 0); 6];
        for (place, at) in order.into_iter().enumerate() {
            text[at] = (x, widths[at]);
            x += widths[at] + if place == 1 { actors } else { 0 };
        }
        let left = text[1].0 + text[1].1;
        let lower = names.height(&texts.names, actors / count);
        let header = Rows::of(&texts.headings, widths, heading, lower, form);
        Self { text, order, actors: (left, left + actors), header, names, cell, heading }
    }

    /// How high the text of each row is.
    pub fn text_heights(&self, texts: &Texts) -> Vec<i32> {
        let rooms = self.text.map(|(_, width)| width - 2 * PAD);
        let height = |lines: &i32| lines * self.cell.leading() + 2 * PAD;
        texts.lines(self.cell.size, &rooms).iter().map(height).collect()
    }

    /// Draws the frames and texts of a row, where the cell of a row above does not reach over it; `shown` has one text per
    /// text column. Puts each text cell, and the positions of its lines among what is drawn, into `cells`, left to right.
    pub fn draw_row(
        &self,
        pen: &mut Pen,
        row: Area,
        (edges, shown): (&[i32], &[Option<Shown>; 6]),
        cells: &mut [(Area, Range<usize>)],
    ) {
        for (at, cell) in self.order.into_iter().zip(cells) {
            let Some(Shown { lines, height, .. }) = &shown[at] else { continue };
            let (x, w) = self.text[at];
            let area = Area { x, w, h: *height, ..row };
            pen.frame(area);
            let leading = self.cell.leading();
            let filled = lines.len() as i32 * leading;
            let mut inner = Area { x: x + PAD, y: row.y + (height - filled) / 2, w: w - 2 * PAD, h: leading };
            let align = if at == 0 || at == 3 { Align::Centre } else { Align::Left };
            let before = pen.page.ops.len();
            for line in lines {
                let place = Area { x: inner.x + line.indent, w: inner.w - line.indent, ..inner };
                pen.lines(place, self.cell, align, std::slice::from_ref(&line.text));
                inner.y += leading;
            }
            *cell = (area, before..pen.page.ops.len());
        }
        for pair in edges.windows(2) {
            pen.frame(Area { x: pair[0], w: pair[1] - pair[0], ..row });
        }
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
pub const MARK: &str = "- ";

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

/// How names of actors are written beside texts of these widths.
fn names_beside(texts: &Texts, widths: &Widths, width: i32, size: i32) -> Names {
    let count = texts.names.len().max(1) as i32;
    let usual = (width - text_room(size).min(widths.whole())) / count;
    Names::of(&texts.names, Style::bold(size), usual.max(ACTOR[1]), (width - widths.least()) / count)
}

/// What the text columns keep for themselves, in letters of that size.
fn text_room(size: i32) -> i32 {
    TEXT * size / TEXT_SIZE
}

/// The sizes of letters with which so many actors have room on such a sheet, the largest first; at least one. Of those that
/// are usual only such remain as do not make the names of the actors small or turn them on their side.
pub(super) fn sizes(texts: &Texts, blank: &Page) -> Vec<i32> {
    let (actors, width) = (texts.names.len().max(1) as i32, blank.width - 2 * blank.margin);
    let fits = |size: &i32| (width - text_room(*size)) / actors >= ACTOR[1];
    let all = (LEAST / HALF_POINT..=LARGEST / HALF_POINT).rev().map(|halves| halves * HALF_POINT);
    let fitting: Vec<i32> = all.filter(fits).collect();
    let letters = |size: &i32| {
        let names = names_beside(texts, &texts.widths(*size), width, *size);
        names.least.map_or(0, |_| names.style.size)
    };
    let named: Vec<i32> = fitting.iter().map(letters).collect();
    let best = named.iter().copied().max().unwrap_or(0).min(TEXT_SIZE);
    let clear = |(size, letters): &(&i32, i32)| **size <= TEXT_SIZE || *letters >= best - HALF_POINT;
    let kept: Vec<i32> = fitting.iter().zip(named).filter(clear).map(|(size, _)| *size).collect();
    if kept.is_empty() { vec![LEAST] } else { kept }
}

/// The column of the table, from 0, that the text column at this position is beside so many actor columns.
pub(super) fn text_column(at: usize, actors: usize) -> usize {
    if at < 2 { at } else { at + actors }
}
