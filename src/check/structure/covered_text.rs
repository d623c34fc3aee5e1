//! S018 `covered-text`: text lies under a picture or shape and was left out.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S018",
    name: "covered-text",
    severity: Severity::Note,
    summary: "teks tertutup gambar",
    summary_en: "text is covered by a picture",
    page: include_str!("covered_text.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::CoveredText(text) = &trouble.kind else { continue };
        let message = Message::new(
            format!("`{text}` tertutup gambar, maka tidak dibaca sebagai isi SOP"),
            format!("`{text}` is covered by a picture, so it was not read as content"),
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "gambar yang menutupi mungkin memuat versi barunya; ketik ulang isi gambar itu sebagai teks",
            "the picture may show a newer version: type what it shows as text",
        ));
    }
}
