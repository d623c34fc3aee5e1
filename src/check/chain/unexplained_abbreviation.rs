//! S509 `unexplained-abbreviation`: a document is named by an abbreviation that is explained nowhere.

use crate::check::questions::{texts, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::document_synonyms::{KNOWN_ABBREVIATIONS, SYNONYMS};
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
    let all = texts(sop);
    let mut told = BTreeSet::new();
    let chain = sop.chain();
    for paper in chain.papers() {
        for word in abbreviations(&paper.name.value.0) {
            // The abbreviation of an office is the column's business: `unknown-office`.
            let explained = all.iter().any(|(_, text)| spells_out(&text.value, &word)) || is_of_an_actor(sop, &word);
            if explained || !told.insert(word.clone()) {
                continue;
            }
            let message = Message::new(
                format!("singkatan `{word}` tidak dijelaskan di dokumen ini"),
                format!("the abbreviation `{word}` is explained nowhere in this document"),
            );
            findings.report(paper.path.clone(), paper.name.place, message).help(Message::new(
                "tulis kepanjangannya sekali, dengan singkatannya dalam kurung",
                "write it out once, with the abbreviation in brackets",
            ));
        }
    }
}

/// Words of two to five capitals that are in no list; a name all in capitals tells nothing.
fn abbreviations(name: &str) -> Vec<String> {
    let words = words(name);
    let short = |text: &str| (2..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let shouted = words.len() > 1 && words.iter().all(|word| word.text == word.text.to_uppercase());
    let known = |lower: &str| KNOWN_ABBREVIATIONS.contains(&lower) || SYNONYMS.iter().any(|row| row.contains(&lower));
    let found = words.iter().filter(|word| !shouted && short(word.text) && !known(&word.lower));
    found.map(|word| word.text.to_owned()).collect()
}

fn is_of_an_actor(sop: &Subject<'_>, abbreviation: &str) -> bool {
    sop.actors.iter().any(|actor| words(&actor.name.value).iter().any(|word| word.text == abbreviation))
}

/// The text holds, in a row, words that begin with the letters of the abbreviation.
fn spells_out(text: &str, abbreviation: &str) -> bool {
    let initials: Vec<_> = words(text).iter().filter_map(|word| word.lower.chars().next()).collect();
    let letters: Vec<_> = abbreviation.to_lowercase().chars().collect();
    initials.windows(letters.len()).any(|window| window == letters)
}
