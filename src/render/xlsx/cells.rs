//! The cells of a sheet, and how large their letters may be.

use super::styles::Style;
use std::ops::Range;

/// A cell, or several that are one.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub rows: Range<usize>,
    pub columns: Range<usize>,
    pub style: Style,
    /// Its text in pieces; none where it is empty.
    pub runs: Vec<Run>,
    /// The number that it is instead.
    pub number: Option<u32>,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub text: String,
    /// Size, bold, underlined, where they are not those of the cell.
    pub look: Option<(i32, bool, bool)>,
}

impl Cell {
    /// An empty cell there.
    pub fn new(rows: Range<usize>, columns: Range<usize>, style: Style) -> Self {
        Self { rows, columns, style, runs: Vec::new(), number: None }
    }

    /// The same with that text.
    pub fn with(self, text: String) -> Self {
        let runs = if text.is_empty() { Vec::new() } else { vec![Run { text, look: None }] };
        Self { runs, ..self }
    }
}

/// Height of a line on the screen of Excel, in dots, of letters so many dots high, from 8 on: higher than in print.
const LINES: [i32; 10] = [11, 12, 14, 15, 16, 17, 18, 19, 20, 21];

/// Height of a line of a cell, in hundredths of a point.
pub(super) fn line_height(size: i32) -> i32 {
    let dots = (size * 4 / 3 + 50) / 100;
    let line = match usize::try_from(dots - 8).ok().and_then(|at| LINES.get(at)) {
        Some(line) => *line,
        None => dots * 5 / 4 + 1,
    };
    line * super::sheet::DOT
}

/// How much smaller letters may become, in hundredths.
const LEAST: i32 = 80;

/// The size, or one somewhat smaller, in which so many lines have room in a cell so high, in hundredths of a point.
pub(super) fn fitting(size: i32, lines: usize, height: i32) -> i32 {
    let least = size * LEAST / 100;
    let fits = |it: &i32| line_height(*it) * lines as i32 <= height;
    let mut sizes = (0..).map(|step| size - step * 50).take_while(|it| *it >= least);
    sizes.find(fits).unwrap_or_else(|| (least + 49) / 50 * 50)
}
