//! The header of a copied table: names of columns and actors in a few lines of words.

use super::super::counted::{lanes as lanes_of, may_be_words};
use super::COLUMNS;
use crate::document::{Layout, Row, Text};
use crate::grammar::offset_in;
use crate::grammar::step_number::{is_column_numbers, leading_number, step_number};
use crate::model::Unit;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::columns::{Header, exact, header_words, leading_name, names_activity_second, spelt_nearly};
use crate::vocabulary::offices;
use std::ops::Range;

/// Most lines above and below the one that names the activity.
const MOST_ABOVE: usize = 3;
const MOST_BELOW: usize = 20;

/// So many lines below it may speak of an actor.
const MOST_TELLING: usize = 64;

/// Longest name of a column, in words.
const LONGEST_NAME: usize = 4;

/// The header.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Its lines, a row of column numbers included.
    pub lines: Range<usize>,
    /// The actors, where each can be told from the next.
    pub lanes: Vec<Text>,
    /// The name of the column of actors.
    pub actors: Option<Text>,
    /// That column stands before the activity.
    pub actors_lead: bool,
    /// Waktu stands before Kelengkapan and Output.
    pub time_leads: bool,
    /// The unit of all times, where the header names one.
    pub unit: Option<Unit>,
    /// Words that name nothing known.
    pub others: Vec<Text>,
    names: [Text; COLUMNS],
}

/// A name of a column, or a word between such names.
struct Phrase<'t> {
    text: &'t str,
    kind: Option<Header>,
}

/// One of them, and its line.
struct Named {
    line: usize,
    text: Text,
    kind: Option<Header>,
    ends_line: bool,
}

impl Head {
    /// The header that names the activity in row `at`, with the names of columns in the lines around it.
    pub fn at(rows: &[Row], at: usize) -> Option<Self> {
        let own = kinds_nearly(&rows[at]);
        // Alone in its line it names a column only where the line below names others.
        let below_names = || rows.get(at + 1).is_some_and(|row| !kinds(row).is_empty() && is_named(row));
        if !own.contains(&Header::Activity) || own.len() < 2 && !below_names() || begins_step(&rows[at]) {
            return None;
        }
        let start = (at.saturating_sub(MOST_ABOVE)..at).rev().take_while(|line| is_named(&rows[*line])).last();
        let is_over = |line: &usize| begins_step(&rows[*line]) || begins_activity(rows, *line);
        let below = (at + 1..(at + 1 + MOST_BELOW).min(rows.len())).take_while(|line| !is_over(line));
        let named = below
            .clone()
            .take_while(|line| rows[*line].layout == Layout::Plain)
            .filter(|line| !kinds(&rows[*line]).is_empty());
        let mut end = named.last().map_or(at, |line| line) + 1;
        // Lines of actors' names go on up to the numbers of the columns, or to the first step where that begins with its number.
        let first = rows.get(end..).and_then(|rest| rest.iter().take(MOST_BELOW).find(|row| begins_step(row)));
        if first.is_some_and(|row| is_column_numbers(row.texts()) || begins_first_step(row)) {
            end = below.last().map_or(at, |line| line).max(end - 1) + 1;
        }
        let mut head = Self { lines: start.unwrap_or(at)..end, ..Self::default() };
        if !head.read(rows) {
            return None;
        }
        if rows.get(end).is_some_and(|row| is_column_numbers(row.texts())) {
            head.lines.end += 1;
        }
        Some(head)
    }

    /// Keterangan is one of its columns.
    pub fn has_note(&self) -> bool {
        !self.names[5].is_blank()
    }

    /// Neither Kelengkapan nor Output is one of them.
    pub fn lacks_documents(&self) -> bool {
        self.names[2].is_blank() && self.names[4].is_blank()
    }

    /// Kelengkapan is none of them, and no word of the header may name it.
    pub fn lacks_requirements(&self) -> bool {
        self.names[2].is_blank() && self.others.is_empty()
    }

    /// The header as a row.
    pub fn row(&self) -> Row {
        let (lead, rest) = self.names.split_at(2);
        Row::positioned(lead.iter().chain(&self.lanes).chain(rest).cloned().collect())
    }

