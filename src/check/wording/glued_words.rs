//! S806 `glued-words`: two words run together.

use crate::check::cures::replaced;
use crate::check::questions::{FirstWord, Kind, Spelling, Word, listed_words, look_up};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::vocabulary::plain_words::is_common;

pub(super) static RULE: Rule = Rule {
    code: "S806",
    name: "glued-words",
    severity: Severity::Info,
    summary: "spasi hilang di antara dua kata",
    summary_en: "two words run together",
    page: include_str!("glued_words.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for found in listed_words(sop, Spelling::Glued) {
        let message = Message::new(
            format!("kata `{}` seharusnya ditulis terpisah: `{}`", found.written, found.right),
            format!("`{}` should be written as two words: `{}`", found.written, found.right),
        );
        let fix = found.fix();
        findings.report(found.path, found.place, message).fix(fix);
    }
    for passage in sop.passages() {
        for word in &passage.words {
            let Some(end) = verb_in_front(word) else { continue };
            let right = format!("{} {}", &word.text[..end], &word.text[end..]);
            let message = Message::new(
                format!("kata `{}` mungkin dua kata: `{right}`", word.text),
                format!("`{}` may be two words: `{right}`", word.text),
            );
            let change = replaced(sop, passage, word.at..word.end(), &right);
            let fix = change.map(|it| {
                let message = Message::new(format!("tulis `{right}`"), format!("write `{right}`"));
                Fix::offered(message, vec![it])
            });
            findings.report(passage.path(), passage.part(word.at, word.end()), message).fix(fix);
        }
    }
}

/// Neither part of two words that ran together is shorter.
const SHORTEST: usize = 5;

/// Where a verb of activities ends that a common word ran into: `Memeriksalokasi`.
fn verb_in_front(word: &Word<'_>) -> Option<usize> {
    let lower = word.as_lower();
    let may_be_two = lower.len() >= 2 * SHORTEST && lower.len() == word.text.len() && word.opens() == FirstWord::Active;
    if !may_be_two || word.is(Kind::KnownVerb) || word.is(Kind::Right) || word.is(Kind::Glued) {
        return None;
    }
    let is_split = |end: &usize| {
        lower.is_char_boundary(*end) && look_up(&lower[..*end]).is(Kind::KnownVerb) && is_common(&lower[*end..])
    };
    (SHORTEST..=lower.len() - SHORTEST).find(is_split)
}
