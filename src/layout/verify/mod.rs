//! Finished pages and the SOP they show → what is wrong with the drawing; nothing, where the print keeps its promises.
//!
//! One file, one guarantee. The checks look at the drawing alone, not at how it came about: lines, symbols and texts as
//! every backend writes them, with what [`Page`] says they stand for.
//!
//! Arrows have lanes of their own between the actor columns and outside the outer two, all of them inside the room that the
//! table gives to the actors ([`Strip::actors`](super::Strip)): a return runs beside the columns, never over the text.

mod apart;
mod breaks;
mod clear;
mod edges;
mod inside;
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
    /// No two arrows lie on each other except where they merge; no two symbols or labels touch.
    Apart,
    /// No arrow and no symbol leaves the actor columns.
    Inside,
    /// Every symbol and every arrow of the flow is drawn once, and every arrow ends at its target with a head.
    Edges,
    /// Every arrow over a page break has its pair of pentagons with the same letter.
    Breaks,
    /// Every row stands in its place; only rows taller than a page are split, and say so.
    Rows,
    /// Every text stays in its cell and touches no other.
    Texts,
    /// Nothing leaves the sheet.
    Sheet,
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

/// The faults of pages that [`lay_out`](super::lay_out) made of this SOP, by guarantee and page.
pub fn verify(sop: &Sop, pages: &[Page]) -> Vec<Fault> {
    let book = Book { sop, pages, chart: Chart::of(sop) };
    let checks = [clear::check, apart::check, inside::check, edges::check, breaks::check, rows::check, texts::check];
    let mut faults: Vec<Fault> = checks.iter().flat_map(|check| check(&book)).collect();
    faults.sort_by_key(|fault| (fault.guarantee, fault.page));
    faults
}

/// What the checks look at.
struct Book<'a> {
    sop: &'a Sop,
    pages: &'a [Page],
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
            EdgeKind::Next => ("", ""),
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
    fn new(guarantee: Guarantee, page: usize, at: Area, message: (&str, &str)) -> Self {
        Self { guarantee, page, at, message: Message::new(message.0, message.1) }
    }

    fn at(self, at: Area) -> Self {
        Self { at, ..self }
    }
}
