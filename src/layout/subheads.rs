//! Headings between the rows of the table → cells across it, above the row they head.

use super::PT;
use super::draw::Area;
use super::meaning::Role;
use super::pen::{Align, HEADING_TINT, PAD, Pen};
use super::table::Frame;
use super::typeset::{Style, Typesetter};
use crate::model::Step;

/// So much room left of the actors is enough for the words.
const LEAST: i32 = 60 * PT;

/// The headings above a row, broken into lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Subheads {
    /// Of each heading its lines.
    blocks: Vec<Vec<String>>,
    leading: i32,
}

impl Subheads {
    /// Those of a step. Their words keep to the left of the actors, for arrows cross what lies to the right.
    pub fn of(step: &Step, frame: &Frame, type_: &Typesetter) -> Self {
        let style = style(frame);
        let (x, right) = words_between(frame);
        let room = right - x - 2 * PAD;
        let wrapped = |text: &str| type_.wrap(style, room, text);
        let blocks = step.headings.iter().map(|heading| wrapped(&heading.value)).collect();
        Self { blocks, leading: style.leading() }
    }

    /// Height of all of them.
    pub fn height(&self) -> i32 {
        self.blocks.iter().map(|lines| self.block_height(lines)).fold(0, i32::saturating_add)
    }

    fn block_height(&self, lines: &[String]) -> i32 {
        (lines.len().max(1) as i32).saturating_mul(self.leading).saturating_add(2 * PT)
    }

    /// Their lines, for the cell of the activity where they are too high to stand across the table.
    pub fn into_lines(self) -> impl Iterator<Item = String> {
        self.blocks.into_iter().flatten()
    }

    /// Draws them from `top` down.
    pub fn draw(&self, pen: &mut Pen, frame: &Frame, (step, top): (usize, i32)) {
        let (x, right) = edges(frame);
        let words = words_between(frame);
        let mut y = top;
        for (at, lines) in self.blocks.iter().enumerate() {
            let h = self.block_height(lines);
            pen.tinted(Area::new(x, y, right - x, h), HEADING_TINT);
            let inner = Area::new(words.0 + PAD, y + PT, words.1 - words.0 - 2 * PAD, h - 2 * PT);
            let before = pen.page.ops.len();
            pen.lines(inner, style(frame), Align::Left, lines);
            pen.page.mark(before, Role::Subhead { step, at });
            y += h;
        }
    }
}

/// The outer edges of the table.
fn edges(frame: &Frame) -> (i32, i32) {
    let (left, right) = frame.actors;
    let ends = frame.text.iter().filter(|(_, width)| *width > 0).map(|(x, width)| (*x, x + width));
    ends.fold((left, right), |(left, right), (x, end)| (left.min(x), right.max(end)))
}

/// Between which edges the words stand: on one side of the actors, on the left where it has room.
fn words_between(frame: &Frame) -> (i32, i32) {
    let (left, right) = edges(frame);
    if frame.actors.0 - left >= LEAST { (left, frame.actors.0) } else { (frame.actors.1, right) }
}

fn style(frame: &Frame) -> Style {
    Style::bold(frame.cell.size)
}
