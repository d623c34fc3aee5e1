//! Headings printed with no more than the numbers of their items, and the contents of all below the last of them, as text comes
//! out of a PDF in the order it was drawn in → the lines of each.
//!
//! The contents come in the order of their headings, so the heap is cut, not dealt: of all cuts the one in which the lines are
//! worded for their sections and are as many as there are numbers.

use super::block::Block;
use super::marks;
use super::says::{Wording, goes_on};
use crate::document::Text;
use crate::model::SectionKind;
use crate::parse::lines::{Line, Sectioned};

/// Of fewer headings nothing tells that a heap belongs to all.
const FEWEST_SECTIONS: usize = 3;

/// A longer heap is left as it stands.
const MOST_LINES: usize = 160;

/// Worth of a list that has as many items as its heading has numbers.
const AS_MANY: i32 = 3;

/// Worth of a list cut within a sentence.
const WITHIN: i32 = -4;

/// Worth of a list that is empty though its heading has numbers.
const MISSING: i32 = -2;

/// The sections of a heap, cut.
pub(super) struct Cut {
    pub sections: Vec<Sectioned>,
    /// The numbers below the headings, which say no more than that there are items.
    pub numbers: Vec<Text>,
}

/// The sections of these blocks where they are headings and one heap; the blocks back where they are not.
pub(super) fn cut(blocks: Vec<Block>) -> Result<Cut, Vec<Block>> {
    let Some(cuts) = Heap::of(&blocks).and_then(|heap| heap.cuts()) else { return Err(blocks) };
    let (mut sections, mut numbers, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for block in blocks {
        let (own, rows) = block.taken_apart();
        sections.extend(own);
        for line in rows {
            match is_number(&line) {
                true => numbers.push(line.text),
                false => lines.push(line),
            }
        }
    }
    let mut lines = lines.into_iter();
    for (section, count) in cuts {
        sections[section].lines = lines.by_ref().take(count).collect();
        sections[section].dealt =
            Some("isi semua bagian tercetak di bawah judul terakhir; dibagi menurut kata dan nomornya");
    }
    Ok(Cut { sections, numbers })
}

fn is_number(line: &Line) -> bool {
    marks::lone_number(line.text.as_str()).is_some()
}

/// A line of the heap as far as cutting asks.
struct Piece<'t> {
    wording: Wording<'t>,
    number: Option<u32>,
    /// It goes on with the line above.
    goes_on: bool,
}

struct Heap<'t> {
    kinds: Vec<SectionKind>,
    /// How many numbers stand below each heading, where they tell.
    counts: Vec<Option<usize>>,
    /// The first section of the block that the heap stands below.
    last: usize,
    pieces: Vec<Piece<'t>>,
}

impl<'t> Heap<'t> {
    fn of(blocks: &'t [Block]) -> Option<Self> {
        let (mut kinds, mut counts) = (Vec::new(), Vec::new());
        let (below, above) = blocks.split_last()?;
        if above.is_empty() || below.is_counted() || !above.iter().all(Block::is_counted) {
            return None;
        }
        let mut pieces: Vec<Piece> = Vec::new();
        let mut last = 0;
        for block in blocks {
            last = kinds.len();
            let texts: Vec<&str> = block.plain()?.map(Text::as_str).collect();
            let numbered = texts.iter().take_while(|text| marks::lone_number(text).is_some()).count();
            kinds.extend(block.sections.iter().map(|it| it.kind).collect::<Option<Vec<_>>>()?);
            counts.extend(counted(&texts[..numbered], block.sections.len()));
            for text in &texts[numbered..] {
                if marks::lone_number(text).is_some() {
                    return None;
                }
                let above = pieces.last().map_or("", |it| it.wording.whole());
                let number = marks::list_number(text);
                let goes_on = number.is_none() && goes_on(above, text);
                pieces.push(Piece { wording: Wording::of(text), number, goes_on });
            }
        }
        // Few lines are those of the heading above them.
        let is_whole = kinds.len() >= FEWEST_SECTIONS && (kinds.len()..=MOST_LINES).contains(&pieces.len());
        let is_once = kinds.iter().enumerate().all(|(at, kind)| !kinds[..at].contains(kind));
        (is_whole && is_once).then_some(Self { kinds, counts, last, pieces })
    }

