//! S025 `exchanged-data`: the YAML attached to a print is not the one it was printed with.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S025",
    name: "exchanged-data",
    severity: Severity::Warning,
    summary: "data di dalam PDF bukan data yang dicetak",
    summary_en: "the data inside a PDF is not what was printed",
    page: include_str!("exchanged_data.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::ExchangedData = &trouble.kind else { continue };
        let message = Message::new(
            "lampiran `sop.yaml` di dalam PDF ini bukan data yang dicetak: lampirannya diganti atau diubah sesudah PDF ini dicetak",
            "the attachment `sop.yaml` inside this PDF is not the data it was printed with: it was exchanged or changed afterwards",
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "bandingkan isi lampiran dengan halaman PDF ini, lalu cetak ulang dari data yang benar dengan `sop render`",
            "compare the attachment with the pages of this PDF, and print it anew from the right data with `sop render`",
        ));
    }
}
