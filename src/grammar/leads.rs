//! `Ya → 7, Kurang jelas → 1`: words, an arrow and a goal, one way on after the other and nothing else.

use crate::model::{ActorId, Target};
use crate::vocabulary::marks::{self, Sign};
use crate::vocabulary::{flow_words, fold};

/// A way on as it stands behind a symbol: `Ya → 7`, `Belum lengkap → 1`, `lanjut ⇢ 6`.
#[derive(Debug, PartialEq, Eq)]
pub struct Lead {
    /// The words before the arrow, where they are other words than `Ya` and `Tidak`.
    pub words: Option<String>,
    /// Where it leads: a step, or the end; where an actor is named, the cell of the id that the name alone gives.
    pub to: Target,
    /// The arrow is dashed.
    pub dashed: bool,
}

/// No table has so many steps: a number like this is a code, a year or that of a person.
pub(super) const NO_STEP: u32 = 1000;

/// The ways that a text tells, each with its words as they stand; none where it holds anything else.
pub(super) fn ways(text: &str) -> Option<Vec<Lead>> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (at, arrow) = rest.char_indices().find(|(_, it)| marks::is_rightward(*it))?;
        let words = rest[..at].trim();
        if !words.starts_with(char::is_alphabetic)
            || words.chars().any(|it| marks::character(it).is_some_and(is_symbol))
        {
            return None;
        }
        let (to, behind) = goal(rest[at + arrow.len_utf8()..].trim_start())?;
        let (named, behind) = holder(behind)?;
        let to = match (to, named) {
            (Target::Step(number), Some(name)) => Target::Cell(number, ActorId::from_name(name, &[])),
            (to, _) => to,
        };
        found.push(Lead { words: Some(words.to_owned()), to, dashed: marks::is_dashed(arrow) });
        rest = next(behind)?;
    }
    (!found.is_empty()).then_some(found)
}

fn is_symbol(sign: Sign) -> bool {
    sign != Sign::Arrow
}

/// The step, or the end, that a text names and nothing else: `langkah 3`, `kembali ke langkah 1`, `langkah 4 (Camat)`.
pub fn target(text: &str) -> Option<Target> {
    let text = text.trim();
    let first = text.split(' ').next().unwrap_or_default();
    let leads_on = flow_words::LEADING.iter().any(|known| known.eq_ignore_ascii_case(first));
    let (to, behind) = goal(if leads_on { &text[first.len()..] } else { text }.trim_start())?;
    let (named, rest) = holder(behind)?;
    match (to, named) {
        _ if !rest.trim().is_empty() => None,
        (Target::Step(number), Some(name)) => Some(Target::Cell(number, ActorId(name.to_owned()))),
        (to, _) => Some(to),
    }
}

/// The step, or the end, that a text begins with, and what stands behind it.
fn goal(text: &str) -> Option<(Target, &str)> {
    let mut rest = text;
    loop {
        let end = rest.find(|it: char| !it.is_alphanumeric()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        let leads = |known: &&str| known.eq_ignore_ascii_case(word);
        if flow_words::STEP.iter().any(leads) || flow_words::TO.iter().any(leads) {
            rest = behind.trim_start();
            continue;
        }
        let number = word.parse().ok().filter(|number| *number < NO_STEP);
        let to =
            number.map(Target::Step).or_else(|| (marks::word(&fold(word)) == Some(Sign::End)).then_some(Target::End));
        return to.map(|to| (to, behind));
    }
}

/// The name in brackets of the actor whose symbol of the row is meant, and what stands behind it.
fn holder(behind: &str) -> Option<(Option<&str>, &str)> {
    match behind.trim_start().strip_prefix('(') {
        Some(named) => named.split_once(')').map(|(name, rest)| (Some(name.trim()), rest)),
        None => Some((None, behind)),
    }
}

/// The way after the one that ends here: behind a comma.
fn next(behind: &str) -> Option<&str> {
    let rest = behind.trim_start();
    match rest.strip_prefix([',', ';']) {
        Some(more) => Some(more.trim_start()),
        None => rest.is_empty().then_some(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let lead = |lead: Lead| format!("{} > {}", lead.words.unwrap_or_default(), lead.to);
        ways(text).into_iter().flatten().map(lead).collect()
    }

    #[test]
    fn words_are_whole_whatever_they_begin_with_or_hold() {
        assert_eq!(
            told("Tidak berkadar pengawasan → 9, Kurang jelas → 1"),
            ["Tidak berkadar pengawasan > 9", "Kurang jelas > 1"]
        );
        assert_eq!(told("Lengkap, tahap 2 → langkah 3; Batal → selesai"), ["Lengkap, tahap 2 > 3", "Batal > selesai"]);
        assert_eq!(told("Ya → 8 (Camat), Tidak ⇢ 7"), ["Ya > 8.camat", "Tidak > 7"]);
    }

    #[test]
    fn a_target_may_be_told_in_words() {
        let told = ["langkah 3", "ke langkah 3", "kembali ke 1", "Langkah 4 (Camat)", "ke selesai", "lanjut 2"];
        let targets: Vec<String> =
            told.iter().map(|text| target(text).map_or_else(String::new, |it| it.to_string())).collect();
        assert_eq!(targets, ["3", "3", "1", "4.Camat", "selesai", "2"]);
        for text in ["", "akhir tahun", "3 hari", "langkah", "langkah 3 atau 4", "kembali", "ke Camat"] {
            assert_eq!(target(text), None, "{text}");
        }
    }

    #[test]
    fn anything_else_is_no_list_of_ways() {
        for text in ["", "Ya", "Ya → 7 Tidak ke langkah 5", "→ 7", "Ya → 3 hari", "Ya ← 7", "□ Ya → 7", "Ya → (7)"]
        {
            assert!(ways(text).is_none(), "{text}");
        }
    }
}
