//! Boxes with several lines of text beside the cells of a sheet, as a letterhead or an identity block is set in them: they are text.

use super::cells::Placed;
use super::drawing::{Nature, Thing};
use super::measure::Measure;
use super::pages::Pages;
use crate::document::Row;
use crate::document::drawing::ShapeKind;
use crate::source::{Point, Spot};

/// Fewer lines may be those of a symbol.
const FEWEST_LINES: usize = 3;

/// Most such boxes of one sheet.
const MOST: usize = 64;

/// Tops so near, in points, are those of boxes side by side.
const BESIDE: f32 = 24.0;

/// Boxes of text, those that stand above the middle of the cells apart from those below it.
#[derive(Debug, Default)]
pub(super) struct Boxed {
    pub above: Vec<Thing>,
    pub below: Vec<Thing>,
}

impl Boxed {
    /// Takes the boxes of text out of what is drawn.
    pub fn take(things: &mut Vec<Thing>, cells: &[Placed<'_>], measure: &Measure) -> Self {
        let glued: Vec<u32> = things.iter().flat_map(glue).collect();
        let is_text = |thing: &mut Thing| {
            let is_glued = || thing.id.is_some_and(|id| glued.contains(&id));
            may_be_text(thing) && !is_glued() && !lies_over(thing, cells, measure)
        };
        let mut found: Vec<Thing> = Vec::new();
        if things.iter().any(may_be_text) {
            found.extend(things.extract_if(.., is_text).take(MOST));
        }
        let row = |thing: &Thing| (thing.frame.top / BESIDE).round();
        found.sort_by(|one, other| row(one).total_cmp(&row(other)).then(one.frame.left.total_cmp(&other.frame.left)));
        let mut seen = cells.iter().filter(|it| !it.is_hidden).map(|it| it.row);
        let middle = seen.next().map(|first| {
            let last = seen.next_back().unwrap_or(first);
            (measure.extent(first).0 + measure.extent(last).1) / 2.0
        });
        let is_above = |thing: &Thing| middle.is_none_or(|middle| thing.frame.centre().y < middle);
        let (above, below) = found.into_iter().partition(is_above);
        Self { above, below }
    }
}

/// A box with some lines of text that is shown.
fn may_be_text(thing: &Thing) -> bool {
    let is_box =
        matches!(thing.nature, Nature::Shape { kind, is_text_box, .. } if is_text_box || kind == ShapeKind::Process);
    is_box && !thing.is_hidden && thing.words.text.lines().filter(|it| !it.trim().is_empty()).count() >= FEWEST_LINES
}

fn glue(thing: &Thing) -> impl Iterator<Item = u32> {
    let line = match &thing.nature {
        Nature::Line(line) => Some(line),
        _ => None,
    };
    line.into_iter().flat_map(|line| line.glue).flatten().map(|it| it.id)
}

/// It lies over a cell in which something is seen.
fn lies_over(thing: &Thing, cells: &[Placed<'_>], measure: &Measure) -> bool {
    let frame = thing.frame;
    let (top, left) = measure.cell_at(Point { x: frame.left + 1.0, y: frame.top + 1.0 });
    let (bottom, right) = measure.cell_at(Point { x: frame.right - 1.0, y: frame.bottom - 1.0 });
    let from = cells.partition_point(|it| it.row < top);
    let rows = cells[from..].iter().take_while(|it| it.row <= bottom);
    rows.into_iter().any(|it| !it.is_hidden && (left..=right).contains(&it.column))
}

impl Pages {
    /// Writes boxes of text, a row a line.
    pub fn write_boxes(&mut self, boxes: &[Thing], sheet: u16, measure: &Measure) {
        for thing in boxes {
            let (row, column) = measure.cell_at(Point { x: thing.frame.left + 1.0, y: thing.frame.top + 1.0 });
            let spot = Spot::Sheet { sheet, row: row + 1, column: column + 1 };
            for line in thing.words.text.lines().filter(|it| !it.trim().is_empty()) {
                let text = self.transcript.write(line, spot);
                self.document.rows.push(Row::line(text));
                self.end_line();
            }
            self.document.rows.push(Row::default());
        }
    }
}
