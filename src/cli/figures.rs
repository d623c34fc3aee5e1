//! How much of an SOP was read, repaired, inferred or not understood: the summary of `sop convert`.

use super::speech::Speech;
use crate::model::{Field, How, Sop, Sourced, Step};
use std::iter::Sum;
use std::ops::Add;

/// Counts of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Figures {
    /// Stand in the document as they are.
    read: usize,
    /// Entries of the ledger about repairs.
    repaired: usize,
    /// Entries about values that a clue gave.
    inferred: usize,
    /// Entries about what was not understood, or not certain enough.
    unreadable: usize,
}

impl Figures {
    /// The counts of one SOP.
    pub fn of(sop: &Sop) -> Self {
        let reviews = sop.conversion.as_ref().map_or(&[][..], |it| &it.reviews);
        let count = |how| reviews.iter().filter(|review| review.how == how).count();
        let (repaired, inferred) = (count(How::Repaired), count(How::Inferred));
        let read = known(sop).saturating_sub(repaired + inferred);
        Self { read, repaired, inferred, unreadable: count(How::Unreadable) }
    }

    /// The counts as a phrase.
    pub fn in_words(&self, speech: Speech) -> String {
        let Self { read, repaired, inferred, unreadable } = self;
        speech.say(
            format!("{read} isian terbaca, {repaired} diperbaiki, {inferred} disimpulkan, {unreadable} tidak terbaca"),
            format!("{read} values read, {repaired} repaired, {inferred} inferred, {unreadable} unreadable"),
        )
    }
}

impl Add for Figures {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            read: self.read + other.read,
            repaired: self.repaired + other.repaired,
            inferred: self.inferred + other.inferred,
            unreadable: self.unreadable + other.unreadable,
        }
    }
}

impl Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// All values that are known, however.
fn known(sop: &Sop) -> usize {
    let it = &sop.identity;
    let dates = [&it.created, &it.revised, &it.effective].map(one);
    let texts = [&it.agency, &it.unit, &it.title].map(one);
    let lists = [&sop.qualifications, &sop.related, &sop.equipment, &sop.cautions, &sop.records].map(many);
    let person = it.signatory.known().map_or(0, |it| {
        let texts = [&it.position, &it.name, &it.rank, &it.grade];
        texts.into_iter().flatten().count() + usize::from(it.nip.is_some())
    });
    let steps: usize = sop.steps.iter().map(known_of_step).sum();
    let identity = dates.into_iter().chain(texts).sum::<usize>() + one(&it.number) + person;
    identity + lists.into_iter().sum::<usize>() + many(&sop.legal_basis) + sop.actors.len() + steps
}

fn known_of_step(step: &Step) -> usize {
    let cells = step.actors().count() + step.joint.len();
    let lists = many(&step.requirements) + many(&step.outputs);
    cells + lists + one(&step.activity) + one(&step.duration) + one(&step.note)
}

fn one<T>(field: &Field<Sourced<T>>) -> usize {
    usize::from(field.known().is_some())
}

fn many<T>(field: &Field<Vec<Sourced<T>>>) -> usize {
    field.items().len()
}
