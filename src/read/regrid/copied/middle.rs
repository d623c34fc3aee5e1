//! Steps with the number in a line in their midst: their cells are centred as well, so that each has as many lines above the number
//! as below it, or begins in the first line of the step.

use super::cut::WEIGHED;

/// Where the number stands among the lines of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Middle {
    /// So many lines stand above it.
    pub above: usize,
    /// Words stand in its own line, which is the one behind those.
    pub holds: bool,
}

/// How far the lines of a cell are out of balance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Balance {
    /// Lines above the number less those below it.
    off: i8,
    /// It begins in the first line of the step.
    on_top: bool,
}

/// Further out of balance than that is all the same.
const FARTHEST: i8 = 3;

/// What it costs that a cell is not centred, where it begins in the first line of its step, and elsewhere.
const ON_TOP: f32 = 0.5;
const OFF: f32 = 1.5;

impl Balance {
    /// With a piece in that line.
    pub fn with(self, line: usize, middle: Middle) -> Self {
        let step = match line {
            above if above < middle.above => 1,
            own if own == middle.above && middle.holds => 0,
            _ => -1,
        };
        Self { off: (self.off + step).clamp(-FARTHEST, FARTHEST), on_top: self.on_top || line == 0 }
    }

    /// What the cell costs.
    pub fn cost(self) -> f32 {
        match (self.off, self.on_top) {
            (0, _) => 0.0,
            (_, true) => ON_TOP,
            _ => OFF,
        }
    }
}

/// All of them in four bits each.
pub(super) fn key(balances: [Balance; WEIGHED]) -> u64 {
    let bits = |it: Balance| (it.off + FARTHEST) as u64 | u64::from(it.on_top) << 3;
    balances.into_iter().fold(0, |key, it| key << 4 | bits(it))
}
