//! The steps of a copied table: which lines are theirs, and which words tell the time.

use super::COLUMNS;
use super::cut::{Cut, pieces};
use super::head::Head;
use super::middle::Middle;
use super::ticks::Ticks;
use super::words::{Lexicon, Line, MOST_WORDS, Said, Side, Word, passage, said_in};
use crate::document::{Layout, Row, Text};
use crate::grammar::marks::Marks;
use crate::grammar::step_number::leading_number;
use crate::grammar::{duration, offset_in};
use crate::model::Unit;
use crate::read::regrid::{InVain, letterhead};
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::columns::exact;
use crate::vocabulary::numerals::FRACTION_SIGNS;
use crate::vocabulary::units::{DAY_KINDS, UNITS, is_unit};
use crate::vocabulary::{labels, noise, sections};
use std::ops::Range;

/// Most lines of one step.
const MOST_LINES: usize = 16;

/// Most words that tell a time.
const LONGEST_TIME: usize = 6;

/// One step as its lines of words.
#[derive(Debug, Default)]
pub(super) struct Step<'r> {
    /// Its lines, and the text of each.
    pub lines: Vec<Line<'r>>,
    pub texts: Vec<&'r Text>,
    number: Text,
    /// Where its number stands, if not in its first line.
    pub middle: Option<Middle>,
    /// Marks of actors whose column is lost.
    pub strays: Vec<Text>,
    /// The identity block of another page, printed within it.
    pub identity: Vec<Text>,
    /// Who acts, where the one column Pelaksana tells it.
    pub actor: Option<Text>,
}

/// The steps below a header of these lines, and where the table ends.
pub(super) fn read<'r>(rows: &'r [Row], head: &Head) -> Result<(Vec<Step<'r>>, usize), InVain> {
    let numbers = numbers(rows, &head.lines);
    let vain = InVain(numbers.last().map_or(head.lines.end, |last| last + 1));
    read_numbered(rows, head, &numbers).ok_or(vain)
}

fn read_numbered<'r>(rows: &'r [Row], head: &Head, numbers: &[usize]) -> Option<(Vec<Step<'r>>, usize)> {
    let counts_units = head.unit.is_some();
    let head = &head.lines;
    let from = head.end;
    let head = &rows[head.clone()];
    let leads = numbers.first() == Some(&from);
    let middle = numbers.iter().filter(|at| stands_apart(&rows[**at])).count() * 2 > numbers.len();
    if middle && leads && numbers.first().is_some_and(|first| has_time(&rows[*first])) {
        // Nothing stands before the time of the first step: its activity is printed elsewhere, and others are too.
        return None;
    }
    // A number in a line of its own stands in the midst of its step, or, where nothing stands above the first, before it.
    let middle = middle && !leads;
    let free = |at: usize| if at == 0 { from } else { numbers[at - 1] + 1 }..numbers[at];
    let verb = |at: usize| free(at).find(|line| begins_with_verb(&rows[*line], 0));
    let is_below = |at: &usize| !begins_with_verb(&rows[numbers[*at]], 1) && verb(*at).is_some();
    let below_verbs = !numbers.is_empty()
        && !leads
        && is_below(&0)
        && !middle
        && (0..numbers.len()).filter(is_below).count() * 4 >= numbers.len() * 3;
    let opening = |at: usize| match (middle, below_verbs) {
        (true, _) => free(at).find(|line| at == 0 || opens(&rows[*line])),
        (_, true) => verb(at).filter(|_| is_below(&at)),
        _ => None,
    };
    let starts: Vec<usize> = numbers.iter().enumerate().map(|(at, number)| opening(at).unwrap_or(*number)).collect();
    let is_own = |at: &usize| !is_of_page(rows, *at, head);
    let longest = starts.windows(2).map(|pair| (pair[0]..pair[1]).filter(is_own).count()).max()?;
    let last = *numbers.last()?;
    let end = last_end(rows, last, starts.last()? + longest.max(2));
    let ends = starts.iter().skip(1).copied().chain([end]);
    let mut lexicon = Lexicon::default();
    let stretches: Vec<Range<usize>> = starts.iter().zip(ends).map(|(start, end)| *start..end).collect();
    let ticks = Ticks::of(rows, &stretches, |at| is_of_page(rows, at, head));
    let mut steps = Vec::with_capacity(numbers.len());
    for (at, (stretch, number)) in stretches.into_iter().zip(numbers).enumerate() {
        steps.push(Step::of((rows, head), stretch, (*number, &ticks, at), &mut lexicon));
    }
    if counts_units {
        steps.iter_mut().for_each(|step| count_units(&mut step.lines));
    }
    if let (Some(first), Some(start)) = (steps.first_mut(), starts.first()) {
        // What stands between the header and the first step is of neither.
        first.strays.extend(rows[from..*start].iter().filter_map(Row::single).map(|cell| cell.text.clone()));
    }
    let timed = steps.iter().filter(|step| step.lines.iter().any(|line| line.time.is_some())).count();
    let short = |step: &Step| step.lines.iter().all(|line| line.words.len() <= MOST_WORDS);
    (steps.len() >= 2 && timed * 2 >= steps.len() && steps.iter().all(short)).then_some((steps, end))
}

