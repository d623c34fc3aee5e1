//! What the cells say → how wide each text column is, so that rows become as low as they can.

use super::PT;
use super::columns::{BORDER, LABEL, LABEL_GAP, PITCH};
use super::draw::Face;
use super::form::Form;
use super::gauge::Gauge;
use super::merged::Spans;
use super::pen::PAD;
use super::table::{MARK, TEXT_COLUMNS, TEXT_SIZE, cell_texts};
use super::typeset::Typesetter;
use super::words::one_line;
use crate::model::{Sop, Way};

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
/// What a column keeps where its longest word has to be broken for the sake of others, in letters of the usual size.
const BROKEN_WORD: i32 = 100 * PT;

/// All texts of the table, measured once for letters of every size.
pub(super) struct Texts {
    /// Of each row and column: its items, in the order of [`TEXT_COLUMNS`].
    rows: Vec<[Vec<Gauge>; 6]>,
    /// What stands over each of these columns.
    pub headings: [Gauge; 6],
    /// The names of the actors.
    pub names: Vec<Gauge>,
    /// How wide an actor column has to be for the words that branches have of their own; 0 where none has any.
    pub branches: i32,
    /// Rows that share a cell.
    pub spans: Spans,
    mark: Gauge,
}

/// Words stand beside the middle of their column, clear of two lanes and of the line between the columns.
fn lane_of_words(sop: &Sop, type_: &Typesetter) -> i32 {
    let words = sop.cells().flat_map(|(_, _, cell)| cell.ways()).filter_map(Way::words);
    let longest = words.map(|words| type_.width(LABEL, &one_line(words))).max();
    longest.map_or(0, |longest| 2 * (longest + 2 * LABEL_GAP + BORDER + 2 * PITCH))
}

impl Texts {
    pub fn of(sop: &Sop, form: &Form, type_: &Typesetter) -> Self {
        let regular = |text: &String| Gauge::of(type_, Face::Regular, text);
        let row = |texts: [Vec<String>; 6]| texts.map(|items| items.iter().map(regular).collect());
        Self {
            rows: sop.steps.iter().map(|step| row(cell_texts(step))).collect(),
            headings: TEXT_COLUMNS.map(|role| Gauge::of(type_, Face::Bold, form.heading(role))),
            names: sop.actors.iter().map(|actor| Gauge::of(type_, Face::Bold, &actor.name.value)).collect(),
            branches: lane_of_words(sop, type_),
            spans: Spans::of(sop),
            mark: Gauge::of_mark(type_, Face::Regular, MARK),
        }
    }

    /// Lines of the longest cell of each row, in columns with so much room for letters of that size.
    pub fn lines(&self, size: i32, rooms: &[i32; 6]) -> Vec<i32> {
        let mark = self.mark.line(size);
        let cell = |items: &Vec<Gauge>, room: i32| -> i32 {
            let room = if items.len() > 1 { room - mark } else { room };
            items.iter().map(|item| item.lines(size, room)).sum()
        };
        let count = |row: &[Vec<Gauge>; 6]| -> [i32; 6] { std::array::from_fn(|at| cell(&row[at], rooms[at])) };
        let counts: Vec<[i32; 6]> = self.rows.iter().map(count).collect();
        let held = |row: usize| {
            let of_cell = |at: usize| {
                let lines = counts[self.spans.rows(at, row).start][at];
                self.spans.share((at, row), usize::try_from(lines).unwrap_or(0)).len()
            };
            (0..TEXT_COLUMNS.len()).map(of_cell).max().unwrap_or(0)
        };
        (0..counts.len()).map(|row| i32::try_from(held(row)).unwrap_or(i32::MAX)).collect()
    }

