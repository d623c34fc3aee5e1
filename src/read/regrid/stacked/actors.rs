//! The one column Pelaksana of such a table: which lines of a step name who acts.

use super::cells::Step;
use super::header;
use crate::document::Text;
use crate::grammar::enumeration::{heads_document, opening};
use crate::read::regrid::is_column_of_names;
use crate::vocabulary::activity_verbs::opens_activity;
use crate::vocabulary::flow_words;
use crate::vocabulary::fold;
use crate::vocabulary::offices::{begins_actor, is_house, needs_house};
use std::ops::Range;

/// Notes in each step the lines of the name; in none where fewer than most have one, which then is part of the work.
pub(super) fn part(steps: &mut [Step]) -> bool {
    let mut made = String::new();
    let mut actors: Vec<Option<Range<usize>>> = Vec::with_capacity(steps.len());
    for step in steps.iter() {
        actors.push(named(&step.before, &made));
        made = step.makes();
    }
    let known = actors.iter().flatten().count();
    let is_column = is_column_of_names(known, steps.len());
    if is_column {
        steps.iter_mut().zip(actors).for_each(|(step, actor)| step.actor = actor);
    }
    is_column
}

/// The same where the column stands before the activity, which begins with a verb.
pub(super) fn lead(steps: &mut [Step]) -> bool {
    let end = |step: &Step| {
        step.before.iter().position(|line| opens_activity(line.as_str())).filter(|end| (1..=MOST_LINES).contains(end))
    };
    let Some(ends) = steps.iter().map(end).collect::<Option<Vec<usize>>>() else { return false };
    for (step, end) in steps.iter_mut().zip(ends) {
        step.leading = step.before.drain(..end).collect();
    }
    true
}

/// Most lines of a name.
const MOST_LINES: usize = 3;

/// The lines behind the activity that name an office, as far as its name goes on.
fn named(before: &[Text], made: &str) -> Option<Range<usize>> {
    let start = (1..before.len()).find(|at| {
        let line = before[*at].as_str();
        let above = before[at - 1].as_str().split_whitespace().last().unwrap_or_default();
        line.starts_with(char::is_uppercase)
            && begins_actor(line)
            && !heads_document(line)
            && !flow_words::leads_on(above)
    })?;
    let goes_on = |at: &usize| goes_on(before[at - 1].as_str(), before[*at].as_str());
    let end = (start + 1..before.len()).find(|at| !goes_on(at)).unwrap_or(before.len());
    // `Pemohon` and `Informasi`: single words before the first line that is Kelengkapan for certain.
    let is_needed =
        |at: &usize| heads_document(before[*at].as_str()) || !made.is_empty() && fold(before[*at].as_str()) == made;
    let needed = (end..before.len()).find(is_needed).filter(|at| *at <= start + MOST_LINES);
    let are_words =
        |range: Range<usize>| before[range].iter().all(|line| !line.as_str().trim().contains(char::is_whitespace));
    Some(start..needed.filter(|needed| are_words(end..*needed)).unwrap_or(end))
}

/// The line goes on with the name of the office above: `Staf Seksi` and `Pelayanan`.
fn goes_on(above: &str, line: &str) -> bool {
    let last = above.split_whitespace().last().unwrap_or_default();
    let is_name = || opening(line).is_none() && !heads_document(line);
    header::goes_on(above, line) || (needs_house(last) || is_house(last)) && is_name()
}
