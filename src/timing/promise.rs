//! Promises: what the name of an SOP or its Peringatan say about how long it takes at most.

use super::{Effort, effort};
use crate::grammar::duration;
use crate::model::{Duration, Sop, WorkingTime};
use crate::source::Place;
use crate::vocabulary::promises::{COMPLETIONS, PROMISES, RECEIPTS, SINCE};

/// One promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Where it stands.
    pub stands_in: PromisedIn,
    /// The place of the whole text.
    pub place: Place,
    /// The words of the promise itself, such as `paling lama 3 hari kerja`.
    pub words: String,
    /// What is promised.
    pub duration: Duration,
    /// In working time.
    pub effort: Effort,
    /// It speaks of the procedure from its beginning to its end; else of a part of it, or from an event on that no row tells.
    pub is_of_all: bool,
}

/// What a promise stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromisedIn {
    /// The name of the SOP.
    Title,
    /// The item of Peringatan at this position, from 1.
    Caution(usize),
}

/// All promises, those of the name first.
pub fn promises(sop: &Sop, time: &WorkingTime) -> Vec<Promise> {
    let title = sop.identity.title.known().map(|it| (PromisedIn::Title, it));
    let cautions = sop.cautions.items().iter().enumerate().map(|(at, it)| (PromisedIn::Caution(at + 1), it));
    let found = title.into_iter().chain(cautions).filter_map(|(stands_in, text)| {
        let (words, duration, rest) = promise(&text.value)?;
        let effort = effort(&duration, time)?;
        // A caution may speak of anything; a promise says that the work is finished by then.
        let is_finish = stands_in == PromisedIn::Title || holds_word(&text.value, COMPLETIONS);
        let is_of_all = is_finish && counts_from_the_beginning(rest);
        Some(Promise { stands_in, place: text.place, words: words.to_owned(), duration, effort, is_of_all })
    });
    found.collect()
}

/// The words of the first promise in a text, its duration, and what follows.
fn promise(text: &str) -> Option<(&str, Duration, &str)> {
    let starts = text
        .char_indices()
        .filter(|(at, letter)| letter.is_alphanumeric() && !text[..*at].ends_with(char::is_alphanumeric));
    starts.into_iter().find_map(|(at, _)| {
        let after = PROMISES.iter().find_map(|phrase| strip_words(&text[at..], phrase))?;
        let (duration, rest) = duration::leading(after.trim_start())?;
        let end = text.len() - rest.len();
        Some((text[at..end].trim_end(), duration, rest))
    })
}

/// The text after these words, compared without regard to case and ending at a word's end.
fn strip_words<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let head = text.get(..phrase.len())?;
    let rest = &text[phrase.len()..];
    (head.eq_ignore_ascii_case(phrase) && !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// Nothing says that the time runs from another moment than the one at which the work comes in.
fn counts_from_the_beginning(rest: &str) -> bool {
    let is_since = SINCE.iter().any(|word| strip_words(rest.trim_start(), word).is_some());
    !is_since || holds_word(rest, RECEIPTS)
}

fn holds_word(text: &str, wanted: &[&str]) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| wanted.iter().any(|it| it.eq_ignore_ascii_case(word)))
}
