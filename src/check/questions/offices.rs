//! Offices named in texts and columns, whatever their spelling.

use super::{Word, words};
use crate::model::Sop;
use crate::vocabulary::office_names::{DEGREES, FORMS_OF_ADDRESS, OFFICES};

/// An office found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The usual short form: `kasubbag`.
    pub short: &'static str,
    /// First byte of its spelling in the text.
    pub at: usize,
    /// Byte after its spelling.
    pub end: usize,
    /// Position of its first word among the words of the text.
    pub word: usize,
}

/// The offices a text names, in order.
pub fn offices_in(text: &str) -> Vec<Office> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match office_at(&words[at..]) {
            Some((short, taken)) => {
                found.push(Office { short, at: words[at].at, end: words[at + taken - 1].end(), word: at });
                at += taken;
            }
            None => at += 1,
        }
    }
    found
}

fn office_at(words: &[Word<'_>]) -> Option<(&'static str, usize)> {
    let spellings = OFFICES.iter().flat_map(|row| row.iter().map(move |spelling| (row[0], *spelling)));
    let begins = |spelling: &str| {
        let mut count = 0;
        spelling.split(' ').all(|part| {
            count += 1;
            words.get(count - 1).is_some_and(|word| word.lower == part)
        })
    };
    let found = spellings.filter(|(_, spelling)| begins(spelling)).map(|(short, it)| (short, it.split(' ').count()));
    found.max_by_key(|(_, taken)| *taken)
}

/// Two names mean one office: equal words once spellings of offices are made one.
pub fn same_office(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

fn key(name: &str) -> Vec<String> {
    let words = words(name);
    let mut key = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (word, taken) =
            office_at(&words[at..]).map_or((words[at].lower.clone(), 1), |(it, taken)| (it.to_owned(), taken));
        key.push(word);
        at += taken;
    }
    key
}

/// The first word of the name of the agency, lower-cased: `dinas`, `kecamatan`.
pub fn agency_kind(sop: &Sop) -> Option<String> {
    let agency = sop.identity.agency.value()?;
    words(agency).into_iter().next().map(|word| word.lower)
}

/// The text names a person: a form of address in front, a NIP, or a degree behind a comma.
pub fn is_person(text: &str) -> bool {
    let addressed = words(text).first().is_some_and(|word| FORMS_OF_ADDRESS.contains(&word.lower.as_str()));
    addressed || words(text).iter().any(|word| word.lower == "nip") || ends_in_degree(text)
}

/// A degree stands behind a comma: `Ahmad, S.Sos`.
pub fn ends_in_degree(text: &str) -> bool {
    let behind = text.split(',').skip(1);
    behind.into_iter().any(|it| {
        let bare: String = it.chars().filter(|letter| letter.is_alphanumeric()).collect();
        let capital = it.trim_start().starts_with(char::is_uppercase);
        capital && DEGREES.iter().any(|(degree, _)| *degree == bare.to_lowercase())
    })
}

/// A degree behind the name that lacks its points, as it is written, and as it should be.
pub fn unpointed_degree(name: &str) -> Option<(&str, &'static str)> {
    let behind = name.split(',').skip(1).map(str::trim);
    behind.into_iter().find_map(|written| {
        let bare: String = written.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
        let (_, right) = DEGREES.iter().find(|(degree, _)| *degree == bare)?;
        // `M.Si` without its last point is too common to be called wrong.
        let inner = right.trim_end_matches('.').matches('.').count();
        (written.trim_end_matches('.').matches('.').count() < inner).then_some((written, *right))
    })
}
