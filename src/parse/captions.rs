//! The line above a procedure table that names it: a title of its own, or one of the stages of a procedure.

use crate::document::{Layout, Row, Text};
use crate::source::Source;
use crate::vocabulary::fold::{fold, fold_in};
use crate::vocabulary::sections::{TITLE_PARTS, TITLE_WORDS};
use crate::vocabulary::stages::{STAGE_LEADS, STAGE_NAMES, STAGES};
use crate::vocabulary::{labels, noise, sections};
use std::ops::Range;

/// Longest caption, in words.
const MOST_WORDS: usize = 16;

/// Lines above a table that are looked at.
const FARTHEST: usize = 60;

/// So far before a text its line is looked at for marks, in bytes.
const FARTHEST_MARK: usize = 400;

/// What the lines above a table say of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Caption {
    /// Nothing.
    None,
    /// One of the stages of a procedure: the row that says so.
    Stage(usize),
    /// A procedure of its own: its name, and the row that says so.
    Title(String, usize),
}

/// The caption of the table below these rows: the plainest heading among them, the nearest of those.
pub(super) fn above(rows: &[Row], range: Range<usize>, source: &Source) -> Caption {
    let near = range.rev().take(FARTHEST);
    let mut directly = true;
    let mut best: Option<(u32, &Text, usize)> = None;
    for at in near.filter(|at| !rows[*at].is_blank()) {
        let Some(cell) = rows[at].single().filter(|_| rows[at].layout == Layout::Plain) else { continue };
        let rank = rank(&cell.text, source, directly);
        directly = false;
        if rank > best.map_or(0, |(rank, ..)| rank) {
            best = Some((rank, &cell.text, at));
        }
    }
    let Some((_, text, at)) = best else { return Caption::None };
    let name = name(text.as_str());
    let first = name.split(|it: char| !it.is_alphabetic()).next().unwrap_or("").to_lowercase();
    let led = name.get(first.len()..).filter(|_| STAGE_LEADS.contains(&first.as_str())).unwrap_or(name);
    if STAGES.contains(&first.as_str()) || STAGE_NAMES.contains(&fold(led).as_str()) {
        Caption::Stage(at)
    } else {
        Caption::Title(name.to_owned(), at)
    }
}

/// How surely a line is a heading; 0 for what is none.
fn rank(text: &Text, source: &Source, directly: bool) -> u32 {
    let line = text.as_str().trim();
    let name = name(line);
    let words = name.split_whitespace().count();
    let staged = line.split_once(':').is_some_and(|(head, _)| head.split_whitespace().count() <= 2);
    let is_other = line.ends_with([':', ';', ','])
        || (line.contains(':') && !staged)
        || words == 0
        || words > MOST_WORDS
        || !name.starts_with(char::is_uppercase)
        || noise::is_noise(line)
        || labels::begins_identity(line)
        || sections::whole(line).is_some()
        || is_generic(name);
    if is_other {
        return 0;
    }
    let capital = name.chars().filter(|it| it.is_alphabetic()).all(char::is_uppercase);
    let titled = TITLE_WORDS.iter().any(|word| begins_with(line, word));
    if is_marked(text, source) {
        4
    } else if mark(line).is_some_and(|mark| mark.bytes().all(|it| it.is_ascii_uppercase())) {
        3
    } else if line.ends_with('.') || is_listed(text, source) {
        0
    } else if capital || titled || stage(name) {
        2
    } else {
        u32::from(directly)
    }
}

/// `2. SOP Legalisasi Surat Tanah`: the row says, behind its number or letter, which SOP begins.
pub(super) fn titles_sop(row: Option<&Row>) -> bool {
    let Some(text) = row.and_then(Row::single).map(|cell| cell.text.as_str().trim()) else { return false };
    let name = name(text);
    let words = 2..=MOST_WORDS;
    mark(text).is_some()
        && TITLE_WORDS.iter().any(|word| begins_with(name, word))
        && words.contains(&name.split_whitespace().count())
        && !text.ends_with([';', ',', '.', ':'])
}

fn stage(name: &str) -> bool {
    STAGES.iter().any(|word| begins_with(name, word))
}

fn begins_with(text: &str, word: &str) -> bool {
    let head = text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    head && !text[word.len()..].starts_with(char::is_alphanumeric)
}

/// A heading that names no procedure: `Prosedur`, `Alur Pelayanan` without what.
fn is_generic(name: &str) -> bool {
    let mut room = [0; 64];
    let folded = fold_in(name, &mut room);
    folded.is_empty()
        || TITLE_PARTS.contains(&&*folded)
        || TITLE_WORDS.iter().any(|it| it.len() >= folded.len() && fold_in(it, &mut [0; 64]) == folded)
}

/// The mark of a list of headings before a text: `B`, `IV`, `2`.
fn mark(line: &str) -> Option<&str> {
    let (mark, rest) = line.split_once(['.', ')'])?;
    let whole = !mark.is_empty() && mark.len() <= 4 && mark.bytes().all(|it| it.is_ascii_alphanumeric());
    (whole && rest.starts_with(' ')).then_some(mark)
}

/// The heading without its mark.
fn name(line: &str) -> &str {
    let line = line.trim();
    let line = mark(line).map_or(line, |mark| line[mark.len() + 1..].trim());
    line.trim_end_matches(['.', ' '])
}

/// What stands before the text on its line of the source.
fn before<'s>(text: &Text, source: &'s Source) -> &'s str {
    let head = source.text.get(..text.whole().start as usize).unwrap_or_default();
    let far = head.len().saturating_sub(FARTHEST_MARK);
    let near = (far..=head.len()).find_map(|at| head.get(at..)).unwrap_or_default();
    near[near.rfind('\n').map_or(0, |at| at + 1)..].trim()
}

/// Markdown and HTML say that a line is a heading.
fn is_marked(text: &Text, source: &Source) -> bool {
    let before = before(text, source);
    before.starts_with('#') || before.rsplit('<').next().is_some_and(|tag| tag.starts_with(['h', 'H']) && tag.len() > 2)
}

/// An item of a list.
fn is_listed(text: &Text, source: &Source) -> bool {
    let item = |it: &str| it.starts_with(['-', '*', '•', '+', '\u{f0b7}']) && !it.starts_with("**");
    let numbered = mark(text.as_str().trim()).is_some_and(|mark| mark.len() <= 2);
    item(before(text, source)) || item(text.as_str().trim_start()) || numbered
}
