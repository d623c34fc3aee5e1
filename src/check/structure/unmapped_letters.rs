//! S020 `unmapped-letters`: letters of a font that does not say which they are were left out.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S020",
    name: "unmapped-letters",
    severity: Severity::Note,
    summary: "huruf PDF yang tidak terbaca",
    summary_en: "letters of the PDF that could not be read",
    page: include_str!("unmapped_letters.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::UnmappedLetters = &trouble.kind else { continue };
        let message = Message::new(
            "huruf di tempat ini tidak terbaca: PDF ini menggambarnya tanpa menyebut huruf apa itu",
            "letters at this place could not be read: this PDF draws them without saying which letters they are",
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "pakai berkas asalnya (Word atau Excel), atau cetak ulang ke PDF dari programnya",
            "use the file it was printed from (Word or Excel), or print it to PDF again",
        ));
    }
}
