//! Tables of which every cell stands on a line of its own, as text is copied out of some readers → rows of cells.
//!
//! Nothing tells the columns but the order: number, activity, Kelengkapan, Waktu, Output. The Waktu of a step parts what stands
//! before it from what it makes; steps without one keep their text as activity.

use super::{Found, InVain, Table};
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::grammar::step_number::step_number;
use crate::model::Symbol;
use crate::vocabulary::columns::{Header, exact, header};
use crate::vocabulary::{fold, labels, noise, offices, units};
use std::ops::Range;

/// Most lines of such a header.
const LONGEST_HEADER: usize = 40;

/// The columns that every such table has: number, activity, and behind the actors Kelengkapan, Waktu, Output, Keterangan.
const COLUMNS: usize = 6;

/// The table whose header begins in row `at`.
pub(super) fn at(rows: &[Row], at: usize) -> Found {
    let Some(head) = header_lines(rows, at) else { return Ok(None) };
    let steps = steps(rows, head.end);
    let Some(end) = steps.last().map(|last| last.end) else { return Ok(None) };
    if steps.len() < 2 || are_apart(rows, &steps) {
        return Err(InVain(end));
    }
    let names: Vec<&Cell> = (head.clone()).filter_map(|line| rows[line].single()).collect();
    let lanes = lanes(&names);
    let mut out = vec![header_row(&names, &lanes)];
    let mut made: Vec<String> = Vec::new();
    let mut ends: Vec<&Cell> = Vec::new();
    for mut step in steps {
        if let Some((at, cell)) = end_sign(rows, &step) {
            step.end = at;
            ends.push(cell);
        }
        let texts = row(rows, step, &made);
        made.push(fold(texts[4].as_str()));
        out.push(cells(texts, &vec![Text::default(); lanes.len()]));
    }
    if lanes.is_empty() {
        // Lines of the header that may be anything stay, and are found again as what nobody took.
        let others = names.iter().filter(|cell| header(cell.text.as_str()).is_none());
        out.extend(others.map(|cell| Row { cells: vec![(*cell).clone()], ..Row::default() }));
    }
    out.extend(ends.into_iter().map(|cell| Row { cells: vec![cell.clone()], ..Row::default() }));
    Ok(Some(Table { rows: out, start: at, end }))
}

/// The actors, where every line that names no column begins as the name of an office does, or is its initials; a name of two lines
/// would be two actors, so one doubtful line and there are none.
fn lanes(names: &[&Cell]) -> Vec<Text> {
    let others = names.iter().map(|cell| &cell.text).filter(|text| header(text.as_str()).is_none());
    let others: Vec<&Text> = others.collect();
    let whole = |at: usize| at.checked_sub(1).is_none_or(|above| !is_one_word(others[above].as_str()));
    let initials = |(at, text): (usize, &str)| is_initials(text) && (whole(at) || is_initials(others[at - 1].as_str()));
    let sure = others.iter().enumerate().all(|(at, text)| {
        let text = text.as_str().trim();
        offices::begins_office(text) || initials((at, text))
    });
    if sure { others.into_iter().cloned().collect() } else { Vec::new() }
}

fn is_one_word(text: &str) -> bool {
    !text.trim().contains(char::is_whitespace)
}

/// Most letters of the initials of an office.
const LONGEST_INITIALS: usize = 8;

/// `PPSPM`, `KPPN`: behind a name of one word they may be its end (`Kepala`, `KUA`).
fn is_initials(text: &str) -> bool {
    let text = text.trim();
    (2..=LONGEST_INITIALS).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_uppercase())
}

/// `Selesai` below what a step makes: the words of a symbol, and the row they stand in.
fn end_sign<'r>(rows: &'r [Row], step: &Range<usize>) -> Option<(usize, &'r Cell)> {
    let at = step.clone().rfind(|at| !rows[*at].is_blank())?;
    let cell = rows[at].single()?;
    let marks = Marks::of(cell.text.as_str());
    let is_end = marks.symbol() == Some(Symbol::End) && marks.rest.is_empty();
    let above = step.start..at;
    let timed = above.clone().find(|at| rows[*at].texts().any(duration::looks_like))?;
    (is_end && above.skip_while(|at| *at <= timed).any(|at| !rows[at].is_blank())).then_some((at, cell))
}

/// The lines of a header, each with one cell: at least four names of columns, Kegiatan and Waktu among them.
fn header_lines(rows: &[Row], at: usize) -> Option<Range<usize>> {
    let named = |row: &Row| row.single().and_then(|cell| exact(cell.text.as_str()));
    named(&rows[at])?;
    let mut found: Vec<Header> = Vec::new();
    let mut end = at;
    for (offset, row) in rows[at..].iter().take(LONGEST_HEADER).enumerate() {
        if row.is_blank() {
            continue;
        }
        if row.layout != Layout::Plain || row.single().is_none_or(|cell| step_number(cell.text.as_str()).is_some()) {
            break;
        }
        if let Some(name) = named(row) {
            found.push(name);
            end = at + offset + 1;
        }
    }
    let timed = found.iter().any(|it| matches!(it, Header::Duration(_)));
    (found.len() >= 4 && timed && found.contains(&Header::Activity)).then_some(at..end)
}

