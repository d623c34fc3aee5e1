//! Labels set on two lines, `Tanggal` over `Pembuatan`, also with the value beside the first: both halves are marked as one label.

use crate::document::{Cell, Layout, Row};
use crate::grammar::offset_in;
use crate::parse::identity::takes;
use crate::parse::pieces::{CutRow, Piece};
use crate::vocabulary::fold;
use crate::vocabulary::labels::{self, Label};

/// A cell with half a label holds no more than a value beside it.
const LONGEST: usize = 64;

/// The halves stand so many columns apart at most.
const NEAR: usize = 3;

/// Rows in which the second half is looked for: the value may have a row of its own between the two.
pub(super) const FARTHEST: usize = 2;

/// Marks a label that begins in a cell of the first row and ends in one of the next.
pub(super) fn mark<'t>(row: (&'t Row, &mut CutRow<'t>), next: (&'t Row, &mut CutRow<'t>)) {
    for (cell, pieces) in row.0.filled().zip(row.1.iter_mut()) {
        let ([Piece::Text(text)], true) = (&pieces[..], cell.text.as_str().len() <= LONGEST) else { continue };
        let Some((head, value)) = head(text) else { continue };
        for (below, ends) in next.0.filled().zip(next.1.iter_mut()) {
            let ([Piece::Text(tail)], true) = (&ends[..], below.text.as_str().len() <= LONGEST) else { continue };
            let plain = row.0.layout == Layout::Plain && next.0.layout == Layout::Plain;
            let found =
                ended(head, tail, plain).filter(|(label, ..)| is_below(cell, below, plain) && fits(*label, value));
            let Some((label, before, end, after)) = found else { continue };
            *pieces = vec![Piece::Label(label, head)];
            pieces.extend((!value.is_empty()).then_some(Piece::Text(value)));
            *ends = Vec::new();
            ends.extend((!before.is_empty()).then_some(Piece::Text(before)));
            ends.push(Piece::LabelEnd(end));
            ends.extend((!after.is_empty()).then_some(Piece::Text(after)));
            return;
        }
    }
}

/// The first word of a text, if a label may begin so, and what stands behind it.
fn head(text: &str) -> Option<(&str, &str)> {
    let first = text.split_whitespace().next()?;
    let folded = fold(first);
    let may = folded.len() >= 2 && labels::begins(&folded) && labels::exact(&folded).is_none();
    may.then(|| (first, bare(&text[offset_in(text, first) + first.len()..])))
}

fn bare(text: &str) -> &str {
    text.trim_matches(|it: char| it.is_whitespace() || it == ':')
}

fn fits(label: Label, value: &str) -> bool {
    let typed = matches!(label, Label::Number | Label::Created | Label::Revised | Label::Effective);
    value.is_empty() || (typed && takes(label, value))
}

/// The label that the first words of the text below end, or its last one where letterhead may stand before it: the label, the text
/// before its end, the end, and the text behind.
fn ended<'t>(head: &str, text: &'t str, plain: bool) -> Option<(Label, &'t str, &'t str, &'t str)> {
    let label = |words: &str| labels::exact(&fold(&format!("{head} {words}")));
    let mut ends = text.split_whitespace().take(3).map(|word| offset_in(text, word) + word.len());
    let first = ends.find_map(|end| Some((label(&text[..end])?, "", &text[..end], bare(&text[end..]))));
    let last = || {
        let start = text.trim_end().rfind(char::is_whitespace)? + 1;
        Some((label(&text[start..])?, bare(&text[..start]), &text[start..], ""))
    };
    first.or_else(|| if plain { last() } else { None })
}

fn is_below(cell: &Cell, below: &Cell, plain: bool) -> bool {
    plain || cell.column.abs_diff(below.column) <= NEAR
}
