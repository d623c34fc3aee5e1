//! `--select` and `--ignore` → the rules they name.

use super::speech::Speech;
use crate::check::{Rule, rules};
use crate::config::{Selector, nearest_rule};
use anyhow::Result;

/// What these words name: a rule goes by its code, a beginning of its code (`S5`), or its name.
pub(super) fn selectors(words: &[String], speech: Speech) -> Result<Vec<Selector>> {
    words.iter().map(|word| Selector::parse(word).ok_or_else(|| unknown(word, speech))).collect()
}

/// The rule of that code or name.
pub(super) fn find(word: &str, speech: Speech) -> Result<&'static Rule> {
    let word = word.trim();
    let is_it = |rule: &&Rule| rule.code.eq_ignore_ascii_case(word) || rule.name.eq_ignore_ascii_case(word);
    rules().find(is_it).ok_or_else(|| unknown(word, speech))
}

fn unknown(word: &str, speech: Speech) -> anyhow::Error {
    let near = nearest_rule(word).map(|rule| format!("{} ({})", rule.code, rule.name));
    let (id, en) = match near {
        Some(near) => (format!("; yang paling mirip: {near}"), format!("; the nearest is {near}")),
        None => Default::default(),
    };
    speech.failure(
        format!("aturan `{word}` tidak dikenal{id}; `sop explain` menampilkan semua aturan"),
        format!("no rule `{word}`{en}; `sop explain` lists all rules"),
    )
}
