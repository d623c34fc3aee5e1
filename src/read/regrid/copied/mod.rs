//! Tables copied out of a page line by line, with a single blank between all words → rows of cells.
//!
//! Nothing tells the columns but what they hold: the number of the step, its time, and what [`cut`] weighs. Where the marks of the
//! actors stood is lost.

mod actors;
mod cut;
mod head;
mod leading;
mod middle;
mod names;
mod overlap;
mod prices;
mod steps;
mod ticks;
mod words;

use super::{Found, InVain, Table};
use crate::document::{Row, Text};
use cut::{Around, Cells, WEIGHED, Ways, Widths};
use head::Head;
use names::Parted;
use steps::Step;
use words::{Said, Side};

/// The columns of such a table, actors left out: number, activity, Kelengkapan, Waktu, Output, Keterangan.
const COLUMNS: usize = 6;

/// The table whose header names the activity in row `at`.
pub(super) fn at(rows: &[Row], at: usize) -> Found {
    let Some(mut head) = Head::at(rows, at) else { return Ok(None) };
    let (mut steps, end) = steps::read(rows, &head)?;
    let mut behind = Vec::new();
    if head.time_leads {
        let Some(parts) = overlap::take(&mut steps) else { return Err(InVain(end)) };
        behind = parts;
    }
    if head.lacks_documents() || head.time_leads {
        // All words before the time are the activity's, or name who does it.
        steps.iter_mut().flat_map(|step| &mut step.lines).for_each(|line| line.side = Some(Side::Activity));
    }
    if head.lacks_requirements() {
        steps.iter_mut().flat_map(|step| &mut step.lines).for_each(|line| line.lacks_requirements = true);
    }
    let may_hold_names = head.lanes.is_empty() && steps.iter().all(|step| step.strays.is_empty());
    let column = head.actors.take().filter(|_| may_hold_names);
    let again = column.is_some() && names::mark(&mut steps, head.lacks_requirements());
    let has_requirements = !head.lacks_documents() && !head.lacks_requirements();
    let are_taken = match column.is_some() && !again {
        true if head.actors_lead => leading::take(&mut steps),
        true if has_requirements => actors::take(&mut steps),
        _ => false,
    };
    if head.actors_lead && column.is_some() && !are_taken {
        return Err(InVain(end));
    }
    let rough = roughly(&mut steps, head.has_note());
    // A column Keterangan that no step fills leaves no doubt where Output ends.
    let is_noted = rough.iter().zip(&steps).any(|(cells, step)| step.is_noted(&cells.cuts));
    let widths = widths(&steps, &rough);
    weigh_day_kinds(&mut steps, widths, is_noted);
    let cuts = cut_all(&steps, Some(widths), is_noted);
    let is_weighed = has_requirements && column.is_none();
    let mut doubtful = Vec::new();
    let mut cells = Vec::with_capacity(steps.len());
    for (step, settled) in steps.iter().zip(&cuts) {
        let mut texts = step.texts_of(&settled.cuts);
        if settled.cuts.is_empty() {
            doubtful.extend(step.texts.iter().map(|text| (*text).clone()));
        }
        let is_dear = settled.cost >= cut::DEAR && is_weighed && step.lines.iter().all(|line| line.side.is_none());
        for (column, sure) in [1, 2, 4, 5].into_iter().zip(settled.sure) {
            if !sure || is_dear && !(column == 4 && settled.told) {
                doubtful.push(std::mem::take(&mut texts[column]));
            }
        }
        if let Some(Some([needed, made])) = behind.get(cells.len()) {
            (texts[2], texts[4]) = (needed.clone(), made.clone());
        }
        cells.push(texts);
    }
    let parted = column.and_then(|column| {
        let parted = if are_taken {
            taken(&mut steps, &cells)
        } else {
            names::parted(cells.iter().map(|texts| &texts[1]), again)?
        };
        Some((column, parted))
    });
    let lanes = lanes(&mut head, parted, &mut cells, &mut doubtful);
    let mut out = vec![head.row()];
    let rows = cells.into_iter().zip(lanes);
    out.extend(rows.map(|(texts, lanes)| Row { weighed: true, ..positioned(texts, lanes) }));
    // Words that are of no column for certain stay, and are found again as what nobody took.
    doubtful.retain(|text| !text.is_blank());
    let strays = steps.iter().flat_map(|step| &step.strays).chain(&head.others).chain(&doubtful);
    out.extend(strays.map(|text| Row { weighed: true, ..Row::line(text.clone()) }));
    out.extend(steps.iter().flat_map(|step| &step.identity).map(|text| Row::line(text.clone())));
    Ok(Some(Table { rows: out, start: head.lines.start, end }))
}

/// The activities, each with the name that stood behind it.
fn taken(steps: &mut [Step], cells: &[[Text; COLUMNS]]) -> Parted {
    let actors = steps.iter_mut().map(|step| step.actor.take());
    let named = |actor: Option<Text>, activity: &Text| {
        actor.map_or_else(|| names::part(activity, |_| false), |it| Some((activity.clone(), it)))
    };
    actors.zip(cells).map(|(actor, texts)| named(actor, &texts[1])).collect()
}

