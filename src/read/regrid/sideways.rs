//! Names of actors that are printed sideways: `pdftotext -layout` sets each on a line of its own, lines apart, over its column.

use super::fit::is_mark;
use super::heading::begins_with_number;
use super::lines::ends_table;
use crate::document::{Cell, Layout, Row};
use crate::grammar::step_number::is_column_numbers;
use crate::vocabulary::columns::Header;
use std::ops::Range;

/// A cell of the header by where it stands, and the column it names.
type Known = ((usize, usize), Option<Header>);

/// Most lines that such names are spread over: the longest fills half a page.
const MOST_LINES: usize = 48;

/// Most letters of such a line.
const LONGEST_NAME: usize = 48;

/// One past the last line of the names, which begin in these lines below a header that has named no actor yet; `None` where
/// something else stands there.
pub(super) fn names_end(rows: &[Row], lines: Range<usize>, known: &[Known]) -> Option<usize> {
    let room = room(known)?;
    let in_room = |(from, to): (usize, usize)| room.start <= from && to <= room.end;
    if known.iter().any(|(it, kind)| kind.is_none() && in_room(*it)) {
        return None;
    }
    let is_name = |cell: &Cell| {
        let text = cell.text.as_str();
        in_room((cell.column, cell.end_column))
            && text.starts_with(char::is_alphabetic)
            && text.chars().count() <= LONGEST_NAME
            && !is_mark(cell)
    };
    let (mut end, mut count) = (None, 0);
    let last = lines.end.min(rows.len()).min(lines.start + MOST_LINES);
    for (line, row) in rows.iter().enumerate().take(last).skip(lines.start) {
        if row.is_blank() {
            continue;
        }
        let first = row.filled().next().map_or("", |cell| cell.text.as_str());
        if begins_with_number(first) || is_column_numbers(row.texts()) {
            return end.filter(|_| count > 1);
        }
        if row.layout == Layout::Cells || row.page_start || ends_table(row) || !row.filled().all(is_name) {
            return None;
        }
        count += row.filled().count();
        end = Some(line + 1);
    }
    None
}

/// The columns of the page between the activity and what the actors' columns are followed by.
fn room(known: &[Known]) -> Option<Range<usize>> {
    let activity = known.iter().find(|(_, kind)| *kind == Some(Header::Activity))?.0.1;
    let follows = |kind: &Option<Header>| {
        matches!(kind, Some(Header::Requirements | Header::Duration(_) | Header::Outputs | Header::Note))
    };
    let right = known.iter().filter(|((from, _), kind)| follows(kind) && *from > activity).map(|((from, _), _)| *from);
    Some(activity..right.min()?)
}
