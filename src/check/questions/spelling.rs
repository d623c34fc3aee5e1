//! Words of an SOP that a list of spellings knows.

use super::{Passage, Spelling};
use crate::check::Subject;
use crate::check::cures::{in_case_of, replaced};
use crate::diagnostic::{Change, Fix, Message};
use crate::model::Path;
use crate::source::Place;
use crate::vocabulary::typos::ENGLISH_WORDS;

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
    /// What puts the right word there, in the case of the wrong one.
    pub change: Option<Change>,
}

impl Listed {
    /// The fix that consists of this change.
    pub fn fix(&self) -> Option<Fix> {
        let text = in_case_of(&self.written, self.right);
        let message = Message::new(format!("tulis `{text}`"), format!("write `{text}`"));
        Some(Fix::safe(message, vec![self.change.clone()?]))
    }
}

/// The words of all free texts that stand in the list, in document order.
pub fn listed_words(sop: &Subject<'_>, list: Spelling) -> Vec<Listed> {
    let mut found = Vec::new();
    for passage in sop.passages() {
        for (at, word) in passage.listed.iter().map(|at| (*at, &passage.words[*at])) {
            let Some(right) = word.entry.right(list) else { continue };
            if is_among_english(passage, at) {
                continue;
            }
            let place = passage.part(word.at, word.end());
            found.push(Listed {
                written: word.text.to_owned(),
                right,
                path: passage.path(),
                place,
                change: replaced(sop, passage, word.at..word.end(), &in_case_of(word.text, right)),
            });
        }
    }
    found
}

/// `Computer Assisted Test` is an English name, whose words have their own spelling.
fn is_among_english(passage: &Passage<'_>, at: usize) -> bool {
    let is_english = |at: usize| passage.words.get(at).is_some_and(|word| ENGLISH_WORDS.contains(&word.as_lower()));
    is_english(at + 1) || at.checked_sub(1).is_some_and(is_english)
}
