//! What a narrow table says under the activity instead of in columns of its own, so that words stay whole.

use super::Glyphs;
use super::cells::{Labels, bare, documents, from_above};
use crate::layout::account;
use crate::model::{ColumnRole, Sop, StepField};
use crate::plain::plain;

/// Columns that a table does without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fold {
    /// Keterangan.
    pub note: bool,
    /// Kelengkapan, Waktu and Output.
    pub quality: bool,
    /// The actors: their acts are told in words.
    pub actors: bool,
}

impl Fold {
    /// From the whole form to a mere list, the first that has room is drawn.
    pub const TRIALS: [Self; 6] = [
        Self { note: false, quality: false, actors: false },
        Self { note: true, quality: false, actors: false },
        Self { note: true, quality: true, actors: false },
        Self { note: false, quality: false, actors: true },
        Self { note: true, quality: false, actors: true },
        Self { note: true, quality: true, actors: true },
    ];

    /// The lines that stand under the activity of a row.
    pub fn lines(self, sop: &Sop, row: usize, told: &str, glyphs: Glyphs) -> Vec<String> {
        let Some(step) = sop.steps.get(row) else { return Vec::new() };
        let mut lines = Vec::new();
        let mut add = |role: ColumnRole, text: String| {
            if !text.is_empty() {
                lines.push(format!("{}: {text}", role.heading()));
            }
        };
        let own = |field, text: String| if sop.goes_on(row, field) { from_above(glyphs) } else { text };
        if self.actors {
            let start = format!("langkah {}, ", step.number);
            add(ColumnRole::Actor, plain(told.strip_prefix(start.as_str()).unwrap_or(told)).into_owned());
        }
        if self.quality {
            add(ColumnRole::Requirements, own(StepField::Requirements, documents(&step.requirements).join("; ")));
            add(ColumnRole::Duration, own(StepField::Duration, bare(&step.duration)));
            add(ColumnRole::Outputs, own(StepField::Outputs, documents(&step.outputs).join("; ")));
        }
        if self.note {
            add(ColumnRole::Note, own(StepField::Note, bare(&step.note)));
        }
        lines
    }

    /// What is told of each row's actors; empty where they have columns.
    pub fn accounts(self, sop: &Sop) -> Vec<String> {
        if self.actors { account(sop) } else { vec![String::new(); sop.steps.len()] }
    }

    /// What heads the columns of the actors, where they have some.
    pub fn labels(self, sop: &Sop) -> Labels {
        if self.actors { Labels::none() } else { Labels::letters(sop) }
    }
}
