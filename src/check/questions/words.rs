//! Texts as words with their places, and what the first word of an activity is.

use super::lexicon::look_up_letters;
use super::{Entry, Kind, look_up};
use crate::model::{Path, Sop, Sourced, Step, StepField};
use crate::source::{Place, Span};
use std::borrow::Cow;

/// One word of a text: a run of letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// As written.
    pub text: &'a str,
    /// Lower-cased.
    pub lower: Cow<'a, str>,
    /// First byte in the text.
    pub at: usize,
    /// What the word lists say of it.
    pub entry: Entry,
}

impl<'a> Word<'a> {
    fn new(text: &'a str, at: usize) -> Self {
        let (lower, entry) = lowered(text);
        Self { text, lower, at, entry }
    }

    /// Lower-cased.
    pub fn as_lower(&self) -> &str {
        &self.lower
    }

    /// It stands in that list.
    pub fn is(&self, kind: Kind) -> bool {
        self.entry.is(kind)
    }

    /// Byte after the word.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// A word in lower case, and what the lists say of it.
fn lowered(text: &str) -> (Cow<'_, str>, Entry) {
    if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return (Cow::Borrowed(text), look_up(text));
    }
    // What a list has in lower case needs no copy.
    let mut room = [0; 24];
    if let Some(room) = room.get_mut(..text.len()).filter(|_| text.is_ascii()) {
        room.copy_from_slice(text.as_bytes());
        room.make_ascii_lowercase();
        let entry = look_up_letters(room);
        let lower = entry.word().map_or_else(|| Cow::Owned(text.to_ascii_lowercase()), Cow::Borrowed);
        return (lower, entry);
    }
    let lower = text.to_lowercase();
    let entry = look_up(&lower);
    (Cow::Owned(lower), entry)
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    found.extend(each_word(text).map(|(at, word)| Word::new(word, at)));
    found
}

/// The words of a text as written, each with its first byte.
pub fn each_word(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + run(&text[at..], false);
        at = start + run(&text[start..], true);
        (at > start).then(|| (start, &text[start..at]))
    })
}

/// How many bytes of letters and digits a text begins with, or of anything else.
fn run(text: &str, lettered: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (is_letter, width) = match byte {
            0x80.. => text[at..].chars().next().map_or((false, 1), |it| (it.is_alphanumeric(), it.len_utf8())),
            _ => (byte.is_ascii_alphanumeric(), 1),
        };
        if is_letter != lettered {
            break;
        }
        at += width;
    }
    at
}

/// The word as written is this lower-case one.
pub fn is_word(written: &str, lower: &str) -> bool {
    written.eq_ignore_ascii_case(lower) || !written.is_ascii() && written.to_lowercase() == lower
}

/// The place of bytes `from..to` of a value; the whole place where the source spells the value otherwise.
pub fn part(value: &Sourced<String>, from: usize, to: usize) -> Place {
    part_of(&value.value, value.place, from, to)
}

/// The same, of a text and the place it stands at.
pub fn part_of(text: &str, place: Place, from: usize, to: usize) -> Place {
    match place.span() {
        Some(span) if span.len() == text.len() => {
            let start = span.start as usize;
            Span::new(start + from, start + to).into()
        }
        _ => place,
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
    look_up(lower).is(Kind::KnownVerb)
}

/// The kind of a lower-cased word, judged by its prefix; nouns that look alike are data.
pub fn first_word(lower: &str) -> FirstWord {
    let long = lower.len() > 4;
    let known = look_up(lower);
    let active = long && (lower.starts_with("me") || lower.starts_with("ber"));
    if known.is(Kind::KnownVerb) || active && !known.is(Kind::NounLikeActive) {
        FirstWord::Active
    } else if long && !known.is(Kind::NounLikePassive) && is_passive_form(lower) {
        FirstWord::Passive
    } else {
        FirstWord::Other
    }
}

/// `di-` before the root of a verb, or with an ending that only verbs have; `diseminasi` and `diagnostik` are neither.
fn is_passive_form(lower: &str) -> bool {
    let bare = lower.strip_suffix("nya").unwrap_or(lower);
    let Some(root) = bare.strip_prefix("di") else { return false };
    let is_loan = ["si", "ri", "gi"].iter().any(|ending| root.ends_with(ending));
    look_up(root).is(Kind::VerbRoot)
        || root.ends_with("kan")
        || root.len() > 4 && (root.ends_with('i') && !is_loan || root.starts_with("per"))
}

/// The steps whose activity is known, with its path.
pub fn activities(sop: &Sop) -> impl Iterator<Item = (&Step, Path, &Sourced<String>)> {
    sop.steps.iter().filter_map(|step| {
        let activity = step.activity.known()?;
        Some((step, Path::field(step.number, StepField::Activity), activity))
    })
}

/// The first word of a step's activity, lower-cased.
pub fn first_word_of(step: &Step) -> Option<String> {
    let activity = step.activity.value()?;
    each_activity_word(activity).next().map(|(_, word)| word.to_lowercase())
}

/// The words of an activity, without the letter or number of a list in front of them.
pub fn activity_words(text: &str) -> Vec<Word<'_>> {
    each_activity_word(text).map(|(at, word)| Word::new(word, at)).collect()
}