    /// Takes in the names; `false` where too few are known or they stand in another order.
    fn read(&mut self, rows: &[Row]) -> bool {
        let mut unknown: Vec<(usize, Text)> = Vec::new();
        let mut order = Vec::new();
        let mut above = None;
        for Named { line, text, kind, .. } in named(rows, self.lines.clone()) {
            // A group stands over its actors, behind the activity or in a line of its own.
            self.actors_lead |= kind == Some(Header::Activity) && above == Some((line, Header::Actors));
            above = kind.map(|kind| (line, kind));
            if let Some(Header::Duration(unit)) = kind {
                self.unit = self.unit.or(unit);
            }
            match kind.and_then(column) {
                Some(column) if self.names[column].is_blank() => {
                    self.names[column] = text;
                    order.push(column);
                }
                Some(_) => {}
                None if kind.is_none() => unknown.push((line, text)),
                None if kind == Some(Header::Actors) => self.actors = Some(text),
                None => {}
            }
        }
        let (time, output) = (order.iter().position(|it| *it == 3), order.iter().position(|it| *it == 4));
        let needed = order.iter().position(|it| *it == 2);
        self.time_leads = time < needed && needed < output && time.is_some();
        let reversed = time.zip(output).is_some_and(|(time, output)| output < time);
        let numbered = rows.get(self.lines.end).filter(|row| is_column_numbers(row.texts()));
        let columns =
            numbered.and_then(|row| row.texts().flat_map(str::split_whitespace).filter_map(step_number).max());
        let count = columns.and_then(|count| (count as usize).checked_sub(order.len()));
        if let Some(lanes) = count.and_then(|count| counted(&unknown, count)) {
            self.lanes = lanes;
            unknown.clear();
        }
        let below = rows[self.lines.end..].iter().take(MOST_TELLING);
        let says = |words: &str| below.clone().flat_map(Row::texts).any(|line| line.contains(words));
        if self.lanes.is_empty() {
            self.deal(unknown, says);
        }
        let others = order.iter().filter(|it| **it >= 2).count();
        !reversed && time.is_some() && order.contains(&1) && (others >= 2 || self.actors.is_some())
    }

    /// The words that name no column: actors, where they stand in one line and each begins as an office does, and of none it is open
    /// whether it ends there (`Staf Seksi`).
    ///
    /// `says` tells whether the steps speak of these words.
    fn deal(&mut self, unknown: Vec<(usize, Text)>, says: impl Fn(&str) -> bool) {
        let one_line = unknown.windows(2).all(|pair| pair[0].0 == pair[1].0);
        let mut lanes: Vec<Text> = Vec::new();
        let mut told_apart = true;
        let mut others = false;
        for (_, text) in &unknown {
            match lanes.last_mut() {
                Some(last)
                    if offices::is_person(last.as_str())
                        && says(text.as_str())
                        && !says(&format!("{} {}", last.as_str(), text.as_str())) =>
                {
                    lanes.push(text.clone());
                    others = true;
                }
                Some(last) if !offices::begins_actor(text.as_str()) => last.join(' ', text),
                Some(last) if offices::needs_house(last.as_str()) && offices::is_house(text.as_str()) => {
                    last.join(' ', text)
                }
                Some(last) => {
                    let are_one = offices::may_have_house(last.as_str()) && offices::is_house(text.as_str());
                    told_apart &= !are_one || offices::are_two(last.as_str(), text.as_str());
                    lanes.push(text.clone());
                }
                None => lanes.push(text.clone()),
            }
        }
        let begins = |lane: &Text| {
            let first = lane.as_str().split_whitespace().next().unwrap_or_default();
            offices::begins_actor(lane.as_str()) || offices::is_agent(first)
        };
        let are_offices = || lanes.iter().all(begins);
        if told_apart && one_line && (others || are_offices()) {
            self.lanes = lanes;
        } else {
            // Told as one: a word of it alone would look like the name of a body.
            let mut others = Text::default();
            unknown.iter().for_each(|(_, text)| others.join(' ', text));
            self.others.push(others);
        }
    }
}

/// The names of so many actors in these words, each with its line: word by word, or one or more lines a name.
fn counted(words: &[(usize, Text)], count: usize) -> Option<Vec<Text>> {
    let lines: Vec<Vec<Text>> = words
        .chunk_by(|one, next| one.0 == next.0)
        .map(|line| line.iter().map(|(_, word)| word.clone()).collect())
        .collect();
    let all: Vec<Text> = words.iter().map(|(_, word)| word.clone()).collect();
    let by_word = || lanes_of(&all, count).filter(|_| all.len() > count && may_be_words(&lines));
    let by_line = || {
        let joined = |line: &Vec<Text>| {
            let mut out = Text::default();
            line.iter().for_each(|word| out.join(' ', word));
            out
        };
        lanes_of(&lines.iter().map(joined).collect::<Vec<Text>>(), count)
    };
    by_word().or_else(by_line)
}

/// Fewest words of the first line of a step that stands above its number.
const FEWEST_WORDS: usize = 4;

/// The line begins an activity, of which the number stands in the line below.
fn begins_activity(rows: &[Row], at: usize) -> bool {
    let words = rows[at].single().map_or("", |cell| cell.text.as_str()).split_whitespace();
    let acts = words.clone().next().is_some_and(is_active) && words.count() >= FEWEST_WORDS;
    acts && rows.get(at + 1).is_some_and(begins_step)
}

