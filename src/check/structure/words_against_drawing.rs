//! S022 `words-against-drawing`: what a step says in words is not what is drawn for it.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S022",
    name: "words-against-drawing",
    severity: Severity::Warning,
    summary: "kata dan gambar alur berlainan",
    summary_en: "the words and the drawing differ",
    page: include_str!("words_against_drawing.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::WordsAgainstDrawing { step, words, drawing } = &trouble.kind else { continue };
        let message = Message::new(
            format!("langkah {step}: menurut kata-katanya `{words}`, menurut gambarnya `{drawing}`"),
            format!("step {step}: the words say `{words}`, the drawing says `{drawing}`"),
        );
        findings.report_span(Path::step(*step), trouble.span, message).help(Message::new(
            "samakan keduanya: ubah kata-katanya, atau pindahkan garis atau simbolnya",
            "make them agree: change the words, or move the line or the symbol",
        ));
    }
}