/// What stands in the columns of actors: nothing, or in the only one the names that end the activities.
fn lanes(
    head: &mut Head,
    parted: Option<(Text, Parted)>,
    cells: &mut [[Text; COLUMNS]],
    doubtful: &mut Vec<Text>,
) -> Vec<Vec<Text>> {
    let Some((column, parted)) = parted else { return vec![vec![Text::default(); head.lanes.len()]; cells.len()] };
    head.lanes.push(column);
    let mut lanes = Vec::with_capacity(cells.len());
    for (texts, parted) in cells.iter_mut().zip(parted) {
        let activity = std::mem::take(&mut texts[1]);
        match parted {
            Some((activity, name)) => {
                texts[1] = activity;
                lanes.push(vec![name]);
            }
            None => {
                doubtful.push(activity);
                lanes.push(vec![Text::default()]);
            }
        }
    }
    lanes
}

/// The cells of a row, with those of the actors.
fn positioned(texts: [Text; COLUMNS], lanes: Vec<Text>) -> Row {
    let (lead, rest) = texts.split_at(2);
    Row::positioned(lead.iter().cloned().chain(lanes).chain(rest.iter().cloned()).collect())
}

/// The cells of all steps before it is known how wide the columns are. Whether cells are centred round the number, where that stands
/// in the midst of the steps, is told by what costs less.
fn roughly(steps: &mut [Step], note: bool) -> Vec<Cells> {
    let cost = |cells: &[Cells]| cells.iter().map(|it| it.cost).sum::<f32>();
    let centred = cut_all(steps, None, note);
    if steps.iter().all(|step| step.middle.is_none()) {
        return centred;
    }
    let middles: Vec<_> = steps.iter_mut().map(|step| step.middle.take()).collect();
    let plain = cut_all(steps, None, note);
    if cost(&plain) <= cost(&centred) {
        return plain;
    }
    steps.iter_mut().zip(middles).for_each(|(step, middle)| step.middle = middle);
    centred
}

/// The cells of all steps; none of a step that may be cut in too many ways.
fn cut_all(steps: &[Step], widths: Option<Widths>, note: bool) -> Vec<Cells> {
    let mut made: Vec<Said> = Vec::new();
    let mut all = Vec::with_capacity(steps.len());
    for (at, step) in steps.iter().enumerate() {
        let around = Around { made: &made, output: None, widths, note, middle: step.middle };
        let cells = cells_of(step, around, steps.get(at + 1));
        made = step.made(&cells.cuts);
        all.push(cells);
    }
    all
}

/// The cells of one step.
fn cells_of(step: &Step, around: Around, next: Option<&Step>) -> Cells {
    let ways = Ways::of(&step.lines, around);
    let next = next.map_or(&[][..], |next| &next.lines);
    // Of two outputs that the next step may need the longer one says more.
    let worth = |(cost, output): &(f32, Vec<Said>)| cost - said_once(output) as f32 * cut::TOLD;
    let told = ways.outputs().into_iter().filter(|(_, output)| cut::may_require(next, output));
    let Some((_, output)) = told.min_by(|one, other| worth(one).total_cmp(&worth(other))) else {
        return ways.settle();
    };
    let mut cells = Ways::of(&step.lines, Around { output: Some(&output), ..around }).settle();
    cells.told = !cells.cuts.is_empty();
    cells.sure[2] = cells.told;
    cells
}

/// `kerja` below `3 hari` is of the time, or of a cell beside it (`rencana kerja`): as the words around it cost less to read.
fn weigh_day_kinds(steps: &mut [Step], widths: Widths, note: bool) {
    if steps.iter().all(|step| step.broken_day_kind().is_none()) {
        return;
    }
    let mut made: Vec<Said> = Vec::new();
    for at in 0..steps.len() {
        let Some((step, behind)) = steps[at..].split_first_mut() else { return };
        let around = Around { made: &made, output: None, widths: Some(widths), note, middle: step.middle };
        let next = behind.first();
        let mut best = cells_of(step, around, next);
        let cost = |step: &Step, cells: &Cells| {
            let told = if cells.told { said_once(&step.made(&cells.cuts)) as f32 * cut::TOLD } else { 0.0 };
            if cells.cuts.is_empty() { f32::INFINITY } else { cells.cost - told }
        };
        if let Some((line, places)) = step.broken_day_kind() {
            let mut time = step.lines[line].time.clone();
            let mut least = cost(step, &best) - CLEARLY;
            for other in places.into_iter().map(|place| Some(place..place + 1)).chain([None]) {
                step.lines[line].time = other.clone();
                let cells = cells_of(step, around, next);
                if cost(step, &cells) < least {
                    (least, time, best) = (cost(step, &cells), other, cells);
                }
            }
            step.lines[line].time = time;
        }
        made = step.made(&best.cuts);
    }
}

/// So much cheaper another reading has to be than the one that comes first.
const CLEARLY: f32 = 0.5;

/// Words of an output that it has not said before, less those that it says again: `usulan pangkat kenaikan pangkat`.
fn said_once(output: &[Said]) -> isize {
    let again = (1..output.len()).filter(|at| output[..*at].contains(&output[*at])).count();
    output.len() as isize - 2 * again as isize
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
