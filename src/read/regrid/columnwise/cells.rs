//! The other cells of such a table: times, and documents where it is certain whose they are.

use super::{LONGEST_PAGE, said, text};
use crate::document::{Row, Text};
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::grammar::step_number::step_number;
use crate::vocabulary::columns::{Header, exact, header};
use crate::vocabulary::{fold, labels, sections};
use std::ops::Range;

/// The times in lines of their own, each with its lines.
pub(super) fn times(rows: &[Row], within: Range<usize>) -> Vec<(Range<usize>, Text)> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let line = said(&rows[at]);
        if labels::begins_identity(line) {
            break;
        }
        // `Setiap hari` is one among others, or below the name of the column.
        let is_below = || {
            let above: Option<&Row> = at.checked_sub(1).map(|above| &rows[above]);
            found.last().is_some_and(|(lines, _): &(Range<usize>, Text)| lines.end == at)
                || above.is_some_and(|row| matches!(exact(said(row)), Some(Header::Duration(_))))
        };
        let begins = line.starts_with(|it: char| it.is_ascii_digit()) || is_below();
        let whole = text(&rows[at]).filter(|_| begins);
        let broken = at + 1 < within.end && is_broken_time(&rows[at], &rows[at + 1]);
        match whole {
            Some(text) if duration::looks_like(line) && !broken => found.push((at..at + 1, text.clone())),
            Some(text) if broken => {
                let mut text = text.clone();
                if let Some(cell) = rows[at + 1].single() {
                    text.join(' ', &cell.text);
                }
                found.push((at..at + 2, text));
                at += 1;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The lines below the names Kelengkapan and Output, one for each step, where most steps need what the step before makes.
pub(super) fn documents(rows: &[Row], from: usize, count: usize) -> Option<[Vec<usize>; 2]> {
    let far = rows.len().min(from + LONGEST_PAGE);
    let below = |wanted: Header| -> Option<Vec<usize>> {
        let name = (from..far).find(|row| exact(said(&rows[*row])) == Some(wanted))?;
        let filled = (name + 1..far).filter(|row| !rows[*row].is_blank());
        let lines: Vec<usize> = filled.take_while(|row| !is_other(said(&rows[*row]))).take(count + 1).collect();
        let begin = lines.iter().all(|row| said(&rows[*row]).starts_with(char::is_uppercase));
        (lines.len() == count && begin).then_some(lines)
    };
    let (needed, made) = (below(Header::Requirements)?, below(Header::Outputs)?);
    let chained =
        made.iter().zip(&needed[1..]).filter(|(made, needed)| fold(said(&rows[**made])) == fold(said(&rows[**needed])));
    (chained.count() * 2 >= count).then_some([needed, made])
}

/// Between two times, marks left out: a document that is said twice, once as what is made and once as what is needed.
pub(super) fn said_twice(rows: &[Row], between: Range<usize>) -> Option<(Text, Vec<usize>)> {
    let is_mark = |row: &usize| Marks::of(said(&rows[*row])).rest.is_empty();
    let lines: Vec<usize> = between.filter(|row| !rows[*row].is_blank() && !is_mark(row)).collect();
    let folded: Vec<String> = lines.iter().map(|row| fold(said(&rows[*row]))).collect();
    let whole = folded.concat();
    let mut length = 0;
    let half = folded.iter().position(|line| {
        length += line.len();
        length * 2 >= whole.len()
    })?;
    let is_twice = length * 2 == whole.len() && !whole.is_empty() && whole[..length] == whole[length..];
    let starts = lines.iter().all(|row| text(&rows[*row]).is_some() && !is_other(said(&rows[*row])));
    let mut made = Text::default();
    lines[..=half].iter().filter_map(|row| text(&rows[*row])).for_each(|line| made.join(' ', line));
    (is_twice && starts).then_some((made, lines))
}
/// The rows that are of the table, though not understood: from the first cell beside a time on, and names of columns and marks with
/// what follows them up to a heading. A section that a page prints between its columns does not go on with them.
pub(super) fn innards(rows: &[Row], within: Range<usize>, first_cell: Option<usize>) -> Vec<bool> {
    let mut inside = false;
    let is_inside = |row: usize| {
        let line = said(&rows[row]);
        let marks = Marks::of(line);
        let drawn = !line.is_empty() && marks.rest.is_empty() && marks.is_present();
        if sections::whole(line).is_some() || labels::begins_identity(line) {
            inside = false;
        } else if drawn || exact(line).is_some() || Some(row) == first_cell {
            inside = true;
        }
        inside
    };
    within.map(is_inside).collect()
}

/// A line that no activity has: a mark, a time, a number, the name of a column or of a section.
pub(super) fn is_other(line: &str) -> bool {
    let marks = Marks::of(line);
    line.is_empty()
        || marks.rest.is_empty() && (marks.is_present() || marks.is_arrow())
        || duration::looks_like(line)
        || step_number(line).is_some()
        || !line.starts_with(char::is_lowercase) && (header(line).is_some() || sections::whole(line).is_some())
        || labels::begins_identity(line)
}

/// A number above its unit.
pub(super) fn is_broken_time(above: &Row, below: &Row) -> bool {
    let (above, below) = (said(above), said(below));
    !above.is_empty()
        && above.bytes().all(|it| it.is_ascii_digit())
        && below.starts_with(char::is_alphabetic)
        && duration::looks_like(&format!("{above} {below}"))
}
