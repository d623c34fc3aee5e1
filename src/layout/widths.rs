//! What the cells say → how wide each text column is, so that rows become as low as they can.

use super::PT;
use super::pen::PAD;
use super::table::{MARK, TEXT_COLUMNS, cell_texts};
use super::typeset::{Style, Typesetter};
use crate::model::Sop;

/// Width that is handed out at a time.
const PORTION: i32 = 4 * PT;
/// A line counts so much; heights are reckoned in fractions of lines.
const LINE: i64 = 1000;
/// Lines that a row has room for because of its symbols.
const FREE: i64 = 2 * LINE;
/// A line of a row's height weighs as much as so many lines of its cells.
const HEIGHT: i64 = 3;
/// What a portion taken from the actors has to save on average in every row, in the same measure.
const GAIN: i64 = 150;
/// A duration up to this width stays on one line.
const DURATION: i32 = 46 * PT;
/// Broken lines are about so much longer than the text in them, in hundredths.
const RAGGED: i64 = 108;
/// Widest that one column may be made by its longest word, of all text columns, in hundredths.
const WORD_SHARE: i32 = 30;

/// Widths of everything that the text cells hold, in the order of [`TEXT_COLUMNS`].
pub(super) struct Widths {
    /// Of each column: its longest word, or that of its heading.
    words: [i32; 6],
    /// Of each column: its longest item.
    items: [i32; 6],
    /// Of each row and column: its items.
    rows: Vec<[Vec<i32>; 6]>,
}

impl Widths {
    /// The widths of this SOP's texts in such letters, under headings in such letters.
    pub fn of(sop: &Sop, cell: Style, heading: Style, type_: &Typesetter) -> Self {
        let longest_word = |style, text: &str| text.split_whitespace().map(|word| type_.width(style, word)).max();
        let mut words = TEXT_COLUMNS.map(|role| longest_word(heading, role.heading()).unwrap_or(0));
        let mut items = words;
        let mark = type_.width(cell, MARK);
        let mut row = |texts: [Vec<String>; 6]| -> [Vec<i32>; 6] {
            std::array::from_fn(|at| {
                let mark = if texts[at].len() > 1 { mark } else { 0 };
                let width = |item: &String| {
                    words[at] = words[at].max(longest_word(cell, item).unwrap_or(0) + mark);
                    let widths = item.lines().map(|line| type_.width(cell, line) + mark);
                    let width = widths.clone().sum();
                    items[at] = items[at].max(widths.max().unwrap_or(0));
                    width
                };
                texts[at].iter().map(width).collect()
            })
        };
        let rows = sop.steps.iter().map(|step| row(cell_texts(step))).collect();
        words[3] = words[3].max(items[3].min(DURATION));
        Self { words, items, rows }
    }

    /// What a row costs with columns of these widths: its height above all, then all its lines.
    fn cost(&self, row: usize, widths: &[i32; 6]) -> i64 {
        let cell = |at: usize| -> i64 {
            let room = i64::from((widths[at] - 2 * PAD).max(1));
            self.rows[row][at].iter().map(|item| lines(i64::from(*item), room)).sum()
        };
        let (highest, all) = (0..6).map(cell).fold((FREE, 0), |(highest, all), it| (highest.max(it), all + it));
        HEIGHT * highest + all
    }

    fn costs(&self, widths: &[i32; 6]) -> i64 {
        (0..self.rows.len()).map(|row| self.cost(row, widths)).sum()
    }
}

/// Lines that an item takes up, in fractions where it is more than one.
fn lines(item: i64, room: i64) -> i64 {
    if item <= room { LINE } else { (item * RAGGED * LINE / 100 / room).max(LINE) }
}

/// How much room the text columns may have in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    /// What is theirs in any case.
    pub own: i32,
    /// What they can have for the sake of lower rows.
    pub eased: i32,
    /// What they can have for the sake of whole words.
    pub most: i32,
}

/// Shares out the room: to each column its longest word, then more to those that make the table lower; beyond their own
/// room only if the rows become much lower.
pub(super) fn share(room: Room, texts: &Widths) -> [i32; 6] {
    let most = room.most * WORD_SHARE / 100;
    let mut widths = texts.words.map(|word| (word + 2 * PAD + PT).min(most));
    cap(&mut widths, room.most);
    let mut used: i32 = widths.iter().sum();
    let mut cost = texts.costs(&widths);
    while used + PORTION <= room.eased.max(room.own) {
        let Some((lower, at)) = neediest(texts, &widths) else { break };
        if used + PORTION > room.own && cost - lower < GAIN * texts.rows.len() as i64 {
            break;
        }
        widths[at] += PORTION;
        (used, cost) = (used + PORTION, lower);
    }
    spread(&mut widths, room.own - used);
    widths
}

/// Makes the widest columns narrower, down to a common width, until all together have room: only the longest words are
/// broken then.
fn cap(widths: &mut [i32; 6], room: i32) {
    while widths.iter().sum::<i32>() > room {
        let over = widths.iter().sum::<i32>() - room;
        let widest = widths.iter().copied().max().unwrap_or(0);
        let alike = widths.iter().filter(|width| **width == widest).count() as i32;
        let next = widths.iter().copied().filter(|width| *width < widest).max().unwrap_or(0);
        let less = (widest - next).min((over + alike - 1) / alike).max(1);
        for width in widths.iter_mut().filter(|width| **width == widest) {
            *width -= less;
        }
    }
}

/// The column that makes the table lowest if it gets a portion more, and what the table costs then; none where all texts have
/// room on single lines.
fn neediest(texts: &Widths, widths: &[i32; 6]) -> Option<(i64, usize)> {
    let narrow = |at: &usize| widths[*at] < texts.items[*at] + 2 * PAD + PT;
    let with_more = |at: usize| {
        let mut widths = *widths;
        widths[at] += PORTION;
        texts.costs(&widths)
    };
    let best = (0..6).filter(narrow).map(|at| (with_more(at), widths[at], at)).min();
    best.map(|(cost, _, at)| (cost, at))
}

/// What no text needs goes to the columns of prose alike.
fn spread(widths: &mut [i32; 6], left: i32) {
    let left = left.max(0);
    for at in [1, 2, 4, 5] {
        widths[at] += left / 4;
    }
    widths[1] += left % 4;
}
