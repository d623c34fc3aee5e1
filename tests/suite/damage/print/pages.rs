//! Where a table is cut into pages, and what a page begins with.

use crate::damage::fault::Fault;
use crate::damage::form::{Form, TimeColumns};
use crate::damage::layout::{Layout, Medium};
use crate::damage::marks::Marks;
use crate::damage::random::Random;
use std::ops::Range;

/// The rows of each page; one page where nothing cuts the table. `may_cut` tells whether a page may begin with that row.
pub fn split(rows: usize, form: &Form, may_cut: impl Fn(usize) -> bool, random: &mut Random) -> Vec<Range<usize>> {
    let cut =
        [Fault::PageBreak, Fault::PageGrids, Fault::CutRow, Fault::Footers, Fault::TallFooters, Fault::RunningHead];
    if !cut.iter().any(|fault| form.has(*fault)) {
        return std::iter::once(0..rows).collect();
    }
    let pages = if rows > 6 && random.chance(50) { 3 } else { 2 };
    let cut = |at: usize| (rows * at / pages..rows).find(|row| *row == 0 || may_cut(*row)).unwrap_or(rows);
    let cuts: Vec<usize> = (0..=pages).map(cut).collect();
    cuts.windows(2).map(|two| two[0]..two[1]).filter(|rows| !rows.is_empty()).collect()
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
        // On a grid of its own only a header tells which lane a mark stands in, and which unit a number has.
        let told = form.time == TimeColumns::Split || !matches!(form.marks, Marks::Lost | Marks::Names);
        let bare = !told || form.medium != Medium::Columns || !form.has(Fault::PageGrids);
        let breaks = [Fault::PageBreak, Fault::PageGrids, Fault::CutRow].iter().any(|fault| form.has(*fault));
        match random.between(0, 9) {
            _ if form.layout == Layout::Balangan || !bare => Self::Headed,
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
