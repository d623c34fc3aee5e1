//! What is found outside the tables of one SOP: values of labels, lines of sections, and what is left.

use super::told::Told;
use crate::document::{Cell, Layout, Row, Text};
use crate::model::SectionKind;
use crate::parse::sections::Block;
use crate::vocabulary::labels::Label;

/// What was found outside the tables of one SOP.
#[derive(Debug, Default)]
pub(in crate::parse) struct Lines {
    /// Labels in document order, each with its value as far as it stands near.
    pub labels: Vec<Labelled>,
    /// Sections in document order, those whose headings stand together in one block.
    pub blocks: Vec<Block>,
    /// Everything else that is no noise.
    pub free: Vec<Free>,
    /// Labels and headings: understood, no value.
    pub structure: Vec<Text>,
    /// Page numbers, footers and notes of the signing system.
    pub furniture: Vec<Text>,
    /// The steps as a list of sentences.
    pub procedure: Vec<Told>,
}

/// A label and its value.
#[derive(Debug)]
pub(in crate::parse) struct Labelled {
    pub label: Label,
    pub spelling: Text,
    /// Empty where nothing stands near the label.
    pub value: Text,
    /// Row of the document.
    pub row: usize,
}

/// The lines of one section.
#[derive(Debug)]
pub(in crate::parse) struct Sectioned {
    /// `None` for a section this form has no place for.
    pub kind: Option<SectionKind>,
    pub heading: Text,
    pub lines: Vec<Line>,
    /// Why its lines are taken for its own, where what they say told them from those of another section.
    pub dealt: Option<&'static str>,
    /// Nothing was found to be of it, though lines that another section has may be.
    pub doubtful: bool,
}

/// One line of a section.
#[derive(Debug)]
pub(in crate::parse) struct Line {
    pub text: Text,
    /// A blank line stands before it.
    pub after_blank: bool,
    /// Column it begins in.
    pub column: usize,
}

/// A line that belongs to no label and no section.
#[derive(Debug, Clone)]
pub(in crate::parse) struct Free {
    pub text: Text,
    /// Row of the document.
    pub row: usize,
    /// Stands behind the procedure table.
    pub after_table: bool,
    /// Row of the last label before it, if one came.
    pub after_label: bool,
    /// A blank line, or another kind of row, stands before it.
    pub after_blank: bool,
    /// It is a cell of a row of many.
    pub in_table: bool,
    /// Its author set it as a heading.
    pub set_apart: bool,
    /// Where it stands in its line, if columns of a page tell.
    pub stretch: Option<Stretch>,
}

impl Free {
    /// One of the two may go on with the other.
    pub fn is_in_line_with(&self, other: &Self) -> bool {
        Stretch::are_in_line(self.stretch, other.stretch)
    }
}

/// The columns of the page that a cell takes up.
#[derive(Debug, Clone, Copy)]
pub(in crate::parse) struct Stretch {
    from: usize,
    to: usize,
    /// Another cell stands beside it.
    is_beside: bool,
}

impl Stretch {
    /// What stands in these two may be lines of one text: where a page has columns they share one.
    pub fn are_in_line(one: Option<Self>, other: Option<Self>) -> bool {
        let (Some(one), Some(other)) = (one, other) else { return true };
        !(one.is_beside || other.is_beside) || one.from < other.to && other.from < one.to
    }

    /// That of a cell of this row.
    pub(super) fn of(row: &Row, cell: &Cell) -> Option<Self> {
        let is_beside = row.layout == Layout::Spaced && row.filled().count() > 1;
        (row.layout != Layout::Cells).then_some(Self { from: cell.column, to: cell.end_column, is_beside })
    }
}
