//! What of an SOP is not certain enough to be printed as a fact: what nobody has reviewed yet, and what leads nowhere.

use super::{ActorId, Addresses, Cell, Path, Sop, Sourced, Step, StepField, Way};

/// One such value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Which value it is.
    pub path: Path,
    /// Why.
    pub cause: Cause,
}

/// Why a value is no fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cause {
    /// An entry of `konversi.tinjau` stands for it: whoever has reviewed it deletes the entry.
    Unreviewed,
    /// No actor is said for the step, or none that has a column: its symbol cannot be drawn.
    NoActor,
    /// An arrow goes to a step or cell that is not there.
    LostTarget,
    /// The step does not say what is done.
    NoActivity,
}

impl Sop {
    /// All of them, in the order of the ledger, then of the table.
    pub fn doubts(&self) -> Vec<Doubt> {
        let reviews = self.conversion.iter().flat_map(|it| &it.reviews);
        let mut doubts: Vec<Doubt> =
            reviews.map(|it| Doubt { path: Path(it.path.clone()), cause: Cause::Unreviewed }).collect();
        let addresses = Addresses::of(self);
        for step in &self.steps {
            let field = |field| Path::field(step.number, field);
            if !self.is_drawn(step) {
                doubts.push(Doubt { path: field(StepField::Actors), cause: Cause::NoActor });
            }
            if step.activity.value().is_none_or(|text| text.trim().is_empty()) {
                doubts.push(Doubt { path: field(StepField::Activity), cause: Cause::NoActivity });
            }
            let lost = |target: &Way| addresses.resolve(&target.value).is_none();
            let targets = step.cells.iter().flat_map(Cell::ways_by_field).filter(|(_, target)| lost(target));
            doubts.extend(targets.map(|(key, _)| Doubt { path: field(key), cause: Cause::LostTarget }));
        }
        doubts.dedup();
        doubts
    }

    /// Every actor of the step has a column, and there is one.
    fn is_drawn(&self, step: &Step) -> bool {
        let has_column = |id: &Sourced<ActorId>| self.actor(&id.value).is_some();
        let said = step.cells.iter().all(|cell| cell.actor.as_ref().is_some_and(has_column));
        said && !step.cells.is_empty() && step.joint.iter().all(has_column)
    }
}
