//! S019 `page-without-text`: a page is a scan or a picture, and nothing of it was read.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S019",
    name: "page-without-text",
    severity: Severity::Note,
    summary: "halaman hasil pindai, tanpa teks",
    summary_en: "a page is a scan, without text",
    page: include_str!("page_without_text.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::PageWithoutText(page) = &trouble.kind else { continue };
        let message = Message::new(
            format!("halaman {page} hasil pindai atau gambar, tanpa teks; isinya tidak terbaca"),
            format!("page {page} is a scan or a picture without text; nothing of it was read"),
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "pakai berkas asalnya (Word atau Excel), atau ketik isi halaman ini",
            "use the file it was printed from (Word or Excel), or type what the page says",
        ));
    }
}
