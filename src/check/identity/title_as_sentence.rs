//! S103 `title-as-sentence`: the name of the SOP is not a plain noun phrase.

use crate::check::cures::{capitalised, set};
use crate::check::questions::{FirstWord, Word, first_word};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::{Path, Sourced};

pub(super) static RULE: Rule = Rule {
    code: "S103",
    name: "title-as-sentence",
    severity: Severity::Info,
    summary: "nama SOP bukan nama prosedur",
    summary_en: "the name of the SOP is not the name of a procedure",
    page: include_str!("title_as_sentence.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(title) = sop.identity.title.known() else { return };
    let Some(words) = sop.texts().title().map(|it| &it.words) else { return };
    let Some((id, en)) = fault(&title.value, words) else { return };
    let message =
        Message::new(format!("nama SOP `{}` {id}", title.value), format!("the name of the SOP `{}` {en}", title.value));
    findings
        .report(Path::identity("nama"), title.place, message)
        .help(Message::new(
            "tulis kata benda, misalnya `Pengelolaan Surat Masuk`",
            "write a noun phrase, such as `Pengelolaan Surat Masuk`",
        ))
        .fix(bare_name(title, words));
}

fn fault(title: &str, words: &[Word<'_>]) -> Option<(&'static str, &'static str)> {
    let first = words.first()?.as_lower();
    let second = words.get(1).map_or("", |word| word.as_lower());
    // A `standar pelayanan` is another thing.
    if matches!((first, second), ("sop" | "prosedur", _) | ("standar", "operasional" | "prosedur")) {
        return Some(("mengulang bahwa ini SOP", "repeats that this is an SOP"));
    }
    if first_word(first) == FirstWord::Active {
        return Some(("berupa kalimat perintah", "is a command"));
    }
    title.ends_with(['.', ';', ':', ',']).then_some(("diakhiri tanda baca", "ends in punctuation"))
}

/// The name without the words that say it is an SOP, and without the punctuation at its end.
fn bare_name(title: &Sourced<String>, words: &[Word<'_>]) -> Option<Fix> {
    let said =
        |phrase: &[&str]| words.iter().zip(phrase).filter(|(word, part)| word.lower == **part).count() == phrase.len();
    let form: &[&[&str]] = &[&["standar", "operasional", "prosedur"], &["sop"], &["prosedur"]];
    let taken = form.iter().find(|phrase| said(phrase)).map_or(0, |phrase| phrase.len());
    let rest = &title.value[words.get(taken)?.at..];
    let right = capitalised(rest.trim_end_matches(['.', ';', ':', ',', ' ']));
    let is_noun = first_word(&words[taken].lower) != FirstWord::Active && right != title.value;
    let message = Message::new(format!("namai `{right}`"), format!("name it `{right}`"));
    is_noun.then(|| Some(Fix::offered(message, vec![set(title, right)?])))?
}
