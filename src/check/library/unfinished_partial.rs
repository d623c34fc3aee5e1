//! S908 `unfinished-partial`: nobody goes on with what a partial SOP ends with.

use crate::check::folder::{Kind, Match, NameIndex};
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S908",
    name: "unfinished-partial",
    severity: Severity::Info,
    summary: "hasil SOP parsial tidak dilanjutkan SOP lain",
    summary_en: "no SOP goes on with what a partial SOP makes",
    page: include_str!("unfinished_partial.md"),
    check: Check::Folder(check),
};

fn check(library: &Library, findings: &mut FolderFindings) {
    if !library.cards().iter().any(|card| card.kind == Kind::Partial) {
        return;
    }
    let mut needed = NameIndex::default();
    for paper in library.cards().iter().flat_map(|card| card.needs.iter()) {
        needed.add(&paper.tokens);
    }
    for (at, card) in library.cards().iter().enumerate().filter(|(_, card)| card.kind == Kind::Partial) {
        let is_needed = |tokens: &[u64]| {
            let words: Vec<(u64, Vec<u64>)> = tokens.iter().map(|it| (*it, Vec::new())).collect();
            needed.best(&words).is_some_and(|(grade, _)| grade > Match::Near)
        };
        let Some(last) = card.results.last() else { continue };
        if card.results.iter().any(|paper| is_needed(&paper.tokens)) {
            continue;
        }
        let message = Message::new(
            format!("SOP parsial ini berakhir dengan `{}`, yang tidak menjadi kelengkapan SOP lain", last.written),
            format!("this partial SOP ends with `{}`, which no other SOP begins with", last.written),
        );
        findings.report(at, &last.spot, message).help(Message::new(
            "tulis hasil itu sebagai kelengkapan langkah pertama SOP yang melanjutkannya",
            "name it as a requirement of the first step of the SOP that goes on",
        ));
    }
}
