//! The faults that lie in what a document says, not in how it is written down: the plan is changed, and its gold with it.

use super::fault::Fault;
use super::form::Form;
use super::plan::{Day, Decision, DecisionKind, Loose, Plan};
use super::random::Random;
use super::topics::{COMMA_NAMES, FORM_ENDINGS};

/// Changes the plan as the faults of the form ask.
pub fn alter(form: &Form, plan: &mut Plan, random: &mut Random) {
    if form.has(Fault::BlankRevision) {
        plan.revised = Day { written: String::new(), gold: None };
    }
    if form.has(Fault::YearlessDate) {
        let written = format!("{} {}", random.between(1, 28), random.pick(&["NOVEMBER", "Juli", "MARET", "Desember"]));
        plan.created = Day { written: written.clone(), gold: Some(written) };
    }
    if form.has(Fault::BlankNumber) {
        let year = random.between(2015, 2024);
        plan.number = match random.between(0, 3) {
            0 => format!("/SOP/SEKR/{year}"),
            1 => format!("830/ /IV.16-WK/{year}"),
            2 => String::new(),
            _ => format!("503/      /UMUM/{year}"),
        };
    }
    if form.has(Fault::BareSignatory) {
        plan.sign_barely();
    }
    if form.has(Fault::EmptySection) {
        // Beside a caution only the place of a record tells what it is; where places are lost it has to stay.
        let last = if form.loses_places() { 3 } else { 5 };
        plan.sections[random.between(2, last)].clear();
    }
    if form.loses_places() {
        let both = plan.sections[4].len().min(plan.sections[5].len());
        plan.sections[4..].iter_mut().for_each(|items| items.truncate(both));
    }
    alter_steps(form, plan, random);
}

fn alter_steps(form: &Form, plan: &mut Plan, random: &mut Random) {
    if form.has(Fault::NumberGap) {
        let from = plan.steps.len() / 2;
        plan.steps[from..].iter_mut().for_each(|step| step.number += 1);
    }
    if form.has(Fault::DurationNotes) {
        let notes =
            ["1 hari kerja", "Paling lambat 3 hari", "Setiap 1 bulan", "30 menit", "2 minggu sebelum batas waktu"];
        let free = plan.steps.iter_mut().filter(|step| step.note.is_none() && step.decision.is_none());
        free.step_by(2).for_each(|step| step.note = Some((*random.pick(&notes)).to_owned()));
    }
    if form.has(Fault::FormWords) {
        let at = random.between(0, plan.steps.len() - 1);
        if plan.steps[at].decision.is_none() {
            plan.steps[at].activity += *random.pick(FORM_ENDINGS);
        }
    }
    if form.has(Fault::ArrowRow) && plan.steps.iter().all(|step| step.decision.is_none()) {
        let at = plan.steps.len() / 2;
        plan.steps[at].decision = Some(Decision { kind: DecisionKind::ReturnNote, yes: at + 1, no: at - 1 });
        plan.steps[at].note = Some("Panah balikan menandakan berkas perlu perbaikan".to_owned());
    }
    if form.has(Fault::CommaNames) {
        name_with_commas(plan, random);
    }
    if form.has(Fault::LooseWords) {
        loosen(plan, random);
    }
}

/// Lets one paper of the chain have a name with commas: it stands as an item of its own where it is recorded.
fn name_with_commas(plan: &mut Plan, random: &mut Random) {
    let at = random.between(0, plan.steps.len() - 2);
    if plan.steps[at].outputs.iter().any(|output| output.starts_with("Disposisi")) {
        return;
    }
    let name = (*random.pick(COMMA_NAMES)).to_owned();
    let old = std::mem::replace(&mut plan.steps[at].outputs, vec![name.clone()]);
    let next = &mut plan.steps[at + 1].requirements;
    next.retain(|paper| !old.contains(paper));
    next.insert(0, name.clone());
    plan.sections[5].push(name);
}

/// Puts `Tidak` and `Ya` into lanes of two rows that no words give to an actor.
fn loosen(plan: &mut Plan, random: &mut Random) {
    let lanes = plan.actors.len() - 1;
    let quiet: Vec<usize> = (1..plan.steps.len()).filter(|at| !plan.steps[*at].evident).collect();
    for (at, word) in random.sample(&quiet, 2).into_iter().zip(["Tidak", "Ya"]) {
        plan.steps[at].loose = Some(Loose { lane: random.between(0, lanes), word });
    }
}
