//! Names of actors inside texts: full names, other spellings of their office, and the short forms that only one column has.

use crate::vocabulary::offices::OFFICE_NAMES;
use std::collections::{HashMap, HashSet};

/// Finds the actors of one SOP in a sequence of words.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    aliases: Vec<Alias>,
    by_first: HashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Alias {
    words: Vec<String>,
    actor: usize,
    strength: f64,
}

/// An actor found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Mention {
    /// Position of the actor's column, from 0.
    pub actor: usize,
    /// Words taken.
    pub length: usize,
    /// 1 for the full name, less for short forms.
    pub strength: f64,
}

impl Mentions {
    /// For actors of these names, left to right.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut aliases: Vec<Alias> = Vec::new();
        let mut short: Vec<(Vec<String>, usize)> = Vec::new();
        for (actor, name) in names.enumerate() {
            let full = canonical(words(name));
            for part in parts(name) {
                let part = canonical(words(&part));
                let strength = if part == full { 1.0 } else { 0.95 };
                short.extend(short_forms(&part).into_iter().map(|form| (form, actor)));
                aliases.push(Alias { words: part, actor, strength });
            }
            aliases.push(Alias { words: full, actor, strength: 1.0 });
        }
        let mut taken: HashSet<Vec<String>> = aliases.iter().map(|alias| alias.words.clone()).collect();
        let mut shared: HashMap<&[String], (usize, bool)> = HashMap::new();
        for (words, actor) in &short {
            let (first, several) = shared.entry(words).or_insert((*actor, false));
            *several |= first != actor;
        }
        for (words, actor) in &short {
            if !shared[words.as_slice()].1 && taken.insert(words.clone()) {
                aliases.push(Alias { words: words.clone(), actor: *actor, strength: 0.85 });
            }
        }
        aliases.retain(|alias| !alias.words.is_empty());
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, alias) in aliases.iter().enumerate() {
            by_first.entry(alias.words[0].clone()).or_default().push(at);
        }
        Self { aliases, by_first }
    }

    /// The actor whose name begins at `at`, the longest name first; words such as `para` and `seluruh` before it do not matter.
    pub fn at(&self, text: &[String], at: usize) -> Option<Mention> {
        let skipped = text[at..].iter().take(2).take_while(|word| FILLERS.contains(&word.as_str())).count();
        let text = &text[at + skipped..];
        let candidates = self.by_first.get(text.first()?)?;
        let matching = candidates.iter().map(|it| &self.aliases[*it]).filter(|alias| text.starts_with(&alias.words));
        let best = matching.max_by(|one, other| {
            one.words.len().cmp(&other.words.len()).then(one.strength.total_cmp(&other.strength))
        })?;
        Some(Mention { actor: best.actor, length: best.words.len() + skipped, strength: best.strength })
    }

    /// A first word into which the actor's name and a verb ran together (`Timberkoordinasi`).
    pub fn glued(&self, first: &str) -> Option<Mention> {
        let verb = |rest: &str| ["ber", "me", "di"].iter().any(|prefix| rest.starts_with(prefix)) && rest.len() > 5;
        let glued = |alias: &&Alias| {
            alias.words.len() == 1
                && alias.words[0].len() >= 3
                && first.strip_prefix(alias.words[0].as_str()).is_some_and(verb)
        };
        let alias = self.aliases.iter().find(glued)?;
        Some(Mention { actor: alias.actor, length: 0, strength: alias.strength * 0.9 })
    }
}

/// Words before a name that add nobody to it.
const FILLERS: &[&str] =
    &["seluruh", "para", "semua", "setiap", "masing", "bapak", "ibu", "sdr", "saudara", "yth", "si", "oleh"];

/// The words of a text, lower case; a dot inside `Ka.` or `Sub.` separates.
pub(super) fn words(text: &str) -> Vec<String> {
    crate::vocabulary::fold::words(text)
}

/// Words with every spelling of an office replaced by its full name.
pub(super) fn canonical(mut words: Vec<String>) -> Vec<String> {
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        match OFFICE_NAMES.longest(words.len() - at, |ahead| words[at + ahead].as_str()) {
            Some((full, taken)) => {
                out.extend(full.split(' ').map(str::to_owned));
                at += taken;
            }
            None => {
                out.push(std::mem::take(&mut words[at]));
                at += 1;
            }
        }
    }
    out
}

/// `Kepala Dinas /Penanggung jawab Tim`, `KABID, KASI DAN STAF`: the offices that share a column.
fn parts(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let slashed: Vec<&str> = lower.split(['/', '&']).map(str::trim).filter(|it| !it.is_empty()).collect();
    let mut out: Vec<String> = slashed.iter().map(|it| (*it).to_owned()).collect();
    if lower.contains(',') {
        out.extend(lower.split(',').flat_map(|it| it.split(" dan ")).map(|it| it.trim().to_owned()));
    }
    out.retain(|it| !it.is_empty());
    out
}

/// Forms that stand for the actor where no other column shares them: without `seluruh`, without `kepala`, the first words alone.
fn short_forms(name: &[String]) -> Vec<Vec<String>> {
    let name: Vec<String> = name.iter().skip_while(|word| FILLERS.contains(&word.as_str())).cloned().collect();
    let mut forms = vec![name.clone()];
    if name.first().is_some_and(|word| word == "kepala") && name.len() >= 2 {
        forms.push(name[..2].to_vec());
        forms.push(name[1..].to_vec());
        if name.len() == 2 {
            forms.push(name[1..].to_vec());
        }
    } else if name.len() >= 2 && name.first().is_some_and(|word| word.len() >= 3) {
        forms.push(name[..1].to_vec());
    }
    forms.retain(|form| !form.is_empty());
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_found_under_their_other_spellings() {
        let mentions =
            Mentions::new(["CAMAT", "SEKCAM", "KASUBAG PERENCANAAN DAN KEUANGAN", "Seluruh Kepala Bidang"].into_iter());
        let actor = |text: &str| mentions.at(&canonical(words(text)), 0).map(|mention| mention.actor);
        assert_eq!(actor("Sekretaris Camat untuk"), Some(1));
        assert_eq!(actor("camat"), Some(0));
        assert_eq!(actor("Kepala Sub Bagian Perencanaan dan Keuangan"), Some(2));
        assert_eq!(actor("Kasubbag"), Some(2));
        assert_eq!(actor("para Kabid"), Some(3));
        assert_eq!(actor("bidang"), Some(3));
        assert_eq!(actor("Pemohon"), None);
    }
}
