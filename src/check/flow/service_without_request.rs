//! S714 `service-without-request`: a service begins with the office instead of the applicant.

use crate::check::questions::{Passage, Word, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};
use crate::vocabulary::promises::{APPLICANTS, GRANTING, SERVICES};

pub(super) static RULE: Rule = Rule {
    code: "S714",
    name: "service-without-request",
    severity: Severity::Info,
    summary: "layanan tidak dimulai dari pemohon",
    summary_en: "a service does not begin with the applicant",
    page: include_str!("service_without_request.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // Without a column of theirs the applicant may stand outside the chart.
    let Some(applicant) = sop.actors.iter().find(|actor| actor.external) else { return };
    // Whoever is called an applicant has applied, also for what the name does not call a service.
    let applies = |word: &Word<'_>| APPLICANTS.contains(&word.as_lower());
    let is_applicant = words(&applicant.name.value).first().is_some_and(applies);
    let serves = |title: &Passage<'_>| {
        let granted = title.words.first().is_some_and(|word| GRANTING.contains(&word.as_lower()));
        is_applicant && granted || title.words.iter().any(|word| SERVICES.contains(&word.as_lower()))
    };
    if !sop.texts().title().is_some_and(serves) {
        return;
    }
    // A table whose first rows are lost may well begin with the applicant.
    let Some(first) = sop.steps.first().filter(|step| step.number == 1) else { return };
    let is_external = |id| sop.actor(id).is_some_and(|actor| actor.external);
    let Some(actor) = first.actors().next() else { return };
    if first.actors().chain(&first.joint).any(|id| is_external(&id.value)) {
        return;
    }
    let name = &applicant.name.value;
    let message = Message::new(
        format!("layanan ini dimulai oleh `{}`, bukan oleh `{name}`", sop.actor_name(&actor.value)),
        format!("this service begins with `{}`, not with `{name}`", sop.actor_name(&actor.value)),
    );
    findings.report(Path::field(first.number, StepField::Actors), actor.place.or(first.place), message).help(
        Message::new(
            format!("mulai dengan langkah {name}, misalnya `Mengajukan permohonan`"),
            format!("begin with a step of {name}, such as `Mengajukan permohonan`"),
        ),
    );
}