    /// How wide everything is in letters of that size.
    pub fn widths(&self, size: i32) -> Widths {
        let mut words = self.headings.each_ref().map(|heading| heading.word(size));
        let mut items = words;
        let mark = self.mark.line(size);
        let mut row = |cells: &[Vec<Gauge>; 6]| -> [Vec<i32>; 6] {
            std::array::from_fn(|at| {
                let mark = if cells[at].len() > 1 { mark } else { 0 };
                let width = |item: &Gauge| {
                    words[at] = words[at].max(item.word(size) + mark);
                    items[at] = items[at].max(item.line(size) + mark);
                    item.whole(size) + mark
                };
                cells[at].iter().map(width).collect()
            })
        };
        let rows = self.rows.iter().map(&mut row).collect();
        words[3] = words[3].max(items[3].min(DURATION * size / TEXT_SIZE));
        Widths { words, items, rows, broken: BROKEN_WORD * size / TEXT_SIZE }
    }
}

/// Widths of everything that the text cells hold in letters of one size, in the order of [`TEXT_COLUMNS`].
pub(super) struct Widths {
    /// Of each column: its longest word, or that of its heading.
    words: [i32; 6],
    /// Of each column: its longest item.
    items: [i32; 6],
    /// Of each row and column: its items.
    rows: Vec<[Vec<i32>; 6]>,
    broken: i32,
}

impl Widths {
    /// What all columns need at least, their longest words broken.
    pub fn least(&self) -> i32 {
        self.words.iter().map(|word| (word + 2 * PAD + PT).min(self.broken)).sum()
    }

    /// What all columns need to hold every text on one line.
    pub fn whole(&self) -> i32 {
        self.items.iter().map(|item| item + 2 * PAD + PT).fold(0, i32::saturating_add)
    }

    /// Lines that the items of a cell take, in a column of that width.
    fn lines(&self, row: usize, at: usize, width: i32) -> i64 {
        let room = i64::from((width - 2 * PAD).max(1));
        self.rows[row][at].iter().map(|item| lines(i64::from(*item), room)).sum()
    }
}

/// Lines that an item takes up, in fractions where it is more than one.
fn lines(item: i64, room: i64) -> i64 {
    if item <= room { LINE } else { (item * RAGGED * LINE / 100 / room).max(LINE) }
}

/// What a row costs whose cells have so many lines: its height above all, then all its lines.
fn cost(lines: &[i64; 6]) -> i64 {
    HEIGHT * lines.iter().copied().fold(FREE, i64::max) + lines.iter().sum::<i64>()
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
    let mut widths = texts.words.map(|word| word + 2 * PAD + PT);
    // A word that is broken in any case asks for no more room than its column has use for.
    widths.iter_mut().filter(|width| **width > most).for_each(|width| *width = texts.broken.min(most));
    cap(&mut widths, room.most);
    let mut used: i32 = widths.iter().sum();
    let mut rows: Vec<[i64; 6]> =
        (0..texts.rows.len()).map(|row| std::array::from_fn(|at| texts.lines(row, at, widths[at]))).collect();
    while used + PORTION <= room.eased.max(room.own) {
        let Some((saved, at)) = neediest(texts, &widths, &rows) else { break };
        if used + PORTION > room.own && saved < GAIN * rows.len() as i64 {
            break;
        }
        widths[at] += PORTION;
        used += PORTION;
        rows.iter_mut().enumerate().for_each(|(row, lines)| lines[at] = texts.lines(row, at, widths[at]));
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

/// The column that makes the table lowest if it gets a portion more, and what that saves; none where all texts have room
/// on single lines.
fn neediest(texts: &Widths, widths: &[i32; 6], rows: &[[i64; 6]]) -> Option<(i64, usize)> {
    let narrow = |at: &usize| widths[*at] < texts.items[*at] + 2 * PAD + PT;
    let saved = |at: usize| -> i64 {
        let row = |(row, lines): (usize, &[i64; 6])| {
            let mut wider = *lines;
            wider[at] = texts.lines(row, at, widths[at] + PORTION);
            if wider[at] == lines[at] { 0 } else { cost(lines) - cost(&wider) }
        };
        rows.iter().enumerate().map(row).sum()
    };
    let best = (0..6).filter(narrow).map(|at| (-saved(at), widths[at], at)).min();
    best.map(|(saved, _, at)| (-saved, at))
}

/// What no text needs goes to the columns of prose alike.
fn spread(widths: &mut [i32; 6], left: i32) {
    let left = left.max(0);
    for at in [1, 2, 4, 5] {
        widths[at] += left / 4;
    }
    widths[1] += left % 4;
}
