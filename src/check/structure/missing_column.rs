//! S002 `missing-column`: the header of the table lacks a column.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{ColumnRole, Path, Step, Trouble, TroubleKind};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    code: "S002",
    name: "missing-column",
    severity: Severity::Warning,
    summary: "kolom tabel tidak ada",
    summary_en: "a column of the table is missing",
    page: include_str!("missing_column.md"),
    check: Check::Absence(check),
};

/// What a procedure table has, beside the remarks.
const COLUMNS: &str = "No, Kegiatan, Pelaksana, Kelengkapan, Waktu, Output";

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // That there is no table is told by S001, and says it all.
    if !sop.has_table() {
        return;
    }
    let lacking = |it: &Trouble| match it.kind {
        // Keterangan is often left out, and an SOP without remarks lacks nothing.
        TroubleKind::MissingColumn(role) if role != ColumnRole::Note => Some((role, it.span)),
        _ => None,
    };
    let told: Vec<(ColumnRole, Option<Span>)> = sop.troubles.iter().filter_map(lacking).collect();
    if let Some((_, span)) = told.first() {
        let names = names(told.iter().map(|(role, _)| *role));
        let message = Message::new(
            format!("judul tabel tidak memuat kolom {names}"),
            format!("the header of the table has no column {names}"),
        );
        findings.report_span(Path::steps(), *span, message).help(Message::new(
            format!("tambahkan kolom {names} pada tabel; {COLUMNS} harus ada"),
            format!("add the column {names} to the table: {COLUMNS} must be there"),
        ));
    }
    let is_told = |role: ColumnRole| told.iter().any(|(it, _)| *it == role);
    let empty = |role: &ColumnRole| !is_told(*role) && sop.steps.iter().all(|step| is_silent(step, *role));
    let empty: Vec<ColumnRole> =
        [ColumnRole::Requirements, ColumnRole::Duration, ColumnRole::Outputs].into_iter().filter(empty).collect();
    if let (Some(first), false) = (sop.steps.first(), empty.is_empty()) {
        let names = names(empty.into_iter());
        let message = Message::new(
            format!("kolom {names} kosong di semua langkah"),
            format!("nothing stands in any step under {names}"),
        );
        findings.report(Path::steps(), first.place, message).help(Message::new(
            format!("isi kolom {names} di setiap langkah"),
            format!("fill in {names} of every step"),
        ));
    }
}

fn names(roles: impl Iterator<Item = ColumnRole>) -> String {
    roles.map(ColumnRole::heading).collect::<Vec<&str>>().join(", ")
}

fn is_silent(step: &Step, role: ColumnRole) -> bool {
    match role {
        ColumnRole::Requirements => step.requirements.is_silent(),
        ColumnRole::Duration => step.duration.is_silent(),
        _ => step.outputs.is_silent(),
    }
}