/// Most lines behind the time of the last step that are its output where nothing else follows.
const LONGEST_OUTPUT: usize = 4;

/// Where the last step ends, which is as long as the longest: further down only where it has no time yet.
fn last_end(rows: &[Row], last: usize, bound: usize) -> usize {
    let timed = |at: &usize| {
        let text = |at: usize| rows[at].single().map_or("", |cell| cell.text.as_str());
        let broken = || *at > last && duration::looks_like(&format!("{} {}", text(at - 1), text(*at)));
        is_timed(text(*at)) || broken()
    };
    // A step that has its time does not go on over the page.
    let is_over = |at: usize| ends(&rows[at]) || rows[at].page_start && (last..at).any(|at| timed(&at));
    let stop = |from: usize, to: usize| (from..to).find(|at| is_over(*at)).unwrap_or(to);
    let end = stop(last + 1, bound.min(rows.len())).max(last + 1);
    if (last..end).any(|at| timed(&at)) || end < bound {
        return end;
    }
    let far = stop(end, (bound + MOST_LINES / 2).min(rows.len()));
    match (end..far).find(timed) {
        Some(at) if far - at <= LONGEST_OUTPUT && far < bound + MOST_LINES / 2 => far,
        Some(at) => at + 1,
        None => end,
    }
}

/// How far a better line with the same number is looked for.
const BETTER_WITHIN: usize = 8;

/// The rows that begin with the next number.
fn numbers(rows: &[Row], head: &Range<usize>) -> Vec<usize> {
    let from = head.end;
    // The header may be printed again inside a step.
    let most = MOST_LINES + head.len();
    let mut found: Vec<usize> = Vec::new();
    let mut wanted = None;
    for (at, row) in rows.iter().enumerate().skip(from) {
        if at > found.last().map_or(from, |last| *last) + most || labelled(row) {
            break;
        }
        if row.layout != Layout::Plain || row.filled().count() > 1 {
            break;
        }
        // An author may skip a number; where its step is there without it, the one before would have two times.
        let skips = |number: u32| {
            let timed = |row: &Row| row.single().is_some_and(|cell| is_timed(cell.text.as_str()));
            wanted.is_some_and(|wanted| number == wanted + 1)
                && begins_with_verb(row, 1)
                && found.last().is_some_and(|last| rows[*last..at].iter().filter(|row| timed(row)).count() == 1)
        };
        let follows = |number: &u32| wanted.is_none_or(|wanted| wanted == *number) || skips(*number);
        let Some(number) = first_number(row).filter(follows) else { continue };
        // `2. Lembar kendali` is an item of a list where a step with that number follows.
        let better = |row: &Row| first_number(row) == Some(number) && is_step(row) && !counts_time(row);
        if !is_step(row) && rows.iter().skip(at + 1).take(BETTER_WITHIN).any(better) {
            continue;
        }
        // `2. Desain reklame` is an item of a list where `2. Memeriksa berkas` follows.
        let acts = |row: &Row| first_number(row) == Some(number) && begins_with_verb(row, 1);
        if !acts(row) && rows.iter().skip(at + 1).take(BETTER_WITHIN).any(acts) {
            continue;
        }
        // `2 hari Konsep instrumen` is a time where a step with that number follows.
        let numbers = |row: &Row| first_number(row) == Some(number) && !counts_time(row);
        if counts_time(row) && rows.iter().skip(at + 1).take(BETTER_WITHIN).any(numbers) {
            continue;
        }
        found.push(at);
        wanted = Some(number + 1);
    }
    found
}

