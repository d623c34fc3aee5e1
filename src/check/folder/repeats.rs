//! What the cards of a run have in common: names of offices, laws and documents stand in hundreds of SOPs, and are kept once.

use super::Tokens;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// Texts and words that were met before.
#[derive(Debug, Default)]
pub struct Repeats {
    texts: FxHashSet<Arc<str>>,
    tokens: FxHashSet<Tokens>,
}

impl Repeats {
    pub(super) fn keep_text(&mut self, text: &mut Arc<str>) {
        match self.texts.get(text) {
            Some(known) => *text = Arc::clone(known),
            None => _ = self.texts.insert(Arc::clone(text)),
        }
    }

    pub(super) fn keep_tokens(&mut self, tokens: &mut Tokens) {
        match self.tokens.get(tokens) {
            Some(known) => *tokens = Arc::clone(known),
            None => _ = self.tokens.insert(Arc::clone(tokens)),
        }
    }
}
