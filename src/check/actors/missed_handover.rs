//! S414 `missed-handover`: a step hands work to one actor, and another goes on with it.

use crate::check::questions::{handed_to, names_office, part};
use crate::check::{Findings, Rule};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Sop, Step, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S414",
    name: "missed-handover",
    severity: Severity::Warning,
    summary: "serah terima tidak bersambung",
    summary_en: "work is handed to one actor, and another goes on",
    page: include_str!("missed_handover.md"),
    check,
};

fn check(sop: &Sop, findings: &mut Findings) {
    for (step, later) in sop.steps_with_successors() {
        let (Some(activity), Some(next)) = (step.activity.known(), later.first()) else { continue };
        let Some(office) = handed_to(&activity.value).filter(|_| goes_straight_on(step)) else { continue };
        let holds = |step: &Step| {
            step.actors().chain(&step.joint).any(|id| names_office(sop.actor_name(&id.value), office.short))
        };
        let has_column = sop.actors.iter().any(|actor| names_office(&actor.name.value, office.short));
        let Some(taker) = next.actors().next().filter(|_| has_column && !holds(next) && !holds(step)) else { continue };
        let (named, name) = (&activity.value[office.at..office.end], sop.actor_name(&taker.value));
        let message = Message::new(
            format!("pekerjaan diserahkan kepada `{named}`, tetapi langkah {} dikerjakan `{name}`", next.number),
            format!("work is handed to `{named}`, but step {} is done by `{name}`", next.number),
        );
        let note = Message::new("pelaksana langkah berikutnya", "the actor of the next step");
        findings
            .report(Path::field(step.number, StepField::Activity), part(activity, office.at, office.end), message)
            .related(Path::field(next.number, StepField::Actors), taker.place, note)
            .help(Message::new(
                "samakan penerima dengan pelaksana langkah berikutnya, atau tambahkan langkah penerimanya",
                "let the one who receives it do the next step, or add their step",
            ));
    }
}

fn goes_straight_on(step: &Step) -> bool {
    step.cells.iter().all(|cell| cell.yes.is_none() && cell.no.is_none() && cell.next.is_empty())
}
