//! How much of an SOP was read, repaired, inferred or not understood: the summary of `sop convert`.

use super::speech::Speech;
use crate::model::{Field, How, LeftoverKind, Sop, Sourced, Step};
use crate::source::Source;
use std::collections::BTreeSet;
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
    /// Lines of which something found no place.
    unused: usize,
}

impl Figures {
    /// The counts of all SOPs of one text.
    pub fn of_all(sops: &[Sop], source: &Source) -> Self {
        let values = sops.iter().map(Self::of).sum();
        Self { unused: unused_lines(sops, source), ..values }
    }

    /// The counts of one SOP.
    fn of(sop: &Sop) -> Self {
        let reviews = sop.conversion.as_ref().map_or(&[][..], |it| &it.reviews);
        let count = |how| reviews.iter().filter(|review| review.how == how).count();
        let (repaired, inferred) = (count(How::Repaired), count(How::Inferred));
        let read = known(sop).saturating_sub(repaired + inferred);
        Self { read, repaired, inferred, unreadable: count(How::Unreadable), unused: 0 }
    }

    /// The counts as a phrase.
    pub fn in_words(&self, speech: Speech) -> String {
        let Self { read, repaired, inferred, unreadable, unused } = self;
        let values = speech.say(
            format!("{read} isian terbaca, {repaired} diperbaiki, {inferred} disimpulkan, {unreadable} tidak terbaca"),
            format!("{read} values read, {repaired} repaired, {inferred} inferred, {unreadable} unreadable"),
        );
        let plural = if *unused == 1 { "" } else { "s" };
        match unused {
            0 => values,
            _ => {
                values
                    + &speech.say(
                        format!("; {unused} baris tidak dipahami"),
                        format!("; {unused} line{plural} not understood"),
                    )
            }
        }
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
            unused: self.unused + other.unused,
        }
    }
}

impl Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// The lines on which text stands that found no place.
fn unused_lines(sops: &[Sop], source: &Source) -> usize {
    let unused = sops.iter().flat_map(|sop| sop.leftovers(LeftoverKind::Unknown));
    let lines = unused.filter_map(|it| it.place.span()).flat_map(|span| {
        let lettered = |line: &usize| source.slice(source.line_span(*line)).chars().any(char::is_alphanumeric);
        (source.line(span.start)..=source.line(span.end.saturating_sub(1).max(span.start))).filter(lettered)
    });
    lines.collect::<BTreeSet<usize>>().len()
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
