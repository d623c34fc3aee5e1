//! Running heads and feet, notes of the signing system and pages that come twice: taken out of the rows before anything else
//! looks at them, and kept as asides, so that each is told.

use crate::document::{Aside, AsideKind, Document, Row, Text};
use crate::grammar::step_number::leading_number;
use crate::vocabulary::columns::{Header, ROW_WORDS, exact};
use crate::vocabulary::labels::{self, Label};
use crate::vocabulary::noise;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// So many lines of a page, above and below, may be its head and its foot.
const EDGE: usize = 3;

/// A line with more cells is a row of a table.
const MOST_CELLS: usize = 3;

/// A page with fewer lines is not known again.
const FEWEST_LINES: usize = 6;

/// Takes the furniture out of the rows of a text.
pub(super) fn take_out(document: &mut Document) {
    let rows = &document.rows;
    let mut out: BTreeSet<usize> = (0..rows.len()).filter(|at| is_note(&rows[*at])).collect();
    out.extend(note_headings(rows, &out));
    out.extend(repeated_fronts(rows));
    out.extend(heads_of_tables(rows));
    out.extend(counted_feet(rows));
    let pages = pages(rows);
    if pages.len() > 1 {
        out.extend(repeated_pages(rows, &pages));
        out.extend(running(rows, &pages));
        out.extend(page_numbers(rows, &pages, &out));
    }
    if out.is_empty() {
        return;
    }
    let mut kept = Vec::with_capacity(rows.len());
    let (mut page_start, mut is_cut) = (false, false);
    for (at, mut row) in std::mem::take(&mut document.rows).into_iter().enumerate() {
        page_start |= row.page_start;
        if out.contains(&at) {
            document.asides.push(aside(&row));
            is_cut = true;
        } else if is_cut && row.is_blank() && kept.last().is_some_and(Row::is_blank) {
            // The blank lines around what was taken out are those around its page, once.
        } else {
            is_cut = false;
            row.page_start = std::mem::take(&mut page_start);
            kept.push(row);
        }
    }
    document.rows = kept;
}

fn aside(row: &Row) -> Aside {
    let mut text = Text::default();
    row.filled().for_each(|cell| text.join(' ', &cell.text));
    Aside { kind: AsideKind::Furniture, text, span: None }
}

fn is_note(row: &Row) -> bool {
    row.single().is_some_and(|cell| noise::is_of_page(cell.text.as_str()))
}

/// `Catatan:` right above notes of the signing system.
fn note_headings(rows: &[Row], notes: &BTreeSet<usize>) -> Vec<usize> {
    let above = |at: usize| at.checked_sub(1).filter(|above| !notes.contains(above));
    let heads = |at: &usize| rows[*at].single().is_some_and(|cell| noise::heads_notes(cell.text.as_str()));
    notes.iter().filter_map(|at| above(*at)).filter(heads).collect()
}

