//! The header of a table whose cells stand on a line each: the lines of it, and the columns that they name.

use super::super::counted::lanes as lanes_of;
use super::steps::numbered;
use super::{COLUMNS, cells};
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::offset_in;
use crate::vocabulary::columns::{Header, exact, fused, header, header_words, leading_name};
use crate::vocabulary::offices;
use std::ops::Range;

/// Most lines of such a header.
const LONGEST_HEADER: usize = 40;

/// The names that a line of the header holds: of several columns, or one of anything.
pub(super) fn names_in(cell: &Cell) -> Vec<Text> {
    let text = cell.text.as_str();
    let parts = if text.len() > LONGEST_LINE || exact(text).is_some() { None } else { column_names(text) };
    parts.map_or_else(|| vec![cell.text.clone()], |parts| parts.into_iter().map(|part| cell.text.slice(part)).collect())
}

/// A longer line, in bytes, is more than names of columns.
const LONGEST_LINE: usize = 64;

/// Most words of the name of a column.
const LONGEST_NAME: usize = 4;

/// `Persyaratan Waktu Output`: nothing but names of columns, the longest at each place.
fn column_names(text: &str) -> Option<Vec<&str>> {
    let whole: Vec<&str> = text.split_whitespace().collect();
    if leading_name(&whole, LONGEST_NAME).is_none() && fused(whole.first()?).is_none() {
        return None;
    }
    let words = header_words(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (count, _) = leading_name(&words[at..], LONGEST_NAME)?;
        let last = words[at + count - 1];
        out.push(&text[offset_in(text, words[at])..offset_in(text, last) + last.len()]);
        at += count;
    }
    (out.len() > 1).then_some(out)
}

/// The actors, where every line that names no column begins as the name of one does, is its initials, or goes on with the line above;
/// a name of two lines would be two actors, so one doubtful line and there are none.
pub(super) fn lanes(names: &[Text], acting: impl Fn(&str) -> bool) -> Option<Vec<Text>> {
    let others: Vec<&Text> = names.iter().filter(|text| header(text.as_str()).is_none()).collect();
    let whole = |at: usize| at.checked_sub(1).is_none_or(|above| !is_one_word(others[above].as_str()));
    let initials = |at: usize, text: &str| is_initials(text) && (whole(at) || is_initials(others[at - 1].as_str()));
    let mut lanes: Vec<Text> = Vec::new();
    for (at, text) in others.iter().enumerate() {
        let own = text.as_str().trim();
        match lanes.last_mut() {
            Some(above) if goes_on(above.as_str(), own) => above.join(' ', text),
            _ if offices::begins_actor(own)
                || initials(at, own)
                || acting(own)
                || whole(at) && offices::is_agent(own) =>
            {
                lanes.push((*text).clone())
            }
            _ => return None,
        }
    }
    Some(lanes)
}

/// The actors, where so many columns have a number.
pub(super) fn counted(names: &[Text], columns: usize) -> Option<Vec<Text>> {
    let (named, others): (Vec<&Text>, Vec<&Text>) = names.iter().partition(|text| header(text.as_str()).is_some());
    let mut known: Vec<Header> = Vec::new();
    for kind in named.iter().filter_map(|text| header(text.as_str())) {
        if !matches!(kind, Header::Actors | Header::Quality) && !known.contains(&kind) {
            known.push(kind);
        }
    }
    let others: Vec<Text> = others.into_iter().cloned().collect();
    lanes_of(&others, columns.checked_sub(known.len())?)
}

/// The only name between the activity and Kelengkapan or Waktu, where it names no column that is known.
pub(super) fn unnamed_actors(names: &[Text]) -> Option<&Text> {
    let kinds: Vec<Option<Header>> = names.iter().map(|text| header(text.as_str())).collect();
    let activity = kinds.iter().position(|kind| *kind == Some(Header::Activity))?;
    let is_next = |kind: &Option<Header>| matches!(kind, Some(Header::Requirements | Header::Duration(_)));
    let between = activity + 1..activity + 1 + kinds[activity + 1..].iter().position(is_next)?;
    (between.len() == 1 && kinds[between.start].is_none()).then(|| &names[between.start])
}

