//! The names in the one column Pelaksana of a copied table that has Kelengkapan behind it: each ends the activity of its row.

use super::steps::Step;
use super::words::{Line, Said, Side, Word, passage, said_in};
use crate::document::Text;
use crate::grammar::enumeration::heads_document;
use crate::read::regrid::is_column_of_names;
use crate::vocabulary::flow_words::{AND, leads_on};
use crate::vocabulary::offices::{begins_actor, is_house, needs_house};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Where a name stands: in one line, or wrapped into the next.
struct Name {
    line: usize,
    words: Range<usize>,
    /// Words of the line below that are its end.
    wrapped: usize,
    /// It may go on in the line below, in the midst of other cells.
    is_open: bool,
}

/// Takes the names out of the words of the steps and notes them there; nothing where fewer than most steps have one whose end is told by
/// what stands behind it.
pub(super) fn take(steps: &mut [Step]) -> bool {
    let mut made: &[Word] = &[];
    let mut names = Vec::with_capacity(steps.len());
    for step in steps.iter() {
        names.push(name(&step.lines, made, true));
        made = step.lines.iter().find_map(behind_time).unwrap_or_default();
    }
    if names.iter().flatten().count() >= 2 {
        // Where other steps have a name the activity of a line may as well break off behind `dan` or `kepada`.
        made = &[];
        for (step, found) in steps.iter().zip(&mut names) {
            *found = found.take().or_else(|| name(&step.lines, made, false));
            made = step.lines.iter().find_map(behind_time).unwrap_or_default();
        }
    }
    let said = |step: &Step, name: &Name| -> Vec<Said> {
        let below = step.lines.get(name.line + 1).map_or(&[][..], |line| &line.words[..name.wrapped]);
        said_in(&step.lines[name.line].words[name.words.clone()]).chain(said_in(below)).collect()
    };
    let told = steps.iter().zip(&names).filter_map(|(step, name)| Some((step, name.as_ref()?)));
    let whole: FxHashSet<Vec<Said>> =
        told.filter(|(_, name)| !name.is_open).map(|(step, name)| said(step, name)).collect();
    for (step, name) in steps.iter().zip(&mut names) {
        *name = name.take().filter(|name| !name.is_open || whole.contains(&said(step, name)));
    }
    let known = names.iter().flatten().count();
    let is_column = is_column_of_names(known, steps.len());
    if is_column {
        for (step, name) in steps.iter_mut().zip(names) {
            step.actor = name.map(|name| cut_out(step, &name));
        }
    }
    is_column
}

/// The first words behind the time of a line.
fn behind_time<'l, 't>(line: &'l Line<'t>) -> Option<&'l [Word<'t>]> {
    let time = line.time.as_ref()?;
    Some(&line.words[time.end..]).filter(|words| !words.is_empty())
}

/// The first name of an office in a step, no further than its time, behind the first word; a `strict` one behind no word that leads on
/// to it.
fn name(lines: &[Line], made: &[Word], strict: bool) -> Option<Name> {
    let timed = lines.iter().position(|line| line.time.is_some())?;
    let mut above = "";
    for (at, line) in lines[..=timed].iter().enumerate() {
        let end = before_time(line);
        for start in 0..end {
            let word = &line.words[start];
            let is_first = at == 0 && start == 0;
            let begins =
                word.text.starts_with(char::is_uppercase) && begins_actor(word.text) && !heads_document(word.text);
            if begins && !is_first && !(strict && leads_on(above)) {
                return ended(lines, at, start, made);
            }
            above = word.text;
        }
    }
    None
}

fn before_time(line: &Line) -> usize {
    line.time.as_ref().map_or(line.words.len(), |time| time.start)
}

/// The name that begins with this word, where what stands behind it tells its end.
fn ended(lines: &[Line], at: usize, start: usize, made: &[Word]) -> Option<Name> {
    let line = &lines[at];
    let is_name = |word: &Word| word.text.starts_with(char::is_uppercase) || AND.contains(&word.text);
    let end = (start + 1..before_time(line)).find(|end| is_behind(&line.words[*end..], made));
    let last = line.words[end.unwrap_or(before_time(line)) - 1].text;
    let wants_more = needs_house(last) || is_house(last) || AND.contains(&last);
    if !line.words[start..end.unwrap_or(before_time(line))].iter().all(is_name) {
        return None;
    }
    if let Some(end) = end {
        // A name goes on in capitals.
        let has_capital = |line: &Line| line.words.iter().any(|word| word.capital);
        let is_open = line.time.is_some() && lines.get(at + 1).is_some_and(has_capital);
        return (!wants_more).then_some(Name { line: at, words: start..end, wrapped: 0, is_open });
    }
    let below = lines.get(at + 1).filter(|_| line.time.is_none())?;
    let inside = (0..before_time(below)).find(|end| is_behind(&below.words[*end..], made));
    let is_whole = || below.time.is_none() && lines.get(at + 2).is_some_and(|next| is_behind(&next.words, made));
    let wrapped = inside.or_else(|| is_whole().then_some(below.words.len()))?;
    (wrapped > 0 || !wants_more).then_some(Name { line: at, words: start..line.words.len(), wrapped, is_open: false })
}

/// Behind the name begins Kelengkapan: with a word that names documents, a list mark, or what the step before makes.
fn is_behind(words: &[Word], made: &[Word]) -> bool {
    let Some(first) = words.first() else { return false };
    let is_made = || made.first().is_some_and(|it| it.said == first.said && it.capital && first.capital);
    first.is_mark || heads_document(first.text) || is_made()
}

/// The name, whose words are the step's no more; the activity ends where it stood.
fn cut_out(step: &mut Step, name: &Name) -> Text {
    let mut text = Text::default();
    if name.words.start == 0 {
        // Only where the cells of a row stand one behind the other does a name begin a line.
        let (above, behind) = step.lines.split_at_mut(name.line);
        above.iter_mut().for_each(|line| line.side = Some(Side::Activity));
        behind.iter_mut().filter(|line| line.side.is_none()).for_each(|line| line.side = Some(Side::Behind));
    }
    let below = Some((name.line + 1, 0..name.wrapped)).filter(|_| name.wrapped > 0);
    for (at, words) in std::iter::once((name.line, name.words.clone())).chain(below) {
        let line = &step.lines[at];
        text.join(' ', &passage(step.texts[at], &line.words[words.clone()]));
        let time = line.time.as_ref().map(|time| time.start - words.len()..time.end - words.len());
        let mut rest = line.words.clone();
        rest.drain(words.clone());
        let side = line.side;
        step.lines[at] = Line::new(rest, time, Some(words.start));
        step.lines[at].side = side;
    }
    text
}
