//! S006 `several-sops-in-file`: one file holds several SOPs.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S006",
    name: "several-sops-in-file",
    severity: Severity::Note,
    summary: "beberapa SOP dalam satu berkas",
    summary_en: "several SOPs in one file",
    page: include_str!("several_sops_in_file.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::SeveralSops(count) = trouble.kind else { continue };
        let message = Message::new(format!("berkas ini memuat {count} SOP"), format!("this file holds {count} SOPs"));
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "simpan setiap SOP dalam berkasnya sendiri supaya dapat direvisi sendiri-sendiri",
            "keep each SOP in a file of its own, so that each can be revised alone",
        ));
    }
}
