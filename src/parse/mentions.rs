//! Names of actors inside texts: full names, other spellings of their office, and the short forms that only one column has.

use crate::vocabulary::offices::OFFICE_NAMES;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// Finds the actors of one SOP in a sequence of words.
#[derive(Debug, Default)]
pub(super) struct Mentions<'n> {
    aliases: Vec<Alias<'n>>,
    by_first: FxHashMap<&'n str, SmallVec<[usize; 2]>>,
}

#[derive(Debug)]
struct Alias<'n> {
    words: Vec<&'n str>,
    actor: usize,
    strength: f64,
}

/// The names of the actors, left to right, each with those that share its column before it, [`lowered`].
#[derive(Debug, Default)]
pub(super) struct Names(Vec<(Vec<String>, String)>);

impl Names {
    /// Of actors of these names.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self(names.map(|name| (parts(name).iter().map(|part| lowered(part)).collect(), lowered(name))).collect())
    }
}

impl Names {
    /// The actor of this column is called so as well.
    pub fn also(&mut self, actor: usize, name: &str) {
        if let Some((parts, _)) = self.0.get_mut(actor) {
            parts.push(lowered(name));
        }
    }
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

impl<'n> Mentions<'n> {
    /// For actors of these names.
    pub fn new(names: &'n Names) -> Self {
        let mut whole: Vec<Alias> = Vec::new();
        let mut parts: Vec<usize> = Vec::new();
        for (actor, (shared, name)) in names.0.iter().enumerate() {
            let full = words(name);
            for part in shared {
                let part = words(part);
                let strength = if part == full { 1.0 } else { 0.95 };
                parts.push(whole.len());
                whole.push(Alias { words: part, actor, strength });
            }
            whole.push(Alias { words: full, actor, strength: 1.0 });
        }
        let short = short(&whole, &parts);
        let mut aliases = whole;
        aliases.extend(short);
        aliases.retain(|alias| !alias.words.is_empty());
        let mut by_first: FxHashMap<&str, SmallVec<[usize; 2]>> = FxHashMap::default();
        for (at, alias) in aliases.iter().enumerate() {
            by_first.entry(alias.words[0]).or_default().push(at);
        }
        Self { aliases, by_first }
    }

    /// The actor whose name begins at `at`, the longest name first; words such as `para` and `seluruh` before it do not matter.
    pub fn at(&self, text: &[&str], at: usize) -> Option<Mention> {
        let skipped = text[at..].iter().take(2).take_while(|word| FILLERS.contains(word)).count();
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
            alias.words.len() == 1 && alias.words[0].len() >= 3 && first.strip_prefix(alias.words[0]).is_some_and(verb)
        };
        let alias = self.aliases.iter().find(glued)?;
        Some(Mention { actor: alias.actor, length: 0, strength: alias.strength * 0.9 })
    }
}

/// Words before a name that add nobody to it.
const FILLERS: &[&str] =
    &["seluruh", "para", "semua", "setiap", "masing", "bapak", "ibu", "sdr", "saudara", "yth", "si", "oleh"];

/// The words of a text in lower case, with one blank between two; a dot inside `Ka.` or `Sub.` separates.
pub(super) fn lowered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_apart = false;
    for letter in text.chars() {
        if !letter.is_alphanumeric() {
            is_apart = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut is_apart) {
            out.push(' ');
        }
        if letter.is_ascii() {
            out.push(letter.to_ascii_lowercase());
        } else {
            out.extend(letter.to_lowercase());
        }
    }
    out
}

/// The words of a [`lowered`] text with every spelling of an office replaced by its full name.
pub(super) fn words(lowered: &str) -> Vec<&str> {
    let written: Vec<&str> = lowered.split(' ').filter(|it| !it.is_empty()).collect();
    let mut out = Vec::with_capacity(written.len() + 2);
    let mut at = 0;
    while at < written.len() {
        match OFFICE_NAMES.longest(written.len() - at, |ahead| written[at + ahead]) {
            Some((full, taken)) => {
                out.extend(full.split(' '));
                at += taken;
            }
            None => {
                out.push(written[at]);
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

/// The short forms of these of the names, where no other actor has them and no whole name is the same.
fn short<'n>(whole: &[Alias<'n>], parts: &[usize]) -> Vec<Alias<'n>> {
    let forms = || {
        let parts = parts.iter().map(|at| &whole[*at]);
        parts.flat_map(|alias| short_forms(&alias.words).into_iter().flatten().map(|form| (form, alias.actor)))
    };
    let mut owners: FxHashMap<&[&str], (usize, bool)> = FxHashMap::default();
    for (words, actor) in forms() {
        let (first, several) = owners.entry(words).or_insert((actor, false));
        *several |= *first != actor;
    }
    let mut taken: FxHashSet<&[&str]> = whole.iter().map(|alias| alias.words.as_slice()).collect();
    let own = forms().filter(|(words, _)| !owners[words].1 && taken.insert(words));
    own.map(|(words, actor)| Alias { words: words.to_vec(), actor, strength: 0.85 }).collect()
}

/// Forms that stand for the actor where no other column shares them: without `seluruh`, without `kepala`, the first words alone.
fn short_forms<'f, 'n>(name: &'f [&'n str]) -> [Option<&'f [&'n str]>; 3] {
    let fillers = name.iter().take_while(|word| FILLERS.contains(word)).count();
    let name = &name[fillers..];
    match name {
        [] => [None; 3],
        ["kepala", _, ..] => [Some(name), Some(&name[..2]), Some(&name[1..])],
        [first, _, ..] if first.len() >= 3 => [Some(name), Some(&name[..1]), None],
        _ => [Some(name), None, None],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_found_under_their_other_spellings() {
        let names = ["CAMAT", "SEKCAM", "KASUBAG PERENCANAAN DAN KEUANGAN", "Seluruh Kepala Bidang"];
        let names = Names::of(names.into_iter());
        let mentions = Mentions::new(&names);
        let actor = |text: &str| mentions.at(&words(&lowered(text)), 0).map(|mention| mention.actor);
        assert_eq!(actor("Sekretaris Camat untuk"), Some(1));
        assert_eq!(actor("camat"), Some(0));
        assert_eq!(actor("Kepala Sub Bagian Perencanaan dan Keuangan"), Some(2));
        assert_eq!(actor("Kasubbag"), Some(2));
        assert_eq!(actor("para Kabid"), Some(3));
        assert_eq!(actor("bidang"), Some(3));
        assert_eq!(actor("Pemohon"), None);
    }
}
