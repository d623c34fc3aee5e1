//! S713 `unfinished-service`: an applicant asks for something and receives nothing in the last step.

use crate::check::questions::{first_word_of, handed_to, handed_to_actor};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Step, StepField};
use crate::vocabulary::activity_verbs::HANDING_OVER;
use crate::vocabulary::flow_words::{EXTERNAL, HAND_OVER_NOUNS};

pub(super) static RULE: Rule = Rule {
    code: "S713",
    name: "unfinished-service",
    severity: Severity::Warning,
    summary: "layanan tidak berakhir di pemohon",
    summary_en: "a service does not end with the applicant",
    page: include_str!("unfinished_service.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let external =
        |step: &Step| step.actors().chain(&step.joint).any(|id| sop.actor(&id.value).is_some_and(|it| it.external));
    let [first, .., last] = sop.steps.as_slice() else { return };
    let starts =
        first.number == 1 && first.actors().next().is_some_and(|id| sop.actor(&id.value).is_some_and(|it| it.external));
    if !starts || external(last) || last.actors().next().is_none() || delivers(sop, last) {
        return;
    }
    let message = Message::new(
        format!("pemohon memulai prosedur, tetapi langkah terakhir ({}) tidak sampai kepadanya", last.number),
        format!("the applicant begins, but the last step ({}) does not reach them", last.number),
    );
    let note = Message::new("pemohon memulai di sini", "the applicant begins here");
    let actors = |step: &Step| {
        (Path::field(step.number, StepField::Actors), step.actors().next().map_or(step.place, |it| it.place))
    };
    let ((path, place), (start, start_place)) = (actors(last), actors(first));
    findings.report(path, place, message).related(start, start_place, note).help(Message::new(
        "akhiri dengan penyerahan hasil kepada pemohon; arsipkan sebelum menyerahkan",
        "end with handing the result to the applicant; file it before that",
    ));
}

/// The step hands something over, and to nobody inside the office: who asked for it is left.
fn delivers(sop: &Subject<'_>, step: &Step) -> bool {
    let Some(activity) = step.activity.value() else { return false };
    let inside = || {
        let actor = handed_to_actor(sop, activity);
        actor.map_or(handed_to(activity).is_some(), |(actor, ..)| !actor.external)
    };
    let named = || {
        let lower = activity.to_lowercase();
        EXTERNAL.iter().any(|word| lower.contains(word))
    };
    first_word_of(step).is_some_and(|first| match first.as_str() {
        verb if HANDING_OVER.contains(&verb) => !inside(),
        // `Penyerahan ke pemohon`
        noun => HAND_OVER_NOUNS.contains(&noun) && named(),
    })
}
