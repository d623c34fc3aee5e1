//! S017 `tracked-change`: text inserted or moved under tracked changes was read as content.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S017",
    name: "tracked-change",
    severity: Severity::Warning,
    summary: "perubahan yang dilacak belum diterima",
    summary_en: "tracked changes are not yet accepted",
    page: include_str!("tracked_change.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::TrackedChange(text) = &trouble.kind else { continue };
        let message = Message::new(
            format!("`{text}` disisipkan dalam lacak perubahan yang belum diterima; dibaca sebagai isi"),
            format!("`{text}` was inserted under tracked changes that nobody accepted; it was read as content"),
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "terima atau tolak semua perubahan di Word (tab Tinjau), lalu simpan",
            "accept or reject all changes in Word (Review), and save",
        ));
    }
}
