//! S008 `total-row`: the table ends in a row of totals, which is no step.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S008",
    name: "total-row",
    severity: Severity::Info,
    summary: "baris jumlah di dalam tabel",
    summary_en: "a row of totals in the table",
    page: include_str!("total_row.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::TotalRow(total) = &trouble.kind else { continue };
        let message = Message::new(
            format!("baris jumlah `{total}` bukan langkah dan tidak ikut dibaca"),
            format!("the row of totals `{total}` is no step and was left out"),
        );
        findings.report_span(Path::steps(), trouble.span, message).help(Message::new(
            "hapus barisnya; jumlah waktu dihitung dari langkah-langkahnya",
            "remove it: the total follows from the steps",
        ));
    }
}
