//! Texts as words with their places, and what the first word of an activity is.

use crate::model::{Path, SectionKind, Sop, Sourced, Step, StepField};
use crate::source::{Place, Span};
use crate::vocabulary::activity_verbs::{
    CLOSING, DECIDING, HANDING_OVER, NOUNS_LIKE_ACTIVE, NOUNS_LIKE_PASSIVE, PRODUCING,
};

/// One word of a text: a run of letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// As written.
    pub text: &'a str,
    /// Lower-cased.
    pub lower: String,
    /// First byte in the text.
    pub at: usize,
}

impl Word<'_> {
    /// Byte after the word.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let word = &text[from..at];
                found.push(Word { text: word, lower: word.to_lowercase(), at: from });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The place of bytes `from..to` of a value; the whole place where the source spells the value otherwise.
pub fn part(value: &Sourced<String>, from: usize, to: usize) -> Place {
    match value.span() {
        Some(span) if span.len() == value.value.len() => {
            let start = span.start as usize;
            Span::new(start + from, start + to).into()
        }
        _ => value.place,
    }
}

/// What an activity begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstWord {
    /// An active verb: `menyusun`, `berkoordinasi`.
    Active,
    /// A passive verb: `disusun`.
    Passive,
    /// Neither.
    Other,
}

/// A verb that activities are known to begin with.
pub fn is_known_verb(lower: &str) -> bool {
    [DECIDING, PRODUCING, CLOSING, HANDING_OVER].iter().any(|verbs| verbs.contains(&lower))
}

/// The kind of a lower-cased word, judged by its prefix; nouns that look alike are data.
pub fn first_word(lower: &str) -> FirstWord {
    let long = lower.len() > 4;
    if is_known_verb(lower)
        || (long && (lower.starts_with("me") || lower.starts_with("ber")) && !NOUNS_LIKE_ACTIVE.contains(&lower))
    {
        FirstWord::Active
    } else if long && lower.starts_with("di") && !NOUNS_LIKE_PASSIVE.contains(&lower) {
        FirstWord::Passive
    } else {
        FirstWord::Other
    }
}

/// The steps whose activity is known, with its path.
pub fn activities(sop: &Sop) -> impl Iterator<Item = (&Step, Path, &Sourced<String>)> {
    sop.steps.iter().filter_map(|step| {
        let activity = step.activity.known()?;
        Some((step, Path::field(step.number, StepField::Activity), activity))
    })
}

/// Every free text of the SOP in document order: agency, title, sections, actor names, cells. Citations are left out:
/// the name of a law is never corrected.
pub fn texts(sop: &Sop) -> Vec<(Path, Sourced<String>)> {
    let identity = &sop.identity;
    let fields = [("instansi", &identity.agency), ("unit_kerja", &identity.unit), ("nama", &identity.title)];
    let mut found: Vec<_> =
        fields.iter().filter_map(|(key, field)| Some((Path::identity(key), field.known()?.clone()))).collect();
    for kind in SectionKind::ALL {
        let items = sop.section(kind).map_or(&[][..], |field| field.items());
        found.extend(items.iter().enumerate().map(|(at, item)| (Path::section(kind).item(at + 1), item.clone())));
    }
    found.extend(sop.actors.iter().enumerate().map(|(at, actor)| (Path::actor(at + 1), actor.name.clone())));
    for step in &sop.steps {
        found.extend(cells_of(step));
    }
    found
}

fn cells_of(step: &Step) -> Vec<(Path, Sourced<String>)> {
    let path = |field| Path::field(step.number, field);
    let mut found = Vec::new();
    found.extend(step.activity.known().map(|it| (path(StepField::Activity), it.clone())));
    for (field, list) in [(StepField::Requirements, &step.requirements), (StepField::Outputs, &step.outputs)] {
        let items = list.items().iter().enumerate();
        found.extend(items.map(|(at, name)| (path(field).item(at + 1), name.clone().map(|it| it.0))));
    }
    found.extend(step.note.known().map(|it| (path(StepField::Note), it.clone())));
    found
}

/// The first word of a step's activity, lower-cased.
pub fn first_word_of(step: &Step) -> Option<String> {
    let activity = step.activity.value()?;
    words(activity).into_iter().next().map(|word| word.lower)
}

/// The text holds these lower-case words in a row.
pub fn holds_phrase(text: &str, phrase: &str) -> bool {
    let words = words(text);
    let phrase: Vec<_> = phrase.split(' ').collect();
    words.windows(phrase.len()).any(|window| window.iter().zip(&phrase).all(|(word, part)| word.lower == *part))
}

/// A passive verb that stands first, or behind one or two nouns, with no active verb before it: where it stands.
pub fn passive_verb(text: &str) -> Option<(usize, usize)> {
    let words = words(text);
    let kinds: Vec<_> = words.iter().take(3).map(|word| first_word(&word.lower)).collect();
    let at = kinds.iter().position(|kind| *kind != FirstWord::Other)?;
    (kinds[at] == FirstWord::Passive).then(|| (words[at].at, words[at].end()))
}

/// The text begins with a passive sentence.
pub fn is_passive(text: &str) -> bool {
    passive_verb(text).is_some()
}
