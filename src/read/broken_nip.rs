//! The number of an official that the edge of a narrow column broke over two lines: `19740821 200312` over `2 002`.

use crate::document::{Cell, Row};
use crate::grammar::person::{self, WHOLE_NIP};

/// Puts the rest of such numbers behind their first part.
pub(super) fn join(rows: &mut [Row]) {
    for at in 1..rows.len() {
        let (above, below) = rows.split_at_mut(at);
        let (Some(row), Some(next)) = (above.last_mut(), below.first_mut()) else { continue };
        let Some(rest) = last(next).filter(|rest| digits(&next.cells[*rest]).is_some()) else { continue };
        if let Some(begun) =
            last(row).filter(|begun| is_labelled(row, *begun) && completes(row, *begun, &next.cells[rest]))
        {
            let rest = std::mem::take(&mut next.cells[rest].text);
            row.cells[begun].text.join(' ', &rest);
        }
    }
}

/// Position of the last filled cell.
fn last(row: &Row) -> Option<usize> {
    row.cells.iter().rposition(|cell| !cell.text.is_blank())
}

/// How many digits a cell holds that holds nothing else.
fn digits(cell: &Cell) -> Option<usize> {
    let text = cell.text.as_str();
    let are_all = text.chars().all(|it| it.is_ascii_digit() || it.is_whitespace());
    are_all.then(|| text.bytes().filter(u8::is_ascii_digit).count()).filter(|count| *count > 0)
}

/// The label stands in the cell itself, or before it.
fn is_labelled(row: &Row, at: usize) -> bool {
    let label = |cell: &Cell| cell.text.as_str().trim_start().get(..3).is_some_and(|it| it.eq_ignore_ascii_case("nip"));
    row.cells[..=at].iter().rev().filter(|cell| !cell.text.is_blank()).take(3).any(label)
}

/// The two are a whole number, of which neither is one.
fn completes(row: &Row, begun: usize, rest: &Cell) -> bool {
    let number =
        |text: &str| person::nip(&["NIP ", text.trim_start_matches([':', ' '])].concat()).map(|(digits, ..)| digits);
    let text = row.cells[begun].text.as_str();
    let behind_label = text.get(..3).filter(|it| it.eq_ignore_ascii_case("nip")).map_or(text, |_| &text[3..]);
    let all = [behind_label, " ", rest.text.as_str()].concat();
    let counts = digits(rest).zip(number(behind_label)).map(|(rest, before)| rest + before.len());
    counts == Some(WHOLE_NIP)
        && number(&all).is_some_and(|whole| whole.len() == WHOLE_NIP && whole.starts_with(['1', '2']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;
    use crate::source::Span;

    /// What the two lines say once the numbers in them are joined.
    fn joined(above: &[&str], below: &str) -> Vec<String> {
        let text = |it: &&str| {
            let mut text = Text::default();
            text.push(it, Span::default());
            text
        };
        let mut rows = [Row::positioned(above.iter().map(text).collect()), Row::positioned(vec![text(&below)])];
        join(&mut rows);
        rows.iter().flat_map(Row::texts).map(str::to_owned).collect()
    }

    #[test]
    fn only_what_makes_a_whole_number_is_joined() {
        assert_eq!(joined(&["NIP", ": 19740821 200312"], "2 002"), ["NIP", ": 19740821 200312 2 002"]);
        assert_eq!(joined(&["NIP. 19740821"], "200312 2 002"), ["NIP. 19740821 200312 2 002"]);
        for (above, below) in
            [("NIP. 19740821 200312", "2 2"), ("No. 19740821 200312", "2 002"), ("NIP. 1974", "2 002")]
        {
            assert_eq!(joined(&[above], below), [above, below]);
        }
    }
}
