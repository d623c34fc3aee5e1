//! Every text that has a meaning stands in a cell of its own: on the identity page and in the header of the table each is
//! framed, alone or with its label.

use super::super::draw::{Area, Page};
use super::super::meaning::Role;
use super::pieces::{around, ends, frames, lies_in, text_area};
use super::{Book, Fault, Guarantee};
use std::collections::BTreeMap;

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, page) in book.numbered() {
        let frames: Vec<Area> = frames(page).collect();
        let mut owners = BTreeMap::<(i32, i32, i32, i32), Role>::new();
        for (cell, area) in written(page) {
            let mut fault = |what| faults.push(Fault::new(Guarantee::Texts, number, area, what));
            let around_it = frames.iter().filter(|frame| lies_in(area, **frame));
            let Some(own) = around_it.min_by_key(|frame| i64::from(frame.w) * i64::from(frame.h)) else {
                fault(("tulisan keluar dari selnya", "text leaves its cell"));
                continue;
            };
            if *owners.entry((own.x, own.y, own.w, own.h)).or_insert_with(|| cell.clone()) != cell {
                fault(("tulisan di sel lain", "text stands in the cell of other text"));
            }
        }
    }
    faults
}

/// The texts of each cell, as one area; texts of one cell have one key.
fn written(page: &Page) -> BTreeMap<Role, Area> {
    let mut cells = BTreeMap::<Role, Area>::new();
    for mark in &page.marks {
        let Some(cell) = cell(&mark.role) else { continue };
        for area in page.ops.get(mark.ops.clone()).unwrap_or(&[]).iter().filter_map(text_area) {
            let joined = |known: &mut Area| *known = around(ends(*known).into_iter().chain(ends(area)));
            cells.entry(cell.clone()).and_modify(joined).or_insert(area);
        }
    }
    cells
}

/// What is framed together is named by its first part; the cells of rows are judged by their strips.
fn cell(role: &Role) -> Option<Role> {
    match role {
        Role::Title | Role::Agency | Role::Head(_) | Role::Label(_) | Role::Heading(_) | Role::Subhead { .. } => {
            Some(role.clone())
        }
        Role::Value(row) => Some(Role::Label(*row)),
        Role::ItemMark(kind, _) | Role::ItemText(kind, _) => Some(Role::Heading(*kind)),
        Role::Cell { .. } | Role::Symbol { .. } => None,
        Role::Emblem(_) | Role::Years | Role::Contents | Role::Entry { .. } => None,
    }
}
