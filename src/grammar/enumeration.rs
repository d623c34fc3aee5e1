//! Lists inside one cell: `1. … 2. …`, `a) … b) …`, bullets, lines, semicolons, commas; entries are slices of the cell.

mod broken;
mod marks;
mod names;
mod opening;

pub use broken::{begins_document, heads_document, is_whole_name};
pub use names::Names;
pub use opening::{Opening, opening};

use super::lexis::{begins_alike, offset_in, word};
use crate::vocabulary::list_words::{
    AND, CLAUSE_WORDS, DOCUMENT_HEADS, JOINED_PAIRS, NO_PASSIVES, SENTENCE_WORDS, SOP_WORD,
};
use marks::{Mark, marks, may_hold_marks, sideways};

/// The entries of a list, without their numbers, bullets and closing semicolons. A text without any list mark is one
/// entry; an empty one has none.
pub fn items(text: &str) -> Vec<&str> {
    marked(text).unwrap_or_else(|| kept(unmarked(text)))
}

/// The text cut where an entry of a list in it begins on a line of its own; whole where it holds no such list.
pub fn entry_lines(text: &str) -> Vec<&str> {
    if !text.as_bytes().contains(&b'\n') {
        return vec![text];
    }
    let found = marks(text);
    let begins = |mark: &&Mark| text[..mark.start].trim_end_matches([' ', '\t']).ends_with('\n');
    let mut starts: Vec<usize> = found.iter().filter(begins).map(|mark| mark.start).collect();
    if found.len() < 2 || starts.is_empty() {
        return vec![text];
    }
    starts.insert(0, 0);
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

/// The documents of Kelengkapan or Output: as [`items`], and where no mark separates them, by commas that list. What is known to
/// be one name is not cut.
pub fn documents<'a>(text: &'a str, names: &Names) -> Vec<&'a str> {
    if is_plain(text) {
        return kept(vec![text]);
    }
    marked(text).unwrap_or_else(|| {
        let mut parts = Vec::new();
        for part in unmarked(text) {
            match names.leading(part) {
                _ if names.holds(part) => parts.push(part),
                Some(first) => {
                    parts.push(first);
                    by_commas(part[offset_in(part, first) + first.len()..].trim_start_matches(','), &mut parts);
                }
                None => by_commas(part, &mut parts),
            }
        }
        kept(parts)
    })
}

/// Cheap: sure to be one entry, for nothing in it marks or parts any.
fn is_plain(text: &str) -> bool {
    let parts = |byte: &u8| matches!(byte, b'\n' | b';' | b',');
    let sop = || text.trim_start().get(..SOP_WORD.len()).is_some_and(|it| it.eq_ignore_ascii_case(SOP_WORD));
    !text.as_bytes().iter().any(parts) && !may_hold_marks(text) && !sop()
}

/// The entries between marks, in the order of their numbers where two columns of a list were read line by line.
fn marked(text: &str) -> Option<Vec<&str>> {
    if let Some(found) = sideways(text) {
        let mut entries: Vec<(u32, &str)> =
            found.iter().map(|mark| mark.value).zip(between(text, &found).split_off(1)).collect();
        entries.sort_by_key(|(value, _)| *value);
        return Some(kept(entries.into_iter().map(|(_, entry)| entry).collect()));
    }
    let found = marks(text);
    (!found.is_empty()).then(|| kept(between(text, &found)))
}

/// Trimmed, empty ones left out.
fn kept(parts: Vec<&str>) -> Vec<&str> {
    let mut parts = parts;
    parts.iter_mut().for_each(|part| *part = trimmed(part));
    parts.retain(|part| !part.is_empty());
    parts
}

fn trimmed(part: &str) -> &str {
    let part = part.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, ';' | ','));
    let part = part.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ';' | ','));
    if part.contains(|letter: char| !matches!(letter, '-' | '–' | '.' | '…' | '_') && !letter.is_whitespace()) {
        part
    } else {
        ""
    }
}

