//! Pages that a viewer wrote out as one line each, all ends of lines lost: cut again where a label, a heading, an item of a list,
//! the header of the table or a step begins.

use super::Line;
use crate::grammar::step_number::step_number;
use crate::grammar::{date, offset_in};
use crate::source::Span;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::columns::{Header, leading_name};
use crate::vocabulary::fold::fold;
use crate::vocabulary::list_words::BULLETS;
use crate::vocabulary::sections::{self, Heading};
use crate::vocabulary::{labels, offices, units};

/// A shorter line is one.
const SHORTEST: usize = 240;

/// Fewer labels and headings in a line are words of a sentence.
const FEWEST_NAMES: usize = 4;

/// Longest label or name of a column, in words.
const LONGEST_NAME: usize = 5;

/// Most words of the header of a table.
const LONGEST_HEADER: usize = 60;

/// Fewer names of columns are no header.
const FEWEST_COLUMNS: usize = 4;

/// The lines, those parted that hold a page each.
pub(super) fn part(text: &str, lines: Vec<Line>) -> Vec<Line> {
    if lines.iter().all(|line| line.span.len() < SHORTEST) {
        return lines;
    }
    let mut pages = 0;
    lines.into_iter().flat_map(|line| parts(text, line, &mut pages)).collect()
}

/// A line → its parts; `pages` counts those of lines that begin with the number of their page.
fn parts(text: &str, line: Line, pages: &mut u32) -> Vec<Line> {
    let raw = &text[line.span.start as usize..line.span.end as usize];
    let words = match raw.len() >= SHORTEST && !raw.contains(['\t', '|', '<']) {
        true => raw.split_whitespace().collect(),
        false => Vec::new(),
    };
    let header = header(&words);
    let front = Front::of(&words[..header.as_ref().map_or(words.len(), |it| it.0)]);
    if front.names < FEWEST_NAMES && header.is_none() {
        return vec![line];
    }
    let mut cuts = front.cuts;
    if let Some((start, end)) = header {
        cuts.extend([start, end]);
        cuts.extend(steps(&words, end));
    }
    let numbered = words.first().is_some_and(|word| word.parse() == Ok(*pages + 1));
    if numbered {
        *pages += 1;
        cuts.push(1);
    }
    cuts.push(0);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.retain(|cut| *cut < words.len());
    let offsets: Vec<usize> = cuts.iter().map(|cut| offset_in(raw, words[*cut])).chain([raw.len()]).collect();
    let start = line.span.start as usize;
    let part = |(at, pair): (usize, &[usize])| Line {
        span: Span::new(start + pair[0], start + pair[0] + raw[pair[0]..pair[1]].trim_end().len()),
        page_start: at == 0 && (line.page_start || numbered && *pages > 1),
        is_heading: false,
    };
    offsets.windows(2).enumerate().map(part).collect()
}

/// What stands before the table.
#[derive(Debug, Default)]
struct Front {
    /// Words with which a line begins.
    cuts: Vec<usize>,
    /// How many labels and headings it has.
    names: usize,
}

impl Front {
    fn of(words: &[&str]) -> Self {
        let mut front = Self::default();
        let mut known: Vec<Heading> = Vec::new();
        let mut item = 1;
        let (mut waiting, mut behind) = (0, 0);
        let mut at = 0;
        while at < words.len() {
            let named = name(&words[at..]);
            match named {
                Some((count, Name::Label)) => {
                    front.cuts.push(at);
                    front.names += 1;
                    at += count;
                    waiting = if behind == at - count { waiting + 1 } else { 1 };
                    behind = at;
                    if waiting >= FEWEST_WAITING {
                        front.values(words, at);
                    }
                }
                Some((count, Name::Heading(heading))) if !known.contains(&heading) => {
                    // Two headings side by side are one line, and their content is below it.
                    match front.cuts.last() {
                        Some(last) if *last == at && !known.is_empty() => {
                            front.cuts.pop();
                        }
                        _ => front.cuts.push(at),
                    }
                    known.push(heading);
                    front.names += 1;
                    at += count;
                    at += words[at..].iter().take_while(|word| **word == ":").count();
                    front.cuts.push(at);
                    item = 1;
                }
                _ => {
                    let number =
                        item_number(words[at]).filter(|number| !known.is_empty() && (*number == item || *number == 1));
                    if let Some(number) = number {
                        front.cuts.push(at);
                        item = number + 1;
                    } else if words[at].starts_with(BULLETS) && !known.is_empty() {
                        front.cuts.push(at);
                    }
                    at += 1;
                }
            }
        }
        front
    }
}

