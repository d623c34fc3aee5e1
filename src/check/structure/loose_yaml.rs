//! S023 `loose-yaml`: something in our own YAML was read otherwise than it is written, for it can be meant one way only.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Path, Slip, TroubleKind};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    code: "S023",
    name: "loose-yaml",
    severity: Severity::Note,
    summary: "YAML ditulis longgar, tetapi dapat dibaca",
    summary_en: "the YAML is written loosely, but could be read",
    page: include_str!("loose_yaml.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let Some((message, help)) = told(&trouble.kind) else { continue };
        findings
            .report_span(Path::whole(), trouble.span, message)
            .help(help)
            .fix(in_quotes(&trouble.kind, trouble.span));
    }
}

/// A value that lacks nothing but quotes gets them.
fn in_quotes(kind: &TroubleKind, place: Option<Span>) -> Option<Fix> {
    let TroubleKind::LooseValue { slip: Slip::Unquoted, .. } = kind else { return None };
    let message = Message::new("apit dengan tanda petik", "put it in quotes");
    Some(Fix::safe(message, vec![Change::Quote { value: place? }]))
}

fn told(kind: &TroubleKind) -> Option<(Message, Message)> {
    Some(match kind {
        TroubleKind::OddNumber { written: Some(written), read } => (
            Message::new(
                format!("nomor `{written}` dibaca sebagai langkah {read}"),
                format!("the number `{written}` was read as step {read}"),
            ),
            Message::new(
                "nomor langkah ditulis dengan angka saja: nomori ulang langkah-langkahnya, beserta nomor tujuan panahnya",
                "a step number is digits alone: number the steps anew, and the targets of the arrows",
            ),
        ),
        TroubleKind::OddNumber { written: None, read } => (
            Message::new(
                format!("langkah tanpa nomor dibaca sebagai langkah {read}"),
                format!("a step without a number was read as step {read}"),
            ),
            Message::new(format!("tulis `nomor: {read}`, atau nomori ulang langkah-langkahnya"), "write its `nomor`"),
        ),
        TroubleKind::LooseValue { slip: Slip::Unquoted, read } => (
            Message::new(
                format!("`{read}` dibaca sebagai satu teks, walaupun tidak diapit tanda petik"),
                format!("`{read}` was read as one text, although it has no quotes around it"),
            ),
            Message::new(
                format!("tulis `\"{read}\"`, diapit tanda petik, supaya program lain pun dapat membacanya"),
                format!("write `\"{read}\"`, so that other programs can read it too"),
            ),
        ),
        TroubleKind::LooseValue { slip: Slip::Glued, read } => (
            Message::new(
                format!("`{read}` dibaca walaupun tidak ada spasi sesudah titik dua"),
                format!("`{read}` was read, although no blank follows its colon"),
            ),
            Message::new("ketik spasi sesudah titik dua", "type a blank behind the colon"),
        ),
        TroubleKind::LooseValue { slip: Slip::OtherMark, read } => (
            Message::new(
                format!("baris-baris mulai dari `{read}` dibaca sebagai daftar"),
                format!("the lines that begin at `{read}` were read as a list"),
            ),
            Message::new(
                format!("tulis setiap butir pada barisnya sendiri, diawali tanda hubung: `- {read}`"),
                format!("write every item on a line of its own, with a dash before it: `- {read}`"),
            ),
        ),
        TroubleKind::LooseValue { slip: Slip::Comment, read } => (
            Message::new(
                format!("`{read}` tidak dibaca, sebab tulisan sesudah ` #` adalah catatan dalam YAML"),
                format!("`{read}` was not read, for what follows ` #` is a comment in YAML"),
            ),
            Message::new(
                "bila itu bagian isinya, apit seluruh isi dengan tanda petik",
                "if it belongs to the value, put the whole value in quotes",
            ),
        ),
        _ => return None,
    })
}