/// What stands before the first mark, and after each mark up to the next.
fn between<'a>(text: &'a str, marks: &[Mark]) -> Vec<&'a str> {
    let mut parts = Vec::with_capacity(marks.len() + 1);
    parts.push(&text[..marks[0].start]);
    for (at, mark) in marks.iter().enumerate() {
        let end = marks.get(at + 1).map_or(text.len(), |next| next.start);
        parts.push(&text[mark.end..end]);
    }
    parts
}

/// The entries of a text without marks: lines, parts between semicolons, or names that each begin with `SOP`.
fn unmarked(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for line in lines(text) {
        if line.contains(';') {
            split_outside_brackets(line, b';').into_iter().for_each(|part| by_sop_word(part.trim(), &mut parts));
        } else {
            by_sop_word(line.trim(), &mut parts);
        }
    }
    parts
}

/// Lines; one that begins with a small letter goes on with the line before, unless the first line does so too.
fn lines(text: &str) -> Vec<&str> {
    let text = text.trim();
    if !text.contains('\n') {
        return vec![text];
    }
    let is_small = |line: &str| line.trim_start().starts_with(|first: char| first.is_lowercase() || first == '(');
    let joins = !is_small(text);
    let (mut lines, mut start) = (Vec::new(), 0);
    for (at, _) in text.match_indices('\n') {
        if !(joins && is_small(&text[at + 1..])) {
            lines.push(&text[start..at]);
            start = at + 1;
        }
    }
    lines.push(&text[start..]);
    lines
}

/// Parts between a sign that stands outside brackets; a comma between digits is a decimal comma.
fn split_outside_brackets(text: &str, sign: u8) -> Vec<&str> {
    let bytes = text.as_bytes();
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0i32);
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = (depth - 1).max(0),
            _ if byte == sign && depth == 0 && !is_decimal(bytes, at) => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn is_decimal(bytes: &[u8], at: usize) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    bytes[at] == b',' && is_digit(bytes.get(at.wrapping_sub(1))) && is_digit(bytes.get(at + 1))
}

/// `SOP Penyusunan Renja SOP Penyusunan LKjIP` is two; `SOP Penyusunan SOP` and `SOP A dan SOP B` are one.
fn by_sop_word<'a>(text: &'a str, parts: &mut Vec<&'a str>) {
    let is_sop = |word: &str| word.eq_ignore_ascii_case(SOP_WORD);
    let mut words = text.split_whitespace().peekable();
    if !words.next().is_some_and(is_sop) {
        return parts.push(text);
    }
    let (mut start, mut count, mut before) = (0, 0, "");
    while let Some(word) = words.next() {
        let named = count >= 2 || count == 1 && !names_work(before) && words.peek().is_some();
        if is_sop(word) && named && !is_clause_word(before) {
            let at = offset_in(text, word);
            parts.push(&text[start..at]);
            (start, count) = (at, 0);
        } else {
            count += 1;
        }
        before = word;
    }
    parts.push(&text[start..]);
}

/// `Penyusunan`, `Evaluasi`, `Reviu`: what may be done to an SOP.
fn names_work(word: &str) -> bool {
    let word = word.to_lowercase();
    WORK_ENDS.iter().any(|end| word.ends_with(end))
}

/// Ends of nouns of work.
const WORK_ENDS: [&str; 7] = ["an", "si", "ing", "iu", "iew", "dit", "up"];

fn is_clause_word(word: &str) -> bool {
    CLAUSE_WORDS.contains(&word)
}

