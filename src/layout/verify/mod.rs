//! Finished pages and the SOP they show → what is wrong with the drawing; nothing, where the print keeps its promises.
//!
//! One file, one guarantee. The checks look at the drawing alone, not at how it came about: lines, symbols and texts as
//! every backend writes them, with what [`Page`] says they stand for.
//!
//! Arrows have lanes of their own between the actor columns and outside the outer two, all of them inside the room that the
//! table gives to the actors ([`Strip::actors`](super::Strip)): a return runs beside the columns, never over the text.

mod apart;
mod breaks;
mod cells;
mod clear;
mod covers;
mod edges;
mod inside;
mod joints;
mod labels;
mod lanes;
mod links;
mod pieces;
mod rows;
mod texts;

use super::chart::Chart;
use super::draw::{Area, Page};
use crate::diagnostic::Message;
use crate::model::{CellAt, Edge, EdgeKind, Sop};

/// What every print promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Guarantee {
    /// No arrow crosses a symbol, a label or text.
    Clear,
    /// No two arrows lie on each other except where they merge; no symbol lies on another or on a line of the table.
    Apart,
    /// Every branch has its label where it leaves its decision, and labels stand free.
    Labels,
    /// Actor columns are equally wide, and so are the symbols of all cells; capsules say their word.
    Lanes,
    /// Who acts together has a box each, joined on one line that no arrow uses; an arrow may only run across it.
    Joints,
    /// No arrow and no symbol leaves the actor columns; a symbol stands in the cell of its step and actor.
    Inside,
    /// Every symbol and every arrow of the flow is drawn once, and every arrow ends at its target with a head.
    Edges,
    /// Every arrow over a page break has its pair of pentagons with the same letter.
    Breaks,
    /// Every row stands in its place; only rows taller than a page are split, and say so.
    Rows,
    /// Every text stays in its cell and touches no other.
    Texts,
    /// No emblem lies over anything, no ground over text, no head of an arrow over a symbol or text.
    Covers,
    /// Every pentagon leads to the page of its partner, every line of the contents to the page of its SOP.
    Links,
    /// Nothing leaves the sheet.
    Sheet,
}

impl Guarantee {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Clear,
        Self::Apart,
        Self::Labels,
        Self::Lanes,
        Self::Joints,
        Self::Inside,
        Self::Edges,
        Self::Breaks,
        Self::Rows,
        Self::Texts,
        Self::Covers,
        Self::Links,
        Self::Sheet,
    ];
}

/// One broken promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which.
    pub guarantee: Guarantee,
    /// On which page, counted from 1; 0 where something is on no page.
    pub page: usize,
    /// Where on that page.
    pub at: Area,
    /// What is wrong.
    pub message: Message,
}

/// One guarantee judged on all pages of one SOP.
type Check = fn(&Book) -> Vec<Fault>;

const CHECKS: [Check; 13] = [
    clear::check,
    apart::check,
    labels::check,
    lanes::check,
    joints::check,
    inside::check,
    edges::check,
    breaks::check,
    rows::check,
    texts::check,
    cells::check,
    covers::check,
    links::check,
];

/// What is to be kept even where no SOP is shown, as on the cover of a book.
const OF_ANY_PAGE: [Check; 3] = [inside::check, texts::check, covers::check];

/// The faults of pages that [`lay_out`](super::lay_out) made of this SOP, by guarantee and page.
pub fn verify(sop: &Sop, pages: &[Page]) -> Vec<Fault> {
    judged(sop, pages, 0, &CHECKS)
}

/// The faults of a book that [`bind_book`](super::bind_book) made of these SOPs, by guarantee and page of the book; its
/// first `front` pages are cover and contents.
pub fn verify_book(sops: &[&Sop], pages: &[Page], front: usize) -> Vec<Fault> {
    let front = front.min(pages.len());
    let mut faults = judged(&Sop::default(), &pages[..front], 0, &OF_ANY_PAGE);
    faults.extend(links::check_contents(pages, front, sops.len()));
    let mut start = front;
    for (at, sop) in sops.iter().enumerate() {
        let count = pages[start..].iter().take_while(|page| page.sop == at + 1).count();
        faults.extend(judged(sop, &pages[start..start + count], start, &CHECKS));
        start += count;
    }
    faults.sort_by_key(|fault| (fault.guarantee, fault.page));
    faults
}

/// The faults of an SOP whose pages come after so many `before` them.
fn judged(sop: &Sop, pages: &[Page], before: usize, checks: &[Check]) -> Vec<Fault> {
    let book = Book { sop, pages, before, chart: Chart::of(sop) };
    let mut faults: Vec<Fault> = checks.iter().flat_map(|check| check(&book)).collect();
    for fault in faults.iter_mut().filter(|fault| fault.page > 0) {
        fault.page += before;
    }
    faults.sort_by_key(|fault| (fault.guarantee, fault.page));
    faults
}

/// What the checks look at.
struct Book<'a> {
    sop: &'a Sop,
    pages: &'a [Page],
    /// Pages of the print that come before these; links count them.
    before: usize,
    /// Which arrows are to be drawn.
    chart: Chart,
}

impl Book<'_> {
    /// The pages with their numbers.
    fn numbered(&self) -> impl Iterator<Item = (usize, &Page)> {
        self.pages.iter().enumerate().map(|(at, page)| (at + 1, page))
    }

    /// `panah 4 ke 7 (tidak)`
    fn arrow(&self, edge: &Edge) -> Message {
        let number = |cell: CellAt| self.sop.steps.get(cell.0).map_or(String::new(), |step| step.number.to_string());
        let from = number(edge.from);
        let (id, en) = match edge.to {
            Some(to) => (number(to), number(to)),
            None => ("selesai".to_owned(), "the end".to_owned()),
        };
        let (why_id, why_en) = match edge.kind {
            EdgeKind::Next | EdgeKind::Case(_) => ("", ""),
            EdgeKind::Yes => (" (ya)", " (yes)"),
            EdgeKind::No => (" (tidak)", " (no)"),
        };
        Message::new(format!("panah {from} ke {id}{why_id}"), format!("arrow {from} to {en}{why_en}"))
    }

    /// A fault of an arrow: its name, and what is wrong with it.
    fn arrow_fault(&self, guarantee: Guarantee, page: usize, edge: &Edge, what: (&str, &str)) -> Fault {
        let name = self.arrow(edge);
        let message = Message::new(format!("{} {}", name.id, what.0), format!("{} {}", name.en, what.1));
        Fault { guarantee, page, at: Area::default(), message }
    }
}

impl Fault {
    fn new(guarantee: Guarantee, page: usize, at: Area, (id, en): (&str, &str)) -> Self {
        Self { guarantee, page, at, message: Message::new(id.to_owned(), en.to_owned()) }
    }

    fn at(self, at: Area) -> Self {
        Self { at, ..self }
    }
}
