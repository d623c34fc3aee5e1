//! What newer parts say about comments: which one answers which, and which are done.

use super::comments::Comment;
use crate::annotate::Fault;
use crate::annotate::markup::{Edits, elements};
use crate::annotate::parts::Parts;
use std::collections::{BTreeMap, BTreeSet};

/// The roles of these parts, in the order in which they must be read: later ones know a comment by the name that an earlier one gives it.
pub(super) const ROLES: [&str; 3] = ["commentsExtended", "commentsIds", "commentsExtensible"];

/// What these parts say.
#[derive(Debug, Default)]
pub(super) struct Threads {
    /// Paragraphs of comments that answer another, with the paragraph of that.
    parents: BTreeMap<String, String>,
    /// Paragraphs of comments that are answered.
    answered: BTreeSet<String>,
    /// Paragraphs of comments that are done.
    done: BTreeSet<String>,
    /// The parts, by name.
    parts: Vec<(String, String)>,
}

impl Threads {
    /// Adds what a part says.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn add(&mut self, member: &str, text: String) -> Result<(), Fault> {
        for (tag, _) in elements(&text, "commentEx")? {
            let Some(own) = tag.attribute("paraId").map(|it| it.into_owned()) else { continue };
            if tag.is_set("done", false) {
                self.done.insert(own.clone());
            }
            if let Some(parent) = tag.attribute("paraIdParent") {
                self.answered.insert(parent.clone().into_owned());
                self.parents.insert(own, parent.into_owned());
            }
        }
        self.parts.push((member.to_owned(), text));
        Ok(())
    }

    /// The comment is answered, is done, or is an answer itself.
    pub fn is_answered(&self, comments: &[Comment], at: usize) -> bool {
        let paragraph = comments[at].paragraph.as_deref();
        paragraph
            .is_some_and(|it| self.answered.contains(it) || self.done.contains(it) || self.parents.contains_key(it))
    }

    /// Takes out of the parts what they say about these comments.
    ///
    /// # Errors
    /// When one of them is damaged.
    pub fn without(self, comments: &[Comment], removed: &BTreeSet<&str>, parts: &mut Parts<'_>) -> Result<(), Fault> {
        let gone = comments.iter().filter(|it| removed.contains(&*it.id));
        let mut paragraphs: BTreeSet<String> = gone.filter_map(|it| it.paragraph.clone()).collect();
        for (member, text) in self.parts {
            let mut edits = Edits::default();
            let mut is_touched = false;
            for name in ["commentEx", "commentId", "commentExtensible"] {
                for (tag, range) in elements(&text, name)? {
                    let known = |name: &str| tag.attribute(name).is_some_and(|it| paragraphs.contains(&*it));
                    if known("paraId") || known("durableId") {
                        let durable = tag.attribute("durableId").map(|it| it.into_owned());
                        edits.remove(range);
                        is_touched = true;
                        paragraphs.extend(durable);
                    }
                }
            }
            if is_touched {
                parts.put(&member, edits.apply(&text));
            }
        }
        Ok(())
    }
}
