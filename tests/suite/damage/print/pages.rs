//! Where a table is cut into pages, and what a page begins with.

use crate::damage::fault::Fault;
use crate::damage::form::{Form, Layout};
use crate::damage::random::Random;
use std::ops::Range;

/// The rows of each page; one page where nothing cuts the table.
pub fn split(rows: usize, form: &Form, random: &mut Random) -> Vec<Range<usize>> {
    let cut = [Fault::PageBreak, Fault::PageGrids, Fault::Footers, Fault::TallFooters, Fault::RunningHead];
    let mut out = vec![0..rows];
    if !cut.iter().any(|fault| form.has(*fault)) {
        return out;
    }
    let pages = if rows > 6 && random.chance(50) { 3 } else { 2 };
    let cuts: Vec<usize> = (0..=pages).map(|at| rows * at / pages).collect();
    out = cuts.windows(2).map(|two| two[0]..two[1]).filter(|rows| !rows.is_empty()).collect();
    out
}

/// How often a page begins with the header.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Bare,
    Headed,
    HeadedTwice,
}

impl Next {
    /// The first page has a header.
    pub fn first(form: &Form) -> Self {
        if form.has(Fault::HeadTwice) { Self::HeadedTwice } else { Self::Headed }
    }

    /// A page that goes on.
    pub fn any(form: &Form, random: &mut Random) -> Self {
        let breaks = form.has(Fault::PageBreak) || form.has(Fault::PageGrids);
        match random.between(0, 9) {
            _ if form.layout == Layout::Balangan => Self::Headed,
            0..=3 => Self::Bare,
            _ if !breaks => Self::Bare,
            4..=8 => Self::Headed,
            _ => Self::HeadedTwice,
        }
    }

    pub fn heads(self) -> usize {
        match self {
            Self::Bare => 0,
            Self::Headed => 1,
            Self::HeadedTwice => 2,
        }
    }
}
