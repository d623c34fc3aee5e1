//! S420 `undefined-actor`: a step names an actor that is no column.

use crate::check::cures::set;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::{Actor, ActorId, Path, Sourced, StepField};
use crate::vocabulary::distance;

pub(super) static RULE: Rule = Rule {
    code: "S420",
    name: "undefined-actor",
    severity: Severity::Error,
    summary: "pelaksana langkah tidak ada di daftar pelaksana",
    summary_en: "a step names an actor that is no column",
    page: include_str!("undefined_actor.md"),
    check: Check::Sop(check),
};

/// Of so many letters one may be mistyped.
const LETTERS_PER_SLIP: usize = 5;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // Without any column there is nothing that a name could be missing from.
    if sop.actors.is_empty() {
        return;
    }
    for step in &sop.steps {
        let own = step.actors().map(|it| (StepField::Actors, it));
        let joint = step.joint.iter().map(|it| (StepField::Joint, it));
        for (field, actor) in own.chain(joint).filter(|(_, actor)| sop.actor(&actor.value).is_none()) {
            let written = &actor.value.0;
            let near = nearest(&sop.actors, &actor.value);
            let named = near.map(|it| as_written(it, written).to_owned());
            let named = named.or_else(|| listed(&sop.actors, written)).or_else(|| begun(&sop.actors, written));
            let (meant, meant_en) = named.map_or((String::new(), String::new()), |it| {
                (format!("; mungkin maksudnya `{it}`"), format!("; perhaps `{it}` is meant"))
            });
            let message = Message::new(
                format!("pelaksana `{written}` di langkah {} tidak ada di daftar pelaksana{meant}", step.number),
                format!("the actor `{written}` of step {} is not in the list of actors{meant_en}", step.number),
            );
            findings
                .report(Path::field(step.number, field), actor.place, message)
                .help(Message::new(
                    "samakan dengan `id` atau nama di daftar `pelaksana`, atau tambahkan pelaksana itu ke daftarnya",
                    "write it as the `id` or the name in the list `pelaksana`, or add it to the list",
                ))
                .fix(near.and_then(|it| corrected(actor, it)));
        }
    }
}

/// The one column whose id or name is nearly what is written; none where two are as near.
fn nearest<'a>(actors: &'a [Actor], written: &ActorId) -> Option<&'a Actor> {
    let to = |actor: &Actor| distance(&actor.id.0, &written.0).min(distance(&actor.name.value, &written.0));
    let allowed = (written.0.chars().count() / LETTERS_PER_SLIP).max(1);
    let mut near: Vec<(usize, &Actor)> = actors.iter().map(|it| (to(it), it)).filter(|it| it.0 <= allowed).collect();
    near.sort_by_key(|(distance, _)| *distance);
    match near.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, actor), ..] => Some(actor),
        [] => None,
    }
}

/// `petugas, lurah`: several columns in one text, as the list that is meant.
fn listed(actors: &[Actor], written: &str) -> Option<String> {
    let parts: Vec<&str> =
        written.split([',', ';', '/', '+', '&']).flat_map(|part| part.split(" dan ")).map(str::trim).collect();
    let is_known = |part: &str| actors.iter().any(|it| it.id.0 == part || distance(&it.name.value, part) == 0);
    (parts.len() > 1 && parts.iter().all(|part| is_known(part))).then(|| format!("[{}]", parts.join(", ")))
}

/// The one column whose name begins with these words.
fn begun(actors: &[Actor], written: &str) -> Option<String> {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let begins = |it: &&Actor| words(&it.name.value).starts_with(&words(written));
    let mut named = actors.iter().filter(begins);
    let (only, None) = (named.next()?, named.next()) else { return None };
    Some(only.name.value.clone())
}

/// The column by what the author called it: its name where a name was written, else its id.
fn as_written<'a>(actor: &'a Actor, written: &str) -> &'a str {
    let (id, name) = (&actor.id.0, &actor.name.value);
    if distance(name, written) <= distance(id, written) { name } else { id }
}

/// Capitals alone leave no choice; a letter is for a person to look at.
fn corrected(actor: &Sourced<ActorId>, meant: &Actor) -> Option<Fix> {
    let right = as_written(meant, &actor.value.0);
    let message = Message::new(format!("tulis `{right}`"), format!("write `{right}`"));
    let changes = vec![set(actor, right)?];
    let is_same = distance(&actor.value.0, right) == 0;
    Some(if is_same { Fix::safe(message, changes) } else { Fix::offered(message, changes) })
}
