//! S414 `missed-handover`: a step hands work to one actor, and another goes on with it.

use crate::check::questions::{first_word_of, handed_to_actor, names_office, offices_in};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Cell, Path, Step, StepField};
use crate::vocabulary::activity_verbs::APPLYING;

pub(super) static RULE: Rule = Rule {
    code: "S414",
    name: "missed-handover",
    severity: Severity::Warning,
    summary: "serah terima tidak bersambung",
    summary_en: "work is handed to one actor, and another goes on",
    page: include_str!("missed_handover.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (row, (step, later)) in sop.steps_with_successors().enumerate() {
        let (Some(activity), Some(next)) = (sop.texts().activity(row), later.first()) else { continue };
        let Some((actor, from, to)) = handed_to_actor(sop, activity) else { continue };
        let acts = |step: &Step| step.actors().chain(&step.joint).any(|id| id.value == actor.id);
        let Some(taker) = next.actors().next().filter(|_| goes_straight_on(step)) else { continue };
        // Joint columns hold the receiver under another name.
        let same = names_same_office(sop.actor_name(&taker.value), &actor.name.value);
        // What is given to somebody outside the office leaves it; the office files its copy.
        if actor.external || acts(step) || acts(next) || same || addresses(sop, row) {
            continue;
        }
        let (named, name) = (&activity.text[from..to], sop.actor_name(&taker.value));
        let message = Message::new(
            format!(
                "langkah {} menyerahkan pekerjaan kepada `{named}`, tetapi langkah {} dikerjakan `{name}`",
                step.number, next.number
            ),
            format!("step {} hands work to `{named}`, but step {} is done by `{name}`", step.number, next.number),
        );
        let note = Message::new("pelaksana langkah berikutnya", "the actor of the next step");
        findings
            .report(activity.path(), activity.part(from, to), message)
            .related(Path::field(next.number, StepField::Actors), taker.place, note)
            .rests_on(&Path::field(step.number, StepField::Actors))
            .help(Message::new(
                "samakan penerima dengan pelaksana langkah berikutnya, atau tambahkan langkah penerimanya",
                "let the one who receives it do the next step, or add their step",
            ));
    }
}

/// Somebody outside the office applies: whom the application is addressed to is not who takes it in.
fn addresses(sop: &Subject<'_>, row: usize) -> bool {
    let mut actors = sop.steps[row].actors();
    let is_outside = actors.next().is_some_and(|id| sop.actor(&id.value).is_some_and(|it| it.external));
    is_outside && first_word_of(sop, row).is_some_and(|verb| APPLYING.contains(&verb))
}

fn names_same_office(one: &str, other: &str) -> bool {
    offices_in(one).iter().any(|office| names_office(other, office.short))
}

fn goes_straight_on(step: &Step) -> bool {
    !step.cells.iter().any(Cell::leads_on)
}
