//! S405 `crowded-row`: several actors have a box in one row without being said to act jointly.

use crate::check::questions::{FirstWord, Word, first_word_of, holds_phrase};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{ActorId, Path, Sourced, StepField, Symbol};
use crate::vocabulary::activity_verbs::{HANDING_OVER, SIGNING};
use crate::vocabulary::office_names::SIGNED_BY_BOTH;

pub(super) static RULE: Rule = Rule {
    code: "S405",
    name: "crowded-row",
    severity: Severity::Warning,
    summary: "satu langkah dikerjakan beberapa pelaksana",
    summary_en: "several actors have a box in one row",
    page: include_str!("crowded_row.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (row, step) in sop.steps.iter().enumerate() {
        let boxes = step.cells.iter().enumerate().filter(|(at, _)| sop.symbol(row, *at) == Symbol::Process);
        let actors: Vec<_> = boxes.filter_map(|(_, cell)| cell.actor.as_ref()).collect();
        // Handing something over passes it through several hands by nature.
        let hands_over = || first_word_of(sop, row).is_some_and(|verb| HANDING_OVER.contains(&verb));
        if actors.len() < 2
            || hands_over()
            || is_signed_by_both(sop, row)
            || is_encounter(sop, row, &actors)
            || step.cells.iter().any(|cell| !cell.cases.is_empty() || !cell.next.is_empty())
        {
            continue;
        }
        let names: Vec<_> = actors.iter().map(|id| format!("`{}`", sop.actor_name(&id.value))).collect();
        let list = names.join(", ");
        let message = Message::new(
            format!("langkah {} dikerjakan berturut-turut oleh {list}", step.number),
            format!("step {} is done by {list} in turn", step.number),
        );
        findings.report(Path::field(step.number, StepField::Actors), actors[0].place, message).help(Message::new(
            "beri setiap pelaksana langkahnya sendiri; bila dikerjakan bersama-sama, sambungkan kotaknya (dalam YAML: `bersama`)",
            "give each actor a step of their own; where they act together, join their boxes (in YAML: `bersama`)",
        ));
    }
}

/// `Menandatangani berita acara`: both sides sign it.
fn is_signed_by_both(sop: &Subject<'_>, row: usize) -> bool {
    let signs = first_word_of(sop, row).is_some_and(|verb| SIGNING.contains(&verb));
    let act = sop.texts().activity(row);
    signs && act.is_some_and(|it| SIGNED_BY_BOTH.iter().any(|what| holds_phrase(it.act(), what)))
}

/// An official and an outsider do one thing with one another: `Mewawancarai pemohon`, `Membayar pajak` at the desk.
fn is_encounter(sop: &Subject<'_>, row: usize, actors: &[&Sourced<ActorId>]) -> bool {
    let is_external = |id: &&&Sourced<ActorId>| sop.actor(&id.value).is_some_and(|actor| actor.external);
    let is_verb = |word: &&Word<'_>| word.opens() == FirstWord::Active;
    let does_one_thing = || sop.texts().activity(row).is_some_and(|it| it.act().iter().filter(is_verb).count() == 1);
    actors.len() == 2 && actors.iter().filter(is_external).count() == 1 && does_one_thing()
}
