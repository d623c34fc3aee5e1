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
    /// The same text, as it is kept.
    pub fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return Arc::clone(known);
        }
        let kept: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&kept));
        kept
    }

    /// The same words, as they are kept.
    pub(super) fn tokens(&mut self, tokens: &[u64]) -> Tokens {
        if let Some(known) = self.tokens.get(tokens) {
            return Arc::clone(known);
        }
        let kept: Tokens = tokens.into();
        self.tokens.insert(Arc::clone(&kept));
        kept
    }
}
