//! Texts as words with their places, and what the first word of an activity is.

use super::lexicon::look_up_letters;
use super::{Entry, Kind, look_up};
use crate::model::Sourced;
use crate::source::{Place, Span};
use crate::vocabulary::activity_verbs::{CIRCUMSTANCES, RELATIVES, SET_OFF_PREFIXES};
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

    /// What an activity begins with that begins with it.
    pub fn opens(&self) -> FirstWord {
        judged(&self.lower, self.entry)
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

/// For each byte: it is a letter or digit.
static LETTERED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// How many bytes of letters and digits a text begins with, or of anything else.
fn run(text: &str, lettered: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if LETTERED[bytes[at] as usize] == lettered && bytes[at] < 128 {
            at += 1;
            continue;
        }
        // Beyond ASCII the whole letter tells.
        match text[at..].chars().next().filter(|_| bytes[at] >= 128) {
            Some(letter) if letter.is_alphanumeric() == lettered => at += letter.len_utf8(),
            _ => return at,
        }
    }
    at
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

/// The kind of a lower-cased word, judged by its prefix; nouns that look alike are data.
pub fn first_word(lower: &str) -> FirstWord {
    judged(lower, look_up(lower))
}

fn judged(lower: &str, known: Entry) -> FirstWord {
    let long = lower.len() > 4;
    let active = long && (lower.starts_with("me") || lower.starts_with("ber"));
    if known.is(Kind::KnownVerb) || SET_OFF_PREFIXES.contains(&lower) || active && !known.is(Kind::NounLikeActive) {
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

/// The words of a text without the letter or number of a list in front of them.
pub fn without_list_mark<'w, 'a>(text: &str, words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    match words {
        [mark, rest @ ..] if !rest.is_empty() && is_list_mark(mark.text, &text[mark.end()..]) => rest,
        _ => words,
    }
}

/// `a.`, `b)`, `(3)`, `iv.`
fn is_list_mark(word: &str, behind: &str) -> bool {
    let is_letter = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
    let is_number = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = word.len() <= 4 && word.bytes().all(|byte| b"ivxIVX".contains(&byte));
    (is_letter || is_number || is_roman) && behind.starts_with(['.', ')'])
}

/// Among the words are these lower-case ones in a row.
pub fn holds_phrase(words: &[Word<'_>], phrase: &str) -> bool {
    let mut parts = phrase.split(' ');
    let first = parts.next().unwrap_or_default();
    let is = |at: usize, part: &str| words.get(at).is_some_and(|word| word.lower == part);
    let begins = |at: &usize| words[*at].lower == first && parts.clone().zip(at + 1..).all(|(part, at)| is(at, part));
    (0..words.len()).any(|at| begins(&at))
}

/// A passive verb that stands first among the words of an activity, or behind one or two nouns, with no active verb before it.
pub fn passive_verb<'w, 'a>(words: &'w [Word<'a>]) -> Option<&'w Word<'a>> {
    let at = words.iter().take(FARTHEST_VERB).position(|word| word.opens() != FirstWord::Other)?;
    // Behind a longer name it is the verb of the sentence only where nothing but a circumstance follows.
    let closes = || words.get(at + 1).is_none_or(|next| CIRCUMSTANCES.contains(&next.as_lower()));
    let is_named = || !words[..at].iter().any(|word| RELATIVES.contains(&word.as_lower()));
    (words[at].opens() == FirstWord::Passive && (at < 3 || is_named() && closes())).then(|| &words[at])
}

/// A passive verb stands at most so far from the beginning of its sentence.
const FARTHEST_VERB: usize = 6;

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
            assert_eq!(without_list_mark(text, &words(text))[0].text, expected, "{text}");
        }
    }

    #[test]
    fn words_of_four_letters_are_no_verbs_by_their_prefix() {
        for (word, expected) in [
            ("meja", FirstWord::Other),
            ("mediasi", FirstWord::Other),
            ("menara", FirstWord::Other),
            ("meng", FirstWord::Active),
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
