//! The lines of one step → its cells.

use super::COLUMNS;
use super::header::is_initials;
use super::steps::attached;
use crate::document::{Row, Text};
use crate::grammar::duration;
use crate::grammar::enumeration::{Opening, heads_document, is_whole_name, opening};
use crate::grammar::marks::Marks;
use crate::grammar::offset_in;
use crate::grammar::step_number::step_number;
use crate::vocabulary::flow_words::TO;
use crate::vocabulary::sections::OPEN_ENDS;
use crate::vocabulary::{fold, noise, units};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The lines of one step, parted by its time.
pub(super) struct Step {
    number: Text,
    /// Activity and Kelengkapan, with the ticks of the actors between them; all lines where no time is told.
    pub before: Vec<Text>,
    /// Which of the lines before the time name the actor.
    pub actor: Option<Range<usize>>,
    /// The lines that name the actor before the activity.
    pub leading: Vec<Text>,
    time: Option<Text>,
    /// What stands behind the time.
    pub after: Vec<Text>,
    /// Kelengkapan, where it stands there too.
    pub needed: Option<Vec<Text>>,
    /// Lines of no column.
    pub strays: Vec<Text>,
}

impl Step {
    /// Of the rows from its number on.
    pub fn of(rows: &[Row], step: Range<usize>) -> Self {
        let lines = rows[step].iter().filter_map(Row::single).map(|cell| &cell.text);
        let is_told = |text: &&Text| !noise::is_noise(text.as_str()) || step_number(text.as_str()).is_some();
        let mut lines: Vec<Text> = lines.filter(is_told).cloned().collect();
        let mut number = Text::default();
        if let Some(first) = lines.first_mut() {
            let (mark, words) = match attached(first.as_str()) {
                Some((_, words)) => first.as_str().split_at(offset_in(first.as_str(), words)),
                None => (first.as_str(), ""),
            };
            (number, *first) = (first.slice(mark.trim_end()), first.slice(words));
        }
        lines.retain(|text| !text.is_blank());
        let mut before = timed_lines(&lines);
        // No activity stands before a time in the first line that is nothing else.
        let is_time = |at: usize, text: &str| match at {
            0 => duration::parse(text).is_some(),
            _ => duration::looks_like(text) || may_be_misread(text) && duration::misread(text).is_some(),
        };
        let timed = before.iter().enumerate().position(|(at, text)| is_time(at, text.as_str()));
        let after = timed.map_or_else(Vec::new, |at| before.split_off(at + 1));
        let time = timed.and_then(|_| before.pop());
        Self { number, before, actor: None, leading: Vec::new(), time, after, needed: None, strays: Vec::new() }
    }

    /// A line tells its time.
    pub fn is_timed(&self) -> bool {
        self.time.is_some()
    }

    /// The first line of what it makes, folded.
    pub fn makes(&self) -> String {
        self.after.first().map(|line| fold(line.as_str())).unwrap_or_default()
    }

    /// The lines that are ticks, where they stand together.
    fn ticks(&self) -> Option<Range<usize>> {
        let is_tick = |text: &Text| {
            if LETTER_TICKS.contains(&text.as_str().trim()) {
                return true;
            }
            let marks = Marks::of(text.as_str());
            marks.rest.is_empty() && marks.is_present() && !marks.is_arrow()
        };
        let first = self.before.iter().position(is_tick)?;
        let last = self.before.iter().rposition(is_tick)?;
        self.before[first..=last].iter().all(is_tick).then_some(first..last + 1)
    }

    /// Activity and Kelengkapan.
    fn parted(&self, made: &FxHashSet<String>, ticks_part: bool) -> (Text, Text) {
        let mut activity = Text::default();
        let between = self.actor.clone().or_else(|| self.ticks().filter(|it| it.start > 0 || ticks_part));
        if let Some(between) = between {
            gathered(&self.before[..between.start]).iter().for_each(|text| activity.join(' ', text));
            return (activity, unbroken(&gathered(&self.before[between.end..])));
        }
        if self.needed.is_some() {
            gathered(&self.before).iter().for_each(|text| activity.join(' ', text));
            return (activity, Text::default());
        }
        let before = gathered(&self.before);
        let is_document = match &before[..] {
            // Ticks stand behind an activity, so a line behind them alone is none.
            [only] => made.contains(&fold(only.as_str())) || self.ticks().is_some_and(|it| it.start == 0),
            _ => false,
        };
        let are_documents = self.time.is_some() && (is_document || before.iter().all(is_item));
        let cut = if are_documents { 0 } else { before_requirements(&before, made, self.time.is_some()) };
        let (own, requirements) = before.split_at(cut);
        own.iter().for_each(|text| activity.join(' ', text));
        (activity, unbroken(requirements))
    }
}

/// Letters that stand alone in a line where an actor is ticked.
const LETTER_TICKS: &[&str] = &["O", "o", "V", "v", "X", "x"];

/// A number that a scanner may have read as letters, before a word.
fn may_be_misread(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_digit = |it: u8| it.is_ascii_digit() || b"OolIS".contains(&it);
    words.next().is_some_and(|word| word.len() <= 3 && word.bytes().all(is_digit)) && words.next().is_some()
}

