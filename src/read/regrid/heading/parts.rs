//! The cells of a header, parted where one holds the names of several columns.

use super::{distance, widely};
use crate::document::{Cell, Row, Text};
use crate::grammar::offset_in;
use crate::read::regrid::melted::{self, Below};
use crate::read::regrid::poles;
use crate::vocabulary::columns::{Header, exact, header, number_and_activity};
use crate::vocabulary::offices;
use std::cell::LazyCell;

/// One cell of the header.
pub(in crate::read::regrid) struct Part {
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

/// A header of more cells is held against itself no further.
const MOST_PARTS: usize = 160;

/// The parts of a header. `named` is its line that names the activity; `below` are the rows below the header.
pub(super) fn of(rows: &[Row], named: usize, below: &[Row]) -> Vec<Part> {
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
    parts
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
