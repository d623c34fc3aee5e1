//! Tables of which every cell stands on a line of its own, as text is copied out of some readers → rows of cells.
//!
//! Nothing tells the columns but the order: number, activity, Kelengkapan, Waktu, Output. The Waktu of a step parts what stands
//! before it from what it makes; steps without one keep their text as activity.

use super::{Found, InVain, Table};
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::duration;
use crate::grammar::enumeration::{heads_document, is_whole_name, opening};
use crate::grammar::marks::Marks;
use crate::grammar::offset_in;
use crate::grammar::step_number::step_number;
use crate::model::Symbol;
use crate::vocabulary::columns::{Header, exact, header, leading_name};
use crate::vocabulary::{fold, labels, noise, offices, units};
use std::ops::Range;

/// Most lines of such a header.
const LONGEST_HEADER: usize = 40;

/// The columns that every such table has: number, activity, and behind the actors Kelengkapan, Waktu, Output, Keterangan.
const COLUMNS: usize = 6;

/// The table whose header begins in row `at`.
pub(super) fn at(rows: &[Row], at: usize) -> Found {
    let Some(head) = header_lines(rows, at) else { return Ok(None) };
    let mut steps = steps(rows, head.end);
    let Some(last) = steps.pop() else { return Ok(None) };
    let end = last_end(rows, &steps, &last);
    steps.push(last.start..end);
    if steps.len() < 2 || are_apart(rows, &steps) {
        return Err(InVain(end));
    }
    let names: Vec<Text> = (head.clone()).filter_map(|line| rows[line].single()).flat_map(names_in).collect();
    let acting = |name: &str| steps.iter().any(|step| begins_with(rows, step, name));
    let lanes = lanes(&names, acting);
    let mut out = vec![header_row(&names, lanes.as_deref().unwrap_or_default())];
    let has_note = names.iter().any(|name| header(name.as_str()) == Some(Header::Note));
    let mut made: Vec<String> = Vec::new();
    let mut filled: Vec<Vec<Text>> = Vec::new();
    let mut ends: Vec<&Cell> = Vec::new();
    for mut step in steps {
        if let Some(again) = header_again(rows, &step) {
            // The header of the next page; what it does not say again stays.
            let is_new = |cell: &&Cell| names.iter().all(|name| name.as_str() != cell.text.as_str());
            ends.extend(rows[again..step.end].iter().filter_map(Row::single).filter(is_new));
            step.end = again;
        }
        if let Some((at, cell)) = end_sign(rows, &step) {
            step.end = at;
            ends.push(cell);
        }
        let texts = row(rows, step, &made);
        made.push(fold(texts[4].as_str()));
        filled.push(texts);
    }
    if has_note {
        part_notes(&mut filled);
    }
    for texts in &mut filled {
        let made: Vec<Text> = texts[4].as_str().split('\n').map(|line| texts[4].slice(line)).collect();
        texts[4] = unbroken(&made);
    }
    let count = lanes.as_ref().map_or(0, Vec::len);
    out.extend(filled.into_iter().map(|texts| cells(texts, &vec![Text::default(); count])));
    if lanes.is_none() {
        // Lines of the header that may be anything stay, and are found again as what nobody took: told as one, for a line of it
        // alone would look like the name of a body.
        let mut others = Text::default();
        names.iter().filter(|name| header(name.as_str()).is_none()).for_each(|name| others.join(' ', name));
        out.push(Row { weighed: true, ..Row::line(others) });
    }
    out.extend(ends.into_iter().map(|cell| Row { cells: vec![cell.clone()], ..Row::default() }));
    Ok(Some(Table { rows: out, start: at, end }))
}

/// What the steps make, up to the line that the next one needs; behind it stands Keterangan.
fn part_notes(steps: &mut [Vec<Text>]) {
    for at in 1..steps.len() {
        let (above, below) = steps.split_at_mut(at);
        let (step, needed) = (&mut above[at - 1], fold(below[0][2].as_str()));
        let made = step[4].clone();
        if let Some((first, _)) = made.as_str().split_once('\n')
            && fold(first) == needed
        {
            step[4] = made.slice(first);
            step[5] = made.slice(made.as_str()[first.len()..].trim());
        }
    }
}