/// `Seksi Keamanan dan` and `Ketertiban`.
pub(super) fn goes_on(above: &str, line: &str) -> bool {
    let above = above.trim_end();
    let last = above.rsplit(char::is_whitespace).next().unwrap_or_default();
    above.ends_with([',', '/', '&', '-'])
        || last == "dan"
        || line.starts_with(|it: char| it.is_lowercase() || it == '(')
}

fn is_one_word(text: &str) -> bool {
    !text.trim().contains(char::is_whitespace)
}

/// Most letters and digits of initials.
const LONGEST_INITIALS: usize = 8;

/// `PPSPM`, `KPPN`, `SP2D`: behind a name of one word they may be its end (`Kepala`, `KUA`).
pub(super) fn is_initials(text: &str) -> bool {
    let text = text.trim();
    let is_sign = |it: u8| it.is_ascii_uppercase() || it.is_ascii_digit();
    (2..=LONGEST_INITIALS).contains(&text.len()) && text.starts_with(char::is_uppercase) && text.bytes().all(is_sign)
}

/// Longest name of a column that is not known, in bytes.
const LONGEST_OTHER: usize = 24;

/// The lines of a header, each with one cell: at least four names of columns, Kegiatan and Waktu among them.
pub(super) fn lines(rows: &[Row], at: usize) -> Option<Range<usize>> {
    let named = |row: &Row| {
        // `1 5 menit` is a step and its time, however it looks like `Menit`.
        let is_name = |cell: &&Cell| !cell.text.as_str().starts_with(|it: char| it.is_ascii_digit());
        let names = row.single().filter(is_name).map_or_else(Vec::new, names_in);
        names.iter().filter_map(|name| exact(name.as_str())).collect::<Vec<Header>>()
    };
    named(&rows[at]).first()?;
    let mut found: Vec<Header> = Vec::new();
    let mut end = at;
    for (offset, row) in rows[at..].iter().take(LONGEST_HEADER).enumerate() {
        if row.is_blank() {
            continue;
        }
        if row.layout != Layout::Plain || row.single().is_none_or(|cell| numbered(cell.text.as_str()).is_some()) {
            let behind = end..at + offset;
            let is_name = |row: &&Row| row.single().is_some_and(|cell| cell.text.as_str().len() <= LONGEST_OTHER);
            let others = rows[behind.clone()].iter().filter(|row| !row.is_blank());
            if others.clone().count() == 1 && others.clone().all(|row| is_name(&row)) {
                // The last column may be called as no other is.
                end = behind.end;
            }
            break;
        }
        let names = named(row);
        if !names.is_empty() {
            found.extend(names);
            end = at + offset + 1;
        }
    }
    let timed = found.iter().any(|it| matches!(it, Header::Duration(_)));
    // Beside number, activity and time what is called otherwise is not known.
    let is_enough = found.len() >= 4 || found.len() == 3 && found.contains(&Header::Number) && end - at > 3;
    (is_enough && timed && found.contains(&Header::Activity)).then_some(at..end)
}

/// Where the header is printed again within a step: the names of two columns one below the other, or in one line.
pub(super) fn again(rows: &[Row], step: &Range<usize>) -> Option<usize> {
    let line = |at: usize| rows.get(at).and_then(Row::single);
    let names = |at: usize| line(at).and_then(|cell| exact(cell.text.as_str())).is_some();
    // `Hasil kegiatan` is a document, however it looks like two names.
    let several = |at: usize| {
        let names = line(at).map_or_else(Vec::new, names_in);
        names.len() > 1 && exact(names[0].as_str()) == Some(Header::Number)
    };
    step.clone().find(|at| names(*at) && names(*at + 1) || several(*at))
}

pub(super) fn row(names: &[Text], lanes: &[Text]) -> Row {
    let wanted = [Header::Number, Header::Activity, Header::Requirements, Header::Duration(None), Header::Outputs];
    let mut texts = vec![Text::default(); COLUMNS];
    for text in names {
        let name = header(text.as_str());
        if let Some(column) = name.and_then(|name| wanted.iter().position(|it| *it == name)) {
            texts[column].join(' ', text);
        } else if name == Some(Header::Note) {
            texts[5].join(' ', text);
        }
    }
    cells(texts, lanes)
}