fn first_number(row: &Row) -> Option<u32> {
    leading_number(row.single()?.text.as_str())
}

/// The number is that of a time: a unit follows, or `x 24 jam`.
fn counts_time(row: &Row) -> bool {
    let text = row.single().map_or("", |cell| cell.text.as_str()).trim();
    let mut words = text.split_whitespace();
    let is_bare = words.next().is_some_and(|word| word.bytes().all(|it| it.is_ascii_digit()));
    is_bare && (words.next().is_some_and(|word| is_unit(&word.to_lowercase())) || duration::leading(text).is_some())
}

/// Behind the number stand a time, or words enough for an activity and more.
fn is_step(row: &Row) -> bool {
    row.single().is_some_and(|cell| {
        let text = cell.text.as_str();
        let words: Vec<&str> = text.split_whitespace().skip(1).collect();
        words.len() > 4 || time(text, &words).is_some()
    })
}

fn labelled(row: &Row) -> bool {
    row.filled().any(|cell| labels::begins_identity(cell.text.as_str()))
}

/// Below the last number the table ends with what belongs to no cell.
fn ends(row: &Row) -> bool {
    row.is_blank()
        || row.layout != Layout::Plain
        || labelled(row)
        || row.filled().any(|cell| sections::whole(cell.text.as_str()).is_some())
}

/// The number stands in a line without the activity: alone, or before the time, ticks of actors left out.
fn stands_apart(row: &Row) -> bool {
    let Some(cell) = row.single() else { return false };
    let rest = cell.text.as_str().split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim());
    let rest = rest.trim_start_matches(|it: char| !it.is_alphanumeric() && it != '±');
    rest.is_empty() || rest.starts_with(|it: char| it.is_ascii_digit() || it == '±') || duration::looks_like(rest)
}

/// A time stands among the words.
fn is_timed(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    time(text, &words).is_some()
}

/// The number and the time share a line.
fn has_time(row: &Row) -> bool {
    let rest = row.single().and_then(|cell| cell.text.as_str().split_once(char::is_whitespace));
    rest.is_some_and(|(_, rest)| duration::looks_like(rest.trim()))
}

/// The word of the line with this index is a verb in the active.
fn begins_with_verb(row: &Row, word: usize) -> bool {
    row.single().is_some_and(|cell| cell.text.as_str().split_whitespace().nth(word).is_some_and(is_active))
}

/// The line begins an activity.
fn opens(row: &Row) -> bool {
    row.single().is_some_and(|cell| {
        let text = cell.text.as_str();
        text.starts_with(char::is_uppercase) && text.len() > 3 && !Marks::of(text).rest.is_empty()
    })
}

