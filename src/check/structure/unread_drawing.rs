//! S021 `unread-drawing`: something drawn was not understood, and left out of the flow.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Drawn, Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S021",
    name: "unread-drawing",
    severity: Severity::Note,
    summary: "gambar alur tidak seluruhnya terbaca",
    summary_en: "a part of the drawn flow was not understood",
    page: include_str!("unread_drawing.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::UnreadDrawing(drawn, text) = &trouble.kind else { continue };
        let (id, en) = match drawn {
            Drawn::Symbol => ("simbol", "symbol"),
            Drawn::Line => ("garis", "line"),
            Drawn::Label => ("tulisan", "label"),
        };
        let named = if text.is_empty() { String::new() } else { format!(" `{text}`") };
        let (unclear, why) = match drawn {
            Drawn::Symbol => {
                ("tidak jelas milik langkah dan pelaksana mana", "stands in no cell of a step and an actor")
            }
            Drawn::Line => ("tidak jelas menghubungkan simbol yang mana", "does not say which symbols it joins"),
            Drawn::Label => ("tidak jelas milik garis yang mana", "stands beside no line"),
        };
        let message = Message::new(format!("{id}{named} ini {unclear}"), format!("this {en}{named} {why}"));
        findings.report_span(Path::steps(), trouble.span, message).help(Message::new(
            "geser ke dalam selnya, atau tempelkan ujung garis pada simbol; jangan letakkan di antara dua sel",
            "move it into its cell, or glue the ends of the line to symbols; nothing may stand between two cells",
        ));
    }
}
