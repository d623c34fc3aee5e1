//! The header of a table as one unit: its lines, however many they are, and the columns they name.

use super::lines::ends_table;
use super::melted::{self, Below};
use super::poles;
use super::sideways;
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::offset_in;
use crate::grammar::person;
use crate::grammar::step_number::{is_column_numbers, step_number};
use crate::vocabulary::columns::{Header, by_word, exact, header, number_and_activity};
use crate::vocabulary::{fold, offices};
use std::cell::LazyCell;
use std::ops::Range;

/// The header of one table, or of one page of it.
#[derive(Debug)]
pub(super) struct Heading {
    /// Its lines, blank ones between them included.
    pub lines: Range<usize>,
    /// From left to right.
    pub columns: Vec<Column>,
    /// Group names, each with the column it begins over.
    pub groups: Vec<(usize, Text)>,
}

/// One column as the header names it.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// `None` for an actor, or for a name that is not known.
    pub kind: Option<Header>,
    /// Its lines joined.
    pub name: Text,
    /// First column of the page that the name takes up.
    pub from: usize,
    /// One past the last.
    pub to: usize,
}

/// Most lines of a header above and below the one that names the activity.
const MOST_LINES: usize = 8;

/// A header of more cells is held against itself no further.
const MOST_PARTS: usize = 160;

/// Longest line of an actor's name, in letters.
const LONGEST_NAME: usize = 32;

impl Heading {
    /// The header whose line with `Kegiatan` is row `at`.
    pub fn at(rows: &[Row], at: usize) -> Option<Self> {
        let row = &rows[at];
        if row.layout == Layout::Cells || row.filled().any(|cell| step_number(cell.text.as_str()).is_some()) {
            return None;
        }
        let is_activity = |cell: &&Cell| widely(cell.text.as_str()) == Some(Header::Activity);
        let activity = row.filled().find(is_activity)?;
        if ends_table(row) {
            return None;
        }
        let again = printed_again(rows, at);
        let end = last_line(rows, at, again.unwrap_or(usize::MAX));
        // `Laporan kegiatan` is no name of a column where one stands below it.
        let names_activity = |row: &Row| row.texts().any(|text| exact(text) == Some(Header::Activity));
        if header(activity.text.as_str()).is_none() && rows[at + 1..end].iter().any(names_activity) {
            return None;
        }
        let start = first_line(rows, at, end, activity);
        let end = again.map_or(end, |again| end.min(again - (at - start).min(again - at - 1)));
        let all: Vec<Header> =
            rows[start..end].iter().flat_map(Row::filled).filter_map(|cell| widely(cell.text.as_str())).collect();
        let kinds = [Header::Number, Header::Actors, Header::Quality, Header::Requirements, Header::Outputs];
        let timed = all.iter().any(|it| matches!(it, Header::Duration(_)));
        let found = kinds.iter().filter(|kind| all.contains(kind)).count() + usize::from(all.contains(&Header::Note));
        if found < 2 && !(found == 1 && timed) || rows[start..end].iter().all(|row| row.layout == Layout::Plain) {
            return None;
        }
        let (columns, groups) = columns(&rows[start..end], at - start, &rows[end..]);
        Some(Self { lines: start..end, columns, groups })
    }

    /// The column of that kind.
    pub fn column(&self, kind: Header) -> Option<usize> {
        self.columns.iter().position(|column| column.kind == Some(kind))
    }

    /// A column for numbers that stand there without a name.
    pub fn count(&mut self) {
        let Some(at) = self.column(Header::Activity).filter(|_| self.column(Header::Number).is_none()) else { return };
        let from = self.columns[at].from;
        let column = Column { kind: Some(Header::Number), name: Text::default(), from, to: from + 1 };
        self.columns.insert(at, column);
        self.groups.iter_mut().filter(|(first, _)| *first >= at).for_each(|(first, _)| *first += 1);
    }

    /// It names the same columns in the same order, so what stands below goes on with that table.
    pub fn repeats(&self, first: &Self) -> bool {
        let same = |one: &Column, other: &Column| match (one.kind, other.kind) {
            (None, None) => true,
            (Some(Header::Duration(_)), Some(Header::Duration(_))) => true,
            (one, other) => one == other,
        };
        self.columns.len() == first.columns.len()
            && self.columns.iter().zip(&first.columns).all(|(one, other)| same(one, other))
    }
}

