//! `KS = Kepala Sekolah`, `1. Pemohon` below the table: the names that initials, letters or numbers over the actor columns stand for;
//! `○ : Mulai/Selesai`: what its symbols mean.

use super::draft::Draft;
use super::lines::Free;
use super::table::Columns;
use crate::grammar::enumeration::{Opening, opening};
use crate::grammar::marks::Marks;
use crate::vocabulary::columns::{Header, LEGEND_HEADINGS, header};
use crate::vocabulary::{fold, marks, offices};
use std::collections::{BTreeMap, BTreeSet};

/// Longest initials, in bytes.
const LONGEST: usize = 8;

/// Gives the columns whose initials a line explains their names; such lines are taken out of `free`.
pub(super) fn apply(draft: &mut Draft, columns: &mut Columns, free: &mut Vec<Free>) {
    if !columns.lanes.iter().any(|(_, name)| is_short(name.as_str())) {
        return;
    }
    let mut first = None;
    free.retain(|line| {
        let explained = explained_in(line.text.as_str());
        let lane = |short: &str| {
            let same = |name: &str| is_short(name) && fold(name) == fold(short);
            columns.lanes.iter().position(|(_, name)| same(name.as_str()))
        };
        let lanes: Vec<_> = explained.iter().filter_map(|(short, long)| Some((lane(short)?, *short, *long))).collect();
        if lanes.is_empty() {
            return true;
        }
        for (lane, short, long) in lanes {
            let name = &mut columns.lanes[lane].1;
            draft.take(name);
            draft.initials.push((lane, short.to_owned()));
            *name = line.text.slice(long);
        }
        draft.take(&line.text);
        first.get_or_insert(line.row);
        false
    });
    let heads = |line: &Free| {
        let above = first.is_some_and(|first| (line.row..=line.row + 2).contains(&first));
        let text = line.text.as_str();
        above && (LEGEND_HEADINGS.contains(&fold(text).as_str()) || is_heading(text))
    };
    free.retain(|line| {
        if heads(line) {
            draft.take(&line.text);
        }
        !heads(line)
    });
    listed(draft, columns, free);
}

/// Where all columns are counted and one list below the table counts the same: its items are their names.
fn listed(draft: &mut Draft, columns: &mut Columns, free: &mut Vec<Free>) {
    let lanes = &mut columns.lanes;
    let counts: Vec<String> = lanes.iter().map_while(|(_, name)| count(name.as_str())).collect();
    if counts.len() < 2 || counts.len() < lanes.len() {
        return;
    }
    let item =
        |line: &Free, count: &String| line.after_table && item(line.text.as_str()).is_some_and(|it| it.0 == *count);
    let is_list = |lines: &[Free]| {
        let follow = lines.windows(2).all(|pair| pair[1].row <= pair[0].row + 2);
        follow && lines.iter().zip(&counts).all(|(line, count)| item(line, count))
    };
    let mut lists = free.windows(counts.len()).enumerate().filter(|(_, lines)| is_list(lines)).map(|(at, _)| at);
    let (Some(first), None) = (lists.next(), lists.next()) else { return };
    let heading = first.checked_sub(1).filter(|at| is_heading(free[*at].text.as_str()));
    let is_office = |line: &Free| item_name(line).is_some_and(offices::begins_office);
    if heading.is_none() && !free[first..first + counts.len()].iter().any(is_office) {
        return;
    }
    for ((_, name), line) in lanes.iter_mut().zip(&free[first..]) {
        draft.take(name);
        draft.take(&line.text);
        *name = item_name(line).map_or_else(|| name.clone(), |words| line.text.slice(words));
    }
    let taken = heading.unwrap_or(first)..first + counts.len();
    free.drain(taken).take(usize::from(heading.is_some())).for_each(|line| draft.take(&line.text));
}

