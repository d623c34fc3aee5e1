//! Words of an SOP that a list of spellings knows.

use super::{Passage, Spelling};
use crate::diagnostic::{Edit, Fix, Message};
use crate::model::Path;
use crate::source::{Place, Span};

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
    /// The place is of this word alone, so that it can be replaced.
    exact: Option<Span>,
}

impl Listed {
    /// The edit that puts the right word there, in the case of the wrong one.
    pub fn fix(&self) -> Option<Fix> {
        let text = in_case_of(&self.written, self.right);
        let message = Message::new(format!("tulis `{text}`"), format!("write `{text}`"));
        self.exact.map(|span| Fix { message, edits: vec![Edit { span, text }], safe: true })
    }
}

/// The words of all free texts that stand in the list, in document order.
pub fn listed_words(passages: &[Passage<'_>], list: Spelling) -> Vec<Listed> {
    let mut found = Vec::new();
    for passage in passages {
        for word in &passage.words {
            let Some(right) = word.entry().right(list) else { continue };
            let place = passage.part(word.at, word.end());
            found.push(Listed {
                written: word.text.to_owned(),
                right,
                path: passage.path(),
                place,
                exact: place.span().filter(|span| span.len() == word.text.len()),
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