/// The names that a line of the header holds: of several columns, or one of anything.
fn names_in(cell: &Cell) -> Vec<Text> {
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
    let words: Vec<&str> = text.split_whitespace().collect();
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

/// The activity of a step begins with this name.
fn begins_with(rows: &[Row], step: &Range<usize>, name: &str) -> bool {
    let mut lines = rows[step.clone()].iter().filter_map(Row::single).map(|cell| cell.text.as_str());
    let first = lines.next().map_or("", |line| attached(line).map_or("", |(_, words)| words));
    let activity = if first.is_empty() { lines.next().unwrap_or_default() } else { first };
    activity.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
}

/// The actors, where every line that names no column begins as the name of one does, is its initials, or goes on with the line above;
/// a name of two lines would be two actors, so one doubtful line and there are none.
fn lanes(names: &[Text], acting: impl Fn(&str) -> bool) -> Option<Vec<Text>> {
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

/// `Seksi Keamanan dan` and `Ketertiban`.
fn goes_on(above: &str, line: &str) -> bool {
    let above = above.trim_end();
    let last = above.rsplit(char::is_whitespace).next().unwrap_or_default();
    above.ends_with([',', '/', '&', '-'])
        || last == "dan"
        || line.starts_with(|it: char| it.is_lowercase() || it == '(')
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
    let named = |row: &Row| {
        let names = row.single().map_or_else(Vec::new, names_in);
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
            break;
        }
        let names = named(row);
        if !names.is_empty() {
            found.extend(names);
            end = at + offset + 1;
        }
    }
    let timed = found.iter().any(|it| matches!(it, Header::Duration(_)));
    (found.len() >= 4 && timed && found.contains(&Header::Activity)).then_some(at..end)
}

/// The number of a step, alone or before its activity.
fn numbered(text: &str) -> Option<u32> {
    step_number(text).or_else(|| attached(text).map(|(number, _)| number))
}

/// `1. Menerima surat`: the number with its point, and the words behind it.
fn attached(text: &str) -> Option<(u32, &str)> {
    let (mark, words) = text.trim_start().split_once(' ')?;
    let words = words.trim_start();
    let number =
        step_number(mark).filter(|_| mark.ends_with(['.', ')']) && mark.starts_with(|it: char| it.is_ascii_digit()))?;
    words.starts_with(char::is_uppercase).then_some((number, words))
}

/// The first row behind the numbers of the columns, each in a line of its own.
fn behind_numbers(rows: &[Row], from: usize) -> usize {
    let mut next = 1;
    for (at, row) in rows.iter().enumerate().skip(from).filter(|(_, row)| !row.is_blank()) {
        match row.single().and_then(|cell| step_number(cell.text.as_str())) {
            Some(number) if number == next => next += 1,
            Some(1) if next > FEWEST_NUMBERS => return at,
            _ => break,
        }
    }
    from
}

/// Fewer numbers in lines of their own are not those of columns.
const FEWEST_NUMBERS: u32 = 4;

/// The lines of each step: from its number, alone on a line or before the activity, up to the next number.
fn steps(rows: &[Row], from: usize) -> Vec<Range<usize>> {
    let from = behind_numbers(rows, from);
    let mut steps: Vec<Range<usize>> = Vec::new();
    let mut wanted = None;
    let first = rows.iter().skip(from).find(|row| !row.is_blank()).and_then(Row::single);
    let are_attached = first.is_some_and(|cell| attached(cell.text.as_str()).is_some());
    let number_of =
        |text: &str| if are_attached { attached(text).map(|(number, _)| number) } else { step_number(text) };
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
        match number_of(text).filter(|_| steps.is_empty() || !counts_time()) {
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
    let is_timed = |step: &Range<usize>| {
        rows[step.start + 1..step.end].iter().flat_map(Row::texts).any(|text| duration::parse(text).is_some())
    };
    if are_attached && !steps.iter().all(is_timed) {
        // Of a step whose cells stand in one line nothing tells that they do not.
        steps.clear();
    }
    steps
}

/// Where the last step ends: it has no more lines than the longest before it, and nothing of a header.
fn last_end(rows: &[Row], before: &[Range<usize>], last: &Range<usize>) -> usize {
    let lines = |step: &Range<usize>| rows[step.clone()].iter().filter(|row| !row.is_blank()).count();
    let Some(longest) = before.iter().map(lines).max() else { return last.end };
    let mut filled = last.clone().filter(|at| !rows[*at].is_blank());
    let bound = filled.nth(longest.max(SHORTEST_BOUND)).unwrap_or(last.end);
    header_again(rows, &(last.start..bound)).unwrap_or(bound)
}

/// Where the header is printed again within a step: the names of two columns one below the other.
fn header_again(rows: &[Row], step: &Range<usize>) -> Option<usize> {
    let names = |at: usize| rows.get(at).and_then(Row::single).and_then(|cell| exact(cell.text.as_str())).is_some();
    step.clone().find(|at| names(*at) && names(*at + 1))
}

/// So many lines the last step may have in any case.
const SHORTEST_BOUND: usize = 6;

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

fn header_row(names: &[Text], lanes: &[Text]) -> Row {
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

/// The cells of a row, those of the actors between the activity and Kelengkapan.
fn cells(texts: Vec<Text>, lanes: &[Text]) -> Row {
    let (lead, rest) = texts.split_at(2);
    Row::positioned(lead.iter().chain(lanes).chain(rest).cloned().collect())
}

/// One step: its lines gathered into cells.
fn row(rows: &[Row], step: Range<usize>, made: &[String]) -> Vec<Text> {
    let lines = rows[step.clone()].iter().filter_map(Row::single).map(|cell| &cell.text);
    let mut lines: Vec<Text> =
        lines.filter(|text| !noise::is_noise(text.as_str()) || step_number(text.as_str()).is_some()).cloned().collect();
    let mut texts = vec![Text::default(); COLUMNS];
    if let Some(first) = lines.first_mut() {
        let (number, words) = match attached(first.as_str()) {
            Some((_, words)) => first.as_str().split_at(offset_in(first.as_str(), words)),
            None => (first.as_str(), ""),
        };
        (texts[0], *first) = (first.slice(number.trim_end()), first.slice(words));
    }
    lines.retain(|text| !text.is_blank());
    let rest = &timed_lines(&lines)[..];
    let timed = rest.iter().position(|text| duration::looks_like(text.as_str())).filter(|at| *at > 0);
    let before = &rest[..timed.unwrap_or(rest.len())];
    match ticked(before) {
        Some((activity, requirements)) => {
            gathered(activity).iter().for_each(|text| texts[1].join(' ', text));
            texts[2] = unbroken(&gathered(requirements));
        }
        None => {
            let before = gathered(before);
            let cut = before_requirements(&before, made, timed.is_some());
            for (at, text) in before.iter().enumerate() {
                texts[if at < cut { 1 } else { 2 }].join(' ', text);
            }
        }
    }
    if let Some(at) = timed {
        texts[3] = rest[at].clone();
        for text in gathered(&rest[at + 1..]) {
            texts[4].join('\n', &text);
        }
    }
    texts
}

/// What stands before and behind the ticks of the actors: there the activity ends.
fn ticked(lines: &[Text]) -> Option<(&[Text], &[Text])> {
    let is_tick = |text: &Text| {
        let marks = Marks::of(text.as_str());
        marks.rest.is_empty() && marks.is_present() && !marks.is_arrow()
    };
    let first = lines.iter().position(is_tick).filter(|at| *at > 0)?;
    let last = lines.iter().rposition(is_tick)?;
    lines[first..=last].iter().all(is_tick).then(|| (&lines[..first], &lines[last + 1..]))
}

/// The lines of a cell, those that only its edge broke joined.
fn unbroken(lines: &[Text]) -> Text {
    let mut out = Text::default();
    for line in lines {
        let above = out.as_str().rsplit('\n').next().unwrap_or("");
        out.join(if begins_item(above, line.as_str().trim_start()) { '\n' } else { ' ' }, line);
    }
    out
}

/// A list mark begins another item, a word that names documents, and several words below a whole name; one word below may be its end.
fn begins_item(above: &str, line: &str) -> bool {
    let is_apart = || line.starts_with(char::is_uppercase) && line.contains(' ') && is_whole_name(above);
    opening(line).is_some() || heads_document(line) || is_apart()
}

/// A time that was broken behind its number, `5` over `menit`, is one line.
fn timed_lines(lines: &[Text]) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::with_capacity(lines.len());
    for line in lines {
        let counts =
            |text: &Text| text.as_str().trim().chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | '–' | ' '));
        let goes_on =
            |above: &Text| is_unit(line.as_str()) && !above.is_blank() && counts(above) || ends_time(above, line);
        match out.last_mut().filter(|above| goes_on(above)) {
            Some(above) => above.join(' ', line),
            None => out.push(line.clone()),
        }
    }
    out
}

/// `kerja` below `10 hari`.
fn ends_time(above: &Text, line: &Text) -> bool {
    let is_kind = units::DAY_KINDS.iter().any(|(kind, _)| kind.eq_ignore_ascii_case(line.as_str().trim()));
    is_kind && duration::parse(above.as_str()).is_some()
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
