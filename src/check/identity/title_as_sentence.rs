//! S103 `title-as-sentence`: the name of the SOP is not a plain noun phrase.

use crate::check::questions::{FirstWord, first_word, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

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
    let Some((id, en)) = fault(&title.value) else { return };
    let message = Message::new(format!("nama SOP `{}` {id}", title.value), format!("the name `{}` {en}", title.value));
    findings.report(Path::identity("nama"), title.place, message).help(Message::new(
        "tulis kata benda, misalnya `Pengelolaan Surat Masuk`",
        "write a noun phrase, such as `Pengelolaan Surat Masuk`",
    ));
}

fn fault(title: &str) -> Option<(&'static str, &'static str)> {
    let words = words(title);
    let first = words.first()?.as_lower();
    if matches!(first, "sop" | "prosedur" | "standar") {
        return Some(("mengulang bahwa ini SOP", "repeats that this is an SOP"));
    }
    if first_word(first) == FirstWord::Active {
        return Some(("berupa kalimat perintah", "is a command"));
    }
    title.ends_with(['.', ';', ':', ',']).then_some(("diakhiri tanda baca", "ends in punctuation"))
}