impl<'r> Step<'r> {
    /// The step of these lines, with the line of its number, and its place among the steps.
    fn of(
        (rows, head): (&'r [Row], &[Row]),
        lines: Range<usize>,
        (number, ticks, place): (usize, &Ticks, usize),
        lexicon: &mut Lexicon,
    ) -> Self {
        let tick = ticks.leading(place);
        let mut step = Self::default();
        let foreign = letterhead(rows, &lines).unwrap_or(lines.end);
        for at in lines {
            let Some(cell) = rows[at].single() else { continue };
            if at >= foreign {
                step.identity.push(cell.text.clone());
                continue;
            }
            if at != number && is_of_page(rows, at, head) {
                step.strays.push(cell.text.clone());
                continue;
            }
            let mut words: Vec<&str> = cell.text.as_str().split_whitespace().collect();
            if at == number {
                step.number = cell.text.slice(words.remove(0));
                let above = step.lines.len();
                step.middle = (above > 0).then_some(Middle { above, holds: false });
                if words.is_empty() {
                    continue;
                }
            }
            if tick == Some(at) {
                let count = words.iter().take_while(|word| ticks.has(word)).count();
                step.strays.extend(words.drain(..count).map(|word| cell.text.slice(word)));
            }
            // `lengkap` in small letters goes on with a sentence; `Lengkap` is what an arrow says.
            let goes_on = words.first().is_some_and(|word| word.len() > 1 && word.starts_with(char::is_lowercase));
            if !words.is_empty() && words.len() <= 3 && !goes_on && Marks::of(&words.join(" ")).rest.is_empty() {
                step.strays.push(cell.text.slice(&cell.text.as_str()[offset_in(cell.text.as_str(), words[0])..]));
                continue;
            }
            let marked = ticks.only_mark(&words);
            let (drawn, words): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| ticks.has(word));
            step.strays.extend(drawn.into_iter().map(|word| cell.text.slice(word)));
            let time = time(cell.text.as_str(), &words).filter(|_| tick.is_none_or(|tick| tick <= at));
            let marked = marked.filter(|at| time.as_ref().is_none_or(|time| *at <= time.start));
            step.texts.push(&cell.text);
            let mut line = Line::new(words.into_iter().map(|word| lexicon.word(word)).collect(), time, marked);
            line.side = tick.map(|tick| if at < tick { Side::Activity } else { Side::Behind });
            step.lines.push(line);
            if let Some(middle) = step.middle.as_mut().filter(|_| at == number) {
                middle.holds = true;
            }
        }
        settle_times(&mut step.lines);
        settle_sides(&mut step.lines);
        step
    }

    /// `kerja` below `3 hari`: the line, and the places in it where that word stands, which may be of another cell each.
    pub fn broken_day_kind(&self) -> Option<(usize, Vec<usize>)> {
        let is_kind = |line: &Line, at: usize| is_day_kind(line.words[at].text);
        let at = (1..self.lines.len()).find(|at| {
            let time = self.lines[*at].time.as_ref().filter(|_| self.lines[*at - 1].time.is_some());
            time.is_some_and(|time| time.len() == 1 && is_kind(&self.lines[*at], time.start))
        })?;
        let line = &self.lines[at];
        Some((at, (0..line.words.len()).filter(|word| is_kind(line, *word)).collect()))
    }

    /// The words of its output, without list marks.
    pub fn made(&self, cuts: &[Cut]) -> Vec<Said> {
        self.lines.iter().zip(cuts).flat_map(|(line, cut)| said_in(pieces(line, *cut)[2])).collect()
    }

    /// Something stands in Keterangan.
    pub fn is_noted(&self, cuts: &[Cut]) -> bool {
        self.lines.iter().zip(cuts).any(|(line, cut)| !pieces(line, *cut)[3].is_empty())
    }

    /// Its cells.
    pub fn texts_of(&self, cuts: &[Cut]) -> [Text; COLUMNS] {
        let mut cells: [Text; COLUMNS] = Default::default();
        cells[0] = self.number.clone();
        for ((line, text), cut) in self.lines.iter().zip(&self.texts).zip(cuts) {
            let [activity, requirements, outputs, note] = pieces(line, *cut);
            let time = line.time.clone().map_or(&[][..], |time| &line.words[time]);
            for (column, words) in [(1, activity), (2, requirements), (3, time), (4, outputs), (5, note)] {
                add(&mut cells[column], text, words, column);
            }
        }
        cells
    }
}