/// By commas, where every comma lists; the last part also by its `dan`.
fn by_commas<'a>(text: &'a str, parts: &mut Vec<&'a str>) {
    let commas = if text.contains(',') { split_outside_brackets(text, b',') } else { Vec::new() };
    let Some((last, firsts)) = commas.split_last().filter(|(_, firsts)| !firsts.is_empty()) else {
        return parts.push(text);
    };
    let last = serial_and(last, firsts.len());
    let rest = firsts.iter().skip(1).chain([&last]);
    if reads_as_sentence(text) || rest.into_iter().any(|part| continues_clause(part)) || joins_pair(&commas) {
        return parts.push(text);
    }
    parts.extend(firsts);
    match and_of(last) {
        Some((head, tail)) => parts.extend([head, tail]),
        None => parts.push(last),
    }
}

/// In `A, B, dan C` the last part without its `dan`; after a single comma `dan` goes on with the clause.
fn serial_and(part: &str, commas: usize) -> &str {
    let rest = part.trim_start().strip_prefix(AND).filter(|rest| rest.starts_with(char::is_whitespace));
    rest.filter(|_| commas >= 2).unwrap_or(part)
}

/// A part after a comma that belongs to what stands before it: a clause, an academic degree, a date after a place.
fn continues_clause(part: &str) -> bool {
    let part = part.trim();
    let first = part.split(|letter: char| letter.is_whitespace() || letter == '.').next().unwrap_or(part);
    is_clause_word(first) || is_passive(first) || is_degree(part) || super::date::parse(part).is_some()
}

/// `ditandatangani`: a verb that goes on with the part before.
fn is_passive(word: &str) -> bool {
    word.len() > 5 && word.starts_with("di") && !NO_PASSIVES.iter().any(|noun| word.starts_with(noun))
}

/// A comma stands between two nouns that belong together: `monitoring, evaluasi dan pelaporan`.
fn joins_pair(parts: &[&str]) -> bool {
    parts.windows(2).any(|pair| {
        let last = pair[0].split_whitespace().next_back().unwrap_or_default();
        let first = pair[1].split_whitespace().next().unwrap_or_default();
        pair[0].split_whitespace().nth(1).is_some() && is_pair(last, first)
    })
}

fn is_pair(one: &str, other: &str) -> bool {
    JOINED_PAIRS.iter().any(|pair| pair.0.eq_ignore_ascii_case(one) && pair.1.eq_ignore_ascii_case(other))
}

/// `S.Sos`, `M.Si`, `S.T., M.T`: short capitals with a point inside.
fn is_degree(part: &str) -> bool {
    let bare = part.trim_end_matches('.');
    bare.len() <= 8 && bare.contains('.') && !bare.contains(char::is_whitespace) && bare.starts_with(char::is_uppercase)
}

fn reads_as_sentence(text: &str) -> bool {
    let is_sign =
        |word: &str| SENTENCE_WORDS.iter().any(|sign| begins_alike(word, sign) && sign.eq_ignore_ascii_case(word));
    text.split_whitespace().any(is_sign)
}

/// The two sides of the one `dan` of a last part, where the right side begins another document.
fn and_of(part: &str) -> Option<(&str, &str)> {
    let (head, tail) = split_at_word(part, AND)?;
    let last = head.split_whitespace().next_back()?;
    let (_, first) = word(tail.trim_start()).ok()?;
    let is_head = first.starts_with(char::is_uppercase) || is_document_head(tail);
    (!is_pair(last, first) && is_head && split_at_word(tail, AND).is_none()).then_some((head, tail))
}

/// The first word is one of documents and things.
fn is_document_head(part: &str) -> bool {
    let first = word(part.trim_start()).map_or("", |(_, first)| first);
    DOCUMENT_HEADS.iter().any(|known| known.eq_ignore_ascii_case(first))
}

/// What stands before and after the first such word.
fn split_at_word<'a>(text: &'a str, sign: &str) -> Option<(&'a str, &'a str)> {
    let found = text.split_whitespace().find(|word| *word == sign)?;
    let at = offset_in(text, found);
    Some((&text[..at], &text[at + found.len()..]))
}

#[cfg(test)]
mod tests;
