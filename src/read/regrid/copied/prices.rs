//! What it costs to read a piece of a line as a cell: a cell begins with a capital or a list mark and goes on without a gap, and a word
//! that had room in the line above was not broken off there.

use super::cut::{Cell, Cut, Node, OPEN, WEIGHED, Widths, stretches};
use super::words::{Line, Stretch, Word};

/// Letters that a line of print may be longer or shorter than another of its width.
const SLACK: usize = 2;

/// What it costs that a document begins with a verb, as an activity does.
const DEED: f32 = 0.6;

/// What it costs that the first line of an activity is no more than its verb, and other cells stand beside it.
const VERB_ALONE: f32 = 0.8;

/// What it costs that a cell begins with a word such as `dan` or `yang`, which goes on with another.
const JOINED: f32 = 2.0;

/// What stands in a cell in the line above.
#[derive(Clone, Copy, Default)]
pub(super) struct Above {
    is_empty: bool,
    /// It ends with a word that wants another.
    open: bool,
    /// Letters, blanks included.
    length: usize,
    /// Bit `n`: word `n` of the line below stands in it as well. A line has no more than [`MOST_WORDS`](super::words::MOST_WORDS).
    again: u32,
}

/// The cells of the line above, as they are cut there.
pub(super) fn above_each(above: Option<(&Line, Cut)>, line: &Line) -> [Above; WEIGHED] {
    let Some((above, cut)) = above else { return [Above { is_empty: true, ..Above::default() }; WEIGHED] };
    stretches(above, cut).map(|stretch| {
        let words = &above.words[stretch.0..stretch.1];
        let same = |one: &Word, other: &Word| one.said == other.said && one.text == other.text;
        let stands = |word: &Word| word.letters > 3 && words.iter().any(|other| same(other, word));
        let bits = line.words.iter().enumerate().filter(|(_, word)| stands(word)).map(|(at, _)| 1u32 << (at % 32));
        Above {
            is_empty: words.is_empty(),
            open: words.last().is_some_and(|word| word.open),
            length: above.length(stretch),
            again: bits.fold(0, |all, bit| all | bit),
        }
    })
}

/// What the pieces of a line cost behind one of the states before it.
#[derive(Clone, Copy)]
pub(super) struct Prices<'p, 't> {
    pub line: &'p Line<'t>,
    /// Its place among the lines of the step.
    pub at: usize,
    pub node: &'p Node,
    pub above: [Above; WEIGHED],
    pub widths: Option<Widths>,
    /// Its step has its number in its midst, with the cells centred round it.
    pub is_centred: bool,
}

impl Prices<'_, '_> {
    /// What becomes of the cell with this piece, and what the piece costs.
    pub fn of(&self, column: usize, stretch: Stretch) -> (Cell, f32) {
        let cell = self.node.state.cells[column];
        let words = &self.line.words[stretch.0..stretch.1];
        let Some(first) = words.first() else {
            let next = match cell {
                Cell::Open if self.is_centred => Cell::Held,
                Cell::Open | Cell::Held => Cell::Over,
                Cell::Before | Cell::Over => cell,
            };
            return (next, self.nothing(cell, column));
        };
        let above = self.above[column];
        let mut cost = self.beginning(cell, first, column);
        let width = self.widths.map_or(0, |widths| widths[column]);
        if cell == Cell::Open && !first.is_mark && !above.is_empty {
            // The word had its place in the line above.
            cost += if above.length + 1 + first.letters + SLACK <= width { 1.0 } else { 0.0 };
        }
        let is_verb_alone = column == 0 && cell == Cell::Before && first.acts && words.len() == 1;
        cost += if is_verb_alone && self.line.words.len() > 1 { VERB_ALONE } else { 0.0 };
        // A cell hardly says a word twice.
        let within = u32::MAX >> (32 - words.len().min(32)) << (stretch.0 % 32);
        cost += if above.again & within != 0 { 0.6 } else { 0.0 };
        if width > 0 {
            cost += (self.line.length(stretch).saturating_sub(width + SLACK) as f32 * 0.15).min(1.5);
        }
        (Cell::Open, cost + self.line.inner(column > 0, stretch))
    }

    /// What it costs that nothing of the line stands in a cell.
    fn nothing(&self, cell: Cell, column: usize) -> f32 {
        // A line with one piece is more often of the activity, which is the longest text.
        let cost = match cell {
            Cell::Before => [0.25, 0.25, 0.25, 0.0][column],
            _ => [0.3, 0.15, 0.1, 0.0][column],
        };
        cost + if cell == Cell::Open && self.above[column].open { OPEN } else { 0.0 }
    }

    /// What it costs that a piece begins with this word.
    fn beginning(&self, cell: Cell, first: &Word, column: usize) -> f32 {
        let opens = if column == 0 { first.capital && !first.is_mark } else { first.capital || first.is_mark };
        // An output hardly begins in small letters below the first line of its step.
        let below = column == 2 && self.at > 0;
        let joins = first.open && first.text.starts_with(char::is_lowercase);
        match cell {
            Cell::Before => {
                let late = if column == 0 && self.at > 0 { 0.5 } else { 0.0 };
                let remark = if column == 3 { 0.4 } else { 0.0 };
                let deed = if column > 0 && first.acts { DEED } else { 0.0 };
                let small = if opens { 0.0 } else { 1.5 } + if joins || below && !opens { JOINED } else { 0.0 };
                late + remark + deed + small
            }
            Cell::Open | Cell::Held if first.is_mark && column == 0 => 1.0,
            Cell::Open | Cell::Held if first.is_mark || !first.capital => 0.0,
            Cell::Open | Cell::Held => 0.35,
            Cell::Over => 2.5,
        }
    }
}