/// The foot of a page, or a line of the header printed again; a single word of an actor's name only beside another such line, for it
/// may end a cell as well.
fn is_of_page(rows: &[Row], at: usize, head: &[Row]) -> bool {
    let line = |at: usize| rows.get(at).and_then(Row::single).map(|cell| cell.text.as_str().trim());
    let again = |text: &str| head.iter().flat_map(Row::texts).any(|known| known.trim() == text);
    let is_beside = || [at.wrapping_sub(1), at + 1].into_iter().filter_map(line).any(again);
    let is_told = |text: &str| text.contains(char::is_whitespace) || exact(text).is_some();
    rows[at].texts().map(str::trim).any(|text| {
        // No cell of such a table has a line between its words, as the foot of a page may.
        let is_foot = noise::is_page_count(text) || noise::is_note(text) || text.contains(" | ");
        is_foot || again(text) && (is_told(text) || is_beside())
    })
}

/// Adds words of a line to a cell; a list mark begins a line of its own.
fn add(cell: &mut Text, text: &Text, words: &[Word], column: usize) {
    let breaks = |word: &Word| matches!(column, 2 | 4) && word.is_mark;
    let mut from = 0;
    for at in 1..=words.len() {
        if at < words.len() && !breaks(&words[at]) {
            continue;
        }
        cell.join(if breaks(&words[from]) { '\n' } else { ' ' }, &passage(text, &words[from..at]));
        from = at;
    }
}