/// The cells of a line that name columns.
fn headers(row: &Row) -> impl Iterator<Item = (&Cell, Header)> {
    row.filled().filter_map(|cell| header(cell.text.as_str()).map(|it| (cell, it)))
}

/// The column that a cell names, if only by its first or last word.
fn widely(text: &str) -> Option<Header> {
    let two = || number_and_activity(text).map(|_| Header::Activity);
    header(text).or_else(|| if text.len() <= LONGEST_NAME { by_word(text).or_else(two) } else { None })
}

/// The line of the same header printed once more right below, before any step.
fn printed_again(rows: &[Row], at: usize) -> Option<usize> {
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

/// How far two stretches of a line are apart; nothing where they share a column.
pub(super) fn distance(one: (usize, usize), other: (usize, usize)) -> usize {
    (one.0.saturating_sub(other.1.saturating_sub(1))).max(other.0.saturating_sub(one.1.saturating_sub(1)))
}

fn stretch(cell: &Cell) -> (usize, usize) {
    (cell.column, cell.end_column)
}

/// One past the last line: the body begins with a number, a row of column numbers, or text below a column that is no actor's.
fn last_line(rows: &[Row], at: usize, limit: usize) -> usize {
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

/// `1`, `1.`, `1. Mencatat`
pub(super) fn begins_with_number(text: &str) -> bool {
    let rest = text.trim_start_matches('(').trim_start_matches(|it: char| it.is_ascii_digit());
    rest.len() < text.len() && (rest.is_empty() || rest.starts_with(['.', ')', ' ']))
}

/// The first line: above the activity stand names of columns and groups, and the upper lines of actors' names.
fn first_line(rows: &[Row], at: usize, end: usize, activity: &Cell) -> usize {
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

/// One cell of the header.
pub(super) struct Part {
    /// Its line of the header.
    pub line: usize,
    /// First column of the page.
    pub from: usize,
    /// One past the last.
    pub to: usize,
    /// As it is written.
    pub text: Text,
    /// The column it names.
    pub kind: Option<Header>,
}

/// The columns, and the groups with the column each begins over. `named` is the line that names the activity; `below` are the
/// rows below the header.
fn columns(rows: &[Row], named: usize, below: &[Row]) -> (Vec<Column>, Vec<(usize, Text)>) {
    let parts = rows.iter().enumerate().flat_map(|(line, row)| row.filled().flat_map(move |cell| parts(line, cell)));
    let mut parts: Vec<Part> = parts.collect();
    for part in parts.iter_mut().filter(|part| part.kind.is_none()) {
        // An actor's name may end in the word.
        let known = widely(part.text.as_str());
        part.kind = known.filter(|kind| part.line == named || *kind != Header::Activity);
    }
    if parts.len() <= MOST_PARTS {
        let below = Below::of(below);
        split_melted(&mut parts, &below);
        split_over(&mut parts);
        poles::part(&mut parts, &below);
        for at in ends_of_names(&parts) {
            parts[at].kind = None;
        }
    }
    // Of two `Pelaksana` the upper is the group; the lower belongs to a name (`Kepala Pelaksana`, `Pelaksana Perjalanan Dinas`).
    let first_actors = parts.iter().position(|part| part.kind == Some(Header::Actors));
    let group_line = first_actors.map_or(usize::MAX, |at| parts[at].line);
    let is_of_name = |part: &&mut Part| part.kind == Some(Header::Actors) && part.line > group_line;
    parts.iter_mut().filter(is_of_name).for_each(|part| part.kind = None);
    let is_group = |at: usize| match parts[at].kind {
        Some(Header::Actors) => Some(at) == first_actors,
        kind => kind == Some(Header::Quality),
    };
    let mut columns: Vec<(Column, Vec<usize>)> = Vec::new();
    for part in (0..parts.len()).filter(|at| !is_group(*at)).map(|at| &parts[at]) {
        stack(&mut columns, part);
    }
    columns.sort_by_key(|(column, _)| column.from + column.to);
    let mut columns: Vec<Column> = columns.into_iter().map(|(column, _)| column).collect();
    let mut groups: Vec<(usize, Text)> = Vec::new();
    for part in (0..parts.len()).filter(|at| is_group(*at)).map(|at| &parts[at]) {
        match first_under(&columns, part) {
            Some(first) if groups.iter().any(|(at, _)| *at == first) => {}
            Some(first) => groups.push((first, part.text.clone())),
            // A group name without names below it is the name of its own column.
            None => {
                let column = Column { kind: part.kind, name: part.text.clone(), from: part.from, to: part.to };
                let at = columns.partition_point(|it| it.from + it.to < part.from + part.to);
                columns.insert(at, column);
                groups.iter_mut().filter(|(first, _)| *first >= at).for_each(|(first, _)| *first += 1);
            }
        }
    }
    (columns, groups)
}

/// Names of actors in one cell become parts of their own, as the marks below them tell, or a header further down.
fn split_melted(parts: &mut Vec<Part>, below: &Below) {
    let heads = LazyCell::new(|| melted::heads(below.rows));
    let mut split = Vec::with_capacity(parts.len());
    let all = std::mem::take(parts);
    let limits: Vec<usize> = all
        .iter()
        .map(|part| {
            let right = all.iter().filter(|it| it.from >= part.to).map(|it| it.from);
            right.min().unwrap_or(usize::MAX)
        })
        .collect();
    for (part, limit) in all.into_iter().zip(limits) {
        let text = part.text.as_str();
        let names = || {
            melted::names(text, (part.from, limit), below.marks())
                .or_else(|| melted::initials(text, part.from, below.marks()))
                .or_else(|| melted::told(text, &heads))
        };
        let may_be_names = part.kind.is_none() && text.contains(' ');
        let Some(names) = Some(()).filter(|()| may_be_names).and_then(|()| names()) else {
            split.push(part);
            continue;
        };
        split.extend(names.into_iter().map(|name| {
            let from = part.from + text[..offset_in(text, name)].chars().count();
            Part { line: part.line, from, to: from + name.chars().count(), text: part.text.slice(name), kind: None }
        }));
    }
    *parts = split;
}

/// Words of one cell that each stand below another cell of the line above belong to those: `Mutasi Badan` below `Kabid` and `Kepala`.
fn split_over(parts: &mut Vec<Part>) {
    let mut at = 0;
    while at < parts.len() {
        match words_over(parts, at) {
            Some(words) => {
                let count = words.len();
                parts.splice(at..=at, words);
                at += count;
            }
            None => at += 1,
        }
    }
}

fn words_over(parts: &[Part], at: usize) -> Option<Vec<Part>> {
    let part = &parts[at];
    let text = part.text.as_str();
    if part.kind.is_some() || part.line == 0 || !text.trim().contains(char::is_whitespace) {
        return None;
    }
    let place = |word: &str| {
        let from = part.from + text[..offset_in(text, word)].chars().count();
        (from, from + word.chars().count())
    };
    let above = |word: &str| {
        let mut over = (0..parts.len()).filter(|it| {
            let it = &parts[*it];
            it.line + 1 == part.line && distance(place(word), (it.from, it.to)) == 0
        });
        let only = over.next()?;
        over.next().is_none().then_some(only)
    };
    let mut runs: Vec<(usize, &str)> = Vec::new();
    for word in text.split_whitespace() {
        let over = above(word)?;
        match runs.last_mut() {
            Some((last, run)) if *last == over => {
                let start = offset_in(text, run);
                *run = &text[start..offset_in(text, word) + word.len()];
            }
            _ => runs.push((over, word)),
        }
    }
    let cut = |(_, run): (usize, &str)| {
        let (from, to) = place(run);
        Part { line: part.line, from, to, text: part.text.slice(run), kind: header(run) }
    };
    (runs.len() > 1).then(|| runs.into_iter().map(cut).collect())
}

/// The parts that name a column which another part names as well, and stand right below words that name none: the end of an
/// actor's name (`Pejabat Penerima` over `Hasil`).
fn ends_of_names(parts: &[Part]) -> Vec<usize> {
    let over = |one: &Part, other: &Part| distance((one.from, one.to), (other.from, other.to)) == 0;
    let ends = |at: &usize| {
        let part = &parts[*at];
        let named = part.kind.is_some_and(|kind| !matches!(kind, Header::Actors | Header::Quality));
        let twice = || parts.iter().any(|it| it.kind == part.kind && it.line != part.line && !over(it, part));
        let below = || parts.iter().any(|it| it.kind.is_none() && it.line + 1 == part.line && over(it, part));
        named && twice() && below()
    };
    (0..parts.len()).filter(ends).collect()
}

/// Of two names beside each other, lines of which reach below one another, less than this part of the narrower does.
const EDGE: usize = 4;

/// Adds a cell to the column whose name it goes on with, or opens another.
fn stack(columns: &mut Vec<(Column, Vec<usize>)>, part: &Part) {
    let shared = |column: &Column| {
        let both = column.to.min(part.to).saturating_sub(column.from.max(part.from));
        let narrower = (column.to - column.from).min(part.to - part.from);
        if both * EDGE < narrower { 0 } else { both }
    };
    let open = columns.iter_mut().filter(|(column, lines)| shared(column) > 0 && !lines.contains(&part.line));
    let above = open.max_by_key(|(column, _)| shared(column));
    let Some((column, lines)) = above else {
        let column = Column { kind: part.kind, name: part.text.clone(), from: part.from, to: part.to };
        columns.push((column, vec![part.line]));
        return;
    };
    lines.push(part.line);
    (column.from, column.to) = (column.from.min(part.from), column.to.max(part.to));
    let mut joined = column.name.clone();
    joined.join(' ', &part.text);
    let kind = header(joined.as_str());
    let again = fold(column.name.as_str()) == fold(part.text.as_str());
    match (column.kind, part.kind) {
        _ if again => {}
        (None, None) => (column.name, column.kind) = (joined, kind),
        _ if kind.is_some() => (column.name, column.kind) = (joined, kind),
        // `Durasi Waktu` over `(Menit)`
        (Some(Header::Duration(None)), _) if unit_below(part).is_some() => {
            (column.name, column.kind) = (joined, unit_below(part));
        }
        // A word more under a name that is known says nothing that the column is called by.
        (Some(_), _) => {}
        (None, Some(Header::Actors)) => column.name = joined,
        (None, Some(_)) => (column.name, column.kind) = (part.text.clone(), part.kind),
    }
}

/// The column of times whose unit stands in a line of its own.
fn unit_below(part: &Part) -> Option<Header> {
    header(&format!("Waktu {}", part.text.as_str())).filter(|kind| matches!(kind, Header::Duration(Some(_))))
}

/// A cell, or the names in it that stand a single blank apart: `Kelengkapan Waktu`.
fn parts(line: usize, cell: &Cell) -> Vec<Part> {
    let text = cell.text.as_str();
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = header(text).filter(|_| !names_time_and_next(&words));
    let part = |word: &str| {
        let from = cell.column + text[..offset_in(text, word)].chars().count();
        let to = from + word.chars().count();
        Part { line, from, to, text: cell.text.slice(word), kind: header(word) }
    };
    let two = number_and_activity(text).or_else(|| actor_and_column(text).filter(|_| whole.is_none()));
    if let Some(words) = two {
        return words.into_iter().map(part).collect();
    }
    if words.len() < 2 || whole.is_some() || !words.iter().all(|word| header(word).is_some()) {
        return vec![Part { line, from: cell.column, to: cell.end_column, text: cell.text.clone(), kind: whole }];
    }
    words.into_iter().map(part).collect()
}

/// `WAKTU OUTPUT`: not a remark on the time, but the name of the next column.
fn names_time_and_next(words: &[&str]) -> bool {
    let [time, next] = words else { return false };
    let is_next = matches!(exact(next), Some(Header::Requirements | Header::Outputs | Header::Note));
    matches!(exact(time), Some(Header::Duration(None))) && is_next
}

/// `Kepala KELENGKAPAN`: the name of an office that fills its column, and a single blank behind it that of the next.
fn actor_and_column(text: &str) -> Option<[&str; 2]> {
    let (office, name) = text.trim().rsplit_once(char::is_whitespace)?;
    let named = matches!(exact(name), Some(Header::Requirements | Header::Outputs | Header::Note));
    (named && offices::begins_office(office) && widely(office).is_none()).then(|| [office.trim_end(), name])
}

/// The first column under a group: an actor right of the activity, or one of Mutu Baku.
fn first_under(columns: &[Column], group: &Part) -> Option<usize> {
    if group.kind == Some(Header::Actors) {
        let activity = columns.iter().position(|it| it.kind == Some(Header::Activity)).map_or(0, |at| at + 1);
        let lane = |column: &Column| matches!(column.kind, None | Some(Header::Actors));
        return (activity..columns.len()).find(|at| lane(&columns[*at]));
    }
    let quality = |column: &Column| {
        matches!(column.kind, Some(Header::Requirements | Header::Duration(_) | Header::Outputs | Header::Note))
    };
    columns.iter().position(quality)
}