/// The same as written, each with its first byte.
pub fn each_activity_word(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    let mut rest = each_word(text);
    let mark = rest.next().filter(|(at, word)| is_list_mark(word, &text[at + word.len()..]));
    let from = mark.map_or(0, |(at, word)| at + word.len());
    each_word(&text[from..]).map(move |(at, word)| (from + at, word))
}

/// `a.`, `b)`, `(3)`, `iv.` in front of further words.
fn is_list_mark(word: &str, behind: &str) -> bool {
    let is_letter = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
    let is_number = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = word.len() <= 4 && word.bytes().all(|byte| b"ivxIVX".contains(&byte));
    (is_letter || is_number || is_roman) && behind.starts_with(['.', ')']) && each_word(behind).next().is_some()
}

/// The text holds these lower-case words in a row.
pub fn holds_phrase(text: &str, phrase: &str) -> bool {
    let mut parts = phrase.split(' ');
    let Some(first) = parts.next() else { return false };
    let mut rest = each_word(text);
    while let Some((_, word)) = rest.next() {
        let mut behind = rest.clone();
        if is_word(word, first) && parts.clone().all(|part| behind.next().is_some_and(|(_, it)| is_word(it, part))) {
            return true;
        }
    }
    false
}

/// A passive verb that stands first, or behind one or two nouns, with no active verb before it: where it stands.
pub fn passive_verb(text: &str) -> Option<(usize, usize)> {
    let kinds = each_activity_word(text)
        .take(3)
        .map(|(at, word)| (first_word(&Word::new(word, at).lower), at, at + word.len()));
    let (kind, at, end) = kinds.into_iter().find(|(kind, ..)| *kind != FirstWord::Other)?;
    (kind == FirstWord::Passive).then_some((at, end))
}

/// The text begins with a passive sentence.
pub fn is_passive(text: &str) -> bool {
    passive_verb(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_value_spelt_as_in_its_source_has_parts() {
        let whole = Place::from(Span::new(10, 22));
        assert_eq!(part_of("Surat  Masuk", whole, 0, 5), Span::new(10, 15).into());
        assert_eq!(part_of("Surat Masuk", whole, 0, 5), whole);
    }

    #[test]
    fn the_mark_of_a_list_is_no_word_of_an_activity() {
        for (text, expected) in [
            ("a. Menyusun laporan", "Menyusun"),
            ("(3) Menyusun laporan", "Menyusun"),
            ("IV) Menyusun laporan", "Menyusun"),
            ("a. ", "a"),
            ("3 berkas", "3"),
            ("PA. Menyusun", "PA"),
        ] {
            assert_eq!(activity_words(text)[0].text, expected, "{text}");
        }
    }

    #[test]
    fn words_of_four_letters_are_no_verbs_by_their_prefix() {
        for (word, expected) in [
            ("meja", FirstWord::Other),
            ("diam", FirstWord::Other),
            ("minta", FirstWord::Other),
            ("memuat", FirstWord::Active),
            ("dimuat", FirstWord::Passive),
            ("ditandatangani", FirstWord::Passive),
            ("diperbarui", FirstWord::Passive),
            ("diterimanya", FirstWord::Passive),
            ("direvisi", FirstWord::Passive),
            ("diseminasi", FirstWord::Other),
            ("diagnostik", FirstWord::Other),
            ("direksi", FirstWord::Other),
            ("diversifikasi", FirstWord::Other),
        ] {
            assert_eq!(first_word(word), expected, "{word}");
        }
    }
}