/// The column that a name is of; a group has none.
fn column(kind: Header) -> Option<usize> {
    match kind {
        Header::Number => Some(0),
        Header::Activity => Some(1),
        Header::Requirements => Some(2),
        Header::Duration(_) => Some(3),
        Header::Outputs => Some(4),
        Header::Note => Some(5),
        Header::Actors | Header::Quality => None,
    }
}

/// The names of columns in a line, the longest at each place, and the words between them.
fn phrases(text: &str) -> Vec<Phrase<'_>> {
    let words = header_words(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (count, kind) =
            leading_name(&words[at..], LONGEST_NAME).map_or((1, None), |(count, kind)| (count, Some(kind)));
        // `Pelaksana Kegiatan` is the name of one column, and that of two where no other names the activity.
        if let (Some(Header::Actors), [first, second]) = (kind, &words[at..at + count])
            && !names_activity(&words[..at])
            && !names_activity(&words[at + count..])
            && let Some(second_kind) = exact(second)
        {
            out.extend([Phrase { text: first, kind }, Phrase { text: second, kind: Some(second_kind) }]);
            at += count;
            continue;
        }
        let last = words[at + count - 1];
        out.push(Phrase { text: &text[offset_in(text, words[at])..offset_in(text, last) + last.len()], kind });
        at += count;
    }
    out
}

fn names_activity(words: &[&str]) -> bool {
    words.iter().any(|word| exact(word) == Some(Header::Activity))
}

/// The phrases of the lines of a header. A name that a narrow column broke, `Ketera` over `ngan`, is one.
fn named(rows: &[Row], lines: Range<usize>) -> Vec<Named> {
    let mut out: Vec<Named> = Vec::new();
    for (line, cell) in lines.filter_map(|line| Some((line, rows[line].single()?))) {
        let found = phrases(cell.text.as_str());
        let is_alone = found.len() == 1;
        for (at, phrase) in found.iter().enumerate() {
            let text = cell.text.slice(phrase.text);
            if let (true, None, Some(above)) = (is_alone, phrase.kind, out.last_mut())
                && let Some(kind) = broken(above, phrase.text)
            {
                above.text.join(' ', &text);
                above.kind = Some(kind);
                continue;
            }
            // Beside names that are spelt right one may be misspelt.
            let kind = phrase.kind.or_else(|| spelt_nearly(phrase.text));
            out.push(Named { line, text, kind, ends_line: at + 1 == found.len() });
        }
    }
    out
}

/// What the end of a line and a small word in a line of its own below name together.
fn broken(above: &Named, below: &str) -> Option<Header> {
    let is_open = above.kind.is_none() && above.ends_line && !below.contains(|it: char| !it.is_alphabetic());
    exact(&format!("{}{below}", above.text.as_str())).filter(|_| is_open)
}

/// The columns that a line of words names.
fn kinds(row: &Row) -> Vec<Header> {
    let Some(cell) = row.single().filter(|cell| row.layout == Layout::Plain && cell.text.as_str().len() < 160) else {
        return Vec::new();
    };
    phrases(cell.text.as_str()).into_iter().filter_map(|phrase| phrase.kind).collect()
}

/// The same, the activity misspelt beside others that are not: `NO Keglatan Pelaksana Persyaratn Waktu Output`.
fn kinds_nearly(row: &Row) -> Vec<Header> {
    let mut kinds = kinds(row);
    if kinds.first() == Some(&Header::Number) && kinds.len() >= FEWEST_BESIDE && !kinds.contains(&Header::Activity) {
        let is_second = row.single().is_some_and(|cell| names_activity_second(cell.text.as_str()));
        kinds.extend(is_second.then_some(Header::Activity));
    }
    kinds
}

/// Fewer names of columns beside a misspelt one do not tell what it is.
const FEWEST_BESIDE: usize = 3;

/// Nothing but names of columns.
fn is_named(row: &Row) -> bool {
    let Some(cell) = row.single() else { return false };
    row.layout == Layout::Plain && phrases(cell.text.as_str()).iter().all(|phrase| phrase.kind.is_some())
}

fn begins_step(row: &Row) -> bool {
    row.single().is_none_or(|cell| leading_number(cell.text.as_str()).is_some())
}

/// `1 Mencatat surat`
fn begins_first_step(row: &Row) -> bool {
    row.single().is_some_and(|cell| {
        let text = cell.text.as_str();
        let next = text.split_whitespace().nth(1);
        leading_number(text).is_some() && next.is_some_and(|word| word.starts_with(char::is_uppercase))
    })
}
