//! Where the columns of one page stand: no two pages need agree.

use super::super::wrap;
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Role};
use crate::damage::layout::Medium;
use crate::damage::random::Random;

/// The start and the width of each column.
#[derive(Clone)]
pub struct Ruler(pub Vec<(usize, usize)>);

impl Ruler {
    /// A ruler for the rows of one page.
    pub fn of(grid: &Grid, form: &Form, random: &mut Random) -> Self {
        let free = form.has(Fault::PageGrids);
        let percent = if free { random.between(75, 120) } else { 100 };
        let mut start = if free { random.between(0, 8) } else { 1 };
        let mut out = Vec::new();
        let head = grid.head_cells();
        for (column, role) in grid.roles.iter().enumerate() {
            let (usual, gap) = (usual(*role, form) * percent / 100, gap(*role, form, random));
            let cells = grid.body.iter().chain(&head).map(|row| row[column].as_str());
            let longest = cells.flat_map(str::split_whitespace).map(|word| word.chars().count()).max().unwrap_or(0);
            let mut width = usual.max(longest);
            if form.medium == Medium::Copied {
                while grid.body.iter().any(|row| wrap(&row[column], width).len() > 2) {
                    width += 2;
                }
            }
            out.push((start, width));
            start += width + gap;
        }
        Self(out)
    }
}

fn usual(role: Role, form: &Form) -> usize {
    let narrow = form.has(Fault::StackedLanes);
    match role {
        Role::Number if form.has(Fault::NumberGlued) => 2,
        Role::Number => 4,
        Role::Activity => 34,
        Role::Lane(_) if narrow => 8,
        Role::Lane(_) => 12,
        Role::ActorName => 16,
        Role::Requirements | Role::Outputs => 20,
        Role::Time(Some(_)) => 6,
        Role::Time(None) if narrow => 7,
        Role::Time(None) => 11,
        Role::Note => 15,
    }
}

/// The blanks behind a column.
fn gap(role: Role, form: &Form, random: &mut Random) -> usize {
    match role {
        Role::Number if form.has(Fault::NumberGlued) => 1,
        Role::Requirements | Role::Time(_) | Role::Outputs if form.has(Fault::OneBlank) => 1,
        _ if form.has(Fault::PageGrids) => random.between(2, 6),
        _ => 2,
    }
}
