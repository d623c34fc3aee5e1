//! S001 `missing-part`: the identity page or the procedure table was not found.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S001",
    name: "missing-part",
    severity: Severity::Error,
    summary: "bagian SOP tidak ditemukan",
    summary_en: "a part of the SOP was not found",
    page: include_str!("missing_part.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let (id, en) = match trouble.kind {
            TroubleKind::MissingIdentity => ("bagian identitas", "identity page"),
            TroubleKind::MissingTable => ("tabel prosedur", "procedure table"),
            _ => continue,
        };
        let message = Message::new(format!("{id} tidak ditemukan"), format!("no {en} was found"));
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "SOP terdiri dari halaman identitas dan tabel prosedur; periksa apakah seluruh berkas ikut terbaca",
            "an SOP is an identity page and a procedure table: see whether the whole file was read",
        ));
    }
    if sop.steps.is_empty() && sop.troubles.is_empty() && sop.conversion.is_none() {
        let message =
            Message::new("tabel prosedur tidak memuat satu langkah pun", "the procedure table holds not a single step");
        findings.report(Path::steps(), sop.place, message).help(Message::new(
            "tulis langkah-langkahnya; dalam YAML: di bawah `kegiatan`",
            "write its steps; in YAML: under `kegiatan`",
        ));
    }
}
