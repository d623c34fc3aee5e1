//! Steps and actors in a few words, for lists and hovers.

use crate::model::{Actor, ActorId, Sop, Step};

/// The activity of a step; empty where none is written.
pub(super) fn activity(step: &Step) -> &str {
    step.activity.known().map_or("", |it| it.value.as_str())
}

/// Who acts in a step, by name, each once.
pub(super) fn actors(sop: &Sop, step: &Step) -> String {
    let mut names: Vec<&str> = Vec::new();
    for actor in step.actors() {
        let name = sop.actor_name(&actor.value);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// The steps in which an actor acts, or takes part.
pub(super) fn of_actor<'s>(sop: &'s Sop, id: &'s ActorId) -> impl Iterator<Item = &'s Step> {
    sop.steps.iter().filter(move |step| step.actors().chain(&step.joint).any(|it| it.value == *id))
}

/// The highest number of a step.
pub(super) fn last_number(sop: &Sop) -> u32 {
    sop.steps.iter().map(|step| step.number).max().unwrap_or(0)
}

/// The name of an office, and whether it stands outside.
pub(super) fn office(actor: &Actor, outside: &str) -> String {
    if actor.external { format!("{} ({outside})", actor.name.value) } else { actor.name.value.clone() }
}
