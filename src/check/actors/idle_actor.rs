//! S402 `idle-actor`: an actor column in which no step has a symbol.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Actor, ActorId, Path, Sourced, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S402",
    name: "idle-actor",
    severity: Severity::Warning,
    summary: "pelaksana tidak punya langkah",
    summary_en: "an actor column without any symbol",
    page: include_str!("idle_actor.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // Where a step's actor is not known or is no column (`undefined-actor`), or first rows are lost, it may be this one.
    let is_column = |actor: Option<&Sourced<ActorId>>| actor.is_some_and(|it| sop.actor(&it.value).is_some());
    let all_known = sop.steps.iter().all(|step| step.cells.iter().all(|cell| is_column(cell.actor.as_ref())));
    if !all_known || sop.steps.first().is_none_or(|step| step.number != 1) {
        return;
    }
    for (at, actor) in sop.actors.iter().enumerate() {
        let acts = |step: &crate::model::Step| step.actors().chain(&step.joint).any(|it| it.value == actor.id);
        if sop.steps.iter().any(acts) {
            continue;
        }
        let message = Message::new(
            format!("pelaksana `{}` tidak mengerjakan satu langkah pun", actor.name.value),
            format!("the actor `{}` does none of the steps", actor.name.value),
        );
        let mut finding = findings
            .report(Path::actor(at + 1), actor.name.place, message)
            .help(Message::new(
                "hapus kolomnya, atau tulis langkah yang dikerjakannya",
                "remove the column, or add the step that is theirs",
            ))
            .fix(without_column(actor));
        for step in &sop.steps {
            finding = finding.rests_on(&Path::field(step.number, StepField::Actors));
        }
    }
}

/// Whether the column is too much or a step is missing, only the office knows.
fn without_column(actor: &Actor) -> Option<Fix> {
    let message = Message::new("hapus kolomnya", "remove the column");
    Some(Fix::offered(message, vec![Change::Remove { item: actor.name.span()? }]))
}
