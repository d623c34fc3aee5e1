//! S509 `unexplained-abbreviation`: a document is named by an abbreviation that is explained nowhere.

use crate::check::questions::{Kind, words};
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
    words.into_iter().filter(move |word| !shouted && short(word.text) && !word.is(Kind::Abbreviation)).map(|it| it.text)
}

fn is_of_an_actor(sop: &Subject<'_>, abbreviation: &str) -> bool {
    sop.actors.iter().any(|actor| words(&actor.name.value).iter().any(|word| word.text == abbreviation))
}

/// What the texts of the SOP explain, Nama SOP and Dasar Hukum among them.
struct Explained {
    /// For each text the first letters of its words: it explains an abbreviation by words in a row that begin with its letters.
    initials: Vec<String>,
    /// Abbreviations that stand in brackets behind words, or before words in brackets.
    bracketed: BTreeSet<String>,
}

impl Explained {
    fn by(sop: &Subject<'_>) -> Self {
        let cited = sop.legal_basis.items().iter().map(|it| it.value.text.as_str());
        let texts: Vec<&str> = sop.passages().iter().map(|passage| passage.text).chain(cited).collect();
        let initials = texts.iter().map(|text| initials_of(text)).collect();
        Self { initials, bracketed: texts.iter().flat_map(|text| bracketed(text)).collect() }
    }

    fn has(&self, word: &str) -> bool {
        let letters = word.to_lowercase();
        self.bracketed.contains(word) || self.initials.iter().any(|text| text.contains(&letters))
    }
}

fn initials_of(text: &str) -> String {
    words(text).iter().filter_map(|word| word.lower.chars().next()).collect()
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
