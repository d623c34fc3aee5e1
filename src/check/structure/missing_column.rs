//! S002 `missing-column`: the header of the table lacks a column.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{ColumnRole, Path, Step, TroubleKind};

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
    let mut told = Vec::new();
    for trouble in &sop.troubles {
        let TroubleKind::MissingColumn(role) = trouble.kind else { continue };
        // Keterangan is often left out, and an SOP without remarks lacks nothing.
        if role == ColumnRole::Note {
            continue;
        }
        told.push(role);
        let message = Message::new(
            format!("judul tabel tidak memuat kolom {}", role.heading()),
            format!("the header of the table has no column {}", role.heading()),
        );
        findings.report_span(Path::steps(), trouble.span, message).help(Message::new(
            format!("tambahkan kolom {} pada tabel; {COLUMNS} harus ada", role.heading()),
            format!("add the column {} to the table: {COLUMNS} must be there", role.heading()),
        ));
    }
    for role in [ColumnRole::Requirements, ColumnRole::Duration, ColumnRole::Outputs] {
        if sop.steps.is_empty() || told.contains(&role) || !sop.steps.iter().all(|step| is_silent(step, role)) {
            continue;
        }
        let message = Message::new(
            format!("kolom {} kosong di semua langkah", role.heading()),
            format!("the column {} is empty in every step", role.heading()),
        );
        findings.report(Path::steps(), sop.steps[0].place, message).help(Message::new(
            format!("isi kolom {} di setiap langkah", role.heading()),
            format!("fill in the column {} of every step", role.heading()),
        ));
    }
}

fn is_silent(step: &Step, role: ColumnRole) -> bool {
    match role {
        ColumnRole::Requirements => step.requirements.is_silent(),
        ColumnRole::Duration => step.duration.is_silent(),
        _ => step.outputs.is_silent(),
    }
}
