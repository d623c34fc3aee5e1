//! Words that are labels or headings elsewhere, where the name of the SOP is asked → the name.

use super::{CutRow, Piece};
use crate::document::Row;
use crate::grammar::offset_in;
use crate::vocabulary::labels::Label;
use crate::vocabulary::sections;

/// `Nama SOP` and `Penanganan Pengaduan`: behind the label the words of a heading, or of another label, are the name.
pub(super) fn keep_beside<'t>(row: &'t Row, cells: &mut CutRow<'t>) {
    let is_title = |piece: &Piece| matches!(piece, Piece::Label(Label::Title, _));
    for (at, cell) in row.filled().enumerate() {
        let beside = at.checked_sub(1).is_some_and(|before| matches!(&cells[before][..], [piece] if is_title(piece)));
        let pieces = &mut cells[at];
        let from = if beside { 0 } else { usize::from(pieces.first().is_some_and(is_title)) };
        let is_name = match &pieces[from..] {
            _ if !beside && from == 0 => false,
            [Piece::Heading(_, words)] => words.trim().contains(' '),
            [Piece::Label(label, _), Piece::Text(_)] => label.is_common_word(),
            [Piece::Text(_), Piece::Label(..)] => beside,
            _ => false,
        };
        if is_name && !cell.text.as_str().contains(|it: char| it.is_ascii_digit()) {
            let whole = spanned(cell.text.as_str(), &pieces[from..]);
            pieces.truncate(from);
            pieces.push(Piece::Text(whole));
        }
    }
}

/// The part of a cell from its first piece to its last.
fn spanned<'t>(text: &'t str, pieces: &[Piece<'t>]) -> &'t str {
    let words = |piece: &Piece<'t>| match *piece {
        Piece::Label(_, words) | Piece::LabelEnd(words) | Piece::Heading(_, words) | Piece::Text(words) => words,
    };
    let start = pieces.first().map_or(0, |piece| offset_in(text, words(piece)));
    let end = pieces.last().map_or(text.len(), |piece| offset_in(text, words(piece)) + words(piece).len());
    &text[start..end]
}

/// `Pengelolaan Pengaduan` alone in its row, which may be the name of an SOP as well as the heading of a section.
pub(in crate::parse) fn keep_alone(mut cells: CutRow<'_>) -> CutRow<'_> {
    let mut pieces = cells.iter_mut().flatten();
    if let (Some(piece), None) = (pieces.next(), pieces.next())
        && let Piece::Heading(_, text) = *piece
        && sections::may_be_name(text)
    {
        *piece = Piece::Text(text);
    }
    cells
}
