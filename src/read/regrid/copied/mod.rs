//! Tables copied out of a page line by line, with a single blank between all words → rows of cells.
//!
//! Nothing tells the columns but what they hold: the number of the step, its time, and what [`cut`] weighs. Where the marks of the
//! actors stood is lost.

mod cut;
mod head;
mod prices;
mod steps;
mod ticks;
mod words;

use super::{Found, Table};
use crate::document::{Row, Text};
use cut::{Around, Cells, WEIGHED, Ways, Widths};
use head::Head;
use steps::Step;
use words::Said;

/// The columns of such a table, actors left out: number, activity, Kelengkapan, Waktu, Output, Keterangan.
const COLUMNS: usize = 6;

/// The table whose header names the activity in row `at`.
pub(super) fn at(rows: &[Row], at: usize) -> Found {
    let Some(head) = Head::at(rows, at) else { return Ok(None) };
    let (steps, end) = steps::read(rows, &head.lines)?;
    let rough = cut_all(&steps, None, head.has_note());
    let cuts = cut_all(&steps, Some(widths(&steps, &rough)), head.has_note());
    let mut out = vec![head.row()];
    let mut doubtful = Vec::new();
    for (step, cells) in steps.iter().zip(&cuts) {
        let mut texts = step.texts_of(&cells.cuts);
        if cells.cuts.is_empty() {
            doubtful.extend(step.texts.iter().map(|text| (*text).clone()));
        }
        for (column, sure) in [1, 2, 4, 5].into_iter().zip(cells.sure) {
            if !sure {
                doubtful.push(std::mem::take(&mut texts[column]));
            }
        }
        out.push(Row { weighed: true, ..positioned(texts, head.lanes.len()) });
    }
    // Words that are of no column for certain stay, and are found again as what nobody took.
    doubtful.retain(|text| !text.is_blank());
    let doubtful = doubtful.into_iter().map(Row::line);
    let strays = steps.iter().flat_map(|step| &step.strays).chain(&head.others);
    out.extend(strays.map(|text| Row { weighed: true, ..Row::line(text.clone()) }));
    out.extend(doubtful);
    Ok(Some(Table { rows: out, start: head.lines.start, end }))
}

/// The cells of a row, with empty ones for the actors.
fn positioned(texts: [Text; COLUMNS], lanes: usize) -> Row {
    let (lead, rest) = texts.split_at(2);
    let lanes = std::iter::repeat_n(Text::default(), lanes);
    Row::positioned(lead.iter().cloned().chain(lanes).chain(rest.iter().cloned()).collect())
}

/// The cells of all steps; none of a step that may be cut in too many ways.
fn cut_all(steps: &[Step], widths: Option<Widths>, note: bool) -> Vec<Cells> {
    let mut made: Vec<Said> = Vec::new();
    let mut all = Vec::with_capacity(steps.len());
    for (at, step) in steps.iter().enumerate() {
        let around = Around { made: &made, output: None, widths, note };
        let ways = Ways::of(&step.lines, around);
        let next = steps.get(at + 1).map_or(&[][..], |next| &next.lines);
        // Of two outputs that the next step may need the longer one says more.
        let worth = |(cost, output): &(f32, Vec<Said>)| cost - output.len() as f32 * cut::TOLD;
        let told = ways.outputs().into_iter().filter(|(_, output)| cut::may_require(next, output));
        let told = told.min_by(|one, other| worth(one).total_cmp(&worth(other)));
        let cells = match told {
            Some((_, output)) => {
                let mut cells = Ways::of(&step.lines, Around { output: Some(&output), ..around }).settle();
                cells.sure[2] = !cells.cuts.is_empty();
                cells
            }
            None => ways.settle(),
        };
        made = step.made(&cells.cuts);
        all.push(cells);
    }
    all
}

/// How wide each column is: as wide as most pieces that go on in the next line.
fn widths(steps: &[Step], cells: &[Cells]) -> Widths {
    let mut lengths: [Vec<usize>; WEIGHED] = Default::default();
    for (step, cells) in steps.iter().zip(cells) {
        let pieces: Vec<[usize; WEIGHED]> =
            step.lines.iter().zip(&cells.cuts).map(|(line, cut)| cut::lengths(line, *cut)).collect();
        for pair in pieces.windows(2) {
            let going_on = (0..WEIGHED).filter(|column| pair[0][*column] > 0 && pair[1][*column] > 0);
            going_on.for_each(|column| lengths[column].push(pair[0][column]));
        }
    }
    lengths.map(|mut lengths| {
        lengths.sort_unstable();
        lengths.get(lengths.len() * 4 / 5).copied().unwrap_or(0)
    })
}
