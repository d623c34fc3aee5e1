//! How rules are named by people: `S502`, the beginning of a code (`S5`), or `unused-output`.

use crate::check::{Rule, rules};

/// A word that names one rule or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector {
    /// As it was written.
    pub word: String,
    prefix: String,
}

impl Selector {
    /// What the word names; `None` where it names no rule.
    pub fn parse(word: &str) -> Option<Self> {
        let trimmed = word.trim();
        let named = rules().find(|rule| rule.name.eq_ignore_ascii_case(trimmed));
        let prefix = named.map_or_else(|| trimmed.to_ascii_uppercase(), |rule| rule.code.to_owned());
        let selector = Self { word: trimmed.to_owned(), prefix };
        (!trimmed.is_empty() && rules().any(|rule| selector.matches(rule))).then_some(selector)
    }

    /// The rule is one of those named.
    pub fn matches(&self, rule: &Rule) -> bool {
        rule.code.starts_with(&self.prefix)
    }

    /// It names this one rule and no other.
    pub fn names(&self, rule: &Rule) -> bool {
        rule.code == self.prefix
    }

    /// How much of the code is said: what names fewer rules is above what names more.
    pub(super) fn precision(&self) -> usize {
        self.prefix.len()
    }
}

/// The rule whose code or name is nearest to that word.
pub fn nearest_rule(word: &str) -> Option<&'static Rule> {
    let word = word.to_lowercase();
    let distance = |rule: &Rule| {
        let code = strsim::damerau_levenshtein(&word, &rule.code.to_lowercase());
        code.min(strsim::damerau_levenshtein(&word, rule.name))
    };
    rules().min_by_key(|rule| distance(rule))
}
