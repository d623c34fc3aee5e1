//! The ways of the arrows → heavy lines in the actor columns of a finished table.

use super::Glyphs;
use super::canvas::Canvas;
use super::ways::{Arrow, Way, Ways};
use crate::model::{CellAt, EdgeKind, Sop, Symbol};
use crate::plain::plain;
use crate::vocabulary::form_words::{NO, YES};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Lines of a row: where its symbols stand, and how many lines they need above and below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Band {
    above: usize,
    below: usize,
}

/// What the rows of a table need for its arrows.
#[derive(Debug)]
pub(super) struct Flow {
    pub ways: Ways,
    bands: Vec<Band>,
}

impl Flow {
    /// The flow of an SOP where it can be drawn with at most so many lanes.
    pub fn of(sop: &Sop, most_lanes: usize) -> Option<Self> {
        let ways = Ways::of(sop, most_lanes)?;
        let mut bands = vec![Band::default(); sop.steps.len()];
        for arrow in &ways.arrows {
            if arrow.way != Way::Across {
                bands[arrow.to.0].above = 1;
            }
            if arrow.way == Way::Down {
                bands[arrow.from.0].below = 1;
            }
        }
        Some(Self { ways, bands })
    }

    /// Text that keeps the room a row needs, three columns wide.
    pub fn keeper(&self, row: usize) -> String {
        let lines = self.bands.get(row).map_or(1, |band| band.above + 1 + band.below);
        vec!["..."; lines].join("\n")
    }

    /// Columns that the lanes take up; none where there are no lanes.
    pub fn lanes_width(&self) -> usize {
        2 * self.ways.lanes
    }

    /// Draws over the lines of a table whose actor columns begin behind its second and hold only what keeps their room.
    /// Gives the lines, and whether the branches are named in full.
    pub fn draw(&self, sop: &Sop, lines: &[String], glyphs: Glyphs) -> (Vec<String>, bool) {
        let joints: Vec<usize> = borders(lines.first().map_or("", String::as_str));
        let actors = sop.actors.len();
        let count = actors + usize::from(self.ways.lanes > 0);
        let Some(edges) = joints.get(2..3 + count) else { return (lines.to_vec(), true) };
        let mut canvas = Canvas::new(lines, glyphs);
        let rows = rows(lines);
        if rows.len() != self.bands.len() {
            return (lines.to_vec(), true);
        }
        let first = rows.first().map_or(0, |row| row.start);
        let last = rows.last().map_or(0, |row| row.end);
        (first..last).for_each(|y| canvas.clear(y, edges[0] + 1..edges[count]));
        let centres: Vec<usize> = edges.windows(2).take(actors).map(|pair| (pair[0] + pair[1]) / 2).collect();
        let symbols = rows.iter().zip(&self.bands).map(|(row, band)| {
            let spare = row.len().saturating_sub(band.above + 1 + band.below);
            row.start + band.above + spare / 2
        });
        let symbols = symbols.collect();
        let borders = edges.to_vec();
        let mut drawing = Drawing { flow: self, sop, centres, symbols, borders, in_full: true, canvas };
        drawing.draw_arrows();
        drawing.draw_symbols(glyphs);
        self.ways.arrows.iter().for_each(|arrow| drawing.finish(arrow, glyphs));
        (drawing.canvas.finish(), drawing.in_full)
    }
}

/// The columns of the border where lines go down from it.
pub(super) fn borders(top: &str) -> Vec<usize> {
    top.chars().enumerate().filter(|(_, it)| !matches!(it, '─' | '-')).map(|(at, _)| at).collect()
}

/// The lines of each row of the body.
pub(super) fn rows(lines: &[String]) -> Vec<Range<usize>> {
    let is_head = |line: &String| matches!(line.chars().nth(1), Some('═' | '='));
    let Some(head) = lines.iter().position(is_head) else { return Vec::new() };
    let mut rows = Vec::new();
    let mut start = head + 1;
    for (at, line) in lines.iter().enumerate().skip(head + 1) {
        // Behind the bar of a ruling there is a stroke, behind that of a row the number of its step.
        if !line.starts_with(['│', '|']) || line.starts_with("|-") {
            rows.push(start..at);
            start = at + 1;
        }
    }
    rows
}

struct Drawing<'a> {
    flow: &'a Flow,
    sop: &'a Sop,
    /// Middle of each actor column.
    centres: Vec<usize>,
    /// Line of the symbols of each row.
    symbols: Vec<usize>,
    /// The borders of the actor columns.
    borders: Vec<usize>,
    /// No branch had to be named by one letter.
    in_full: bool,
    canvas: Canvas,
}

