//! S811 `doubled-word`: a word stands twice in a row by mistake.

use crate::check::cures::replaced;
use crate::check::questions::{FirstWord, Word, part_of};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Path, SectionKind};
use crate::source::Place;
use crate::vocabulary::plain_words::NEVER_DOUBLED;
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "S811",
    name: "doubled-word",
    severity: Severity::Info,
    summary: "kata tertulis dua kali berturut-turut",
    summary_en: "a word stands twice in a row",
    page: include_str!("doubled_word.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for passage in sop.passages() {
        for part in doubled(passage.text, &passage.words) {
            let change = replaced(sop, passage, part.clone(), "");
            let (from, word) = without_blank(passage.text, part);
            report(findings, (passage.path(), passage.part(from, from + word.len())), word, change);
        }
    }
    for passage in sop.passages() {
        for at in unhyphenated(passage.text, &passage.words) {
            let (one, other) = (&passage.words[at - 1], &passage.words[at]);
            let hyphenated = format!("{}-{}", one.text, other.text);
            let message = Message::new(
                format!("`{}` tertulis dua kali; mungkin maksudnya `{hyphenated}`", other.text),
                format!("`{}` stands twice; perhaps `{hyphenated}` is meant", other.text),
            );
            findings.report(passage.path(), passage.part(one.at, other.end()), message).help(Message::new(
                format!("tulis kata ulang dengan tanda hubung, `{hyphenated}`, atau hapus satu `{}`", other.text),
                format!("write the reduplication with its hyphen, `{hyphenated}`, or take one `{}` out", other.text),
            ));
        }
    }
    for ((at, cited), words) in sop.legal_basis.items().iter().enumerate().zip(sop.texts().citations()) {
        let text = &cited.value.text;
        for part in doubled(text, words) {
            let path = Path::section(SectionKind::LegalBasis).item(at + 1);
            let (from, word) = without_blank(text, part);
            report(findings, (path, part_of(text, cited.place, from, from + word.len())), word, None);
        }
    }
}

fn report(findings: &mut Findings, (path, place): (Path, Place), word: &str, change: Option<Change>) {
    let message = Message::new(
        format!("kata `{word}` tertulis dua kali berturut-turut"),
        format!("the word `{word}` stands twice in a row"),
    );
    let take_out = Message::new(format!("hapus satu `{word}`"), format!("take one `{word}` out"));
    let fix = change.map(|change| Fix::offered(take_out.clone(), vec![change]));
    findings.report(path, place, message).fix(fix).help(take_out);
}

/// Where the surplus word itself begins, and the word.
fn without_blank(text: &str, part: Range<usize>) -> (usize, &str) {
    let word = text[part.clone()].trim_start();
    (part.end - word.len(), word)
}

/// The surplus words, each with the blank in front of it: the second of two that are no reduplication (`dan dan`), and the
/// third of three (`Undang-Undang Undang`).
fn doubled(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let is_same = |at: usize| at > 0 && words.get(at).is_some_and(|word| word.lower == words[at - 1].lower);
    let gap = |at: usize| &text[words[at - 1].end()..words[at].at];
    for at in (1..words.len()).filter(|at| is_same(*at) && gap(*at).chars().all(char::is_whitespace)) {
        let is_third = at > 1 && is_same(at - 1) && !is_same(at + 1) && !(at > 2 && is_same(at - 2));
        let is_pair = !is_same(at - 1) && !is_same(at + 1) && is_never_doubled(&words[at]);
        if is_third || is_pair {
            found.push(words[at - 1].end()..words[at].end());
        }
    }
    found
}

/// The second words of pairs that may be a reduplication without its hyphen: `usulan usulan`. Names are doubled as well, and are
/// written with capitals.
fn unhyphenated<'w>(text: &'w str, words: &'w [Word<'_>]) -> impl Iterator<Item = usize> + 'w {
    let same = |at: usize| at > 0 && words.get(at).is_some_and(|word| word.lower == words[at - 1].lower);
    let is_word = |word: &Word<'_>| word.text.chars().count() > 3 && word.text.chars().all(char::is_lowercase);
    (1..words.len()).filter(move |at| {
        let blank = || text[words[at - 1].end()..words[*at].at].chars().all(char::is_whitespace);
        same(*at) && !same(at - 1) && !same(at + 1) && is_word(&words[*at]) && blank() && !is_never_doubled(&words[*at])
    })
}

/// Joining words, active verbs, and names of things of which there is one; every other word may be a reduplication without its hyphen.
fn is_never_doubled(word: &Word<'_>) -> bool {
    NEVER_DOUBLED.contains(&word.as_lower()) || word.opens() == FirstWord::Active
}
