//! S418 `unread-actor`: the converted text shows no actor of a step.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S418",
    name: "unread-actor",
    severity: Severity::Note,
    summary: "pelaksana langkah tidak terbaca",
    summary_en: "the converted text shows no actor of a step",
    page: include_str!("unread_actor.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(conversion) = &sop.conversion else { return };
    for step in &sop.steps {
        if step.actors().next().is_some() || !step.joint.is_empty() {
            continue;
        }
        let path = Path::field(step.number, StepField::Actors);
        let candidates = sop.ledger().review(path.as_str()).and_then(|review| review.reason.clone());
        let (id, en) =
            candidates.map_or_else(Default::default, |reason| (format!(": {reason}"), format!(": {reason}")));
        let message = Message::new(
            format!("pelaksana langkah {} tidak terbaca{id}", step.number),
            format!("who does step {} could not be read{en}", step.number),
        );
        findings.report(path, step.place, message).help(help(conversion.is_of_text()));
    }
}

fn help(is_of_text: bool) -> Message {
    match is_of_text {
        true => Message::new(
            "teks ini tidak menyebutnya; pakai berkas aslinya (.xlsx, .docx, .pdf), atau isi `pelaksana`",
            "this text does not tell: use the original file (.xlsx, .docx, .pdf), or fill in `pelaksana`",
        ),
        false => Message::new(
            "lihat gambar alurnya, lalu isi `pelaksana` pada hasil konversinya",
            "look at the drawn flow, and fill in `pelaksana` in the converted file",
        ),
    }
}
