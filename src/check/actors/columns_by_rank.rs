//! S412 `columns-by-rank`: the actor of the first step is not in the leftmost column.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Actor, Path, Sop, StepField};

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
        format!("kolom pelaksana pertama `{}`, tetapi langkah 1 dikerjakan `{name}`", left.name.value),
        format!("the first actor column is `{}`, but step 1 is done by `{name}`", left.name.value),
    );
    let note = Message::new("pelaksana langkah pertama", "the actor of the first step");
    findings
        .report(Path::actor(1), left.name.place, message)
        .related(Path::field(step.number, StepField::Actors), first.place, note)
        .help(Message::new(
            "urutkan kolom menurut giliran kerja, atau abaikan bila kantor mengurutkan menurut jenjang jabatan",
            "order the columns by turn of work, or ignore this where your office orders them by rank",
        ))
        .fix(by_turn(sop));
}

/// The columns in the order in which the actors first act; some offices order them by rank on purpose.
fn by_turn(sop: &Sop) -> Option<Fix> {
    let acting: Vec<_> =
        sop.steps.iter().flat_map(|step| step.actors().chain(&step.joint)).map(|it| &it.value).collect();
    let mut columns: Vec<&Actor> = sop.actors.iter().collect();
    columns.sort_by_key(|actor| acting.iter().position(|id| **id == actor.id).unwrap_or(usize::MAX));
    let items = columns.iter().map(|actor| actor.name.span()).collect::<Option<Vec<_>>>()?;
    let message = Message::new("urutkan kolom menurut giliran kerja", "order the columns by turn of work");
    Some(Fix::offered(message, vec![Change::Reorder { items }]))
}
