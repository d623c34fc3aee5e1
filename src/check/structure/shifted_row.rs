//! S003 `shifted-row`: the cells of a row stood in the wrong columns and were put right by what they hold.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Trouble, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S003",
    name: "shifted-row",
    severity: Severity::Note,
    summary: "isi baris bergeser kolom",
    summary_en: "the cells of a row stood in the wrong columns",
    page: include_str!("shifted_row.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let shifted: Vec<_> =
        sop.troubles.iter().filter_map(|trouble| Some((shifted_step(trouble)?, trouble.span))).collect();
    let Some((first, span)) = shifted.first() else { return };
    // Rows below one that lost its cells mostly lost theirs too: one fault, one finding.
    let (id, en) = match shifted.len() {
        1 => (format!("isi langkah {first} bergeser"), format!("the cells of step {first} are out of their columns")),
        count => (
            format!("isi {count} baris mulai langkah {first} bergeser"),
            format!("the cells of {count} rows from step {first} on are out of their columns"),
        ),
    };
    let message = Message::new(
        format!("{id} dari kolomnya; program membacanya menurut jenis isinya"),
        format!("{en}; the program read them by what kind of content they are"),
    );
    findings.report_span(Path::step(*first), *span, message).help(Message::new(
        "bandingkan dengan dokumen aslinya, lalu simpan hasil konversinya",
        "compare it with the original, and keep the converted file",
    ));
}

fn shifted_step(trouble: &Trouble) -> Option<u32> {
    match trouble.kind {
        TroubleKind::ShiftedRow(number) => Some(number),
        _ => None,
    }
}