/// The lines of each step: from its number, alone on a line, up to the next number.
fn steps(rows: &[Row], from: usize) -> Vec<Range<usize>> {
    let mut steps: Vec<Range<usize>> = Vec::new();
    let mut wanted = None;
    for (at, row) in rows.iter().enumerate().skip(from) {
        let Some(cell) = row.single().filter(|_| row.layout == Layout::Plain) else {
            if row.is_blank() {
                continue;
            }
            break;
        };
        let text = cell.text.as_str();
        if labels::begins_identity(text) {
            break;
        }
        let counts_time = || rows.get(at + 1).and_then(Row::single).is_some_and(|below| is_unit(below.text.as_str()));
        match step_number(text).filter(|_| steps.is_empty() || !counts_time()) {
            Some(number) if wanted.is_none_or(|wanted| wanted == number) => {
                steps.push(at..at + 1);
                wanted = Some(number + 1);
            }
            _ => match steps.last_mut() {
                Some(step) if at <= step.end + 1 => step.end = at + 1,
                _ => break,
            },
        }
    }
    steps
}

/// Most times that stand in one step in lines of their own.
const MOST_TIMES: usize = 2;

/// Numbers one below the other, or the times of several steps behind one number: the cells of the steps stand elsewhere.
fn are_apart(rows: &[Row], steps: &[Range<usize>]) -> bool {
    let is_bare = |step: &&Range<usize>| rows[step.start + 1..step.end].iter().all(Row::is_blank);
    let times = |step: &Range<usize>| {
        let lines = rows[step.start + 1..step.end].iter().flat_map(Row::texts);
        lines.filter(|line| line.starts_with(|it: char| it.is_ascii_digit()) && duration::looks_like(line)).count()
    };
    steps.iter().filter(is_bare).count() * 2 >= steps.len() || steps.iter().any(|step| times(step) > MOST_TIMES)
}

fn header_row(names: &[&Cell], lanes: &[Text]) -> Row {
    let wanted = [Header::Number, Header::Activity, Header::Requirements, Header::Duration(None), Header::Outputs];
    let mut texts = vec![Text::default(); COLUMNS];
    for cell in names {
        let name = header(cell.text.as_str());
        if let Some(column) = name.and_then(|name| wanted.iter().position(|it| *it == name)) {
            texts[column].join(' ', &cell.text);
        } else if name == Some(Header::Note) {
            texts[5].join(' ', &cell.text);
        }
    }
    cells(texts, lanes)
}

/// The cells of a row, those of the actors between the activity and Kelengkapan.
fn cells(texts: Vec<Text>, lanes: &[Text]) -> Row {
    let (lead, rest) = texts.split_at(2);
    Row::positioned(lead.iter().chain(lanes).chain(rest).cloned().collect())
}

/// One step: its lines gathered into cells.
fn row(rows: &[Row], step: Range<usize>, made: &[String]) -> Vec<Text> {
    let lines = rows[step.clone()].iter().filter_map(Row::single).map(|cell| &cell.text);
    let lines: Vec<&Text> =
        lines.filter(|text| !noise::is_noise(text.as_str()) || step_number(text.as_str()).is_some()).collect();
    let mut texts = vec![Text::default(); COLUMNS];
    texts[0] = lines.first().map(|text| (*text).clone()).unwrap_or_default();
    let rest = &timed_lines(&lines[1.min(lines.len())..])[..];
    let timed = rest.iter().position(|text| duration::looks_like(text.as_str())).filter(|at| *at > 0);
    let before = gathered(&rest[..timed.unwrap_or(rest.len())]);
    let cut = before_requirements(&before, made, timed.is_some());
    for (at, text) in before.iter().enumerate() {
        texts[if at < cut { 1 } else { 2 }].join(' ', text);
    }
    if let Some(at) = timed {
        texts[3] = rest[at].clone();
        for text in gathered(&rest[at + 1..]) {
            texts[4].join('\n', &text);
        }
    }
    texts
}

/// A time that was broken behind its number, `5` over `menit`, is one line.
fn timed_lines(lines: &[&Text]) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::with_capacity(lines.len());
    for line in lines {
        let counts =
            |text: &Text| text.as_str().trim().chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | '–' | ' '));
        match out.last_mut().filter(|above| is_unit(line.as_str()) && !above.is_blank() && counts(above)) {
            Some(above) => above.join(' ', line),
            None => out.push((*line).clone()),
        }
    }
    out
}

/// The line is a unit of time, with no more than a word behind it: `menit`, `hari kerja`.
fn is_unit(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().map(str::to_lowercase);
    first.is_some_and(|word| units::is_unit(&word)) && words.count() <= 1
}

/// Lines that go on with the one above are one cell; marks are left out.
fn gathered(lines: &[Text]) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::new();
    for line in lines {
        let text = line.as_str().trim_start();
        let marks = Marks::of(line.as_str());
        if marks.rest.is_empty() && (marks.is_arrow() || marks.is_present()) {
            continue;
        }
        let small = text.starts_with(|it: char| it.is_lowercase() || matches!(it, '(' | ')'));
        match out.last_mut() {
            Some(above) if small || above.as_str().trim_end().ends_with(',') => above.join(' ', line),
            _ => out.push(line.clone()),
        }
    }
    out
}

/// How many of the cells before Waktu are activity: up to the one that an earlier step made, else all but the last.
fn before_requirements(before: &[Text], made: &[String], timed: bool) -> usize {
    if !timed || before.len() < 2 {
        return before.len();
    }
    let known = (1..before.len()).find(|at| made.contains(&fold(before[*at].as_str())));
    known.unwrap_or(before.len() - 1)
}
