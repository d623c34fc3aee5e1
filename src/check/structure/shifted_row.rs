//! S003 `shifted-row`: the cells of a row stood in the wrong columns and were put right by what they hold.

use crate::check::{Findings, Rule};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Sop, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S003",
    name: "shifted-row",
    severity: Severity::Warning,
    summary: "isi baris bergeser kolom",
    summary_en: "the cells of a row stood in the wrong columns",
    page: include_str!("shifted_row.md"),
    check,
};

fn check(sop: &Sop, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::ShiftedRow(number) = trouble.kind else { continue };
        let message = Message::new(
            format!("isi langkah {number} bergeser dari kolomnya dan dibaca menurut jenisnya"),
            format!("the cells of step {number} are out of their columns and were read by kind"),
        );
        findings.report_span(Path::step(number), trouble.span, message).help(Message::new(
            "bandingkan dengan dokumen aslinya, lalu simpan hasil konversinya",
            "compare it with the original, and keep the converted file",
        ));
    }
}
