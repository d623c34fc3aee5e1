//! Labels set on two lines, `Tanggal` over `Pembuatan`, also with the value beside the first: both halves are marked as one label.

use crate::document::{Cell, Layout, Row};
use crate::grammar::{date, offset_in};
use crate::parse::identity::{is_office, takes};
use crate::parse::pieces::{CutRow, Piece, Pieces};
use crate::vocabulary::fold::{fold, fold_in};
use crate::vocabulary::labels::{self, Label};

/// A cell with half a label holds no more than a value beside it.
const LONGEST: usize = 64;

/// The halves stand so many columns apart at most.
const NEAR: usize = 3;

/// Rows in which the second half is looked for: the value may have a row of its own between the two.
pub(super) const FARTHEST: usize = 2;

/// Words of a line in which half a label is looked for.
const MOST_WORDS: usize = 12;

/// The first half of a label in a cell.
pub(super) struct Head<'t> {
    /// Which of the filled cells.
    cell: usize,
    column: usize,
    half: Half<'t>,
    /// It begins its cell.
    leads: bool,
}

/// The cells of a row that hold the first half of a label.
pub(super) fn heads<'t>(row: &'t Row, cut: &CutRow<'t>) -> Vec<Head<'t>> {
    let cells = row.filled().zip(cut).enumerate();
    let head = |(at, (cell, pieces)): (usize, (&'t Cell, &Pieces<'t>))| {
        let (half, leads) = head(alone(pieces, cell)?, row.layout == Layout::Plain)?;
        Some(Head { cell: at, column: cell.column, half, leads })
    };
    cells.filter_map(head).collect()
}

/// Marks a label of which one of these heads begins in the first row, and which ends in a cell of the next; says whether there is one.
pub(super) fn mark<'t>(heads: &[Head<'t>], row: (&'t Row, &mut CutRow<'t>), next: (&'t Row, &mut CutRow<'t>)) -> bool {
    if next.0.is_blank() {
        return false;
    }
    let plain = row.0.layout == Layout::Plain && next.0.layout == Layout::Plain;
    for found in heads.iter().filter(|head| plain || head.leads) {
        let Half { before, half: head, after: value } = found.half;
        for (below, ends) in next.0.filled().zip(next.1.iter_mut()) {
            let tail = alone(ends, below).filter(|_| plain || found.column.abs_diff(below.column) <= NEAR);
            let Some((label, end)) = tail.and_then(|tail| ended(head, tail, plain)) else { continue };
            // Behind a whole date the other half, with a value of its own, is another label.
            let dated = label.is_dated() && date::find(value).is_some_and(|(date, _)| date.year.is_some());
            if !fits(label, value) || (dated && !end.after.is_empty()) {
                continue;
            }
            row.1[found.cell] = parts(before, Piece::Label(label, head), value);
            *ends = parts(end.before, Piece::LabelEnd(end.half), end.after);
            return true;
        }
    }
    false
}

/// Half a label, and the text around it.
#[derive(Clone, Copy)]
struct Half<'t> {
    before: &'t str,
    half: &'t str,
    after: &'t str,
}

/// The text of a cell without labels; short words that are labels of their own may begin it.
fn alone<'t>(pieces: &[Piece<'t>], cell: &'t Cell) -> Option<&'t str> {
    let (Piece::Text(text) | Piece::Label(_, text)) = pieces.first()? else { return None };
    let whole = match pieces {
        [Piece::Text(_)] => text,
        [Piece::Label(..)] | [Piece::Label(..), Piece::Text(_)] if labels::short(text).is_some() => {
            bare(cell.text.as_str())
        }
        _ => return None,
    };
    (whole.len() <= LONGEST).then_some(whole)
}

fn parts<'t>(before: &'t str, label: Piece<'t>, after: &'t str) -> Pieces<'t> {
    let text = |text: &'t str| (!text.is_empty()).then_some(Piece::Text(text));
    text(before).into_iter().chain([label]).chain(text(after)).collect()
}

/// The first word of a text, if a label may begin so, and what stands behind it; behind letterhead also another. Says whether it is
/// the first.
fn head(text: &str, plain: bool) -> Option<(Half<'_>, bool)> {
    let may = |word: &str| {
        if !labels::may_open(word) {
            return false;
        }
        let mut room = [0; 64];
        let folded = fold_in(word, &mut room);
        folded.len() >= 2 && labels::begins(&folded) && labels::exact(&folded).is_none()
    };
    let first = text.split_whitespace().next()?;
    if may(first) {
        let after = bare(&text[offset_in(text, first) + first.len()..]);
        return Some((Half { before: "", half: first, after }, true));
    }
    let mut behind = text.split_whitespace().skip(1).take(if plain { MOST_WORDS } else { 0 });
    let word = behind.find(|word| may(word))?;
    let at = offset_in(text, word);
    Some((Half { before: bare(&text[..at]), half: word, after: bare(&text[at + word.len()..]) }, false))
}

fn bare(text: &str) -> &str {
    text.trim_matches(|it: char| it.is_whitespace() || it == ':')
}

/// What stands beside half a label is its value, by its look.
fn fits(label: Label, value: &str) -> bool {
    match label {
        _ if value.is_empty() => true,
        Label::Number | Label::Created | Label::Revised | Label::Effective => takes(label, value),
        Label::Signatory => is_office(value),
        _ => false,
    }
}

/// The label whose end the text holds: its first words, or behind letterhead any, with nothing but a value behind them.
fn ended<'t>(head: &str, text: &'t str, plain: bool) -> Option<(Label, Half<'t>)> {
    let label = |words: &str| labels::exact(&fold(&format!("{head} {words}")));
    let words = || text.split_whitespace().map(|word| (offset_in(text, word), word));
    let first = words().take(3).find_map(|(at, word)| {
        let (half, after) = text.split_at(at + word.len());
        Some((label(half)?, Half { before: "", half, after: bare(after) }))
    });
    let behind = || {
        words().skip(1).take(MOST_WORDS).find_map(|(at, word)| {
            let half = Half { before: bare(&text[..at]), half: word, after: bare(&text[at + word.len()..]) };
            label(word).filter(|label| fits(*label, half.after)).map(|label| (label, half))
        })
    };
    first.or_else(|| if plain { behind() } else { None })
}
