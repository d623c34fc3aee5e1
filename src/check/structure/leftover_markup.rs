//! S005 `leftover-markup`: marks left over from a web page or word processor were taken out of a text.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S005",
    name: "leftover-markup",
    severity: Severity::Note,
    summary: "tanda sisa laman web atau pengolah kata",
    summary_en: "marks left over from a web page or word processor",
    page: include_str!("leftover_markup.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::Markup(residue) = &trouble.kind else { continue };
        let message = Message::new(
            format!("tanda `{residue}` dari laman web atau pengolah kata tidak ikut dibaca"),
            format!("marks of `{residue}` from a web page or word processor were not read as content"),
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "hapus tanda itu dari naskahnya, atau pakai hasil konversinya",
            "remove the mark from the file, or use the converted one",
        ));
    }
}
