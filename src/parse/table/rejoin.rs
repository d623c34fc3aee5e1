//! Words that ran into the next row: put back where the table itself shows the whole name.
//!
//! The balangan text breaks `Draft laporan monitoring evaluasi kinerja` so that `kinerja` begins the cell below.

use super::row::RawStep;
use crate::document::Text;
use crate::grammar::offset_in;
use crate::vocabulary::fold;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Most words that run over.
const MOST_WORDS: usize = 3;

/// The columns that names run over in.
const COLUMNS: [Column; 2] = [Column::Requirements, Column::Outputs];

/// Puts words back that ran from a cell of Kelengkapan or Output into the same column of the next row.
pub(super) fn rejoin(steps: &mut [RawStep]) {
    // Few tables have such words, and the names of the others need not be gathered.
    let possible = |column: Column| (1..steps.len()).any(|at| !breaks(steps, at, column).is_empty());
    if !COLUMNS.into_iter().any(possible) {
        return;
    }
    let mut names = Names::of(steps);
    for column in COLUMNS {
        for at in 1..steps.len() {
            let Some(moved) = overrun(steps, &names, at, column) else { continue };
            let (before, after) = steps.split_at_mut(at);
            let (upper, lower) = (&mut before[at - 1], &mut after[0]);
            let text = column.of(lower).clone();
            let head = text.slice(text.as_str()[..moved].trim());
            let rest = text.slice(text.as_str()[moved..].trim());
            let reason = format!("kata `{}` terbawa ke baris berikutnya", head.as_str());
            column.of_mut(upper).join(' ', &head);
            *column.of_mut(lower) = rest;
            upper.rejoined.push((column.key(), reason.clone()));
            lower.rejoined.push((column.key(), reason));
            names.renew(steps, at - 1);
            names.renew(steps, at);
        }
    }
}

/// The folded names in Kelengkapan and Output, and the rows in which each stands.
struct Names {
    of_row: Vec<[String; 2]>,
    rows: FxHashMap<String, Vec<usize>>,
}

impl Names {
    fn of(steps: &[RawStep]) -> Self {
        let mut names = Self { of_row: vec![Default::default(); steps.len()], rows: FxHashMap::default() };
        (0..steps.len()).for_each(|row| names.add(steps, row));
        names
    }

    /// Takes over what the cells of this row say now.
    fn renew(&mut self, steps: &[RawStep], row: usize) {
        for name in &self.of_row[row] {
            if let Some(rows) = self.rows.get_mut(name) {
                rows.retain(|it| *it != row);
            }
        }
        self.add(steps, row);
    }

    fn add(&mut self, steps: &[RawStep], row: usize) {
        self.of_row[row] = COLUMNS.map(|column| fold(column.of(&steps[row]).as_str()));
        for name in &self.of_row[row] {
            self.rows.entry(name.clone()).or_default().push(row);
        }
    }

    /// The name stands in a row other than this one.
    fn stands_elsewhere(&self, row: usize, name: &str) -> bool {
        self.rows.get(name).is_some_and(|rows| rows.iter().any(|other| *other != row))
    }
}

#[derive(Clone, Copy)]
enum Column {
    Requirements,
    Outputs,
}

impl Column {
    fn key(self) -> &'static str {
        match self {
            Self::Requirements => "kelengkapan",
            Self::Outputs => "output",
        }
    }

    fn of(self, step: &RawStep) -> &Text {
        match self {
            Self::Requirements => &step.requirements,
            Self::Outputs => &step.outputs,
        }
    }

    fn of_mut(self, step: &mut RawStep) -> &mut Text {
        match self {
            Self::Requirements => &mut step.requirements,
            Self::Outputs => &mut step.outputs,
        }
    }
}

/// Where the cell of row `at` may be cut, by its shape alone: behind a word, where what stays begins as a name does.
fn breaks(steps: &[RawStep], at: usize, column: Column) -> SmallVec<[usize; MOST_WORDS]> {
    let upper = column.of(&steps[at - 1]).as_str();
    let lower = column.of(&steps[at]).as_str();
    if upper.is_empty() || lower.len() < 3 || upper.contains('\n') || lower.contains('\n') {
        return SmallVec::new();
    }
    let ends = lower.split_whitespace().take(MOST_WORDS).map(|word| offset_in(lower, word) + word.len());
    let sound = |end: &usize| {
        let rest = lower[*end..].trim_start();
        rest.starts_with(|it: char| it.is_uppercase() || it.is_ascii_digit())
    };
    ends.filter(sound).collect()
}

/// Number of bytes at the start of the cell of row `at` that belong to the cell above: with them the cell above is a name that
/// stands elsewhere in the table, and what stays behind is a name as well.
fn overrun(steps: &[RawStep], names: &Names, at: usize, column: Column) -> Option<usize> {
    let breaks = breaks(steps, at, column);
    let upper = &names.of_row[at - 1][column as usize];
    if breaks.is_empty() || names.stands_elsewhere(at - 1, upper) {
        return None;
    }
    let lower = column.of(&steps[at]).as_str();
    let whole = |end: usize| lower[..end].split_whitespace().fold(upper.clone(), |name, word| name + &fold(word));
    breaks.into_iter().find(|end| names.stands_elsewhere(at - 1, &whole(*end)))
}