/// The words that tell a time: the last such in the line.
pub(super) fn time(text: &str, words: &[&str]) -> Option<Range<usize>> {
    let mut found = None;
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=LONGEST_TIME.min(words.len() - at)).rev().find(|count| {
            let last = words[at + count - 1];
            let phrase = &text[offset_in(text, words[at])..offset_in(text, last) + last.len()];
            phrase.len() < 60 && !is_parted(&words[at..at + count]) && duration::looks_like(phrase)
        });
        match longest {
            Some(count) => {
                // `1 hari Surat persetujuan paling lama 60 hari`: what ends the line is a note.
                let notes = at + count == words.len() && !measured(words[at]) && !words[at].contains('.');
                let is_told =
                    found.as_ref().is_some_and(|time: &Range<usize>| measured(words[time.start]) && time.end < at);
                if !(notes && is_told) {
                    found = Some(at..at + count);
                }
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// A dash between the words begins the item of another cell, where it stands between no two numbers: `1 - 2 hari`.
fn is_parted(words: &[&str]) -> bool {
    let counts = |word: &str| word.starts_with(|it: char| it.is_ascii_digit()) || is_unit(&word.to_lowercase());
    words.windows(3).any(|words| matches!(words[1], "-" | "–") && !(counts(words[0]) && counts(words[2])))
}

/// One time a step: the first that is measured, and what of it is broken into the line below: `2 jam 30` and `menit`, `maksimal`
/// and `5 hari`, `1 hari` and `kerja`.
fn settle_times(lines: &mut [Line]) {
    let broken = (1..lines.len()).find_map(|at| {
        let (head, tail) = broken_time(&lines[at - 1], &lines[at])?;
        Some((at, head, tail))
    });
    let whole =
        lines.iter().position(|line| line.time.as_ref().is_some_and(|time| measured(line.words[time.start].text)));
    let whole = whole.or_else(|| lines.iter().position(|line| line.time.is_some()));
    match (broken, whole) {
        (Some((at, head, tail)), whole) if whole.is_none_or(|whole| whole + 1 >= at) => {
            lines.iter_mut().for_each(|line| line.time = None);
            lines[at - 1].time = Some(head);
            lines[at].time = Some(tail);
        }
        (_, Some(whole)) => {
            lines.iter_mut().enumerate().filter(|(at, _)| *at != whole).for_each(|(_, line)| line.time = None);
        }
        _ => {}
    }
}

/// Below `Waktu (menit)` a number is a time: the only one of the step that words stand before and behind.
fn count_units(lines: &mut [Line]) {
    if lines.iter().any(|line| line.time.is_some()) {
        return;
    }
    let is_count =
        |word: &Word| word.text.split(['-', '–']).all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
    let is_amid = |line: &Line, at: usize| at > 0 && line.words.get(at + 1).is_some_and(|next| next.capital);
    let counts = |(row, line): (usize, &Line)| {
        let found = (0..line.words.len()).filter(|at| is_count(&line.words[*at]) && is_amid(line, *at));
        found.map(|at| (row, at)).collect::<Vec<_>>()
    };
    if let [(row, at)] = lines.iter().enumerate().flat_map(counts).collect::<Vec<_>>()[..] {
        lines[row].time = Some(at..at + 1);
    }
}

/// Behind the mark Kelengkapan goes on to the time, and Output begins there.
fn settle_sides(lines: &mut [Line]) {
    let timed = |line: &Line| line.side == Some(Side::Behind) && line.time.is_some();
    let (first, last) = (lines.iter().position(timed), lines.iter().rposition(timed));
    if let Some((first, last)) = first.zip(last) {
        for (at, line) in lines.iter_mut().enumerate().filter(|(_, line)| line.side == Some(Side::Behind)) {
            line.side = match at {
                _ if at < first => Some(Side::Requirements),
                _ if at > last => Some(Side::Outputs),
                _ => line.side,
            };
        }
    }
}

fn measured(word: &str) -> bool {
    let is_fraction = |it: char| FRACTION_SIGNS.iter().any(|row| row.0 == it);
    word.starts_with(|it: char| it.is_ascii_digit() || it == '±' || is_fraction(it))
}

/// The words of one time that stand in two lines.
fn broken_time(above: &Line, below: &Line) -> Option<(Range<usize>, Range<usize>)> {
    let begins = |word: &Word| measured(word.text) || !word.is_mark && is_bound(word.text);
    let heads = (0..above.words.len()).filter(|at| begins(&above.words[*at]));
    // A whole time is not taken apart.
    let least = |head: usize| above.time.as_ref().filter(|time| time.contains(&head)).map_or(head + 1, |time| time.end);
    for head in heads {
        for head_end in (least(head)..=above.words.len().min(head + 4)).rev() {
            if let Some(tail) = tail_of(&above.words[head..head_end], below) {
                return Some((head..head_end, tail));
            }
        }
    }
    None
}

/// Words of two lines as one text.
fn said(parts: [&[Word]; 2]) -> String {
    parts.concat().iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// The words of the line below that make a time of these.
fn tail_of(head: &[Word], below: &Line) -> Option<Range<usize>> {
    let whole = duration::looks_like(&said([head, &[]]));
    let last = head.last().map_or("", |word| word.text);
    let is_count = head.first().is_some_and(|word| measured(word.text));
    let goes_on = |at: usize| {
        let word = below.words[at].text;
        let before = at.checked_sub(1).map(|before| below.words[before].text);
        if whole {
            return is_day(last) && is_day_kind(word) && !before.is_some_and(is_of_time);
        }
        // A number goes on with no time that is whole without it.
        let is_whole = is_count && below.time.as_ref().is_some_and(|time| time.contains(&at));
        is_of_time(word) && !before.is_some_and(measured) || measured(word) && !below.words[at].is_mark && !is_whole
    };
    (0..below.words.len()).filter(|at| goes_on(*at)).find_map(|tail| {
        // `menit/surat` is whole.
        let most = if below.words[tail].text.contains('/') { 1 } else { 3 };
        let ends = (tail + 1..=below.words.len().min(tail + most)).rev();
        let is_time = |end: &usize| duration::looks_like(&said([head, &below.words[tail..*end]]));
        ends.into_iter().find(is_time).map(|end| tail..end)
    })
}

/// `kerja`, `menit`, `menit/surat`
fn is_of_time(word: &str) -> bool {
    is_day_kind(word) || is_unit(word.split('/').next().unwrap_or(word))
}

fn is_day(word: &str) -> bool {
    UNITS.iter().any(|(name, unit, _)| *unit == Unit::Day && name.eq_ignore_ascii_case(word))
}

/// `kerja`, `kalender`
fn is_day_kind(word: &str) -> bool {
    DAY_KINDS.iter().any(|(kind, _)| kind.eq_ignore_ascii_case(word))
}

/// `maksimal 5`
fn is_bound(word: &str) -> bool {
    word.len() < 12 && word.starts_with(char::is_alphabetic) && duration::looks_like(&format!("{word} 1 hari"))
}
