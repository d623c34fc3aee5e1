//! S406 `single-actor`: one actor does every step of an SOP that is not technical.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{ActorId, Path, Sop, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S406",
    name: "single-actor",
    severity: Severity::Warning,
    summary: "semua langkah dikerjakan satu pelaksana",
    summary_en: "one actor does every step",
    page: include_str!("single_actor.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(only) = only_actor(sop) else { return };
    let message = Message::new(
        format!("seluruh {} langkah dikerjakan `{}`", sop.steps.len(), sop.actor_name(&only)),
        format!("all {} steps are done by `{}`", sop.steps.len(), sop.actor_name(&only)),
    );
    let place = sop.steps.first().and_then(|step| step.actors().next()).map_or(sop.place, |actor| actor.place);
    let mut finding = findings.report(Path::steps(), place, message).help(Message::new(
        "SOP administratif melibatkan beberapa jabatan; tambahkan pemeriksa atau pemberi persetujuan yang sebenarnya",
        "an administrative procedure involves several offices: add who really checks or approves",
    ));
    for step in &sop.steps {
        finding = finding.rests_on(&Path::field(step.number, StepField::Actors));
    }
}

/// The one actor of a table of at least four rows whose actors are all known.
fn only_actor(sop: &Sop) -> Option<ActorId> {
    let whole = sop.steps.len() >= 4 && sop.steps[0].number == 1;
    let known =
        sop.cells().all(|(_, _, cell)| cell.actor.is_some()) && sop.steps.iter().all(|step| step.joint.is_empty());
    let first = sop.steps.first()?.actors().next()?;
    let alone = sop.steps.iter().flat_map(|step| step.actors()).all(|actor| actor.value == first.value);
    (whole && known && alone).then(|| first.value.clone())
}
