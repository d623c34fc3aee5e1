//! S009 `unused-text`: text of the document that found no place in the form.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{LeftoverKind, Path};

pub(super) static RULE: Rule = Rule {
    code: "S009",
    name: "unused-text",
    severity: Severity::Note,
    summary: "teks tidak dikenali sebagai bagian SOP",
    summary_en: "text that was not recognised as a part of the SOP",
    page: include_str!("unused_text.md"),
    check: Check::Sop(check),
};

/// Characters of the text that are quoted.
const LONGEST_QUOTE: usize = 80;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for leftover in sop.leftovers(LeftoverKind::Unknown) {
        let text = &leftover.text;
        let short: String = text.chars().take(LONGEST_QUOTE).collect();
        let more = if short.len() < text.len() { "…" } else { "" };
        let message = Message::new(
            format!("teks `{short}{more}` tidak dikenali sebagai bagian SOP"),
            format!("the text `{short}{more}` was not recognised as a part of the SOP"),
        );
        findings.report(Path::whole(), leftover.place, message).help(Message::new(
            "pindahkan ke bagian yang sesuai, atau abaikan catatan ini bila teks itu memang bukan isi SOP",
            "move it to the part it belongs to, or ignore this if it is indeed no content of the SOP",
        ));
    }
}
