//! The rows of the procedure as pages can hold them: those that are taller than a page are cut.

use super::PT;
use super::chart::{Chart, Level};
use super::geometry::{least_row_height, row_height, usual_height};
use super::legend;
use super::merged::Spans;
use super::pen::PAD;
use super::route::{Routing, sketched};
use super::subheads::Subheads;
use super::table::Frame;
use super::typeset::{Line, Typesetter};
use crate::model::Sop;
use crate::vocabulary::form_words::CONTINUED;
use std::ops::Range;

/// Least height of a row.
pub(super) const LEAST: i32 = 26 * PT;
/// What a level takes hardly ever more than, pentagons above and under it included.
const TALL_LEVEL: i32 = 110 * PT;
/// Headings higher than this share of a page stand in the cell of the activity, which can be split.
const HEADS: i32 = 4;
/// What a level of the flow takes at least.
const LOW_LEVEL: i32 = 24 * PT;
/// A row of the table, or as much of it as one page can hold.
pub(super) struct Band {
    pub row: usize,
    /// It goes on from the page before.
    pub goes_on: bool,
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

/// The rows of a table before they are cut: in which letters, and for which pages.
pub(super) struct Rows<'a> {
    pub sop: &'a Sop,
    pub chart: &'a Chart,
    pub spans: &'a Spans,
    pub frame: &'a Frame,
    pub type_: &'a Typesetter<'a>,
    /// Height of a page for rows.
    pub room: i32,
    /// Symbols are a little lower than usual.
    pub low: bool,
    /// What the symbols of each row need.
    pub usual: &'a [i32],
}

/// A row before it is cut.
struct Whole {
    row: usize,
    heads: Subheads,
    lines: [Vec<Line>; 6],
    levels: Range<usize>,
}

impl Rows<'_> {
    /// The rows, those that are taller than a page cut between lines and between levels; what goes on says so.
    pub fn bands(&self) -> Vec<Band> {
        let headed = self.sop.steps.iter().any(|step| !step.headings.is_empty());
        let most_heads = if headed { self.room / HEADS } else { 0 };
        let (mut bands, mut level) = (Vec::new(), 0);
        let mut cells: [Vec<Line>; 6] = Default::default();
        for (row, step) in self.sop.steps.iter().enumerate() {
            let mut lines = self.dealt(row, &mut cells);
            let mut heads = Subheads::of(step, self.frame, self.type_);
            if heads.height() > self.room / HEADS {
                lines[1].splice(0..0, std::mem::take(&mut heads).into_lines().map(|text| Line { indent: 0, text }));
            }
            let levels = self.chart.levels[level..].iter().take_while(|level| level.row == row).count();
            bands.extend(self.cut(Whole { row, heads, lines, levels: level..level + levels }, self.room - most_heads));
            level += levels;
        }
        bands
    }

    /// A row in as many bands as it takes, each no higher than `room`.
    fn cut(&self, whole: Whole, room: i32) -> Vec<Band> {
        let Whole { row, mut heads, lines, levels } = whole;
        let most_lines = ((room - 2 * PAD) / self.frame.cell.leading()).max(1) as usize;
        let most_levels = levels_of_a_page(self.chart, levels.clone(), room);
        let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
        // A part that goes on has one line less for text.
        let most_lines = if longest > most_lines { (most_lines - 1).max(1) } else { most_lines };
        let parts = longest.div_ceil(most_lines).max(levels.len().div_ceil(most_levels)).max(1);
        let legend = self.legend(row);
        let band = |part: usize| {
            let at = |part: usize| levels.start + (part * most_levels).min(levels.len());
            let levels = at(part)..at(part + 1);
            let lines = lines_of(&lines, part * most_lines..(part + 1) * most_lines);
            let text_height = text_height(&lines, self.frame.cell.leading());
            let symbols = match parts {
                1 => self.usual[row],
                _ => self.chart.levels[levels.clone()].iter().map(|level| usual_height(level, self.low)).sum(),
            };
            let heads = std::mem::take(&mut heads);
            let usual = heads.height() + symbols.max(text_height);
            let joined = self.joined(row, part > 0);
            Band { row, goes_on: part > 0, heads, lines, joined, levels, text_height, usual, legend }
        };
        (0..parts).map(band).collect()
    }

    /// The text columns whose cell goes on from the band before, which is of the same row or of another.
    fn joined(&self, row: usize, goes_on: bool) -> [bool; 6] {
        std::array::from_fn(|at| {
            let rows = self.spans.rows(at, row);
            rows.start < row || goes_on && rows.len() > 1
        })
    }

    /// What the words of the branches of a row would take in the line under the table.
    fn legend(&self, row: usize) -> i32 {
        let words: Vec<&str> = self.chart.words_of(row).collect();
        legend::width(self.sop.steps[row].number, &words, self.type_)
    }

    /// The lines that a row has to hold: its own, and its share of those of cells that it has in common with other rows.
    /// `cells` holds the lines of the cells that reach over it, from row to row.
    fn dealt(&self, row: usize, cells: &mut [Vec<Line>; 6]) -> [Vec<Line>; 6] {
        let mut lines = self.frame.lines(&self.sop.steps[row], self.type_);
        for (at, (own, cell)) in lines.iter_mut().zip(cells).enumerate() {
            let rows = self.spans.rows(at, row);
            if rows.len() > 1 {
                if rows.start == row {
                    cell.clone_from(own);
                }
                *own = cell[self.spans.share((at, row), cell.len())].to_vec();
            }
        }
        lines
    }
}

/// Of each text column these lines; a part that goes on repeats the number of the row and says so.
fn lines_of(lines: &[Vec<Line>; 6], part: Range<usize>) -> [Vec<Line>; 6] {
    let own = |lines: &Vec<Line>| lines.iter().skip(part.start).take(part.len()).cloned().collect();
    let mut own: [Vec<Line>; 6] = lines.each_ref().map(own);
    own[0].clone_from(&lines[0]);
    if part.start > 0 {
        own[1].insert(0, Line { indent: 0, text: CONTINUED.to_owned() });
    }
    own
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
