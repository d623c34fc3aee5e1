//! The names in the one column Pelaksana of a copied table that has it before the activity: each begins its row, and the verb of the
//! activity follows.

use super::steps::Step;
use super::words::{Line, passage};
use crate::document::Text;
use crate::vocabulary::flow_words::AND;

/// Most words of a name.
const LONGEST_NAME: usize = 6;

/// Takes the names out of the words of the steps and notes them there; `false` where a step has none whose end is told.
pub(super) fn take(steps: &mut [Step]) -> bool {
    let Some(ends) = steps.iter().map(|step| end(step.lines.first()?)).collect::<Option<Vec<usize>>>() else {
        return false;
    };
    for (step, end) in steps.iter_mut().zip(ends) {
        step.actor = Some(cut_out(step, end));
    }
    true
}

/// Where the name at the start of a line ends: at a verb in a capital, behind nothing but words in capitals.
fn end(line: &Line) -> Option<usize> {
    let end = line.words.iter().position(|word| word.capital && word.acts && word.text.starts_with('M'))?;
    let is_name = line.words[..end].iter().all(|word| word.capital || AND.contains(&word.text) || word.text == "/");
    ((1..=LONGEST_NAME).contains(&end) && is_name).then_some(end)
}

fn cut_out(step: &mut Step, end: usize) -> Text {
    let line = &step.lines[0];
    let name = passage(step.texts[0], &line.words[..end]);
    let time = line.time.as_ref().map(|time| time.start - end..time.end - end);
    let marked = line.marked.map(|at| at.saturating_sub(end));
    let side = line.side;
    step.lines[0] = Line::new(line.words[end..].to_vec(), time, marked);
    step.lines[0].side = side;
    name
}