impl Front {
    /// The values of labels that stood one behind the other, numbers and dates: each a line, and what follows them another.
    fn values(&mut self, words: &[&str], from: usize) {
        let mut at = from;
        while let Some(count) = words.get(at..).and_then(typed) {
            self.cuts.push(at);
            at += count;
        }
        if at > from {
            self.cuts.push(at);
        }
    }
}

/// How many of the first words are a number of an SOP, a date, or a dash.
fn typed(words: &[&str]) -> Option<usize> {
    let first = words.first()?;
    let is_number = first.contains('/') && first.contains(|it: char| it.is_ascii_digit());
    if is_number || matches!(*first, "-" | "–") {
        return Some(1);
    }
    let is_date = |count: &usize| date::parse(&words[..*count].join(" ")).is_some_and(|date| date.year.is_some());
    (1..=LONGEST_DATE.min(words.len())).rev().find(|count| words[*count - 1].len() >= 4 && is_date(count))
}

/// Most words of a date.
const LONGEST_DATE: usize = 3;

/// So many labels one behind the other wait for their values.
const FEWEST_WAITING: usize = 3;

enum Name {
    Label,
    Heading(Heading),
}

/// The label or heading that the first words spell to the letter, the longest; and how many they are.
fn name(words: &[&str]) -> Option<(usize, Name)> {
    words.first().filter(|word| word.starts_with(char::is_uppercase))?;
    let mut folded = String::new();
    let mut best = None;
    for (count, word) in (1..).zip(words.iter().take(LONGEST_NAME)) {
        let letters = fold(word);
        if letters.is_empty() {
            // A number or a colon ends a name; only signs such as `/` mean nothing inside.
            match word.chars().any(|it| it.is_alphanumeric() || it == ':') {
                true => break,
                false => continue,
            }
        }
        folded.push_str(&letters);
        let is_section = |heading: &Heading| matches!(heading, Heading::Section(_));
        if count > 1 && labels::exact(&folded).is_some_and(|label| !label.is_extra()) {
            best = Some((count, Name::Label));
        } else if let Some(heading) =
            sections::exact(&folded).filter(is_section).filter(|_| count > 1 || is_bare(words))
        {
            best = Some((count, Name::Heading(heading)));
        }
        // Behind a colon stands the value.
        if word.ends_with(':') || !(labels::begins(&folded) || sections::begins(&folded)) {
            break;
        }
    }
    best
}

/// A heading of one word is in capitals, or before a colon, a list or another name.
fn is_bare(words: &[&str]) -> bool {
    let shouted = words[0].len() > 3 && !words[0].contains(char::is_lowercase) || words[0].contains('/');
    let next = words.get(1).copied().unwrap_or(":");
    shouted
        || words[0].ends_with(':')
        || next.starts_with(':')
        || item_number(next) == Some(1)
        || name(&words[1..]).is_some()
}

/// `2.`: the number of an item.
fn item_number(word: &str) -> Option<u32> {
    let number = word.strip_suffix(['.', ')', ','])?;
    number.parse::<u32>().ok().filter(|value| (1..100).contains(value) && !number.starts_with(['0', '+']))
}

/// The header of the procedure table: its first word, and the word behind the last name of a column.
fn header(words: &[&str]) -> Option<(usize, usize)> {
    let mut at = 0;
    while at < words.len() {
        let activity = column(&words[at..]).filter(|(_, kind)| *kind == Header::Activity);
        let found = activity.and_then(|_| header_from(words, at));
        if found.is_some() {
            return found;
        }
        at += 1;
    }
    None
}

/// The name of a column that the first words spell; a number behind it is none of its words.
fn column(words: &[&str]) -> Option<(usize, Header)> {
    words.first().filter(|word| !word.starts_with(char::is_lowercase))?;
    let (count, kind) = leading_name(words, LONGEST_NAME)?;
    let numbers = words[..count].iter().rev().take_while(|word| !word.contains(char::is_alphabetic)).count();
    Some((count - numbers, kind))
}