/// `1`, `(2)`, `B.`: the column has a count for a name.
fn count(name: &str) -> Option<String> {
    let bare = name.trim().trim_start_matches('(').trim_end_matches([')', '.']).to_lowercase();
    let is_number = bare.len() <= 2 && bare.bytes().all(|it| it.is_ascii_digit());
    let is_letter = bare.len() == 1 && bare.bytes().all(|it| it.is_ascii_lowercase());
    (!bare.is_empty() && (is_number || is_letter)).then_some(bare)
}

/// An item of a list: what counts it, and its words.
fn item(line: &str) -> Option<(String, &str)> {
    let line = line.trim();
    let (mark, words) = opening(line)?;
    let mark = matches!(mark, Opening::Number | Opening::Letter).then(|| line.split_whitespace().next())??;
    Some((count(mark)?, words.trim_end_matches([';', '.', ','])))
}

fn item_name(line: &Free) -> Option<&str> {
    item(line.text.as_str()).map(|(_, words)| words).filter(|it| it.starts_with(char::is_alphabetic))
}

/// `Keterangan Pelaksana:`
fn is_heading(line: &str) -> bool {
    let mut words = line.trim().trim_end_matches(':').split_whitespace();
    let names = |word: &str| matches!(header(word), Some(Header::Actors | Header::Note));
    line.len() <= LONGEST_HEADING && words.any(names)
}

/// Longest heading of a legend, in bytes.
const LONGEST_HEADING: usize = 40;

fn is_short(name: &str) -> bool {
    let name = name.trim();
    name.len() <= LONGEST && !name.contains(char::is_whitespace)
}

/// Takes out the lines that say what the symbols of the flowchart mean, with their heading: `○ : Mulai/Selesai`.
pub(super) fn symbols(draft: &mut Draft, free: &mut Vec<Free>) {
    let mut said: BTreeMap<usize, String> = BTreeMap::new();
    for line in free.iter() {
        let words = said.entry(line.row).or_default();
        words.push_str(line.text.as_str());
    }
    let own: BTreeSet<usize> = said.into_iter().filter(|(_, line)| explains_symbol(line)).map(|(row, _)| row).collect();
    let Some(first) = own.first() else { return };
    let is_heading = |line: &Free| line.row < *first && line.row + 2 >= *first && is_heading(line.text.as_str());
    free.retain(|line| {
        let is_own = own.contains(&line.row) || is_heading(line);
        if is_own {
            draft.take(&line.text);
        }
        !is_own
    });
}

/// Nothing but a symbol, and its name behind `:` or `=`.
fn explains_symbol(line: &str) -> bool {
    let Some((symbol, name)) = line.split_once([':', '=']) else { return false };
    if symbol.contains(char::is_alphanumeric) || symbol.trim().chars().count() > LONGEST_SYMBOL {
        return false;
    }
    let marks = Marks::of(symbol);
    (marks.is_present() || marks.is_arrow()) && marks.rest.is_empty() && marks::names_symbol(name)
}

/// Longest symbol of a line that explains it, in letters.
const LONGEST_SYMBOL: usize = 4;

/// All initials that a line explains: one, or several with commas between them.
fn explained_in(line: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = line.split([',', ';']).filter(|part| !part.trim().is_empty()).collect();
    let several: Option<Vec<_>> = parts.iter().map(|part| explained(part).filter(|_| part.contains('='))).collect();
    several.filter(|_| parts.len() > 1).unwrap_or_else(|| explained(line).into_iter().collect())
}

/// Initials and the longer name behind `=` or `:`.
fn explained(line: &str) -> Option<(&str, &str)> {
    let (short, long) = line.split_once(['=', ':'])?;
    let (short, long) = (short.trim(), long.trim().trim_end_matches([';', '.', ',']));
    let named = long.len() > short.len() && long.len() <= 80 && long.starts_with(char::is_alphabetic);
    (is_short(short) && !short.is_empty() && named).then_some((short, long))
}
