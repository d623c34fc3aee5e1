//! S813 `empty-activity`: a step does not say what is done.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Field, Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S813",
    name: "empty-activity",
    severity: Severity::Error,
    summary: "uraian kegiatan kosong",
    summary_en: "a step does not say what is done",
    page: include_str!("empty_activity.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        if !step.activity.is_silent() && !matches!(step.activity, Field::Dash(_)) {
            continue;
        }
        let message = Message::new(
            format!("uraian kegiatan langkah {} kosong", step.number),
            format!("step {} does not say what is done", step.number),
        );
        let place = step.activity.place().or(step.place);
        findings.report(Path::field(step.number, StepField::Activity), place, message).help(Message::new(
            "tulis apa yang dikerjakan, dimulai dengan kata kerja, misalnya `Memeriksa berkas permohonan`",
            "write what is done, beginning with a verb",
        ));
    }
}
