//! S509 `unexplained-abbreviation`: a document is named by an abbreviation that is explained nowhere.

use crate::check::questions::{Explained, Kind, Word, words};
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
    let mut explained = None;
    let chain = sop.chain();
    for paper in chain.papers() {
        for word in abbreviations(&paper.name.value.0) {
            let explained = explained.get_or_insert_with(|| Explained::by(sop));
            // The abbreviation of an office is the column's business: `unknown-office`.
            if explained.has(word) || is_of_an_actor(sop, word) || !told.insert(word) {
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
    let is_told = move |word: &Word| !shouted && short(word.text) && !word.is(Kind::Abbreviation);
    words.into_iter().filter(is_told).map(|it| it.text).filter(|word| !is_of_code(name, word))
}

/// `AK` of `Formulir F-AK-21` is a part of the code of a form.
fn is_of_code(name: &str, word: &str) -> bool {
    let is_code = |text: &&str| text.contains(['-', '/']) && text.contains(|it: char| it.is_ascii_digit());
    name.split_whitespace().filter(is_code).any(|code| code.split(['-', '/', '.']).any(|part| part == word))
}

fn is_of_an_actor(sop: &Subject<'_>, abbreviation: &str) -> bool {
    sop.actors.iter().any(|actor| words(&actor.name.value).iter().any(|word| word.text == abbreviation))
}
