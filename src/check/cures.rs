//! What several rules want changed, as data: a word in a text, an actor's name, the number of a step.

use super::Subject;
use super::questions::{Passage, Spot, Word};
use crate::diagnostic::{Change, Fix, Message};
use crate::model::{Path, Sop, Sourced, Target};
use crate::vocabulary::flow_words::STEP;
use std::collections::BTreeMap;
use std::ops::Range;

/// A part of a free text is replaced. The name of an actor is changed as a name, so that those who refer to it follow.
pub(super) fn replaced(sop: &Sop, passage: &Passage<'_>, part: Range<usize>, by: &str) -> Option<Change> {
    let span = passage.place.span()?;
    let actor = match passage.spot {
        Spot::Actor(position) => sop.actors.get(position.checked_sub(1)?),
        _ => None,
    };
    let (before, behind) = (passage.text.get(..part.start)?, passage.text.get(part.end..)?);
    Some(match actor {
        Some(actor) => Change::Rename { name: span, id: actor.id.0.clone(), text: format!("{before}{by}{behind}") },
        None => Change::Replace { value: span, part, text: by.to_owned() },
    })
}

/// The value becomes another one.
pub(super) fn set<T>(value: &Sourced<T>, text: impl Into<String>) -> Option<Change> {
    Some(Change::Set { value: value.span()?, text: text.into() })
}

/// The path is of a name that an office or another SOP officially bears, right or wrong.
pub(super) fn is_official_name(path: &Path) -> bool {
    let first = path.as_str().split('/').next().unwrap_or_default();
    matches!(path.as_str(), "identitas/instansi" | "identitas/unit_kerja" | "identitas/nama")
        || matches!(first, "pelaksana" | "keterkaitan")
}

/// Numbers the steps 1, 2, 3 and moves the arrows with them, where no row at the beginning is lost, the rows stand in their
/// order, and every arrow goes to a step that alone bears its number.
pub(super) fn renumbering(sop: &Subject<'_>) -> Option<Fix> {
    let mut bearers = BTreeMap::<u32, usize>::new();
    for step in &sop.steps {
        *bearers.entry(step.number).or_default() += 1;
    }
    let is_clear = |target: &Target| target.number().is_none_or(|it| bearers.get(&it) == Some(&1));
    let mut targets = sop.cells().flat_map(|(_, _, cell)| cell.ways());
    let in_order = sop.steps.windows(2).all(|pair| pair[0].number <= pair[1].number);
    if sop.steps.first()?.number != 1 || !in_order || !targets.all(|it| is_clear(&it.value)) || names_a_step(sop) {
        return None;
    }
    let rows = sop.steps.iter().zip(1..).filter(|(step, number)| step.number != *number);
    let rows = rows.map(|(step, number)| Some((step.place.span()?, step.number, number)));
    let message =
        Message::new("nomori ulang langkah-langkahnya, dan tujuan panahnya", "number the steps anew, and the arrows");
    Some(Fix::offered(message, vec![Change::Renumber { steps: rows.collect::<Option<_>>()? }]))
}

/// A text speaks of a step by its number, which would then be another step.
fn names_a_step(sop: &Subject<'_>) -> bool {
    let is_number = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    let names = |pair: &[Word<'_>]| STEP.contains(&pair[0].lower.as_ref()) && is_number(pair[1].text);
    sop.passages().iter().any(|passage| passage.words.windows(2).any(names))
}

/// With a capital at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Written as `pattern` is: `Utuk` → `Untuk`, `UTUK` → `UNTUK`, `utuk` → `untuk`.
pub(super) fn in_case_of(pattern: &str, right: &str) -> String {
    let mut letters = pattern.chars().filter(|letter| letter.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let others = letters.any(char::is_lowercase);
    match (first, others) {
        (true, false) => right.to_uppercase(),
        (true, true) => capitalised(right),
        _ => right.to_owned(),
    }
}
