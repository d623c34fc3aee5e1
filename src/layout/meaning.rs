//! What the drawings of a page mean, for those who hear it instead of seeing it: stretches of the draw list with their role.

use super::PT;
use super::draw::{Area, Draw, Page, Place, Shape};
use crate::model::SectionKind;
use crate::vocabulary::form_words::UNNAMED;
use std::ops::Range;

/// So much of a page is shown over the place that a link leads to.
const OVER: i32 = 40 * PT;

/// Some of what is drawn on a page, one after the other, and what it is. Whatever has no role is furniture: rules, arrows,
/// feet, repetitions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Positions in [`Page::ops`], never empty.
    pub ops: Range<usize>,
    /// What they are.
    pub role: Role,
}

/// What a stretch of drawings is. One thing may be drawn in several stretches, also on several pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Nama SOP with its label.
    Title,
    /// The emblem, with what is said instead of it: `Lambang Dinas Contoh`.
    Emblem(String),
    /// The agency and its unit.
    Agency,
    /// The years on the cover of a book.
    Years,
    /// The heading of its table of contents.
    Contents,
    /// A piece of a line of that table.
    Entry {
        /// The line, counted from 0 through all pages.
        line: usize,
        /// Which piece of it.
        piece: Piece,
        /// What is said of the whole line as a link: `Pengelolaan Surat Masuk, halaman 3`.
        told: String,
    },
    /// The label of a row of the identity block, rows counted from 0.
    Label(usize),
    /// What stands beside that label.
    Value(usize),
    /// The heading of a list.
    Heading(SectionKind),
    /// The number of an item of that list, items counted from 0.
    ItemMark(SectionKind, usize),
    /// The text of that item.
    ItemText(SectionKind, usize),
    /// A cell of the table's header; every page of the table draws it.
    Head(Head),
    /// A heading between the rows, across the table.
    Subhead {
        /// The step above whose row it stands, by position.
        step: usize,
        /// Which of the headings above that row it is, from 0.
        at: usize,
    },
    /// A cell of text.
    Cell {
        /// The step, by position.
        step: usize,
        /// The column of the table, from 0; the actors count.
        column: usize,
        /// Rows that it takes up, from that step down.
        rows: usize,
    },
    /// A symbol of the flow with the labels of its branches.
    Symbol {
        /// The step in whose row it stands, by position.
        step: usize,
        /// The column of the table, from 0; the actors count.
        column: usize,
        /// Which of the page's symbols it is.
        place: usize,
        /// What is said instead of it: `langkah 6, Sekretaris, keputusan; ya ke 7, tidak ke 5`.
        told: String,
    },
}

/// The pieces of a line of a table of contents, in the order they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Piece {
    /// Which SOP of the book it is.
    Ordinal,
    /// Its name.
    Name,
    /// Its number.
    Number,
    /// Its page; the link of the whole line belongs to it.
    Page,
}

/// Where a cell of the header stands and how far it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Head {
    /// Row of the header: 0 or 1; 2 is the row of numbers.
    pub row: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// Columns it reaches over.
    pub columns: usize,
    /// Rows it reaches over.
    pub rows: usize,
}

impl Page {
    /// The name of its SOP, or that it is one.
    pub fn heading(&self) -> &str {
        if self.title.is_empty() { UNNAMED } else { &self.title }
    }

    /// From where a viewer shows `target` whom the link at `area` takes there: a little over the pentagon at which the arrow
    /// goes on, the upper edge where there is none.
    pub fn goal(&self, area: Area, target: &Page) -> i32 {
        self.counterpart(area, target).map_or(0, |partner| (partner.y - OVER).max(0))
    }

    fn counterpart(&self, area: Area, target: &Page) -> Option<Area> {
        let letter = |place: &&Place| matches!(place.shape, Shape::Pentagon(_));
        let here = self.shapes.iter().filter(letter).find(|place| place.area == area)?;
        target.shapes.iter().find(|place| place.shape == here.shape).map(|place| place.area)
    }

    /// Takes away all that was drawn, to be put back later.
    pub(super) fn take(&mut self) -> (Vec<Draw>, Vec<Mark>) {
        (std::mem::take(&mut self.ops), std::mem::take(&mut self.marks))
    }

    /// Puts over what was drawn what was taken away before.
    pub(super) fn put(&mut self, (ops, marks): (Vec<Draw>, Vec<Mark>)) {
        let before = self.ops.len();
        self.ops.extend(ops);
        let later = |mark: Mark| Mark { ops: before + mark.ops.start..before + mark.ops.end, ..mark };
        self.marks.extend(marks.into_iter().map(later));
    }

    /// Gives a role to what was drawn since there were `from` drawings; nothing where that is nothing.
    pub(super) fn mark(&mut self, from: usize, role: Role) {
        if from < self.ops.len() {
            self.marks.push(Mark { ops: from..self.ops.len(), role });
        }
    }
}

/// The pages of several SOPs as one print: links count its pages, and every page knows which SOP it belongs to.
pub fn bind(books: Vec<Vec<Page>>) -> Vec<Page> {
    let mut bound: Vec<Page> = Vec::with_capacity(books.iter().map(Vec::len).sum());
    for (sop, book) in books.into_iter().enumerate() {
        let before = bound.len();
        for mut page in book {
            page.sop = sop;
            for op in &mut page.ops {
                if let Draw::Link { page, .. } = op {
                    *page += before;
                }
            }
            bound.push(page);
        }
    }
    bound
}
