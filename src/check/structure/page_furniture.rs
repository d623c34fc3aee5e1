//! S013 `page-furniture`: page numbers, footers and notes of the signing system that were left out.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "S013",
    name: "page-furniture",
    severity: Severity::Note,
    summary: "nomor halaman atau kaki halaman di antara isi",
    summary_en: "page numbers or footers amid the content",
    page: include_str!("page_furniture.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    repeated(sop, findings);
    let mut lines = sop.troubles.iter().filter_map(|trouble| match &trouble.kind {
        // A line of marks alone says nothing.
        TroubleKind::PageFurniture(text) if !text.is_empty() => Some((text, trouble.span)),
        _ => None,
    });
    let Some((first, span)) = lines.next() else { return };
    let message = Message::new(
        format!("`{first}` dibaca sebagai kepala atau kaki halaman, bukan isi SOP"),
        format!("`{first}` was read as the head or foot of a page, not as content"),
    );
    let mut finding = findings.report_span(Path::whole(), span, message);
    for (text, span) in lines {
        let place = span.map_or(Place::NOWHERE, Place::from);
        let message = Message::new(format!("begitu pula `{text}`"), format!("and so was `{text}`"));
        finding = finding.related(Path::whole(), place, message);
    }
    finding.help(Message::new(
        "hapus dari naskah bila mengganggu; isi SOP tidak berkurang",
        "remove it from the file if it is in the way; no content is lost",
    ));
}

/// A table or a page that was printed twice.
fn repeated(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::PrintedTwice(what) = &trouble.kind else { continue };
        let message = Message::new(
            format!(
                "halaman atau tabel yang diawali `{what}` tercetak dua kali; yang kedua sama isinya dan tidak dipakai"
            ),
            format!(
                "the page or table that begins with `{what}` is printed twice; the second says the same and is not used"
            ),
        );
        findings.report_span(Path::whole(), trouble.span, message);
    }
}