/// The header whose Kegiatan is word `at`.
fn header_from(words: &[&str], at: usize) -> Option<(usize, usize)> {
    let start = if at > 0 && leading_name(&words[at - 1..at], 1).is_some_and(|it| it.1 == Header::Number) {
        at - 1
    } else {
        at
    };
    let mut kinds: Vec<Header> = Vec::new();
    let (mut next, mut end) = (at, at);
    while next < words.len().min(at + LONGEST_HEADER) {
        match column(&words[next..]) {
            Some((count, kind)) => {
                next += count;
                end = next;
                kinds.push(kind);
            }
            None if item_number(words[next]) == Some(1) => break,
            None if is_whole(&kinds) && acts(words[next]) => break,
            None => next += 1,
        }
        if is_whole(&kinds) && begins_step(words, next, 1) {
            break;
        }
    }
    let timed = kinds.iter().any(|kind| matches!(kind, Header::Duration(_)));
    let opens = || begins_step(words, end, 1) || counted(words, end).is_some();
    // The number of the first step may be lost.
    let goes_on = || kinds.contains(&Header::Outputs) && steps_from(words, end, 2).len() >= FEWEST_STEPS;
    (timed && kinds.len() >= FEWEST_COLUMNS && (opens() || goes_on())).then_some((start, end))
}

/// Waktu and Output are named: no header goes on for long behind them.
fn is_whole(kinds: &[Header]) -> bool {
    kinds.contains(&Header::Outputs) && kinds.iter().any(|kind| matches!(kind, Header::Duration(_)))
}

/// Where behind a row of column numbers the first step begins.
fn counted(words: &[&str], at: usize) -> Option<usize> {
    let numbers = (1..).zip(&words[at..]).take_while(|(wanted, word)| step_number(word) == Some(*wanted)).count();
    (numbers >= FEWEST_COLUMNS && begins_step(words, at + numbers, 1)).then_some(at + numbers)
}

/// Fewer steps behind one without its number are none.
const FEWEST_STEPS: usize = 2;

/// The words with which the steps begin.
fn steps(words: &[&str], from: usize) -> Vec<usize> {
    let from = counted(words, from).unwrap_or(from);
    let counted = steps_from(words, from, 1);
    if counted.is_empty() { steps_from(words, from, 2) } else { counted }
}

/// The words with which the steps begin from this number on.
fn steps_from(words: &[&str], from: usize, first: u32) -> Vec<usize> {
    let mut wanted = first;
    let mut out = Vec::new();
    for at in from..words.len() {
        if begins_step(words, at, wanted) {
            out.push(at);
            wanted += 1;
        }
    }
    out
}

/// `3. Meneliti`, `3 Staf`: the number of a step before its first word.
fn begins_step(words: &[&str], at: usize, wanted: u32) -> bool {
    let [number, next, ..] = &words[at.min(words.len())..] else { return false };
    if step_number(number) != Some(wanted)
        || !next.starts_with(char::is_uppercase)
        || units::is_unit(&next.to_lowercase())
    {
        return false;
    }
    number.ends_with('.')
        || acts(next)
        || words[at + 1..].iter().take(4).any(|word| acts(word)) && offices::begins_office(next)
}

/// `Meneliti`: the word tells what is done.
fn acts(word: &str) -> bool {
    let is_passive = || word.len() > 5 && word.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("di"));
    is_active(word) || is_passive()
}

#[cfg(test)]
mod tests {
    use crate::read::text::cells;

    #[test]
    fn a_page_in_one_line_is_cut_where_something_begins() {
        let front = "1 DINAS PERTANIAN NOMOR SOP 065/12/2018 TGL. PEMBUATAN 3 Januari 2018 TGL. REVISI TGL. EFEKTIF 15 Januari 2018 \
                     NAMA SOP PENGELOLAAN SURAT DASAR HUKUM KUALIFIKASI PELAKSANA 1. Undang-Undang Nomor 43 Tahun 2009 \
                     2. Peraturan Bupati Nomor 17 Tahun 2016 1. Memahami tata naskah dinas PERINGATAN Surat dapat hilang";
        let expected = [
            "1",
            "DINAS PERTANIAN",
            "NOMOR SOP 065/12/2018",
            "TGL. PEMBUATAN 3 Januari 2018",
            "TGL. REVISI",
            "TGL. EFEKTIF 15 Januari 2018",
            "NAMA SOP PENGELOLAAN SURAT",
            "DASAR HUKUM KUALIFIKASI PELAKSANA",
            "1. Undang-Undang Nomor 43 Tahun 2009",
            "2. Peraturan Bupati Nomor 17 Tahun 2016",
            "1. Memahami tata naskah dinas",
            "PERINGATAN",
            "Surat dapat hilang",
        ];
        assert_eq!(cells(front).concat(), expected);
    }

    #[test]
    fn a_long_line_without_labels_stays_whole() {
        let line = "Surat masuk dicatat oleh petugas. ".repeat(12);
        assert_eq!(cells(line.trim()).len(), 1);
    }
}
