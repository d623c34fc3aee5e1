//! S412 `columns-by-rank`: the actor of the first step is not in the leftmost column.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S412",
    name: "columns-by-rank",
    severity: Severity::Info,
    summary: "urutan kolom tidak mengikuti urutan kegiatan",
    summary_en: "the first actor is not in the leftmost column",
    page: include_str!("columns_by_rank.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(step) = sop.steps.first().filter(|step| step.number == 1) else { return };
    let (Some(first), Some(left)) = (step.actors().next(), sop.actors.first()) else { return };
    if first.value == left.id || sop.actor(&first.value).is_none() {
        return;
    }
    let name = sop.actor_name(&first.value);
    let message = Message::new(
        format!("kolom pertama `{}`, tetapi langkah 1 dikerjakan `{name}`", left.name.value),
        format!("the first column is `{}`, but step 1 is done by `{name}`", left.name.value),
    );
    let note = Message::new("pelaksana langkah pertama", "the actor of the first step");
    findings
        .report(Path::actor(1), left.name.place, message)
        .related(Path::field(step.number, StepField::Actors), first.place, note)
        .help(Message::new(
            "urutkan kolom menurut giliran kerja, atau abaikan bila kantor mengurutkan menurut jenjang jabatan",
            "order the columns by turn of work, or ignore this where your office orders them by rank",
        ));
}