fn pages(rows: &[Row]) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].page_start && *at > 0).collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([rows.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// What a line says, blanks between its cells left out.
fn words(row: &Row) -> String {
    row.texts().collect::<Vec<_>>().join(" ")
}

/// The lines that say what the identity block with the same number has said above them.
fn repeated_fronts(rows: &[Row]) -> Vec<usize> {
    let filled: Vec<usize> = (0..rows.len()).filter(|at| !rows[*at].is_blank()).collect();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut out = Vec::new();
    let mut free = 0;
    for at in 0..filled.len() {
        let Some(number) = numbered(rows, &filled[at..]).filter(|_| at >= free) else { continue };
        let Some(first) = known.get(&number).copied() else {
            known.insert(number, at);
            continue;
        };
        let same = |one: usize, other: usize| {
            let (one, other) = (&rows[filled[one]], &rows[filled[other]]);
            words(one) == words(other) || tells_page(one) && tells_page(other)
        };
        let above = (1..=first.min(at.saturating_sub(free))).take_while(|back| same(first - back, at - back)).count();
        let below =
            (0..filled.len() - at).take_while(|on| first + on < at - above && same(first + on, at + on)).count();
        let names_another = [(first + below, at + below), (first.wrapping_sub(above + 1), at.wrapping_sub(above + 1))]
            .into_iter()
            .filter_map(|(one, other)| Some((filled.get(one)?, filled.get(other)?)))
            .any(|(one, other)| names(&rows[*one], Label::Title) && names(&rows[*other], Label::Title));
        let between = &filled[first + below.min(at - first)..at - above];
        let is_another = names_another || steps_begin_anew(rows, between, &filled[at + below..]);
        if above + below >= FEWEST_LINES && !is_another {
            out.extend_from_slice(&filled[at - above..at + below]);
            free = at + below;
        }
    }
    out
}

/// Steps stand between two fronts, and behind the second they count from 1 as well: two SOPs.
fn steps_begin_anew(rows: &[Row], between: &[usize], behind: &[usize]) -> bool {
    let number = |at: &usize| {
        let text = rows[*at].texts().next()?.trim_start();
        let behind = text
            .split_once(char::is_whitespace)
            .filter(|(word, _)| ROW_WORDS.iter().any(|it| word.eq_ignore_ascii_case(it)));
        leading_number(behind.map_or(text, |(_, behind)| behind))
    };
    let begins = |lines: &[usize]| lines.iter().find_map(number) == Some(1);
    begins(between) && begins(behind)
}

/// `Nomor SOP` in the first of these rows, with its number there or in the next: two SOPs of an office may begin alike, but not be
/// numbered and named alike.
fn numbered(rows: &[Row], filled: &[usize]) -> Option<String> {
    let row = &rows[*filled.first()?];
    let has_figure = |row: &Row| row.texts().any(|text| text.as_bytes().iter().any(u8::is_ascii_digit));
    if !names(row, Label::Number) {
        return None;
    }
    if has_figure(row) {
        return Some(words(row));
    }
    let alone = |row: &&Row| row.single().is_some();
    let next = filled.get(1).map(|next| &rows[*next]).filter(|next| alone(&row) && alone(next) && has_figure(next))?;
    Some([words(row), words(next)].join(" "))
}

/// `2/2`, `Halaman 2 dari 2`
fn tells_page(row: &Row) -> bool {
    row.single().is_some_and(|cell| {
        let text = cell.text.as_str().trim();
        let of =
            |it: &str| !it.is_empty() && it.len() <= LONGEST_PAGE_NUMBER && it.bytes().all(|it| it.is_ascii_digit());
        noise::is_page_count(text) || text.split_once('/').is_some_and(|(page, all)| of(page) && of(all))
    })
}

/// A text of the row begins with that label, of one word or two.
fn names(row: &Row, wanted: Label) -> bool {
    let label = |text: &str| {
        matches!(text.trim_start().as_bytes().first(), Some(b'N' | b'n' | b'K' | b'k' | b'J' | b'j')) && {
            let name = text.split(':').next().unwrap_or(text);
            let words = name.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
            labels::whole(&words) == Some(wanted)
        }
    };
    row.texts().any(label)
}

/// Rows in which the header of a procedure follows the head of its page.
const TO_HEADER: usize = 5;

/// Lines that say what the text begins with, right above the header of a procedure or between two steps: the head of a page whose
/// break left no mark.
fn heads_of_tables(rows: &[Row]) -> Vec<usize> {
    let filled: Vec<usize> = (0..rows.len()).filter(|at| !rows[*at].is_blank()).collect();
    let row = |at: usize| &rows[filled[at]];
    let same = |one: usize, other: usize| initial(row(one)) == initial(row(other)) && key(row(one)) == key(row(other));
    let mut out = Vec::new();
    for at in 1..filled.len() {
        if !same(0, at) || !may_run(row(at)) {
            continue;
        }
        let again = (0..EDGE.min(filled.len() - at)).take_while(|on| same(*on, at + on)).count();
        let below = filled[at + again..].iter().take(TO_HEADER).map(|row| &rows[*row]);
        let mut named = below.take_while(|row| !row.filled().any(|cell| labels::begins_identity(cell.text.as_str())));
        let heads =
            named.any(|row| row.texts().any(|text| matches!(exact(text), Some(Header::Number | Header::Activity))));
        if heads || filled.get(at + again).is_some_and(|below| goes_on(&rows[*below])) && is_sentence(row(at)) {
            out.extend_from_slice(&filled[at..at + again]);
        }
    }
    out
}

/// Lines of the same words that count the pages from 1 on in a cell of their own behind them: feet, wherever they stand.
fn counted_feet(rows: &[Row]) -> Vec<usize> {
    let mut feet: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let mut texts = row.texts();
        let (Some(text), Some(page), None) = (texts.next(), texts.next(), texts.next()) else { continue };
        let page = Some(page.trim()).filter(|it| it.len() <= LONGEST_PAGE_NUMBER).and_then(|it| it.parse().ok());
        let is_foot = || {
            text.split_whitespace().count() >= FEWEST_WORDS
                && !text.contains(|it: char| it.is_ascii_digit())
                && exact(text).is_none()
                && !labels::begins_identity(text)
        };
        if let Some(page) = page.filter(|_| is_foot()) {
            feet.entry(text).or_default().push((at, page));
        }
    }
    let counts = |lines: &Vec<(usize, usize)>| lines.len() > 1 && lines.iter().map(|it| it.1).eq(1..=lines.len());
    feet.into_values().filter(counts).flatten().map(|(at, _)| at).collect()
}

/// A step that is not the first begins here.
fn goes_on(row: &Row) -> bool {
    row.texts().next().and_then(leading_number).is_some_and(|number| number > 1)
}

/// Words enough to be no cell that is broken over lines.
fn is_sentence(row: &Row) -> bool {
    row.single().is_some_and(|cell| cell.text.as_str().split_whitespace().count() >= FEWEST_WORDS)
}

/// Fewer words may be said twice in a table.
const FEWEST_WORDS: usize = 3;

/// The lines of pages that say, line by line, what a page before says.
fn repeated_pages(rows: &[Row], pages: &[Range<usize>]) -> Vec<usize> {
    let mut known = BTreeSet::new();
    let mut out = Vec::new();
    for page in pages {
        let lines: Vec<String> = rows[page.clone()].iter().filter(|row| !row.is_blank()).map(words).collect();
        if lines.len() >= FEWEST_LINES && !known.insert(lines) {
            out.extend(page.clone().filter(|at| !rows[*at].is_blank()));
        }
    }
    out
}

/// Lines at the edge of a page that stand at the same edge of another, but for their figures.
fn running(rows: &[Row], pages: &[Range<usize>]) -> Vec<usize> {
    let mut heads: BTreeMap<String, (usize, Range<usize>)> = BTreeMap::new();
    let mut feet: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut out = Vec::new();
    for page in pages {
        let filled = || page.clone().filter(|at| !rows[*at].is_blank());
        for at in filled().take(EDGE).take_while(|at| may_run(&rows[*at])) {
            let Some((first, begun)) = heads.get(&key(&rows[at])) else {
                heads.insert(key(&rows[at]), (at, page.clone()));
                continue;
            };
            if !begins_sop(&rows[page.clone()]) {
                out.push(at);
                // Where the first page says it itself, nothing is lost with its head.
                out.extend(Some(*first).filter(|first| is_said(rows, begun, *first)));
            }
        }
        for at in filled().rev().take(EDGE).take_while(|at| may_run(&rows[*at])) {
            feet.entry(key(&rows[at])).or_default().push(at);
        }
    }
    // A foot is one in the middle of the rows as well, where the break behind it left no mark.
    feet.retain(|_, lines| lines.len() > 1);
    let is_foot = |row: &Row| row.filled().count() <= MOST_CELLS && feet.contains_key(&key(row)) && may_run(row);
    if !feet.is_empty() {
        out.extend((0..rows.len()).filter(|at| is_foot(&rows[*at])));
    }
    out
}

/// Bare numbers that count the pages, alone in the last line of each page, or in the first, but for lines known as furniture.
fn page_numbers(rows: &[Row], pages: &[Range<usize>], known: &BTreeSet<usize>) -> Vec<usize> {
    let number = |at: usize| -> Option<i64> {
        let text = rows[at].single()?.text.as_str().trim().trim_matches(['-', '–', ' ']);
        text.parse().ok().filter(|_| text.len() <= LONGEST_PAGE_NUMBER)
    };
    let says = |at: &usize| !rows[*at].is_blank() && !known.contains(at);
    let first = |page: &Range<usize>| page.clone().find(says);
    let last = |page: &Range<usize>| page.clone().rev().find(says);
    let counted = |edge: &dyn Fn(&Range<usize>) -> Option<usize>| {
        let lines = pages.iter().zip(0_i64..).filter_map(|(page, index)| edge(page).zip(Some(index)));
        let found: Vec<(usize, i64)> = lines.filter_map(|(at, index)| Some((at, number(at)? - index))).collect();
        let counts = found.len() > 1 && found.iter().all(|(_, ahead)| *ahead == found[0].1);
        if counts { found.into_iter().map(|(at, _)| at).collect() } else { Vec::new() }
    };
    let below = counted(&last);
    if below.is_empty() { counted(&first) } else { below }
}

/// `- 123 -`
const LONGEST_PAGE_NUMBER: usize = 3;

/// Another line of the page says what this one begins with.
fn is_said(rows: &[Row], page: &Range<usize>, at: usize) -> bool {
    let first = |row: &Row| row.texts().next().map(str::to_owned);
    let said = first(&rows[at]);
    said.is_some() && page.clone().any(|other| other != at && first(&rows[other]) == said)
}

/// The first page of an SOP has its own letterhead, whether another page has the same or not.
fn begins_sop(page: &[Row]) -> bool {
    // Below a procedure stands who signs.
    let heads_steps = |row: &Row| row.texts().any(|text| exact(text) == Some(Header::Activity));
    page.iter()
        .take_while(|row| !heads_steps(row))
        .any(|row| row.filled().any(|cell| labels::begins_identity(cell.text.as_str())))
}

/// A head or foot: few cells, none of them the number of a step, a label or the name of a column.
fn may_run(row: &Row) -> bool {
    row.filled().count() <= MOST_CELLS
        && row.texts().any(|text| text.chars().filter(|it| it.is_alphabetic()).count() > 3)
        && row
            .texts()
            .all(|text| leading_number(text).is_none() && exact(text).is_none() && !labels::begins_identity(text))
}

/// Cheap: the first letter of a row, small; rows that say the same have the same.
fn initial(row: &Row) -> Option<char> {
    row.texts().flat_map(str::chars).find(|it| it.is_alphabetic())?.to_lowercase().next()
}

fn key(row: &Row) -> String {
    words(row).chars().filter(|it| !it.is_ascii_digit()).collect::<String>().to_lowercase()
}
