//! Numbers as they are printed → the steps they mean. The two differ where a row `3a` counts as a step of its own, and where a
//! stage begins with 1 again.

use super::draft::Draft;
use crate::model::Target;
use std::collections::{BTreeMap, BTreeSet};

/// Which step a printed number means.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    numbers: BTreeSet<u32>,
    /// Only where rows have other numbers than are printed.
    printed: Option<Printed>,
}

/// The printed numbers of all rows.
#[derive(Debug, Default)]
struct Printed {
    /// The stage of each row; where the numbers fall another begins.
    stages: Vec<usize>,
    in_stage: BTreeMap<(usize, u32), u32>,
    /// Nothing for what is printed twice.
    anywhere: BTreeMap<u32, Option<u32>>,
}

impl Numbering {
    /// Of the steps that were read so far.
    pub fn of(draft: &Draft) -> Self {
        let numbers = draft.sop.steps.iter().map(|step| step.number).collect();
        let is_changed = draft.printed.values().any(Option::is_some);
        Self { numbers, printed: is_changed.then(|| Printed::of(draft)) }
    }

    /// The step that this number means in the words of a row: one of its own stage, or the only one.
    pub fn step(&self, row: usize, number: u32) -> Option<u32> {
        let Some(printed) = &self.printed else { return self.numbers.get(&number).copied() };
        let own = printed.stages.get(row).and_then(|stage| printed.in_stage.get(&(*stage, number)));
        own.copied().or_else(|| self.only(number))
    }

    /// The only step that is printed with this number.
    pub fn only(&self, number: u32) -> Option<u32> {
        match &self.printed {
            Some(printed) => *printed.anywhere.get(&number)?,
            None => self.numbers.get(&number).copied(),
        }
    }

    /// The target that a mark of a row names by a printed number; one that names no step stays.
    pub fn target(&self, row: usize, target: &Target) -> Target {
        let step = |number: &u32| self.step(row, *number).unwrap_or(*number);
        match target {
            Target::Step(number) => Target::Step(step(number)),
            Target::Cell(number, actor) => Target::Cell(step(number), actor.clone()),
            Target::End => Target::End,
        }
    }
}

impl Printed {
    fn of(draft: &Draft) -> Self {
        let mut found = Self::default();
        let (mut stage, mut last) = (0, 0);
        for step in &draft.sop.steps {
            let printed = draft.printed.get(&step.number).copied().unwrap_or(Some(step.number));
            if let Some(number) = printed {
                stage += usize::from(number <= last);
                last = number;
                found.in_stage.insert((stage, number), step.number);
                found.anywhere.entry(number).and_modify(|it| *it = None).or_insert(Some(step.number));
            }
            found.stages.push(stage);
        }
        found
    }
}
