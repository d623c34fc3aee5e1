//! S713 `unfinished-service`: an applicant asks for something and receives nothing in the last step.

use crate::check::questions::{Spot, Word, handed_to, handed_to_actor, holds_phrase};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Step, StepField};
use crate::vocabulary::active_forms::active_form;
use crate::vocabulary::activity_verbs::{FILED, HANDING_OVER, MAKING_KNOWN, REPORT, REPORTING, TOWARDS};
use crate::vocabulary::document_synonyms::RECEIPTS;
use crate::vocabulary::flow_words::EXTERNAL;

pub(super) static RULE: Rule = Rule {
    code: "S713",
    name: "unfinished-service",
    severity: Severity::Warning,
    summary: "layanan tidak berakhir di pemohon",
    summary_en: "a service does not end with the applicant",
    page: include_str!("unfinished_service.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let external =
        |step: &Step| step.actors().chain(&step.joint).any(|id| sop.actor(&id.value).is_some_and(|it| it.external));
    let [first, .., last] = sop.steps.as_slice() else { return };
    let starts =
        first.number == 1 && first.actors().next().is_some_and(|id| sop.actor(&id.value).is_some_and(|it| it.external));
    if !starts || reports(sop) || external(last) || last.actors().next().is_none() || delivers(sop, sop.steps.len() - 1)
    {
        return;
    }
    let message = Message::new(
        format!("pemohon memulai prosedur, tetapi langkah terakhir (langkah {}) tidak sampai kepadanya", last.number),
        format!("the applicant begins, but the last step (step {}) does not reach them", last.number),
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

/// Who begins asks for nothing: they let the office know of something.
fn reports(sop: &Subject<'_>) -> bool {
    let Some(activity) = sop.texts().activity(0) else { return false };
    let mut words = activity.act().iter().map(|word| word.as_lower());
    words.next().is_some_and(|verb| REPORTING.contains(&verb)) || words.next() == Some(REPORT)
}

/// The step hands something over, and to nobody inside the office: who asked for it is left. Or it says that they have it.
fn delivers(sop: &Subject<'_>, row: usize) -> bool {
    let Some(activity) = sop.texts().activity(row) else { return false };
    let inside = || {
        let actor = handed_to_actor(sop, activity);
        actor.map_or(handed_to(activity).is_some(), |(actor, ..)| !actor.external)
    };
    let outputs = || sop.texts().documents(row, StepField::Outputs);
    let cells = sop.texts().row(row).iter().filter(|it| matches!(it.spot, Spot::Field(..)));
    let is_with_them = cells.chain(outputs()).any(|it| reaches_outsider(&it.words));
    hands_over(activity.act()) && !inside() || is_with_them || outputs().any(|it| is_receipt(&it.words))
}

/// A verb of handing over, or of making known, stands anywhere in the activity, or its noun at the beginning.
fn hands_over(words: &[Word<'_>]) -> bool {
    let noun = words.first().and_then(|word| active_form(&word.lower));
    let mut verbs = noun.into_iter().chain(words.iter().map(|word| word.as_lower()));
    verbs.any(|verb| HANDING_OVER.contains(&verb) || MAKING_KNOWN.contains(&verb))
}

/// `ke pemohon`, `diterima masyarakat`, or a text that begins with them: `Pemohon menandatangani tanda terima`.
fn reaches_outsider(words: &[Word<'_>]) -> bool {
    let is_directed = |at: usize| at == 0 || TOWARDS.contains(&words[at - 1].as_lower());
    let names = |at: usize| EXTERNAL.iter().any(|name| begins_with(&words[at..], name));
    (0..words.len()).any(|at| is_directed(at) && names(at))
}

fn begins_with(words: &[Word<'_>], name: &str) -> bool {
    let parts: Vec<&str> = name.split(' ').collect();
    words.len() >= parts.len() && parts.iter().zip(words).all(|(part, word)| *part == word.lower)
}

/// A receipt, unless what is put out is its copy for the files.
fn is_receipt(output: &[Word<'_>]) -> bool {
    let is_filed = output.first().is_some_and(|word| FILED.contains(&word.as_lower()));
    !is_filed && RECEIPTS.iter().any(|phrase| holds_phrase(output, phrase))
}
