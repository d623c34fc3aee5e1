//! The marks of the actors in a copied table, whose columns are lost.
//!
//! Where the cells of a row stand one behind the other, the mark begins a line, behind all of the activity.

use super::steps::time;
use crate::document::Row;
use crate::vocabulary::marks::{self, Sign};
use std::ops::Range;

/// Letters that are typed for a tick.
const LETTERS: &[&str] = &["v", "V", "x", "X"];

/// The marks of all steps.
#[derive(Debug, Default)]
pub(super) struct Ticks<'r> {
    /// The letter that is typed for a tick.
    letter: Option<&'r str>,
    /// The names of symbols stand for them: `Mulai`, `Proses`.
    are_named: bool,
    /// The line of the mark in each step, where it begins that line and the cells stand one behind the other.
    leading: Vec<Option<usize>>,
}

impl<'r> Ticks<'r> {
    /// Of steps of these lines, those that belong to the page left out.
    pub fn of(rows: &'r [Row], steps: &[Range<usize>], is_of_page: impl Fn(usize) -> bool) -> Self {
        let steps: Vec<Vec<(usize, &str)>> = steps
            .iter()
            .map(|step| step.clone().filter(|at| *at == step.start || !is_of_page(*at)))
            .map(|lines| lines.filter_map(|at| Some((at, rows[at].single()?.text.as_str()))).collect())
            .collect();
        let mut ticks = Self { letter: letter(&steps), are_named: are_named(&steps), leading: Vec::new() };
        ticks.leading = ticks.leading_in(&steps).unwrap_or_default();
        ticks
    }

    /// The line that the mark of a step begins.
    pub fn leading(&self, step: usize) -> Option<usize> {
        self.leading.get(step).copied().flatten()
    }

    /// A mark in an actor's column.
    pub fn has(&self, word: &str) -> bool {
        is_drawn(word) || self.letter == Some(word) || self.are_named && is_name(word)
    }

    /// How many words stand before the marks of a line, where these stand together.
    pub fn only_mark(&self, words: &[&str]) -> Option<usize> {
        let first = words.iter().position(|word| self.has(word))?;
        let behind = words[first..].iter().skip_while(|word| self.has(word));
        behind.into_iter().all(|word| !self.has(word)).then_some(first)
    }

    /// In most steps one line has marks, which begin it or stand in the first line of the step; in some they begin a line below it,
    /// and somewhere the time stands in a line below the mark: neither is so where lines are read across all columns.
    fn leading_in(&self, steps: &[Vec<(usize, &str)>]) -> Option<Vec<Option<usize>>> {
        let mut found = Vec::with_capacity(steps.len());
        let (mut below, mut apart) = (0, false);
        for step in steps {
            let mut tick = None;
            for (nth, (_, text)) in step.iter().enumerate() {
                let words: Vec<&str> = text.split_whitespace().skip(usize::from(nth == 0)).collect();
                if let Some(first) = words.iter().position(|word| self.is_tick(word)) {
                    let is_whole =
                        !words[first..].iter().skip_while(|word| self.is_tick(word)).any(|it| self.is_tick(it));
                    if !is_whole || nth > 0 && first > 0 || tick.replace(nth).is_some() {
                        return None;
                    }
                    below += usize::from(nth > 0);
                }
                apart |= tick.is_some_and(|tick| tick < nth) && time(text, &words).is_some();
            }
            found.push(tick.map(|nth| step[nth].0));
        }
        let marked = found.iter().flatten().count();
        (apart && below >= 2 && marked * 5 >= steps.len() * 4).then_some(found)
    }

    /// A mark that no line of a page's foot has.
    fn is_tick(&self, word: &str) -> bool {
        is_drawn(word) && !word.is_ascii() || self.letter == Some(word) || self.are_named && is_name(word)
    }
}

/// The letter that stands alone in one line of nearly every step.
fn letter<'r>(steps: &[Vec<(usize, &'r str)>]) -> Option<&'r str> {
    let mut found: [(Option<&'r str>, usize); LETTERS.len()] = [(None, 0); LETTERS.len()];
    for step in steps {
        for (letter, (spelt, count)) in LETTERS.iter().zip(&mut found) {
            let mut lines = step.iter().filter_map(|(_, text)| text.split_whitespace().find(|word| word == letter));
            if let (Some(word), None) = (lines.next(), lines.next()) {
                (*spelt, *count) = (Some(word), *count + 1);
            }
        }
    }
    let (letter, count) = found.into_iter().max_by_key(|(_, count)| *count)?;
    letter.filter(|_| count >= 2 && count * 5 >= steps.len() * 4)
}

/// Every step has the name of one symbol: none of them is a word of a sentence.
fn are_named(steps: &[Vec<(usize, &str)>]) -> bool {
    let names = |step: &[(usize, &str)]| {
        step.iter().flat_map(|(_, text)| text.split_whitespace()).filter(|word| is_name(word)).count()
    };
    steps.len() >= FEWEST_NAMED && steps.iter().all(|step| names(step) == 1)
}

/// Fewer steps with the name of a symbol each may have it by chance.
const FEWEST_NAMED: usize = 4;

/// The name of a symbol, with a capital.
fn is_name(word: &str) -> bool {
    let names =
        |word: &str| matches!(marks::word(word), Some(Sign::Start | Sign::Process | Sign::Decision | Sign::End));
    word.starts_with(char::is_uppercase) && names(&word.to_lowercase())
}

/// A single sign that is drawn in an actor's column.
fn is_drawn(word: &str) -> bool {
    let mut letters = word.chars();
    let sign = letters.next().filter(|it| !it.is_alphanumeric() && !matches!(it, '-' | '–' | '•' | '±' | '*'));
    sign.is_some_and(|it| marks::character(it).is_some()) && letters.next().is_none()
}