impl Drawing<'_> {
    /// Where a symbol stands.
    fn place(&self, at: CellAt) -> (usize, usize) {
        (self.centres[self.flow.ways.columns[&at]], self.symbols[at.0])
    }

    /// The column of a lane.
    fn lane(&self, lane: usize) -> usize {
        self.borders.get(self.centres.len()).map_or(0, |border| border + 1 + 2 * lane)
    }

    /// How many letters the name of a branch may have at the start of its arrow.
    fn room(&self, arrow: &Arrow, own: usize) -> usize {
        let column = self.flow.ways.columns[&arrow.from];
        let ((x, _), (goal, _)) = (self.place(arrow.from), self.place(arrow.to));
        match arrow.way {
            Way::Across => x.abs_diff(goal).saturating_sub(own + 3),
            Way::Down if x != goal => x.abs_diff(goal) - 1,
            Way::Down => self.borders[column + 1].saturating_sub(x + 1),
            Way::Lane(lane) => {
                let next = self.centres.get(column + 1).copied().unwrap_or_else(|| self.lane(lane));
                next.saturating_sub(x + own + 1)
            }
        }
    }

    /// The name of the branch, in full where that has room.
    fn label(&mut self, arrow: &Arrow, own: usize) -> Cow<'static, str> {
        let room = self.room(arrow, own);
        if let Some(word) = self.sop.label(&arrow.edge) {
            // They stand under the activity in any case.
            let word = plain(word);
            let is_narrow = word.chars().all(|letter| letter.width() == Some(1));
            return if is_narrow && word.chars().count() <= room { word.into_owned().into() } else { "".into() };
        }
        let [full, short] = match arrow.edge.kind {
            EdgeKind::Next | EdgeKind::Case(_) => return "".into(),
            EdgeKind::Yes => YES,
            EdgeKind::No => NO,
        };
        let fits = full.len() <= room;
        self.in_full &= fits;
        if fits { full.into() } else { short.into() }
    }

    /// The lines of all arrows. What leads to one goal runs there along one line, which is drawn once, however many share it.
    fn draw_arrows(&mut self) {
        let mut uprights: BTreeMap<(usize, usize, bool), Range<usize>> = BTreeMap::new();
        let flow = self.flow;
        for arrow in &flow.ways.arrows {
            let ((x, y), (goal, end)) = (self.place(arrow.from), self.place(arrow.to));
            let dashed = arrow.edge.dashed;
            self.canvas.dashed = dashed;
            let (side, from, to) = match arrow.way {
                Way::Across => {
                    self.canvas.level(y, x, goal);
                    continue;
                }
                Way::Down => {
                    self.canvas.upright(x, y, y + 1);
                    self.canvas.level(y + 1, x, goal);
                    (goal, y + 1, end)
                }
                Way::Lane(lane) => {
                    let side = self.lane(lane);
                    self.canvas.level(y, x, side);
                    self.canvas.level(end - 1, side, goal);
                    (side, y, end - 1)
                }
            };
            let own = uprights.entry((side, to, dashed)).or_insert(to..to);
            *own = own.start.min(from)..own.end.max(from);
        }
        for ((x, _, dashed), rows) in uprights {
            self.canvas.dashed = dashed;
            self.canvas.upright(x, rows.start, rows.end);
        }
    }

    /// Symbols, and the lines between those who act together.
    fn draw_symbols(&mut self, glyphs: Glyphs) {
        let ways = &self.flow.ways;
        self.canvas.dashed = false;
        for (row, column) in &ways.joints {
            let (x, y) = (self.centres[*column], self.symbols[*row]);
            let near = ways.columns.range((*row, 0)..(*row + 1, 0)).map(|(_, column)| self.centres[*column]);
            if let Some(other) = near.min_by_key(|other| other.abs_diff(x)) {
                self.canvas.level(y, x, other);
            }
            self.canvas.write(x, y, "+");
        }
        for at in ways.columns.keys() {
            let (x, y) = self.place(*at);
            let text = symbol(self.sop.symbol(at.0, at.1), glyphs);
            self.canvas.write(x + 1 - text.chars().count().div_ceil(2), y, text);
        }
    }

    /// The head of an arrow, and the name of its branch.
    fn finish(&mut self, arrow: &Arrow, glyphs: Glyphs) {
        let ((x, y), (goal, end)) = (self.place(arrow.from), self.place(arrow.to));
        let half = |at: CellAt| symbol(self.sop.symbol(at.0, at.1), glyphs).chars().count() / 2;
        let (own, other) = (half(arrow.from), half(arrow.to));
        let label = self.label(arrow, own);
        let (label, length) = (label.as_ref(), label.chars().count());
        match arrow.way {
            Way::Across if x < goal => {
                self.canvas.write(goal - other - 1, y, glyphs.pick("▶", ">"));
                self.canvas.write(x + own + 1, y, label);
            }
            Way::Across => {
                self.canvas.write(goal + other + 1, y, glyphs.pick("◀", "<"));
                self.canvas.write(x - own - length, y, label);
            }
            Way::Down => {
                self.canvas.write(goal, end - 1, glyphs.pick("▼", "v"));
                let start = if goal < x { x - length } else { x + 1 };
                self.canvas.write(start, y + 1, label);
            }
            Way::Lane(_) => {
                self.canvas.write(goal, end - 1, glyphs.pick("▼", "v"));
                self.canvas.write(x + own + 1, y, label);
            }
        }
    }
}

/// The symbol, at most three columns wide.
pub(super) fn symbol(symbol: Symbol, glyphs: Glyphs) -> &'static str {
    match symbol {
        Symbol::Start => "(M)",
        Symbol::End => "(S)",
        Symbol::Process => glyphs.pick("□", "[ ]"),
        Symbol::Decision => glyphs.pick("◇", "< >"),
        Symbol::Document => glyphs.pick("▤", "[=]"),
    }
}
