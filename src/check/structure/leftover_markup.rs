//! S005 `leftover-markup`: remains of HTML or word processing were taken out of a text.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S005",
    name: "leftover-markup",
    severity: Severity::Note,
    summary: "sisa HTML atau pengolah kata",
    summary_en: "remains of HTML or word processing",
    page: include_str!("leftover_markup.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::Markup(residue) = &trouble.kind else { continue };
        let message = Message::new(
            format!("sisa penulisan `{residue}` dibuang dari teks"),
            format!("the residue `{residue}` was taken out of the text"),
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "hapus dari naskahnya, atau pakai hasil konversinya",
            "remove it from the file, or use the converted one",
        ));
    }
}
