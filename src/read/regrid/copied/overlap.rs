//! Copied tables with Waktu before Kelengkapan and Output: nothing parts the two but what a step makes and the next one needs.

use super::steps::Step;
use super::words::{Line, Said, Word, passage};
use crate::document::Text;

/// Kelengkapan and Output of each step, taken out of its words behind the time; `None` where fewer than most are told.
pub(super) fn take(steps: &mut [Step]) -> Option<Vec<Option<[Text; 2]>>> {
    let behind: Vec<Vec<Place>> = steps.iter().map(places).collect();
    let said = |at: usize| -> Vec<Said> { behind[at].iter().map(|place| word(&steps[at], *place).said).collect() };
    let capital = |at: usize, nth: usize| word(&steps[at], behind[at][nth]).capital;
    let mut cuts: Vec<Option<usize>> = Vec::with_capacity(steps.len());
    let mut needed = 0;
    for at in 0..steps.len() {
        let own = said(at);
        let next = if at + 1 < steps.len() { said(at + 1) } else { Vec::new() };
        // The longest end of these words with which the next step begins.
        let most = own.len().min(next.len());
        let shared = (1..=most).rev().find(|count| own[own.len() - count..] == next[..*count]);
        let made = shared.filter(|count| own.len() - count >= needed && capital(at, own.len() - count));
        let is_last = at + 1 == steps.len();
        cuts.push(made.map(|count| own.len() - count).or_else(|| (is_last && needed > 0).then_some(needed)));
        needed = made.unwrap_or(0);
    }
    let told = cuts.iter().flatten().count();
    let goes_on =
        |step: &Step| step.lines.iter().rposition(|line| line.time.is_some()) != step.lines.len().checked_sub(1);
    // Below its time an activity may go on.
    if told * 4 < steps.len() * 3 || steps.iter().zip(&cuts).any(|(step, cut)| cut.is_none() && goes_on(step)) {
        return None;
    }
    let mut out = Vec::with_capacity(steps.len());
    for ((step, places), cut) in steps.iter_mut().zip(&behind).zip(cuts) {
        out.push(cut.map(|cut| [joined(step, &places[..cut]), joined(step, &places[cut..])]));
        if cut.is_some() {
            leave_out(step);
        }
    }
    Some(out)
}

/// A word of a step: its line, and its place there.
type Place = (usize, usize);

fn word<'t>(step: &Step<'t>, (line, at): Place) -> Word<'t> {
    step.lines[line].words[at]
}

/// The words behind the time.
fn places(step: &Step) -> Vec<Place> {
    let Some(timed) = step.lines.iter().position(|line| line.time.is_some()) else { return Vec::new() };
    let from = |at: usize| step.lines[at].time.as_ref().map_or(0, |time| time.end);
    (timed..step.lines.len())
        .flat_map(|line| (from(line)..step.lines[line].words.len()).map(move |at| (line, at)))
        .collect()
}

/// The step without those words.
fn leave_out(step: &mut Step) {
    let Some(timed) = step.lines.iter().position(|line| line.time.is_some()) else { return };
    step.lines.truncate(timed + 1);
    step.texts.truncate(timed + 1);
    let line = &step.lines[timed];
    if let Some(time) = line.time.clone() {
        step.lines[timed] = Line::new(line.words[..time.end].to_vec(), Some(time), line.marked);
    }
}

/// The words as one text.
fn joined(step: &Step, places: &[Place]) -> Text {
    let mut out = Text::default();
    for line in places.chunk_by(|one, next| one.0 == next.0) {
        let ((row, first), (_, last)) = (line[0], line[line.len() - 1]);
        out.join(' ', &passage(step.texts[row], &step.lines[row].words[first..=last]));
    }
    out
}