    /// Each section with the number of its lines, in the order of the heap; nothing where the words tell too little, or where
    /// all stands below its own heading.
    fn cuts(&self) -> Option<Vec<(usize, usize)>> {
        let printed: Vec<usize> = (0..self.kinds.len()).collect();
        let (left, right): (Vec<usize>, Vec<usize>) = printed.iter().partition(|at| *at % 2 == 0);
        let columns: Vec<usize> = left.into_iter().chain(right).collect();
        let [by_rows, by_columns] = [printed, columns].map(|order| self.best(&order));
        let (score, cuts) = if by_columns.0 > by_rows.0 { by_columns } else { by_rows };
        let filled: Vec<&(usize, usize)> = cuts.iter().filter(|(_, count)| *count > 0).collect();
        let mut from = 0;
        let mut told = 0;
        for (section, count) in &cuts {
            told += usize::from(*count > 0 && self.worth(*section, from, from + count) > 0);
            from += count;
        }
        let is_apart = filled.iter().any(|(section, _)| *section < self.last);
        (is_apart && score > 0 && 3 * told >= 2 * filled.len()).then_some(cuts)
    }

    /// The best cut of the heap into the sections of that order, and what it is worth.
    fn best(&self, order: &[usize]) -> (i32, Vec<(usize, usize)>) {
        let count = self.pieces.len();
        let mut rows: Vec<Vec<(i32, usize)>> = Vec::new();
        for section in order {
            let before = rows.last();
            let row = (0..=count).map(|end| {
                let open = |from: usize| match before {
                    Some(row) => Some(row[from].0),
                    None => (from == 0).then_some(0),
                };
                let ways = (0..=end).filter_map(|from| Some((open(from)? + self.worth(*section, from, end), from)));
                ways.max_by_key(|(worth, from)| (*worth, *from)).unwrap_or((i32::MIN / 2, 0))
            });
            rows.push(row.collect());
        }
        let score = rows.last().map_or(0, |row| row[count].0);
        let mut end = count;
        let mut cuts: Vec<(usize, usize)> = Vec::new();
        for (row, section) in rows.iter().zip(order).rev() {
            let from = row[end].1;
            cuts.push((*section, end - from));
            end = from;
        }
        cuts.reverse();
        (score, cuts)
    }

    /// How well these lines are a section.
    fn worth(&self, section: usize, from: usize, end: usize) -> i32 {
        let counted = self.counts[section];
        let pieces = &self.pieces[from..end];
        let Some(first) = pieces.first() else { return if counted.unwrap_or(0) > 0 { MISSING } else { 0 } };
        let begins = |(at, piece): (usize, &Piece)| at == 0 || !piece.goes_on;
        let items = pieces.iter().enumerate().filter(|piece| begins(*piece));
        let words: i32 = items.clone().map(|(_, piece)| piece.wording.fit(self.kinds[section])).sum();
        let again = pieces[1..].iter().filter(|piece| piece.number == Some(1)).count() as i32;
        let many = match counted {
            Some(count) if count == items.count() => AS_MANY,
            Some(count) if count > pieces.len() => MISSING,
            _ => 0,
        };
        let within = if first.goes_on && from > 0 { WITHIN } else { 0 };
        words + many + within + 2 * i32::from(first.number == Some(1)) - 3 * again
    }
}

/// How many items each of so many headings has, where the numbers below them make as many lists.
fn counted(numbers: &[&str], sections: usize) -> Vec<Option<usize>> {
    let mut lists: Vec<usize> = Vec::new();
    for number in numbers {
        match lists.last_mut() {
            Some(count) if marks::lone_number(number) != Some(1) => *count += 1,
            _ => lists.push(1),
        }
    }
    if lists.len() == sections { lists.into_iter().map(Some).collect() } else { vec![None; sections] }
}