/// The cells of all steps, each with its actor. With a column Keterangan, what stands behind the output may be of it.
pub(super) fn filled(steps: Vec<Step>, has_note: bool) -> Vec<(Vec<Text>, Text)> {
    let ticks_part =
        steps.iter().filter(|step| step.ticks().is_some_and(|ticks| ticks.start > 0)).count() * 2 > steps.len();
    let mut made: FxHashSet<String> = FxHashSet::default();
    let mut filled: Vec<Vec<Text>> = Vec::with_capacity(steps.len());
    let mut actors = Vec::with_capacity(steps.len());
    for step in steps {
        let mut texts = vec![Text::default(); COLUMNS];
        (texts[1], texts[2]) = step.parted(&made, ticks_part);
        if let Some(needed) = &step.needed {
            texts[2] = unbroken(&gathered(needed));
        }
        gathered(&step.after).iter().for_each(|text| texts[4].join('\n', text));
        made.extend(said(&texts[4]));
        let mut actor = Text::default();
        step.leading.iter().for_each(|line| actor.join(' ', line));
        step.before[step.actor.unwrap_or_default()].iter().for_each(|line| actor.join(' ', line));
        (texts[0], texts[3]) = (step.number, step.time.unwrap_or_default());
        actors.push(actor);
        filled.push(texts);
    }
    if has_note {
        part_notes(&mut filled);
    }
    for texts in &mut filled {
        let made: Vec<Text> = texts[4].as_str().split('\n').map(|line| texts[4].slice(line)).collect();
        texts[4] = unbroken(&made);
    }
    filled.into_iter().zip(actors).collect()
}

/// What a step makes, and the first line of it.
fn said(made: &Text) -> impl Iterator<Item = String> {
    let first = made.as_str().split_once('\n').map(|(first, _)| fold(first));
    std::iter::once(fold(made.as_str())).chain(first).filter(|it| !it.is_empty())
}

/// What the steps make, up to the line that the next one needs, or up to the last that has a list mark as the first has; behind it
/// stands Keterangan.
fn part_notes(steps: &mut [Vec<Text>]) {
    for at in 0..steps.len() {
        let (above, below) = steps.split_at_mut(at + 1);
        let step = &mut above[at];
        let made = step[4].clone();
        let Some((first, _)) = made.as_str().split_once('\n') else { continue };
        let is_needed = below.first().is_some_and(|next| fold(first) == fold(next[2].as_str()));
        let end = match opening(first) {
            Some(_) => marked_end(made.as_str()),
            None => is_needed.then_some(first.len()),
        };
        if let Some(end) = end {
            step[4] = made.slice(&made.as_str()[..end]);
            step[5] = made.slice(made.as_str()[end..].trim());
        }
    }
}

/// Where, in bytes, the lines with list marks end, behind which lines with a capital and none stand.
fn marked_end(lines: &str) -> Option<usize> {
    let is_marked = |line: &str| opening(line).is_some();
    let plain = lines.lines().skip_while(|line| is_marked(line)).collect::<Vec<_>>();
    let first = *plain.first()?;
    // One word may be the end of the last item.
    let is_told = first.starts_with(char::is_uppercase) && first.contains(' ');
    let is_note = is_told && plain.iter().all(|line| !is_marked(line));
    is_note.then(|| lines[..offset_in(lines, first)].trim_end().len())
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

/// The text is an item of a list, which an activity is not.
fn is_item(text: &Text) -> bool {
    matches!(opening(text.as_str().trim_start()), Some((Opening::Bullet | Opening::Dash, _)))
}

/// A list mark begins another item, a word that names documents, and several words below a whole name; one word below may be its
/// end. Two abbreviations are two.
fn begins_item(above: &str, line: &str) -> bool {
    let is_apart = || line.starts_with(char::is_uppercase) && line.contains(' ') && is_whole_name(above);
    let are_abbreviated = || is_initials(above) && is_initials(line);
    opening(line).is_some() || heads_document(line) || is_apart() || are_abbreviated()
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
pub(super) fn is_unit(line: &str) -> bool {
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

/// How many of the cells before Waktu are activity: up to the one that an earlier step made, that has a list mark, or that names a
/// document behind an activity in small letters; else all but the last.
fn before_requirements(before: &[Text], made: &FxHashSet<String>, timed: bool) -> usize {
    if !timed || before.len() < 2 {
        return before.len();
    }
    let mut activity = Text::default();
    let is_needed = |above: &Text, line: &str| {
        let is_item = matches!(opening(line), Some((Opening::Dash | Opening::Bullet, _)));
        is_item || made.contains(&fold(line)) || heads_document(line) && is_whole_activity(above.as_str())
    };
    let known = (1..before.len()).find(|at| {
        activity.join(' ', &before[at - 1]);
        is_needed(&activity, before[*at].as_str())
    });
    known.unwrap_or(before.len() - 1)
}

/// Fewest words of an activity that is whole.
const FEWEST_WORDS: usize = 3;

/// An activity whose words but the first are small or abbreviations, and of which none wants another.
fn is_whole_activity(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_small = |word: &&str| !word.starts_with(char::is_uppercase) || !word.contains(char::is_lowercase);
    let is_open = words
        .last()
        .is_none_or(|last| OPEN_ENDS.contains(last) || TO.contains(last) || last.ends_with(['-', '/', ',', ':']));
    words.len() >= FEWEST_WORDS && words[1..].iter().all(is_small) && !is_open
}
