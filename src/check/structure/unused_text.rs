//! S009 `unused-text`: text of the document that found no place in the form.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S009",
    name: "unused-text",
    severity: Severity::Info,
    summary: "teks tidak dikenali sebagai bagian SOP",
    summary_en: "text that belongs to no part of the SOP",
    page: include_str!("unused_text.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        if trouble.kind == TroubleKind::UnusedText {
            let message =
                Message::new("teks ini tidak dikenali sebagai bagian SOP", "this text belongs to no part of the SOP");
            findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
                "pindahkan ke bagian yang sesuai, atau abaikan bila memang bukan isi SOP",
                "move it to the part it belongs to, or ignore it if it is no content of the SOP",
            ));
        }
    }
}
