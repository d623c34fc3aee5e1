//! S001 `missing-part`: the identity page or the procedure table was not found.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

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
    if !sop.has_identity() {
        report_missing(findings, "bagian identitas", "identity page");
    }
    match (sop.has_table(), sop.steps.is_empty()) {
        (true, _) => {}
        (false, true) => report_missing(findings, "tabel prosedur", "procedure table"),
        (false, false) => report_sentences(findings),
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

fn report_missing(findings: &mut Findings, id: &str, en: &str) {
    let message = Message::new(format!("{id} tidak ditemukan"), format!("no {en} was found"));
    findings.report_span(Path::whole(), None, message).help(Message::new(
        "SOP terdiri dari halaman identitas dan tabel prosedur; periksa apakah seluruh berkas ikut terbaca",
        "an SOP is an identity page and a procedure table: see whether the whole file was read",
    ));
}

/// The steps were read, but from sentences.
fn report_sentences(findings: &mut Findings) {
    let message = Message::new(
        "langkah tertulis sebagai kalimat, tanpa tabel prosedur",
        "the steps are written as sentences, without a procedure table",
    );
    findings.report_span(Path::whole(), None, message).help(Message::new(
        "pindahkan langkah-langkahnya ke tabel dengan kolom pelaksana dan mutu baku; `sop convert` sudah membacanya satu per satu",
        "move the steps into a table with columns for who acts and for the standard; `sop convert` has read them one by one",
    ));
}
