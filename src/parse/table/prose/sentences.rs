//! Steps without numbers: sentences below the heading of the steps, one in each line or all in one paragraph, each of which says who
//! acts.

use super::{acts, entry, marked, subject};
use crate::document::{Row, Text};
use crate::parse::draft::Draft;
use crate::parse::lines::Told;
use crate::parse::table::row::RawStep;
use crate::vocabulary::fold::fold;
use crate::vocabulary::marks;
use crate::vocabulary::offices::begins_actor;

/// Fewer sentences may be anything.
const FEWEST: usize = 3;

/// Rows below the heading that are looked at.
const MOST_ROWS: usize = 12;

/// A shorter word before a full stop may be cut short: `No. 5`.
const SHORTEST_WORD: usize = 4;

/// Sentences that say who acts stand in the rows below the heading of the steps.
pub(in crate::parse) fn follow<'r>(below: impl Iterator<Item = &'r Row>) -> bool {
    let texts: Vec<&str> = below.take(MOST_ROWS).map_while(|row| row.single()).map(|cell| cell.text.as_str()).collect();
    let told = texts.iter().filter(|text| !is_sign(text)).take(FEWEST);
    texts.first().is_some_and(|first| opens_prose(first))
        || told.clone().count() == FEWEST && told.into_iter().all(|text| tells(text))
}

/// The text is a paragraph of such sentences.
pub(in crate::parse) fn opens_prose(text: &str) -> bool {
    parted(text).is_some()
}

/// Fewer sentences of a paragraph without a heading may be an introduction.
const FEWEST_UNHEADED: usize = 4;

/// The text is a paragraph of sentences most of which say what somebody in an office, or who comes to one, does: it needs no heading.
pub(in crate::parse) fn tells_procedure(text: &str) -> bool {
    if text.matches(". ").count() + 1 < FEWEST_UNHEADED {
        return false;
    }
    let Some(parts) = parted(text).filter(|parts| parts.len() >= FEWEST_UNHEADED) else { return false };
    let names: Vec<&str> = parts.iter().filter_map(|part| subject(part)).filter(|name| begins_actor(name)).collect();
    names.len() * 2 > parts.len() && names.iter().any(|name| *name != names[0])
}

/// Somebody does something, in a line without a mark.
fn tells(text: &str) -> bool {
    marked(text).is_none() && subject(text).is_some()
}

/// `Mulai`, `Ya`, `Lengkap?`: a word of a flowchart that stood between its boxes.
fn is_sign(text: &str) -> bool {
    marks::word(&fold(text)).is_some()
}

/// The sentences of a paragraph, most of which say who acts.
fn parted(text: &str) -> Option<Vec<&str>> {
    if marked(text).is_some() {
        return None;
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let last = text[start..at].rsplit(char::is_whitespace).next().unwrap_or("");
        let is_word = last.len() >= SHORTEST_WORD || last.len() == 3 && last.chars().all(char::is_uppercase);
        // `… KTP dan KK. Petugas Loket memeriksa`, and no `PT. Telkom`.
        let tells_next = || subject(text[at + 2..].trim_start()).is_some_and(begins_actor);
        let is_word = is_word || last.len() == 2 && last.chars().all(char::is_uppercase) && tells_next();
        if is_word && text[at + 2..].trim_start().starts_with(char::is_uppercase) {
            parts.push(text[start..=at].trim());
            start = at + 1;
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    let told = parts.iter().filter(|part| subject(part).is_some()).count();
    (parts.len() >= FEWEST && told * 2 > parts.len()).then_some(parts)
}

/// The entries of such a list; `None` where the lines are counted, or do not say who acts.
pub(super) fn entries(draft: &mut Draft, lines: &[Told]) -> Option<Vec<RawStep>> {
    if lines.iter().any(|line| marked(line.text.as_str()).is_some()) {
        return None;
    }
    let first = lines.iter().position(|line| !is_sign(line.text.as_str()))?;
    if let Some(parts) = parted(lines[first].text.as_str()) {
        draft.take(&lines[first].text);
        return Some((1..).zip(parts).map(|(number, part)| entry(number, &[lines[first].text.slice(part)])).collect());
    }
    if lines.iter().filter(|line| tells(line.text.as_str())).count() < FEWEST {
        return None;
    }
    let mut found: Vec<Vec<Text>> = Vec::new();
    for line in lines {
        let text = line.text.as_str();
        if acts(text) {
            found.push(vec![line.text.clone()]);
        } else if let (Some(above), true) = (found.last_mut(), text.starts_with(char::is_lowercase) && !is_sign(text)) {
            above.push(line.text.clone());
        } else {
            continue;
        }
        draft.take(&line.text);
    }
    Some((1..).zip(&found).map(|(number, lines)| entry(number, lines)).collect())
}
