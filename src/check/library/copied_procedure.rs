//! S906 `copied-procedure`: units have SOPs of nearly the same steps.

use crate::check::folder::Card;
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};
use std::collections::{BTreeMap, HashMap};

pub(super) static RULE: Rule = Rule {
    code: "S906",
    name: "copied-procedure",
    severity: Severity::Info,
    summary: "prosedur yang sama ada di beberapa unit",
    summary_en: "several units have the same procedure",
    page: include_str!("copied_procedure.md"),
    check: Check::Folder(check),
};

/// Procedures of fewer steps are too easily alike.
const LEAST_STEPS: usize = 5;

/// More than so many hundredths of the steps are the same.
const ALIKE: usize = 85;

/// Procedures that one is compared with at most.
const CANDIDATES: usize = 64;

fn check(library: &Library, findings: &mut FolderFindings) {
    let mut copies: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let cards = library.cards();
    for (original, at) in originals(cards) {
        if are_units_of_one_region(&cards[original], &cards[at]) {
            copies.entry(original).or_default().push(at);
        }
    }
    for (original, copies) in copies {
        report(library, findings, original, &copies);
    }
}

/// Each SOP whose steps are those of an earlier one, with the first such.
///
/// Two procedures that share more than 85 % of their steps share one of the rarest 15 % of either, so only these are looked up.
fn originals(cards: &[Card]) -> Vec<(usize, usize)> {
    let mut spread: HashMap<u64, usize> = HashMap::new();
    cards.iter().flat_map(|card| card.steps.iter()).for_each(|step| *spread.entry(*step).or_default() += 1);
    let mut with: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (at, card) in cards.iter().enumerate().filter(|(_, card)| card.steps.len() >= LEAST_STEPS) {
        let mut rarest: Vec<u64> = card.steps.to_vec();
        rarest.sort_unstable_by_key(|step| (spread.get(step).copied(), *step));
        rarest.truncate(rarest.len() - needed(rarest.len()) + 1);
        let mut candidates: Vec<usize> = rarest.iter().filter_map(|step| with.get(step)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let original = candidates.into_iter().take(CANDIDATES).find(|other| are_alike(&cards[*other], card));
        match original {
            Some(original) => found.push((original, at)),
            None => rarest.into_iter().for_each(|step| with.entry(step).or_default().push(at)),
        }
    }
    found
}

/// The least number of steps that is more than 85 % of so many.
fn needed(steps: usize) -> usize {
    steps * ALIKE / 100 + 1
}

fn are_alike(one: &Card, other: &Card) -> bool {
    let longer = one.steps.len().max(other.steps.len());
    let sorted = |card: &Card| {
        let mut steps = card.steps.to_vec();
        steps.sort_unstable();
        steps
    };
    let (one, other) = (sorted(one), sorted(other));
    let (mut at, mut shared) = (0, 0);
    for step in one {
        while other.get(at).is_some_and(|it| *it < step) {
            at += 1;
        }
        if other.get(at) == Some(&step) {
            shared += 1;
            at += 1;
        }
    }
    shared >= needed(longer)
}

/// Two units or agencies, known to be two, of which not both are known to be of different regions.
fn are_units_of_one_region(one: &Card, other: &Card) -> bool {
    let differ = one.agency.zip(other.agency).is_some_and(|(one, other)| one != other)
        || one.agency == other.agency && one.unit.zip(other.unit).is_some_and(|(one, other)| one != other);
    differ && one.region.zip(other.region).is_none_or(|(one, other)| one == other)
}

fn report(library: &Library, findings: &mut FolderFindings, original: usize, copies: &[usize]) {
    let cards = library.cards();
    let own = &cards[original];
    let (count, name) = (copies.len(), own.name());
    let message = Message::new(
        match count {
            1 => format!("langkah-langkah `{name}` sama dengan SOP unit lain"),
            _ => format!("langkah-langkah `{name}` sama dengan SOP {count} unit lain"),
        },
        match count {
            1 => format!("the steps of `{name}` are those of an SOP of another unit"),
            _ => format!("the steps of `{name}` are those of the SOPs of {count} other units"),
        },
    );
    let finding = findings.report(original, own.head(), message);
    let finding = copies.iter().fold(finding, |finding, at| {
        finding.elsewhere(*at, cards[*at].head(), Message::new("langkah yang sama", "the same steps"))
    });
    finding.help(Message::new(
        "susun satu SOP generik untuk semua unit; kalau satu disalin dari yang lain, periksa apakah isinya memang cocok",
        "write one generic SOP for all units; if one is a copy of the other, see whether it fits",
    ));
}
