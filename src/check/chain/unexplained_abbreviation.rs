//! S509 `unexplained-abbreviation`: a document is named by an abbreviation that is explained nowhere.

use crate::check::questions::{Kind, Passage, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "S509",
    name: "unexplained-abbreviation",
    severity: Severity::Info,
    summary: "singkatan nama dokumen tidak dijelaskan",
    summary_en: "a document is named by an abbreviation explained nowhere",
    page: include_str!("unexplained_abbreviation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let mut told = BTreeSet::new();
    let mut initials = None;
    let chain = sop.chain();
    for paper in chain.papers() {
        for word in abbreviations(&paper.name.value.0) {
            let initials: &Vec<String> =
                initials.get_or_insert_with(|| sop.passages().iter().map(initials_of).collect());
            let letters = word.to_lowercase();
            // The abbreviation of an office is the column's business: `unknown-office`.
            let explained = initials.iter().any(|text| text.contains(&letters))
                || is_of_an_actor(sop, word)
                || sop.passages().iter().any(|passage| is_bracketed(passage.text, word));
            if explained || !told.insert(word) {
                continue;
            }
            let message = Message::new(
                format!("singkatan `{word}` tidak dijelaskan di dokumen ini"),
                format!("the abbreviation `{word}` is explained nowhere in this document"),
            );
            findings.report(paper.path(), paper.name.place, message).help(Message::new(
                "tulis kepanjangannya sekali, dengan singkatannya dalam kurung",
                "write it out once, with the abbreviation in brackets",
            ));
        }
    }
}

/// Words of two to five capitals that are in no list; a name all in capitals tells nothing.
fn abbreviations(name: &str) -> impl Iterator<Item = &str> {
    let capitals = name.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
    let words = if capitals { words(name) } else { Vec::new() };
    let short = |text: &str| (2..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let shouted = words.len() > 1 && !words.iter().any(|word| word.text.chars().any(char::is_lowercase));
    words.into_iter().filter(move |word| !shouted && short(word.text) && !word.is(Kind::Abbreviation)).map(|it| it.text)
}

fn is_of_an_actor(sop: &Subject<'_>, abbreviation: &str) -> bool {
    sop.actors.iter().any(|actor| words(&actor.name.value).iter().any(|word| word.text == abbreviation))
}

/// `Survei Layanan Digital (VLAD)`: in brackets behind words, whatever their letters.
fn is_bracketed(text: &str, abbreviation: &str) -> bool {
    let behind =
        |at: usize| text[..at].trim_end().ends_with(char::is_alphabetic) && text[at + 1..].starts_with(abbreviation);
    text.match_indices('(').any(|(at, _)| behind(at) && text[at + 1 + abbreviation.len()..].starts_with(')'))
}

/// The first letters of the words: a text explains an abbreviation by words in a row that begin with its letters.
fn initials_of(passage: &Passage<'_>) -> String {
    passage.words.iter().filter_map(|word| word.lower.chars().next()).collect()
}
