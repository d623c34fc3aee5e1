//! What is left of the symbols in the lanes, and what a reader can tell from it.

use super::plan::{DecisionKind, Visible};
use super::random::Random;

/// What stands in the actor columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Marks {
    /// Nothing: the shapes were lost.
    Lost,
    /// Only the first capsule kept its word.
    OnlyStart,
    Words,
    /// Box, diamond, capsule.
    Boxes(&'static str, &'static str),
    Tick(&'static str),
    /// A box between arrows, arrows in the lane the line crosses.
    Arrows,
    /// Boxes with `Ya` and `Tidak` loose in the lanes.
    LooseWords,
    /// `MULAI` and `SELESAI` in words, boxes between.
    Capsules,
    /// Names in one column instead of lanes.
    Names,
}

impl Marks {
    /// What can be read off them.
    pub fn visible(self, notes: bool, front: bool) -> Visible {
        let actors = !matches!(self, Self::Lost | Self::OnlyStart);
        let decisions = matches!(self, Self::Words | Self::Boxes(..) | Self::LooseWords);
        let branch_words = self == Self::LooseWords;
        Visible { actors, first: self == Self::OnlyStart, decisions, branch_words, notes, front, lines_only: false }
    }

    pub fn any(random: &mut Random) -> Self {
        match random.between(0, 12) {
            0 => Self::OnlyStart,
            1 => Self::Words,
            2 => Self::Boxes("□", "◇"),
            3 => Self::Boxes("■", "◆"),
            4 => Self::Boxes("▭", "◇"),
            5 => Self::Tick("✓"),
            6 => Self::Tick(["√", "v", "V", "x", "X"][random.between(0, 4)]),
            7 => Self::Arrows,
            8 => Self::LooseWords,
            9 => Self::Capsules,
            _ => Self::Lost,
        }
    }

    /// The kinds of decision that can be told from these marks.
    pub fn decisions(self) -> Vec<DecisionKind> {
        let mut kinds = vec![DecisionKind::Wording, DecisionKind::ReturnNote];
        if self.visible(true, true).decisions {
            kinds.push(DecisionKind::Symbol);
        }
        kinds
    }
}
