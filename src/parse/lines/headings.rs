//! Rows of headings: which sections they open, and what stands beside them.

use super::counted::{self, Count};
use super::{Open, Reader};
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::enumeration::opening;
use crate::model::SectionKind;
use crate::parse::pieces::{CutRow, Piece, Pieces};
use crate::parse::sections::{Block, is_worded};
use crate::vocabulary::fold;
use crate::vocabulary::sections::{self, BASIS, Heading};

/// Longest heading that is not known.
const LONGEST_HEADING: usize = 40;

/// The columns of a row of two cells, each of text and no more.
fn two_texts(row: &Row, cut: &CutRow) -> Option<[usize; 2]> {
    let mut cells = row.filled();
    let (first, second) = (cells.next()?, cells.next()?);
    let plain = cells.next().is_none() && cut.iter().all(|pieces| matches!(pieces[..], [Piece::Text(_)]));
    (plain && row.layout == Layout::Cells).then_some([first.column, second.column])
}

/// `DASAR` alone in its row, right above a list that cites, heads the legal basis.
pub(super) fn basis<'t>(rows: &[Row], mut cut: CutRow<'t>) -> CutRow<'t> {
    let [pieces] = &mut cut[..] else { return cut };
    let [Piece::Text(text)] = pieces[..] else { return cut };
    if text.len() > BASIS.len() + 2 || fold(text) != BASIS {
        return cut;
    }
    let below = rows[1..].iter().find(|row| !row.is_blank()).and_then(|row| row.texts().next());
    let item = below.map(|text| opening(text).map_or(text, |(_, item)| item));
    if item.is_some_and(|item| is_worded(SectionKind::LegalBasis, item)) {
        pieces[0] = Piece::Heading(Heading::Section(SectionKind::LegalBasis), text);
    }
    cut
}

impl Reader {
    /// A row of headings; right below others without contents it belongs to their block.
    pub(super) fn headed(&mut self, row: &Row, at: usize, cut: &[(&Cell, Pieces)]) {
        self.settle(None);
        if self.is_in_cell(cut) {
            return self.text(row, at);
        }
        let mut section = None;
        let mut left = Vec::new();
        for (cell, pieces) in cut {
            if pieces.is_empty() {
                self.lines.structure.push(cell.text.clone());
            }
            for piece in pieces {
                match piece {
                    Piece::Heading(heading, spelling) => {
                        self.count(spelling, &mut left);
                        self.close_left(row, &mut left);
                        let last = self.lines.blocks.last();
                        let waits = matches!(self.open, Open::Sections) || self.values_part_headings;
                        let is_open = waits && !self.empty_boxes;
                        let goes_on = is_open && last.is_some_and(Block::is_bare);
                        if last.is_some_and(Block::is_full) || (section.is_none() && !goes_on) {
                            self.lines.blocks.push(Block::default());
                        }
                        section = self.section(*heading, cell.text.slice(spelling), (at, cell.column), row.layout);
                        self.open = Open::Sections;
                        self.values_part_headings = false;
                    }
                    // Left of the heading: the section that is open there goes on.
                    Piece::Text(part) | Piece::Label(_, part) | Piece::LabelEnd(part) if section.is_none() => {
                        left.push((*cell, cell.text.slice(part)));
                    }
                    Piece::Text(part) if self.heads_other(row, cell, part) => {
                        section = self.section(Heading::Foreign, cell.text.slice(part), (at, cell.column), row.layout);
                    }
                    Piece::Text(part) | Piece::Label(_, part) | Piece::LabelEnd(part) => {
                        self.behind(section, cell.column, cell.text.slice(part));
                    }
                }
            }
        }
    }

    /// `Maksud dan tujuan : …` is all the headings of the row, below others that stand side by side: it is written in one of their
    /// cells.
    fn is_in_cell(&self, cut: &[(&Cell, Pieces)]) -> bool {
        let mut headings = cut.iter().flat_map(|(_, pieces)| pieces).filter_map(|piece| match piece {
            Piece::Heading(_, spelling) => Some(*spelling),
            _ => None,
        });
        let beside = matches!(self.open, Open::Sections) && self.lines.blocks.last().is_some_and(Block::is_beside);
        beside && headings.next().is_some_and(sections::is_purpose) && headings.next().is_none()
    }

    /// The columns of the next row where it holds contents of two, as the headings before or behind it show.
    pub(super) fn two_below(&self, rows: &[Row], at: usize, below: &[(usize, CutRow)]) -> Option<[usize; 2]> {
        let (next, cut) = below.first().filter(|(next, _)| *next == at + 1)?;
        let columns = two_texts(&rows[*next], cut)?;
        let heads = |(_, cut): &(usize, CutRow)| {
            cut.iter().flatten().filter(|piece| matches!(piece, Piece::Heading(..))).count() == columns.len()
        };
        let beside = self.lines.blocks.last().is_some_and(Block::is_beside);
        (beside || below.get(1).is_some_and(heads)).then_some(columns)
    }

    /// A few words beside a heading, over two columns of contents, head the other column, whatever they say.
    fn heads_other(&self, row: &Row, cell: &Cell, part: &str) -> bool {
        let columns = row.filled().map(|cell| cell.column);
        let over = self.below_two.is_some_and(|below| columns.eq(below)) && row.layout == Layout::Cells;
        let named = part.len() <= LONGEST_HEADING && part.starts_with(char::is_uppercase);
        over && named
            && cell.text.as_str().trim() == part
            && !part.contains(|it: char| it.is_ascii_digit() || it == ',')
    }

    /// The mark before a heading, with it or in a cell of its own.
    fn count(&mut self, spelling: &str, left: &mut Vec<(&Cell, Text)>) {
        let mark = left.last().and_then(|(_, text)| Count::of(text.as_str()));
        if mark.is_some() {
            self.lines.structure.extend(left.pop().map(|(_, text)| text));
        }
        self.counted = mark.or_else(|| Count::before(spelling));
    }

    /// A heading that counts on from the last one and that this form does not know ends what is open.
    pub(super) fn closes_counted(&mut self, row: &Row, at: usize) -> bool {
        let chapter = || counted::chapter(row).filter(|_| self.blank);
        let Some((count, title)) = counted::next(row, self.counted).or_else(chapter) else { return false };
        self.counted = Some(count);
        let folded = fold(title.as_str());
        let known = sections::whole(title.as_str());
        let heads_steps = known == Some(Heading::Procedure);
        if heads_steps || sections::BARE_TITLES.contains(&folded.as_str()) {
            self.lines.structure.extend(row.filled().map(|cell| cell.text.clone()));
            self.open = Open::Nothing;
        } else {
            self.lines.blocks.push(Block::default());
            let column = row.filled().next().map_or(0, |cell| cell.column);
            self.section(known.unwrap_or(Heading::Foreign), title, (at, column), row.layout);
            self.open = Open::Sections;
        }
        true
    }
}
