//! S026 `recognised-text`: a page is a scan, and its text what a program recognised in it.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S026",
    name: "recognised-text",
    severity: Severity::Note,
    summary: "teks halaman hasil pengenalan huruf (OCR)",
    summary_en: "the text of a page was recognised by a program (OCR)",
    page: include_str!("recognised_text.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::RecognisedText(page) = &trouble.kind else { continue };
        let message = Message::new(
            format!("halaman {page} hasil pindai; teksnya dari pengenalan huruf (OCR) dan dapat keliru"),
            format!("page {page} is a scan; its text was recognised by a program (OCR) and may be wrong"),
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "cocokkan angka, nama, tanggal dan pelaksana dengan gambarnya, atau pakai berkas asalnya (Word atau Excel)",
            "hold numbers, names, dates and actors against the picture, or use the file it was printed from (Word or Excel)",
        ));
    }
}
