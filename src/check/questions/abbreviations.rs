//! Abbreviations that the texts of an SOP explain.

use super::{Kind, Word, each_word, words};
use crate::check::Subject;
use crate::vocabulary::document_synonyms::DEFINING_WORDS;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What the texts of the SOP explain, Nama SOP and Dasar Hukum among them.
pub struct Explained {
    /// For each text the first letters of its words, and those of the words that are not joining: it explains an abbreviation by
    /// words in a row that begin with its letters.
    initials: Vec<String>,
    /// Abbreviations that stand in brackets behind words, before words in brackets, or before `=` or `adalah`.
    told: BTreeSet<String>,
}

impl Explained {
    /// By all texts of the SOP.
    pub fn by(sop: &Subject<'_>) -> Self {
        let cited = sop.legal_basis.items().iter().map(|it| it.value.text.as_str());
        let texts: Vec<&str> = sop.passages().iter().map(|passage| passage.text).chain(cited).collect();
        let initials = texts.iter().flat_map(|text| initials_of(text)).collect();
        let told = |text: &&str| bracketed(text).into_iter().chain(defined(text)).collect::<Vec<_>>();
        Self { initials, told: texts.iter().flat_map(told).collect() }
    }

    /// They explain this one.
    pub fn has(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let letters = counted_out(&lower);
        self.told.contains(word) || self.initials.iter().any(|text| text.contains(letters.as_ref()))
    }
}

/// `sp2d` is `sppd`: a digit says how often the letter before it stands.
pub fn counted_out(word: &str) -> Cow<'_, str> {
    if !word.bytes().any(|it| matches!(it, b'2'..=b'4')) {
        return Cow::Borrowed(word);
    }
    let mut letters = String::new();
    for it in word.chars() {
        let times = it.to_digit(10).filter(|times| (2..=4).contains(times)).unwrap_or(1);
        match letters.chars().next_back().filter(|last| times > 1 && last.is_alphabetic()) {
            Some(last) => (1..times).for_each(|_| letters.push(last)),
            None => letters.push(it),
        }
    }
    Cow::Owned(letters)
}

fn initials_of(text: &str) -> [String; 2] {
    let words = words(text);
    let first = |word: &Word<'_>| word.lower.chars().next();
    let telling = words.iter().filter(|word| !word.is(Kind::Joining));
    [words.iter().filter_map(first).collect(), telling.filter_map(first).collect()]
}

/// `Survei Layanan Arsip Digital (VLAD)`, `VLAD (Survei Layanan Arsip Digital)`.
fn bracketed(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('(').map(|at| from + at) {
        let Some(close) = text[open..].find(')').map(|at| open + at) else { break };
        let (before, inside) = (words(&text[from..open]), words(&text[open + 1..close]));
        match (before.as_slice(), inside.as_slice()) {
            ([_, .., _], [short]) => found.push(short.text.to_owned()),
            ([.., short], [_, .., _]) => found.push(short.text.to_owned()),
            _ => {}
        }
        from = close + 1;
    }
    found
}

/// `VLAD = survei arsip`, `P2U: pengamanan pintu`, `VLAD adalah survei arsip`.
fn defined(text: &str) -> Vec<String> {
    let is_defined = |(at, word): &(usize, &str)| {
        let behind = text[at + word.len()..].trim_start();
        let means = each_word(behind).next().is_some_and(|(at, next)| at == 0 && DEFINING_WORDS.contains(&next));
        means || behind.starts_with(['=', ':'])
    };
    let is_short = |word: &str| word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    each_word(text).filter(|(_, word)| is_short(word)).filter(is_defined).map(|(_, word)| word.to_owned()).collect()
}
