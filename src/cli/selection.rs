//! `--select` and `--ignore` → the rules to run.

use super::speech::Speech;
use crate::check::{Rule, rules};
use anyhow::Result;

/// The rules that `select` names (all, where it names none) without those that `ignore` names.
///
/// A rule goes by its code, a beginning of its code (`S5`), or its name.
pub(super) fn selected(select: &[String], ignore: &[String], speech: Speech) -> Result<Vec<&'static Rule>> {
    for word in select.iter().chain(ignore) {
        if !rules().any(|rule| is_meant(rule, word)) {
            return Err(unknown(word, speech));
        }
    }
    let names = |words: &[String], rule: &Rule| words.iter().any(|word| is_meant(rule, word));
    Ok(rules().filter(|rule| select.is_empty() || names(select, rule)).filter(|rule| !names(ignore, rule)).collect())
}

fn is_meant(rule: &Rule, word: &str) -> bool {
    let word = word.trim();
    let beginning = rule.code.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
    !word.is_empty() && beginning || rule.name.eq_ignore_ascii_case(word)
}

/// The rule of that code or name.
pub(super) fn find(word: &str, speech: Speech) -> Result<&'static Rule> {
    let word = word.trim();
    let is_it = |rule: &&Rule| rule.code.eq_ignore_ascii_case(word) || rule.name.eq_ignore_ascii_case(word);
    rules().find(is_it).ok_or_else(|| unknown(word, speech))
}

fn unknown(word: &str, speech: Speech) -> anyhow::Error {
    let near = nearest(word).map(|rule| format!("{} ({})", rule.code, rule.name));
    let (id, en) = match near {
        Some(near) => (format!("; yang paling mirip: {near}"), format!("; the nearest is {near}")),
        None => Default::default(),
    };
    speech.failure(
        format!("aturan `{word}` tidak dikenal{id}; `sop explain` menampilkan semua aturan"),
        format!("no rule `{word}`{en}; `sop explain` lists all rules"),
    )
}

fn nearest(word: &str) -> Option<&'static Rule> {
    let word = word.to_lowercase();
    let distance = |rule: &Rule| {
        let code = strsim::damerau_levenshtein(&word, &rule.code.to_lowercase());
        code.min(strsim::damerau_levenshtein(&word, rule.name))
    };
    rules().min_by_key(|rule| distance(rule))
}
