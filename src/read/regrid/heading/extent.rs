//! Where a header begins and ends, seen from its line that names the activity.

use super::{LONGEST_NAME, begins_with_number, distance, headers, stretch, widely};
use crate::document::{Cell, Layout, Row};
use crate::grammar::person;
use crate::grammar::step_number::is_column_numbers;
use crate::read::regrid::lines::ends_table;
use crate::read::regrid::sideways;
use crate::vocabulary::columns::{Header, exact, header};
use std::ops::Range;

/// Most lines of a header above and below the one that names the activity.
const MOST_LINES: usize = 8;

/// The line of the same header printed once more right below, before any step.
pub(super) fn printed_again(rows: &[Row], at: usize) -> Option<usize> {
    let names_activity = |row: &Row| headers(row).any(|(_, kind)| kind == Header::Activity);
    let below = (at + 1..rows.len().min(at + 2 * MOST_LINES)).take_while(|line| {
        let first = rows[*line].filled().next();
        rows[*line].layout != Layout::Cells && !first.is_some_and(|cell| begins_with_number(cell.text.as_str()))
    });
    if !names_activity(&rows[at]) {
        return None;
    }
    below.into_iter().find(|line| names_activity(&rows[*line]) && headers(&rows[*line]).count() > 1)
}

/// The first line: above the activity stand names of columns and groups, and the upper lines of actors' names.
pub(super) fn start(rows: &[Row], at: usize, end: usize, activity: &Cell) -> usize {
    let mut lanes: Vec<(usize, usize)> = rows[at..end].iter().flat_map(|row| unnamed_right(row, activity)).collect();
    let own: Vec<Header> = headers(&rows[at]).map(|(_, kind)| kind).collect();
    let again = |named: &[Header]| named.len() > 1 && named.contains(&Header::Activity) && named == own;
    let (mut start, mut blanks, mut grouped) = (at, 0, false);
    for line in (at.saturating_sub(MOST_LINES)..at).rev() {
        let row = &rows[line];
        if rows[line + 1].page_start || row.layout == Layout::Cells && !row.is_blank() || ends_table(row) {
            break;
        }
        if row.is_blank() {
            blanks += 1;
            if blanks > 2 {
                break;
            }
            continue;
        }
        let named: Vec<Header> = headers(row).map(|(_, kind)| kind).collect();
        // The same header printed right above this one.
        if again(&named) {
            break;
        }
        let groups = named.iter().any(|kind| matches!(kind, Header::Actors | Header::Quality));
        if named.len() == row.filled().count() && (blanks == 0 || groups || named.len() > 1) {
            (start, blanks, grouped) = (line, 0, grouped || groups);
            continue;
        }
        // Lines of actors' names stand below the group name, right above those that they end in.
        let own = unnamed_right(row, activity);
        let above = |it: &(usize, usize)| lanes.iter().any(|lane| distance(*it, *lane) == 0);
        let stacked = own.len() + named.len() == row.filled().count() && own.iter().all(above);
        if !stacked || grouped || blanks > 0 {
            break;
        }
        lanes.extend(own);
        start = line;
    }
    start
}

/// One past the last line: the body begins with a number, a row of column numbers, or text below a column that is no actor's.
pub(super) fn end(rows: &[Row], at: usize, limit: usize) -> usize {
    if let Some(numbers) = column_numbers(rows, at + 1..rows.len().min(limit).min(at + MOST_LINES)) {
        return numbers;
    }
    // Above, a word such as `menit` alone is one of the last step of the page before.
    let heads = |row: &&Row| headers(row).count() > 1 || row.single().is_some();
    let above = rows[at.saturating_sub(3)..at].iter().filter(heads);
    let near = rows[at..(at + 4).min(rows.len())].iter().chain(above);
    let mut known: Vec<((usize, usize), Option<Header>)> =
        near.flat_map(headers).map(|(cell, kind)| (stretch(cell), Some(kind))).collect();
    let unnamed = |row: &Row| -> Vec<(usize, usize)> {
        row.filled().filter(|cell| header(cell.text.as_str()).is_none()).map(stretch).collect()
    };
    known.extend(unnamed(&rows[at]).into_iter().map(|it| (it, None)));
    let mut end = at + 1;
    let mut line = at + 1;
    while line < rows.len().min(limit) && line - at <= MOST_LINES {
        let row = &rows[line];
        if row.page_start {
            break;
        }
        if row.is_blank() {
            let more = rows[line..].iter().take(3).position(|row| !row.is_blank());
            if let Some(next) = more.map(|more| line + more).filter(|next| is_more_header(&rows[*next])) {
                line = next;
                continue;
            }
            return sideways::names_end(rows, line..limit, &known).unwrap_or(end);
        }
        // A line of names goes right on from the one above, and the first step may begin behind a blank.
        let closes = !rows[line - 1].is_blank() && rows.get(line + 1).is_none_or(Row::is_blank);
        if ends_table(row) || begins_body((&rows[line - 1], row), &known, closes) {
            break;
        }
        known.extend(unnamed(row).into_iter().map(|it| (it, None)));
        line += 1;
        end = line;
    }
    end
}

