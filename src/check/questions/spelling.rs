//! Words of an SOP that a list of spellings knows.

use super::{part, texts, words};
use crate::diagnostic::{Change, Fix, Message};
use crate::model::{Path, Sop};
use crate::source::Place;

/// One word found in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// As written.
    pub written: String,
    /// What the list has for it.
    pub right: &'static str,
    /// Whose text it is in.
    pub path: Path,
    /// Where it stands.
    pub place: Place,
    /// The place of the whole text.
    whole: Place,
    /// Its first byte in that text.
    at: usize,
}

impl Listed {
    /// The change that puts the right word there, in the case of the wrong one.
    pub fn change(&self) -> Option<Change> {
        let text = in_case_of(&self.written, self.right);
        Some(Change::Replace { value: self.whole.span()?, part: self.at..self.at + self.written.len(), text })
    }

    /// The fix that consists of this change.
    pub fn fix(&self) -> Option<Fix> {
        let text = in_case_of(&self.written, self.right);
        let message = Message::new(format!("tulis `{text}`"), format!("write `{text}`"));
        Some(Fix::safe(message, vec![self.change()?]))
    }
}

/// The words of all free texts that stand in the list, in document order.
pub fn listed_words(sop: &Sop, list: &'static [(&'static str, &'static str)]) -> Vec<Listed> {
    let mut found = Vec::new();
    for (path, text) in texts(sop) {
        for word in words(&text.value) {
            let Some((_, right)) = list.iter().find(|(wrong, _)| *wrong == word.lower) else { continue };
            let place = part(&text, word.at, word.end());
            found.push(Listed {
                written: word.text.to_owned(),
                right,
                path: path.clone(),
                place,
                whole: text.place,
                at: word.at,
            });
        }
    }
    found
}

/// `Utuk` → `Untuk`, `UTUK` → `UNTUK`, `utuk` → `untuk`.
fn in_case_of(written: &str, right: &str) -> String {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let others = letters.any(char::is_lowercase);
    match (first, others) {
        (true, false) => right.to_uppercase(),
        (true, true) => right.chars().take(1).flat_map(char::to_uppercase).chain(right.chars().skip(1)).collect(),
        _ => right.to_owned(),
    }
}