/// The row of column numbers right below the lines of a header.
fn column_numbers(rows: &[Row], within: Range<usize>) -> Option<usize> {
    let is_over = |row: &Row| row.is_blank() || row.layout == Layout::Cells || row.page_start || ends_table(row);
    let mut lines = within.take_while(|line| !is_over(&rows[*line]));
    lines.find(|line| {
        let row = &rows[*line];
        row.filled().count() >= FEWEST_NUMBERS && is_column_numbers(row.texts())
    })
}

/// Fewer numbers in a line are not those of columns.
const FEWEST_NUMBERS: usize = 5;

/// Behind a blank line the header goes on only with names of columns.
fn is_more_header(row: &Row) -> bool {
    let named = row.filled().filter(|cell| exact(cell.text.as_str()).is_some()).count();
    named >= 2 || (named == 1 && row.filled().count() == 1)
}

fn begins_body((above, row): (&Row, &Row), known: &[((usize, usize), Option<Header>)], closes: bool) -> bool {
    if row.layout == Layout::Cells || is_column_numbers(row.texts()) {
        return true;
    }
    // Names of two columns, one of them to the letter, are those of a header, whatever stands between them.
    let first = row.filled().next().map(|cell| cell.text.as_str());
    let is_told = |text: &str| exact(text).is_some() || text.split_whitespace().all(|word| exact(word).is_some());
    let named = row.texts().any(is_told) && row.texts().filter_map(widely).count() > 1;
    if named && !first.is_some_and(begins_with_number) {
        return false;
    }
    let is_lane = |kind: &Option<Header>| matches!(kind, None | Some(Header::Actors));
    let activity = known.iter().find(|(_, kind)| *kind == Some(Header::Activity)).map_or((0, 0), |(it, _)| *it);
    let unnamed = row.filled().filter(|cell| {
        let text = cell.text.as_str();
        header(text).is_none() && !(text.starts_with('(') && text.len() > 3) && !is_rest(above, cell)
    });
    let mut below_others = 0;
    for cell in unnamed {
        let over = |it: (usize, usize)| distance(stretch(cell), it) == 0;
        let numbered = cell.text.as_str().starts_with('•') || begins_with_number(cell.text.as_str());
        if cell.column < activity.1 {
            return true;
        }
        if numbered && cell.column <= activity.1 {
            return true;
        }
        let below_lane = known.iter().any(|(it, kind)| is_lane(kind) && over(*it));
        let other = |kind: &Option<Header>| !is_lane(kind) && *kind != Some(Header::Quality);
        below_others += usize::from(!below_lane && known.iter().any(|(it, kind)| other(kind) && over(*it)));
    }
    below_others > 0 && !closes
}

/// `KELENGKAPA` above `N`, `Waktu` above `Proses`: the cell is the rest of the name above, which the edge of its column broke.
fn is_rest(above: &Row, cell: &Cell) -> bool {
    let whole = |name: &str, between: &str| exact(&[name, between, cell.text.as_str()].concat()).is_some();
    let goes_on = |name: &str| !name.contains(' ') && whole(name, "") || exact(name).is_some() && whole(name, " ");
    above.filled().any(|name| distance(stretch(name), stretch(cell)) == 0 && goes_on(name.text.as_str()))
}

/// Cells right of the activity that may be lines of actors' names.
fn unnamed_right(row: &Row, activity: &Cell) -> Vec<(usize, usize)> {
    let is_name = |cell: &&Cell| {
        let text = cell.text.as_str();
        cell.column >= activity.end_column
            && header(text).is_none()
            && text.chars().count() <= LONGEST_NAME
            && !text.ends_with(['.', ';', ':'])
            && !begins_with_number(text)
            && person::nip(text).is_none()
            && !person::is_named(text)
    };
    row.filled().filter(is_name).map(stretch).collect()
}
